package guichet.store;

import static guichet.store.World.ALICE;
import static guichet.store.World.BRUNO;
import static guichet.store.World.MONDAY;
import static guichet.store.World.id;
import static guichet.store.World.opening;
import static guichet.store.World.to;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.command.WriteResult;
import guichet.core.signing.SigningKeys;
import guichet.core.ticket.Actor;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketEvent.OrganizationChanged;
import guichet.core.ticket.TicketEvent.QueueChanged;
import guichet.core.ticket.TicketEvent.RequesterChanged;
import guichet.store.TicketQuery.All;
import guichet.store.TicketQuery.Awaiting;
import guichet.store.TicketQuery.OfOrganization;
import guichet.store.TicketQuery.OwnedBy;
import guichet.store.TicketQuery.RequestedBy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("aws")
class TicketQueriesTest {
    private static final Actor GASTON = Actor.customer("gaston@globex.example", "Gaston Été", "globex");
    private static final TicketQuery ACME = new OfOrganization("cloud", "acme");

    private DynamoTicketStore store;
    private TicketQueries queries;
    private DueIndex due;

    @BeforeEach
    void emptyTable() {
        var aws = TestAws.get();
        var table = aws.table();
        store = new DynamoTicketStore(aws.dynamoDb(), table, new BlobsInMemory(), () -> "");
        queries = new TicketQueries(
                aws.dynamoDb(), table, new SignedCursors(new SigningKeys("k1", Map.of("k1", new byte[32]))));
        due = new DueIndex(aws.dynamoDb(), table);
    }

    private Ticket write(World.Change change) {
        var commit = change.commit();
        assertEquals(new WriteResult.Done(), store.write(commit));
        return commit.after();
    }

    private Ticket open(Actor by) {
        return write(opening(store.nextNumber("cloud"), by).says("Bonjour"));
    }

    private List<Long> all(TicketQuery query, TicketFilter filter, int size) {
        var numbers = new ArrayList<Long>();
        var cursor = Optional.<String>empty();
        do {
            var page = queries.list(query, filter, size, "alice", cursor).orElseThrow();
            assertTrue(page.rows().size() <= size);
            page.rows().forEach(row -> numbers.add(row.id().number()));
            cursor = page.next();
        } while (cursor.isPresent());
        return numbers;
    }

    private List<Long> all(TicketQuery query) {
        return all(query, TicketFilter.NONE, 2);
    }

    @Test
    void an_organization_sees_its_own_tickets_newest_first_and_no_others() {
        LongStream.rangeClosed(1, 5).forEach(_ -> open(ALICE));
        open(GASTON);
        open(ALICE);
        assertEquals(List.of(7L, 5L, 4L, 3L, 2L, 1L), all(ACME));
        assertEquals(List.of(6L), all(new OfOrganization("cloud", "globex")));
        assertEquals(List.of(), all(new OfOrganization("daj", "acme")));
        assertEquals(List.of(), all(new OfOrganization("cloud", "")));
    }

    @Test
    void a_ticket_whose_requester_or_organization_is_corrected_leaves_one_list_for_another() {
        var globex = new OfOrganization("cloud", "globex");
        var ticket = open(ALICE);
        var gastons = write(to(ticket, BRUNO, Duration.ofHours(1))
                .with(new RequesterChanged(
                        ALICE.person(), GASTON.person(), Optional.of("globex"), "24/7", "fr", "transféré")));
        assertEquals(List.of(), all(ACME));
        assertEquals(List.of(1L), all(globex));
        assertEquals(List.of(), all(new RequestedBy("cloud", "alice@acme.example")));
        assertEquals(List.of(1L), all(new RequestedBy("cloud", "gaston@globex.example")));
        write(to(gastons, BRUNO, Duration.ofHours(2))
                .with(new OrganizationChanged(Optional.of("globex"), Optional.empty(), "24/7", "privé")));
        assertEquals(List.of(), all(globex));
        assertEquals(List.of(1L), all(new RequestedBy("cloud", "gaston@globex.example")));
    }

    @Test
    void a_page_that_ends_with_the_list_has_no_next() {
        open(ALICE);
        open(ALICE);
        assertTrue(queries.list(ACME, TicketFilter.NONE, 2, "alice", Optional.empty())
                .orElseThrow()
                .next()
                .isEmpty());
        assertTrue(queries.list(ACME, TicketFilter.NONE, 1, "alice", Optional.empty())
                .orElseThrow()
                .next()
                .isPresent());
    }

    @Test
    void a_ticket_opened_between_two_pages_shifts_none() {
        LongStream.rangeClosed(1, 4).forEach(_ -> open(ALICE));
        var first = queries.list(ACME, TicketFilter.NONE, 2, "alice", Optional.empty())
                .orElseThrow();
        open(ALICE);
        var second =
                queries.list(ACME, TicketFilter.NONE, 2, "alice", first.next()).orElseThrow();
        assertEquals(
                List.of(2L, 1L),
                second.rows().stream().map(row -> row.id().number()).toList());
    }

    @Test
    void a_row_shows_what_a_list_shows() {
        var ticket = write(to(open(ALICE), BRUNO, Duration.ofHours(1)).owned(BRUNO));
        assertEquals(
                List.of(new TicketRow(
                        id(1),
                        "support",
                        "Jira est lent depuis ce matin",
                        "soumise",
                        "normal",
                        ALICE.person(),
                        Optional.of(BRUNO.person()),
                        MONDAY,
                        ticket.waitingSince())),
                queries.list(ACME, TicketFilter.NONE, 25, "alice", Optional.empty())
                        .orElseThrow()
                        .rows());
    }

    @Test
    void a_requester_sees_what_she_asked_for() {
        open(ALICE);
        open(GASTON);
        open(ALICE);
        open(ALICE);
        assertEquals(List.of(4L, 3L, 1L), all(new RequestedBy("cloud", "alice@acme.example")));
    }

    @Test
    void an_agent_sees_open_tickets_before_closed_ones() {
        for (var i = 0; i < 4; i++) {
            write(to(open(ALICE), BRUNO, Duration.ofHours(1)).owned(BRUNO));
        }
        write(to(store.find(id(4)).orElseThrow(), BRUNO, Duration.ofHours(2)).moves("fermee", true, false));
        open(ALICE);
        assertEquals(List.of(3L, 2L, 1L, 4L), all(new OwnedBy("cloud", BRUNO.address())));
    }

    @Test
    void a_queue_lists_what_awaits_the_desk_in_order_of_arrival_and_several_are_merged() {
        for (var number = 1L; number <= 4; number++) {
            open(ALICE);
        }
        write(to(store.find(id(1)).orElseThrow(), BRUNO, Duration.ofHours(1))
                .says("Quelle version ?")
                .moves("attente-client", false, true));
        write(to(store.find(id(3)).orElseThrow(), BRUNO, Duration.ofHours(1)).moves("fermee", true, false));
        write(to(store.find(id(4)).orElseThrow(), BRUNO, Duration.ofHours(1))
                .with(new QueueChanged("support", "facturation")));
        assertEquals(List.of(2L), all(new Awaiting("cloud", List.of("support"))));
        write(to(store.find(id(1)).orElseThrow(), ALICE, Duration.ofHours(3)).moves("en-cours", false, false));
        assertEquals(
                List.of(2L, 1L),
                all(new Awaiting("cloud", List.of("support"))),
                "who waits since the morning comes before who came back");
        assertEquals(
                List.of(2L, 4L, 1L),
                all(new Awaiting("cloud", List.of("support", "facturation", "support")), TicketFilter.NONE, 1));
        assertEquals(
                List.of(1L),
                all(
                        new Awaiting("cloud", List.of("support")),
                        new TicketFilter(Optional.of("en-cours"), Optional.empty(), Optional.empty()),
                        5));
    }

    @Test
    void all_of_a_desk_are_listed_newest_first_across_gaps_in_the_numbers() {
        assertEquals(List.of(), all(new All("cloud")));
        for (var number = 1; number <= 260; number++) {
            var taken = store.nextNumber("cloud");
            if (taken % 13 == 0 || taken == 1 || taken == 257) {
                write(opening(taken, ALICE).says("Bonjour"));
            }
        }
        assertEquals(
                List.of(
                        260L, 257L, 247L, 234L, 221L, 208L, 195L, 182L, 169L, 156L, 143L, 130L, 117L, 104L, 91L, 78L,
                        65L, 52L, 39L, 26L, 13L, 1L),
                all(new All("cloud"), TicketFilter.NONE, 3));
    }

    @Test
    void a_filter_finds_by_state_owner_and_text_whatever_its_case_and_accents() {
        open(ALICE);
        open(GASTON);
        write(to(open(ALICE), BRUNO, Duration.ofHours(1)).owned(BRUNO).moves("en-cours", false, false));
        var everything = new All("cloud");
        assertEquals(
                List.of(3L),
                all(everything, new TicketFilter(Optional.of("en-cours"), Optional.empty(), Optional.empty()), 5));
        assertEquals(
                List.of(3L),
                all(
                        everything,
                        new TicketFilter(Optional.empty(), Optional.of("BRUNO@cloud.example"), Optional.empty()),
                        5));
        assertEquals(
                List.of(2L),
                all(everything, new TicketFilter(Optional.empty(), Optional.empty(), Optional.of("gaston ete")), 5));
        assertEquals(
                List.of(3L, 2L, 1L),
                all(everything, new TicketFilter(Optional.empty(), Optional.empty(), Optional.of(" JIRA ")), 2));
        assertEquals(
                List.of(),
                all(everything, new TicketFilter(Optional.of("fermee"), Optional.empty(), Optional.of("jira")), 2));
    }

    @Test
    void a_cursor_is_good_for_its_caller_and_its_list_alone() {
        LongStream.rangeClosed(1, 3).forEach(_ -> open(ALICE));
        var cursor = queries.list(ACME, TicketFilter.NONE, 2, "alice", Optional.empty())
                .orElseThrow()
                .next()
                .orElseThrow();
        assertTrue(queries.list(ACME, TicketFilter.NONE, 2, "alice", Optional.of(cursor))
                .isPresent());
        assertTrue(queries.list(ACME, TicketFilter.NONE, 2, "gaston", Optional.of(cursor))
                .isEmpty());
        assertTrue(
                queries.list(new OfOrganization("cloud", "globex"), TicketFilter.NONE, 2, "alice", Optional.of(cursor))
                        .isEmpty());
        assertTrue(queries.list(
                        ACME,
                        new TicketFilter(Optional.of("soumise"), Optional.empty(), Optional.empty()),
                        2,
                        "alice",
                        Optional.of(cursor))
                .isEmpty());
        assertTrue(queries.list(ACME, TicketFilter.NONE, 2, "alice", Optional.of("nonsense"))
                .isEmpty());
        assertFalse(
                new String(java.util.Base64.getUrlDecoder().decode(cursor.substring(0, cursor.indexOf('.'))))
                        .contains("#"),
                "no key of the table");
    }

    @Test
    void what_is_due_is_listed_by_shard_up_to_an_instant_and_a_limit() {
        var at = MONDAY.plus(Duration.ofDays(3));
        for (var number = 1L; number <= 40; number++) {
            write(opening(number).says("x").due(number % 2 == 0 ? at : at.plusNanos(1)));
        }
        write(opening(41).says("x").due(null));
        var found = new ArrayList<DueIndex.Item>();
        for (var shard = 0; shard < DueIndex.SHARDS; shard++) {
            var inShard = due.due(shard, at, 5_000);
            assertEquals(inShard.stream().limit(1).toList(), due.due(shard, at, 1));
            found.addAll(inShard);
        }
        assertEquals(
                LongStream.rangeClosed(1, 20).mapToObj(i -> id(2 * i)).toList(),
                found.stream()
                        .map(item -> ((DueIndex.DueTicket) item).ticket())
                        .sorted(java.util.Comparator.comparing(ticket -> ticket.number()))
                        .toList());
        assertTrue(found.stream().allMatch(item -> item.due().equals(at)));
    }

    @Test
    void a_timer_far_beyond_the_calendar_is_never_due_by_mistake() {
        write(opening(1).says("x").due(java.time.Instant.MAX));
        for (var shard = 0; shard < DueIndex.SHARDS; shard++) {
            assertEquals(List.of(), due.due(shard, MONDAY.plus(Duration.ofDays(3_000)), 10));
        }
    }
}
