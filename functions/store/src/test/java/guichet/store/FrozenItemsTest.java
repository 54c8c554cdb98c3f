package guichet.store;

import static guichet.store.World.ALICE;
import static guichet.store.World.BRUNO;
import static guichet.store.World.MONDAY;
import static guichet.store.World.id;
import static guichet.store.World.mail;
import static guichet.store.World.opening;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.desk.Audience;
import guichet.core.desk.Language;
import guichet.core.desk.LocalizedText;
import guichet.core.desk.Trigger;
import guichet.core.notice.Notice;
import guichet.core.notice.WithheldNotice;
import guichet.core.ticket.Attachment;
import guichet.core.ticket.Body;
import guichet.core.ticket.ClockState.Phase;
import guichet.core.ticket.MailRef;
import guichet.core.ticket.Person;
import guichet.core.ticket.RecordedEvent;
import guichet.core.ticket.Redaction;
import guichet.core.ticket.Redaction.RefusedFile;
import guichet.core.ticket.Redaction.Why;
import guichet.core.ticket.TicketEvent;
import guichet.core.ticket.TicketEvent.ClockChange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What an earlier version wrote stays readable. The files are as they were written once, and never change; what is new
 * gets another.
 */
class FrozenItemsTest {
    /** A commit with an event of every kind. */
    private static StoredCommit everyKind() {
        var commit = opening(88)
                .message(
                        new Body(
                                "Bonjour",
                                "> avant",
                                Optional.of("<p>Bonjour</p>"),
                                List.of(new Attachment("a1", "log.txt", "text/plain", 12, ""))),
                        Optional.of(mail("first", "root")))
                .owned(BRUNO)
                .with(new TicketEvent.QueueChanged("support", "facturation"))
                .with(new TicketEvent.LevelChanged(Optional.empty(), "2"))
                .with(new TicketEvent.PriorityChanged(
                        "normal", "high", Optional.of("large"), Optional.of("high"), "la production est arrêtée"))
                .with(new TicketEvent.FieldsChanged(Map.of("product", "jira")))
                .with(new TicketEvent.ParticipantsAdded(List.of(Person.of("carla@acme.example"))))
                .with(new TicketEvent.Escalated("too-slow", "Toujours rien"))
                .with(new TicketEvent.Forwarded(List.of(BRUNO.person()), "Pour toi"))
                .with(new TicketEvent.MergeReceived(id(90)))
                .with(new TicketEvent.Unreachable("carla@acme.example", LocalizedText.same("550"), Optional.empty()))
                .clock(ClockChange.STARTED, Phase.RUNNING)
                .with(new TicketEvent.TimerFired("a silent customer is reminded", 1, MONDAY))
                .with(new TicketEvent.Reacted("a customer's answer resumes the request"))
                .with(new TicketEvent.Told(
                        "a lead is told",
                        "alerte",
                        List.of(
                                new Audience.Creator(),
                                new Audience.Participants(),
                                new Audience.Owner(),
                                new Audience.Agents(),
                                new Audience.Leads(),
                                new Audience.Dispatcher(),
                                new Audience.Group("managers"))))
                .with(new TicketEvent.NoticeWithheld("carla@acme.example", LocalizedText.same("the hourly cap")))
                .with(new TicketEvent.MergedInto(id(91)))
                .tells(ALICE, "accuse")
                .commit();
        return new StoredCommit(
                "id",
                commit.after(),
                commit.events(),
                commit.notices(),
                List.of(new WithheldNotice("x@acme.example", "rule", "unreachable")),
                List.of(3L),
                List.of());
    }

    /** A message of the portal, of which something was masked, with a file that was too large to look into. */
    private static StoredCommit maskedInThePortal() {
        var redaction = new Redaction(1, List.of(), List.of("dump.sql"));
        var body = new Body("mot de passe : ••••••", "", Optional.empty(), List.of(), Optional.of(redaction));
        var commit = opening(88).message(body, Optional.empty()).commit();
        return new StoredCommit("id", commit.after(), commit.events(), List.of(), List.of(), List.of(), List.of());
    }

    /**
     * What a commit could hold later: reasons in two languages, what a mail's message does not hold, whoever sent it,
     * and what they are told besides.
     */
    private static StoredCommit laterKinds() {
        var redaction = new Redaction(2, List.of(new RefusedFile("setup.exe", Why.PROGRAM)));
        var commit = opening(88)
                .message(
                        Body.of("Bonjour"),
                        Optional.of(new MailRef("first", List.of(), "print", "raw", Optional.of(redaction))))
                .with(new TicketEvent.Unreachable(
                        "carla@acme.example",
                        new LocalizedText("le mail est revenu", "the mail came back"),
                        Optional.empty()))
                .with(new TicketEvent.NoticeWithheld(
                        "carla@acme.example", new LocalizedText("trop de mails", "too many mails")))
                .with(new TicketEvent.Told("its sender is told", "alerte", List.of(new Audience.Sender())))
                .commit();
        var notice = new Notice(
                ALICE.person(),
                Language.FR,
                Trigger.CREATED,
                List.of("the creator hears"),
                Optional.of("accuse"),
                Map.of(),
                List.of(new Notice.Besides("secret", Map.of("files", "setup.exe"))),
                List.of(),
                false);
        return new StoredCommit(
                "id", commit.after(), commit.events(), List.of(notice), List.of(), List.of(), List.of());
    }

    /** Marks of addresses that pass by themselves, or are lifted. */
    private static StoredCommit liftedMarks() {
        var commit = opening(88)
                .message(Body.of("Bonjour"), Optional.of(mail("first", "root")))
                .with(new TicketEvent.Unreachable(
                        "carla@acme.example",
                        LocalizedText.same("452"),
                        Optional.of(Instant.parse("2026-03-05T09:00:00Z"))))
                .with(new TicketEvent.Reachable(
                        "carla@acme.example", new LocalizedText("nous y écrivons de nouveau", "we write to it again")))
                .commit();
        return new StoredCommit("id", commit.after(), commit.events(), List.of(), List.of(), List.of(), List.of());
    }

    /** What agents put right. */
    private static StoredCommit corrections() {
        var commit = opening(88)
                .with(new TicketEvent.FieldsChanged(Map.of("product", "jira"), "dit au téléphone"))
                .with(new TicketEvent.TypeChanged("support", "incident", "une panne"))
                .with(new TicketEvent.SubjectChanged("Jira est lent", "Jira est lent le matin", "plus précis"))
                .with(new TicketEvent.RequesterChanged(
                        ALICE.person(), BRUNO.person(), Optional.of("globex"), "24x7", "en", "transféré par Alice"))
                .with(new TicketEvent.OrganizationChanged(Optional.of("globex"), Optional.empty(), "24x7", "privé"))
                .with(new TicketEvent.ContractChanged("24x7", "heures-ouvrees", "échu"))
                .commit();
        return new StoredCommit("id", commit.after(), commit.events(), List.of(), List.of(), List.of(), List.of());
    }

    private static byte[] file(String name) throws IOException {
        try (var in = FrozenItemsTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    @Test
    void a_commit_that_was_packed_long_ago_is_read_as_it_was() throws IOException {
        var packed = file("commit-1.packed");
        assertArrayEquals(file("commit-1.json"), Packing.unpack(packed));
        var read = StoredCommit.unpack("id", packed);
        assertEquals(everyKind().events(), read.events());
        assertEquals(everyKind().notices(), read.notices());
        assertEquals(everyKind().withheld(), read.withheld());
        assertEquals(everyKind().elsewhere(), read.elsewhere());
        assertEquals(everyKind().ticket().seq(), read.ticket().seq());
        assertEquals(everyKind().ticket().clocks(), read.ticket().clocks());
        assertEquals(Optional.of("Bonjour"), read.ticket().lastWords());
    }

    static Stream<Arguments> laterCommits() {
        return Stream.of(
                Arguments.of("commit-2", laterKinds()),
                Arguments.of("commit-3", liftedMarks()),
                Arguments.of("commit-4", corrections()));
    }

    @ParameterizedTest
    @MethodSource("laterCommits")
    void so_is_one_of_a_later_version(String name, StoredCommit written) throws IOException {
        var packed = file(name + ".packed");
        assertArrayEquals(file(name + ".json"), Packing.unpack(packed));
        var read = StoredCommit.unpack("id", packed);
        assertEquals(written.events(), read.events());
        assertEquals(written.notices(), read.notices());
    }

    @Test
    void so_is_one_with_what_was_masked_in_the_portal() throws IOException {
        var packed = file("commit-portal-redaction.packed");
        assertArrayEquals(file("commit-portal-redaction.json"), Packing.unpack(packed));
        assertEquals(
                maskedInThePortal().events(), StoredCommit.unpack("id", packed).events());
    }

    @Test
    void every_kind_of_event_and_audience_is_in_a_frozen_commit() {
        var events = Stream.of(everyKind(), laterKinds(), liftedMarks(), corrections())
                .flatMap(commit -> commit.events().stream())
                .map(RecordedEvent::event)
                .toList();
        assertEquals(
                Set.of(TicketEvent.class.getPermittedSubclasses()),
                events.stream().map(Object::getClass).collect(Collectors.toSet()));
        var audiences = events.stream()
                .filter(TicketEvent.Told.class::isInstance)
                .flatMap(told -> ((TicketEvent.Told) told).whom().stream());
        assertEquals(
                Set.of(Audience.class.getPermittedSubclasses()),
                audiences.map(Object::getClass).collect(Collectors.toSet()));
    }

    @Test
    void a_property_that_is_gone_is_ignored_and_one_that_is_new_reads_as_empty() {
        var old = """
                {"id":"cloud-88","seq":3,"type":"support","subject":"Bonjour","colour":"red","state":"soumise","since":"2026-03-02T09:00:00Z",
                 "priority":"normal","requester":{"address":"alice@acme.example","shoeSize":38},"contract":"24x7","language":"fr","channel":"MAIL",
                 "queue":"support","opened":"2026-03-02T09:00:00Z","lastTouch":"2026-03-02T09:00:00Z","lastAt":"2026-03-02T09:00:00Z"}
                """;
        var ticket = HeadItem.FORMAT.read(old);
        assertEquals(id(88), ticket.id());
        assertEquals(Optional.empty(), ticket.owner());
        assertEquals(Optional.empty(), ticket.lastWords());
        assertEquals(List.of(), ticket.participants());
        assertEquals(Map.of(), ticket.clocks());
        assertEquals("", ticket.requester().name());
    }

    @Test
    void what_is_no_packed_json_is_said_to_be_none() {
        for (var bytes : List.of(new byte[0], new byte[] {1}, new byte[] {1, -1, -1, -1}, new byte[] {0, 0})) {
            assertThrows(IllegalArgumentException.class, () -> Packing.unpack(bytes));
        }
        assertThrows(NewerFormatException.class, () -> Packing.unpack(new byte[] {2, 1, 1}));
    }

    @Test
    void any_text_survives_packing() {
        for (var text : List.of("", "x", "é🙂\u0000\uFFFF", "{\"is\":\"opened\"".repeat(50_000))) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            assertArrayEquals(bytes, Packing.unpack(Packing.pack(bytes)));
        }
        assertTrue(Packing.pack("{\"is\":\"opened\"".repeat(50_000).getBytes(StandardCharsets.UTF_8)).length < 5_000);
    }
}
