package guichet.store;

import static guichet.store.World.ALICE;
import static guichet.store.World.BRUNO;
import static guichet.store.World.MONDAY;
import static guichet.store.World.opening;
import static guichet.store.World.to;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.command.TicketCommit;
import guichet.core.command.WriteResult;
import guichet.core.notice.LoopProtection.Cap;
import guichet.core.signing.SigningKeys;
import guichet.core.ticket.Actor;
import guichet.core.ticket.ClockState.Phase;
import guichet.core.ticket.MailRef;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketEvent.ClockChange;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What each operation costs in units of the table, pinned: a change that costs more, or less, is seen. */
@Tag("aws")
@Tag("capacity")
class CapacityTest {
    private static final String TRACE = "Root=1-67890abc-1234567890abcdef12345678;Parent=53995c3f42cd8ad8;Sampled=1";
    private static final String TEXT = """
            Bonjour,

            Depuis ce matin, Jira est très lent : chaque page met plus de dix secondes à s'afficher, et deux collègues n'arrivent plus à se
            connecter. Nous avons une mise en production à 14 h ; pouvez-vous regarder en priorité ? Les journaux du serveur sont joints.

            Merci d'avance,
            Alice Martin
            Acme SA, 12 rue des Lilas, 75020 Paris, 01 23 45 67 89
            """;

    private final CapacityMeter meter = new CapacityMeter();
    private final String table = TestAws.get().table();
    private final DynamoTicketStore store =
            new DynamoTicketStore(TestAws.get().dynamoDb(meter), table, new BlobsInMemory(), () -> TRACE);
    private final NoticeLedger ledger = new NoticeLedger(TestAws.get().dynamoDb(meter), table);
    private final LoopTally tally = new LoopTally(TestAws.get().dynamoDb(meter), table);
    private final DynamoDirectory directory = new DynamoDirectory(TestAws.get().dynamoDb(meter), table);
    private final TicketQueries queries = new TicketQueries(
            TestAws.get().dynamoDb(meter), table, new SignedCursors(new SigningKeys("k1", Map.of("k1", new byte[32]))));

    private static MailRef mail(String id, String... ancestors) {
        return new MailRef(
                id + ".CAEj7kq0Z8xJm5c2xQ@mail.acme.example",
                List.of(ancestors),
                "Zk3v9QmXw2s8Yp1LbTn4Rg",
                "mail/cloud/2026/03/02/" + id + "zk3v9qmxw2s8yp1lbtn4rg");
    }

    private Ticket write(World.Change change) {
        var commit = change.commit();
        assertEquals(new WriteResult.Done(), store.write(commit));
        return commit.after();
    }

    private static World.Change opened(long number) {
        return opening(number)
                .mails(mail("first-" + number), TEXT)
                .clock(ClockChange.STARTED, Phase.RUNNING)
                .tells(ALICE, "accuse")
                .tells(BRUNO, "nouvelle");
    }

    private static World.Change answered(Ticket ticket, Duration later) {
        return to(ticket, BRUNO, later)
                .says(TEXT)
                .moves("attente-client", false, true)
                .clock(ClockChange.STOPPED, Phase.STOPPED)
                .tells(ALICE, "reponse")
                .due(MONDAY.plus(later).plus(Duration.ofDays(3)));
    }

    private static World.Change replied(Ticket ticket, Duration later, String id) {
        return to(ticket, ALICE, later)
                .mails(mail(id), TEXT)
                .moves("en-cours", false, false)
                .tells(BRUNO, "message-client")
                .due(null);
    }

    private static World.Change closed(Ticket ticket, Duration later) {
        return to(ticket, BRUNO, later).says(TEXT).moves("fermee", true, false).tells(ALICE, "fermee");
    }

    /** The heads are billed by the kilobyte, and so are commits, twice. */
    @Test
    void a_typical_head_and_a_typical_commit_take_a_kilobyte_each() {
        var opening = opened(88).commit();
        var answer = answered(opening.after(), Duration.ofHours(1)).owned(BRUNO).commit();
        for (TicketCommit commit : List.of(opening, answer)) {
            var head = ItemSize.of(HeadItem.of(commit));
            var item = ItemSize.of(CommitItem.of(commit, TRACE).item());
            assertTrue(head <= 800, "head of " + head + " bytes");
            assertTrue(item <= 1_024, "commit of " + item + " bytes");
        }
    }

    @Test
    void opening_by_mail_costs_ten_units() {
        write(opened(1));
        var units = meter.take();
        assertEquals(Map.of("byOrganization", 1.0, "byRequester", 1.0, "byQueue", 1.0, "byDue", 1.0), units.indexes());
        assertEquals(10, units.write());
        assertEquals(0, units.read());
    }

    @Test
    void a_message_that_changes_no_state_costs_head_and_commit_alone() {
        var ticket = write(opened(1));
        meter.take();
        write(to(ticket, BRUNO, Duration.ofHours(1)).says(TEXT).due(MONDAY.plus(Duration.ofHours(8))));
        var units = meter.take();
        assertEquals(Map.of("byQueue", 1.0, "byOrganization", 1.0), units.indexes(), "it no longer awaits the desk");
        assertEquals(6, units.write());
    }

    @Test
    void an_internal_event_rewrites_no_index() {
        var ticket = write(opened(1));
        meter.take();
        write(to(ticket, BRUNO, Duration.ofHours(1))
                .clock(ClockChange.RETARGETED, Phase.RUNNING)
                .due(MONDAY.plus(Duration.ofHours(8))));
        var units = meter.take();
        assertEquals(Map.of(), units.indexes());
        assertEquals(4, units.write());
    }

    @Test
    void reading_costs_what_the_access_patterns_say() {
        var ticket = write(opened(1));
        meter.take();
        store.find(ticket.id());
        assertEquals(1, meter.take().read());
        store.history(ticket.id(), 0, 20);
        assertEquals(1, meter.take().read());
        store.mail("cloud", "first");
        assertEquals(1, meter.take().read());
        store.nextNumber("cloud");
        assertEquals(1, meter.take().write());
    }

    /** Three mails in, five out, two answers, a close. */
    @Test
    void a_full_life_costs_at_most_80_write_and_40_read_units() {
        directory.put(DirectoryContract.ACME);
        directory.put(DirectoryContract.ALICE);
        meter.take();

        mailIn("first");
        var ticket = write(opened(store.nextNumber("cloud")));
        tally.count(
                "cloud",
                new Cap(ALICE.address(), 60, 200),
                ticket.lastAt()); // of the five, only this one answers a mail
        mailOut(ticket, ALICE);
        ticket = write(answered(store.find(ticket.id()).orElseThrow(), Duration.ofMinutes(40))
                .owned(BRUNO));
        mailOut(ticket, ALICE);
        mailIn("second", "sent", "first");
        ticket = write(replied(store.find(ticket.id()).orElseThrow(), Duration.ofHours(5), "second"));
        mailOut(ticket, BRUNO);
        ticket = write(answered(store.find(ticket.id()).orElseThrow(), Duration.ofHours(6)));
        mailOut(ticket, ALICE);
        mailIn("third", "sent", "first");
        ticket = write(replied(store.find(ticket.id()).orElseThrow(), Duration.ofHours(7), "third"));
        ticket = write(closed(store.find(ticket.id()).orElseThrow(), Duration.ofHours(8)));
        mailOut(ticket, ALICE);

        var life = meter.take();
        System.out.println("A full life: " + life.write() + " write units (" + life.worst()
                + " if indexes cost double in a transaction), " + life.read() + " read units; of the writes, indexes "
                + life.indexes());
        assertEquals(72, life.write());
        assertEquals(15, life.read());
        assertEquals(97, life.worst());
    }

    /** What the inbound function asks before it decides. */
    private void mailIn(String id, String... ancestors) {
        store.mail("cloud", id);
        Arrays.stream(ancestors).forEach(ancestor -> store.mail("cloud", ancestor));
        directory.contact("cloud", "alice@acme.example");
        directory.organization("cloud", "acme");
    }

    /** What the notifier does around one mail. */
    private void mailOut(Ticket ticket, Actor to) {
        var key = NoticeKey.of(ticket.id(), ticket.seq(), ticket.lastAt(), to.address());
        ledger.claim(key, ticket.lastAt());
        var id = "0102019" + ticket.seq() + "-7f3b9c2e-4d5a-4b1c-8e9f-0a1b2c3d4e5f-000000@eu-west-1.amazonses.com";
        ledger.settle(key, id, "alice@acme.example", ticket.lastAt());
    }

    @Test
    void an_organizations_page_of_25_full_rows_is_one_query_of_at_most_4_units() {
        var wordy = "Problème récurrent à l'impression : " + "é".repeat(200);
        LongStream.rangeClosed(1, 60)
                .forEach(number -> write(to(write(opening(number, ALICE, wordy).says(TEXT)), BRUNO, Duration.ofHours(1))
                        .owned(BRUNO)));
        meter.take();
        var page = queries.list(
                        new TicketQuery.OfOrganization("cloud", "acme"),
                        TicketFilter.NONE,
                        25,
                        "alice",
                        Optional.empty())
                .orElseThrow();
        var units = meter.take();
        assertEquals(25, page.rows().size());
        assertEquals(List.of("Query"), units.calls());
        assertEquals(2, units.read(), "subjects of the greatest length that a list shows");
        var next = queries.list(
                        new TicketQuery.OfOrganization("cloud", "acme"), TicketFilter.NONE, 25, "alice", page.next())
                .orElseThrow();
        assertEquals(35, next.rows().getFirst().id().number());
        assertEquals(List.of("Query"), meter.take().calls());
    }

    @Test
    void a_filter_that_finds_nothing_reads_so_far_and_no_further() {
        LongStream.rangeClosed(1, 420).forEach(number -> write(opening(number).says("x")));
        meter.take();
        var page = queries.list(
                        new TicketQuery.OfOrganization("cloud", "acme"),
                        new TicketFilter(Optional.of("fermee"), Optional.empty(), Optional.empty()),
                        25,
                        "alice",
                        Optional.empty())
                .orElseThrow();
        var units = meter.take();
        assertEquals(List.of("Query", "Query", "Query", "Query"), units.calls());
        assertTrue(units.read() <= 24, units.toString());
        assertTrue(page.rows().isEmpty() && page.next().isPresent(), "its reader may go on");
    }

    @Test
    void a_sweep_reads_only_what_is_due() {
        LongStream.rangeClosed(1, 200)
                .forEach(number ->
                        write(opening(number).says("x").due(MONDAY.plus(Duration.ofDays(number <= 10 ? 1 : 30)))));
        var due = new DueIndex(TestAws.get().dynamoDb(meter), table);
        meter.take();
        for (var shard = 0; shard < DueIndex.SHARDS; shard++) {
            due.due(shard, MONDAY.plus(Duration.ofDays(2)), 5_000);
        }
        assertTrue(meter.take().read() <= 8, "half a unit for each of 16 shards");
    }
}
