package guichet.store;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.core.people.Contact;
import guichet.core.ticket.TicketId;
import guichet.frozen.Frozen;
import guichet.frozen.Lost;
import guichet.store.HeldMail.Decision;
import guichet.store.HeldMail.Verdict;
import guichet.store.NoticeLedger.Claim;
import guichet.store.TicketQuery.All;
import guichet.store.TicketQuery.Awaiting;
import guichet.store.TicketQuery.OfOrganization;
import guichet.store.TicketQuery.OwnedBy;
import guichet.store.TicketQuery.RequestedBy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A table that an earlier version filled is read whole by this one, and what this one writes holds all that the earlier
 * one reads. See infra/frozen.
 */
@Tag("aws")
class FrozenTableTest {
    private static final Frozen FROZEN = Frozen.OF_2026_11;
    private static final List<Map<String, AttributeValue>> ITEMS =
            FROZEN.items().stream().map(FrozenTableTest::item).toList();

    private static DynamoDbClient db;
    private static String table;
    private static DynamoTicketStore tickets;

    @BeforeAll
    static void fill() {
        db = TestAws.get().dynamoDb();
        table = TestAws.get().table();
        var blobs = new BlobsInMemory();
        blobs.put(Frozen.LONG_TEXT_KEY, FROZEN.longText());
        tickets = new DynamoTicketStore(db, table, blobs, () -> "");
        for (var from = 0; from < ITEMS.size(); from += 25) {
            new BatchWrite(db, table).put(ITEMS.subList(from, Math.min(ITEMS.size(), from + 25)));
        }
    }

    private static Map<String, AttributeValue> item(JsonNode written) {
        return written.properties().stream().collect(toMap(Map.Entry::getKey, entry -> value(entry.getValue())));
    }

    private static AttributeValue value(JsonNode written) {
        var type = written.fieldNames().next();
        var value = written.get(type);
        return switch (type) {
            case "S" -> AttributeValue.fromS(value.asText());
            case "N" -> AttributeValue.fromN(value.asText());
            case "BOOL" -> AttributeValue.fromBool(value.asBoolean());
            case "B" ->
                AttributeValue.fromB(SdkBytes.fromByteArray(Base64.getDecoder().decode(value.asText())));
            default -> throw new AssertionError("an attribute of type " + type);
        };
    }

    private static Stream<Map<String, AttributeValue>> with(String attribute) {
        return ITEMS.stream().filter(item -> item.containsKey(attribute));
    }

    private static JsonNode json(byte[] written) {
        return Frozen.json(new String(written, StandardCharsets.UTF_8));
    }

    private static JsonNode unpacked(byte[] packed) {
        return json(Packing.unpack(packed));
    }

    private static TicketId id(String written) {
        return TicketId.parse(written).orElseThrow();
    }

    @Test
    void every_ticket_is_there_as_its_api_showed_it() {
        for (var shown : FROZEN.tickets()) {
            var ticket = tickets.find(id(shown.path("id").asText())).orElseThrow();
            assertEquals(shown.path("subject").asText(), ticket.subject());
            assertEquals(shown.at("/state/id").asText(), ticket.state());
            assertEquals(
                    shown.at("/requester/email").asText(), ticket.requester().address());
            assertEquals(shown.path("updated").asText(), ticket.lastAt().toString());
        }
    }

    @Test
    void every_history_is_there_under_the_names_of_then() {
        for (var shown : FROZEN.tickets()) {
            var then = new ArrayList<String>();
            shown.at("/timeline/items")
                    .forEach(event -> then.add(
                            event.path("seq").asLong() + " " + event.path("at").asText() + " "
                                    + event.path("kind").asText()));
            var now = tickets.history(id(shown.path("id").asText()), 1, 1_000).stream()
                    .map(recorded -> recorded.seq() + " " + recorded.at() + " "
                            + recorded.event().name())
                    .toList();
            assertEquals(then, now);
        }
    }

    @Test
    void heads_are_written_with_all_that_an_older_version_reads() {
        var heads = with(HeadItem.HEAD).toList();
        assertEquals(FROZEN.tickets().size(), heads.size());
        for (var old : heads) {
            var written = HeadItem.of(HeadItem.read(old), Attr.instant(old, Keys.DUE_AT));
            assertEquals(
                    List.of(),
                    Lost.between(
                            unpacked(Attr.bytes(old, HeadItem.HEAD)), unpacked(Attr.bytes(written, HeadItem.HEAD))));
            var beside = new TreeMap<>(old);
            beside.remove(HeadItem.HEAD);
            beside.entrySet().removeAll(written.entrySet());
            assertEquals(Map.of(), beside, "attributes in the clear that are gone, or are others");
        }
    }

    private static byte[] packed(StoredCommit commit) {
        return Packing.pack(StoredCommit.json(
                commit.ticket(),
                commit.events(),
                commit.notices(),
                commit.withheld(),
                commit.elsewhere(),
                commit.cut()));
    }

    @Test
    void so_are_commits() {
        var commits = with(StoredCommit.PACKED).toList();
        assertEquals(FROZEN.records().size(), commits.size());
        for (var old : commits) {
            var packed = Attr.bytes(old, StoredCommit.PACKED);
            assertEquals(List.of(), Lost.between(unpacked(packed), unpacked(packed(StoredCommit.read(old)))));
        }
        var fresh = CommitItem.of(World.opening(88).commit(), "Root=1").item();
        assertEquals(
                Set.of(),
                commits.getFirst().keySet().stream()
                        .filter(name -> !fresh.containsKey(name))
                        .collect(toSet()),
                "attributes that are gone");
    }

    @Test
    void so_is_a_text_too_long_for_the_table() {
        var old = FROZEN.longText();
        assertEquals(
                List.of(),
                Lost.between(unpacked(old), unpacked(LargeBodies.pack(new TreeMap<>(LargeBodies.unpack(old))))));
        var message = tickets.body(id("cloud-7"), 3).orElseThrow();
        assertTrue(message.text().contains("Étape 60"), message.text());
    }

    @Test
    void so_are_held_mails_decisions_people_and_organizations() {
        var rewritten = Map.<String, Format<?>>of(
                "held",
                HeldMailTable.FORMAT,
                "person",
                DynamoDirectory.CONTACT_FORMAT,
                "organization",
                DynamoDirectory.ORGANIZATION_FORMAT);
        rewritten.forEach((attribute, format) -> {
            assertTrue(with(attribute).count() > 2, attribute);
            with(attribute)
                    .map(item -> Packing.unpack(Attr.bytes(item, attribute)))
                    .forEach(old -> assertEquals(List.of(), Lost.between(json(old), json(again(format, old)))));
        });
        assertEquals(3, with("decision").count());
        with("decision")
                .map(item -> Attr.bytes(item, "decision"))
                .forEach(old -> assertEquals(
                        List.of(), Lost.between(json(old), json(again(HeldMailTable.DECISION_FORMAT, old)))));
    }

    private static <T> byte[] again(Format<T> format, byte[] old) {
        return format.write(format.read(old));
    }

    private static List<String> list(TicketQuery query) {
        var queries = new TicketQueries(db, table, new SignedCursors(() -> null));
        return queries.list(query, TicketFilter.NONE, 50, "nadia", Optional.empty()).orElseThrow().rows().stream()
                .map(row -> row.id().toString())
                .toList();
    }

    @Test
    void every_list_shows_them() {
        assertEquals(
                IntStream.iterate(9, number -> number - 1)
                        .limit(9)
                        .mapToObj(number -> "cloud-" + number)
                        .toList(),
                list(new All("cloud")));
        assertEquals(
                List.of("cloud-9", "cloud-7", "cloud-6", "cloud-4", "cloud-3", "cloud-1"),
                list(new OfOrganization("cloud", "acme")));
        assertEquals(List.of("cloud-7", "cloud-1"), list(new RequestedBy("cloud", "alice@acme.example")));
        assertEquals(List.of("cloud-8", "cloud-2"), list(new OwnedBy("cloud", "karim@cloud.example")));
        assertEquals(List.of(), list(new Awaiting("logeas", List.of("epudf"))));
    }

    @Test
    void what_is_due_is_found() {
        var index = new DueIndex(db, table);
        var due = IntStream.range(0, DueIndex.SHARDS)
                .boxed()
                .flatMap(shard -> index.due(shard, Instant.parse("2027-01-01T00:00:00Z"), 100).stream())
                .toList();
        assertEquals(with(Keys.DUE_AT).count(), due.size());
        assertTrue(
                due.contains(new DueIndex.DueTicket(id("cloud-1"), Instant.parse("2026-11-29T09:00:00Z"))),
                due.toString());
        assertEquals(
                1, due.stream().filter(DueIndex.DueHeldMail.class::isInstance).count());
    }

    @Test
    void mails_are_known_by_their_ids_and_numbers_go_on() {
        assertEquals(
                "alice@acme.example",
                tickets.mail("cloud", "lent@acme.example").orElseThrow().sender());
        assertEquals(
                id("cloud-1"),
                tickets.mail("cloud", "interne-0@acme.example").orElseThrow().ticket());
        assertEquals(10, tickets.nextNumber("cloud"));
        assertEquals(4, tickets.nextNumber("daj"));
    }

    @Test
    void of_every_notice_is_known_whether_it_went_out() {
        var ledger = new NoticeLedger(db, table);
        var now = Instant.parse("2026-11-27T15:00:00Z");
        var open = new ArrayList<String>();
        with(StoredCommit.PACKED)
                .map(StoredCommit::read)
                .forEach(commit -> commit.notices().forEach(notice -> {
                    var last = commit.events().getLast();
                    var key = NoticeKey.of(
                            commit.ticket().id(),
                            last.seq(),
                            last.at(),
                            notice.to().address());
                    if (!(ledger.find(key, now).orElse(null) instanceof Claim.Sent)) {
                        open.add(notice.to().address());
                    }
                }));
        assertEquals(
                List.of("albert@acme.example", "claire@daj.example", "nicolas@daj.example"),
                open.stream().sorted().toList(),
                "those that lay on their queues");
    }

    @Test
    void held_mails_wait_and_who_was_let_in_or_kept_out_stays_so() {
        var held = new HeldMailTable(db, table);
        var waiting = held.list("daj", Optional.empty(), 10);
        assertEquals(
                List.of("Personne ne decide"),
                waiting.stream().map(HeldMail::subject).toList());
        var decided = held.find("daj", "20261126T143000000000000Z-nMUUSPtB19DySAoTJwPkiw");
        assertEquals(
                Optional.of(new Decision(Verdict.ONCE, "nicolas@daj.example", Instant.parse("2026-11-27T12:00:00Z"))),
                decided.orElseThrow().decision());
        var senders = new Senders(db, table);
        assertTrue(senders.standing("daj", "admis@press.example").orElseThrow().allowed());
        assertTrue(
                !senders.standing("daj", "refuse@press.example").orElseThrow().allowed());
        assertTrue(senders.unreachable(Set.of("bounce+perdu@acme.example")).containsKey("bounce+perdu@acme.example"));
    }

    @Test
    void people_are_who_they_were_and_sign_in_as_they_did() {
        var directory = new DynamoDirectory(db, table);
        assertEquals(
                "Alice Martin",
                directory
                        .contact("cloud", "alice@acme.example")
                        .map(Contact::name)
                        .orElseThrow());
        assertEquals(
                "acme",
                directory
                        .organizationOfDomain("cloud", "acme.example")
                        .orElseThrow()
                        .id());
        var bindings = new SignInBindings(db, table);
        var nadia = bindings.of("nadia@cloud.example").orElseThrow();
        assertEquals(Optional.of("nadia@cloud.example"), bindings.address(nadia.sub()));
    }
}
