package guichet.core.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import guichet.core.command.Command;
import guichet.core.command.Decider;
import guichet.core.command.Decision;
import guichet.core.command.OpenBuilder;
import guichet.core.command.Refusal;
import guichet.core.desk.Channel;
import guichet.core.desk.Desk;
import guichet.core.desk.LocalizedText;
import guichet.core.desk.Role;
import guichet.core.desk.file.DeskFile;
import guichet.core.notice.DeliveryFailure;
import guichet.core.notice.Notice;
import guichet.core.notice.Silence;
import guichet.fixtures.SampleDesk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One ticket of the desk cloud through time. Alice and Albert are of Acme, who have 24/7; Gina is of Globex, who have
 * working hours; Nadia and Karim are agents, Léa is the lead. Times are those of Paris. 2 March 2026 is a Monday.
 */
public final class TicketScenario {
    public static final Desk CLOUD = SampleDesk.read("cloud").desk();
    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    public static final Actor ALICE = Actor.customer("alice@acme.example", "Alice Martin", "acme");
    public static final Actor ALBERT = Actor.customer("albert@acme.example", "Albert Morel", "acme");
    public static final Actor GINA = Actor.customer("gina@globex.example", "Gina Hall", "globex");
    public static final Actor NADIA = Actor.agent("nadia@cloud.example", "Nadia Roux");
    public static final Actor KARIM = Actor.agent("karim@cloud.example", "Karim Benali");
    public static final Actor LEA =
            new Actor(Role.LEAD, new Person("lea@cloud.example", "Léa Fontaine"), Optional.empty());
    private static final TicketId ID = new TicketId("cloud", 88);

    private final Desk desk;
    private final List<RecordedEvent> history = new ArrayList<>();
    private Optional<Ticket> ticket = Optional.empty();
    private Decision.Accepted last;
    private Instant now;

    private TicketScenario(Desk desk, Instant now) {
        this.desk = desk;
        this.now = now;
    }

    /** Alice's mail of that time. */
    public static TicketScenario mailedAt(String local) {
        return openedBy(CLOUD, ALICE, Channel.MAIL, local);
    }

    public static TicketScenario openedBy(Desk desk, Actor who, Channel channel, String local) {
        return on(desk, local)
                .does(opening(desk.defaultType().id(), who, who, channel).build());
    }

    public static TicketScenario on(Desk desk, String local) {
        return new TicketScenario(desk, time(local));
    }

    public static Command.Open open(Actor by, Actor requester, Channel channel) {
        return opening("support", by, requester, channel).build();
    }

    /** Of type {@code support}; for what else a request may have. */
    public static OpenBuilder opening(Actor by, Actor requester, Channel channel) {
        return opening("support", by, requester, channel);
    }

    private static OpenBuilder opening(String type, Actor by, Actor requester, Channel channel) {
        var contract =
                requester.organization().map(organization -> organization.equals("acme") ? "24/7" : "heures-ouvrees");
        return Command.Open.of(
                        by,
                        ID,
                        type,
                        "Jira est lent",
                        new Requester(
                                requester.person(),
                                requester.organization(),
                                contract,
                                requester.equals(GINA) ? Optional.of("en") : Optional.empty()),
                        channel)
                .body(Body.of("Chaque page met dix secondes."));
    }

    /** The desk cloud with some of its file written otherwise. */
    public static Desk cloudWith(UnaryOperator<String> change) {
        try {
            var text = Files.readString(Path.of("../../../desks/cloud/desk.yaml"));
            var changed = change.apply(text);
            if (changed.equals(text)) {
                throw new IllegalArgumentException("nothing in the desk file was changed");
            }
            return DeskFile.read("changed desk.yaml", changed).orThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param local such as {@code 2026-03-02 10:00} or {@code 2026-03-02 10:00:30} */
    public static Instant time(String local) {
        return LocalDateTime.parse(local.replace(' ', 'T')).atZone(PARIS).toInstant();
    }

    public TicketScenario at(String local) {
        return at(time(local));
    }

    public TicketScenario at(Instant instant) {
        now = instant;
        return this;
    }

    /** @throws AssertionError if it is refused */
    public TicketScenario does(Command command) {
        return switch (decide(command)) {
            case Decision.Accepted accepted -> accept(accepted);
            case Decision.Refused refused ->
                throw new AssertionError(
                        "refused: " + refused.refusal().message().en());
        };
    }

    private TicketScenario accept(Decision.Accepted accepted) {
        last = accepted;
        ticket = Optional.of(accepted.ticket());
        history.addAll(accepted.events());
        return this;
    }

    public Decision decide(Command command) {
        return Decider.decide(desk, ticket, command, now);
    }

    /** Does it, if it is not refused. */
    public void tries(Command command) {
        if (decide(command) instanceof Decision.Accepted accepted) {
            accept(accepted);
        }
    }

    /** @throws AssertionError if it is not refused */
    public Refusal refusalOf(Command command) {
        return switch (decide(command)) {
            case Decision.Accepted accepted -> throw new AssertionError("accepted: " + accepted.events());
            case Decision.Refused refused -> refused.refusal();
        };
    }

    /** A sweep at the present time, however late. */
    public TicketScenario sweep() {
        return does(new Command.Tick(now));
    }

    /** Time passes to there, and each timer fires at its own instant. */
    public TicketScenario passesTo(Instant until) {
        for (var due = last.due(); due.isPresent() && !due.get().isAfter(until); due = last.due()) {
            now = due.get();
            sweep();
            assertEquals(
                    Optional.empty(),
                    last.due().filter(due.get()::equals),
                    "a timer that has fired is not due any more");
        }
        now = until;
        return this;
    }

    public TicketScenario passesTo(String local) {
        return passesTo(time(local));
    }

    public TicketScenario writes(Actor by, String text) {
        return does(message(by, text));
    }

    public TicketScenario moves(Actor by, String state, String comment) {
        return does(transition(by, state, comment));
    }

    public static Command.AddMessage message(Actor by, String text) {
        return message(by, text, Visibility.PUBLIC, Optional.empty());
    }

    public static Command.AddMessage note(Actor by, String text) {
        return message(by, text, Visibility.INTERNAL, Optional.empty());
    }

    public static Command.AddMessage automatic(Actor by, String text) {
        return message(
                by, text, Visibility.PUBLIC, Optional.of(Silence.towardsEverybody("Auto-Submitted: auto-replied")));
    }

    private static Command.AddMessage message(Actor by, String text, Visibility visibility, Optional<Silence> silence) {
        return new Command.AddMessage(
                by, visibility, Channel.MAIL, Body.of(text), Optional.empty(), silence, List.of());
    }

    /** For good. */
    public static Command.MarkUnreachable unreachable(String address) {
        return new Command.MarkUnreachable(
                Actor.ROBOT,
                address,
                DeliveryFailure.forGood(LocalizedText.same("no such user"), Instant.parse("2026-03-02T10:00:00Z")));
    }

    /** With what the state asks for. */
    public static Command.Transition transition(Actor by, String state, String comment) {
        Map<String, String> inputs = switch (state) {
            case "attente-tiers" -> Map.of("who", "atlassian");
            case "planifiee" -> Map.of("when", "2026-03-09T19:00:00Z", "by-whom", "Karim");
            default -> Map.of();
        };
        return new Command.Transition(
                by, state, comment.isEmpty() ? Optional.empty() : Optional.of(Body.of(comment)), inputs);
    }

    public static Command.SetPriority priority(String priority) {
        return new Command.SetPriority(NADIA, Optional.of(priority), Optional.empty(), Optional.empty(), "");
    }

    public Desk desk() {
        return desk;
    }

    public Ticket ticket() {
        return ticket.orElseThrow();
    }

    public List<RecordedEvent> history() {
        return List.copyOf(history);
    }

    public Decision.Accepted last() {
        return last;
    }

    public Instant now() {
        return now;
    }

    /** Who the last command told, with the text's name; {@code -} for a message alone. */
    public List<String> told() {
        return last.notices().stream()
                .map(notice -> notice.to().address().replaceFirst("@.*", "") + " "
                        + notice.text().orElse("-"))
                .sorted()
                .toList();
    }

    public Notice noticeTo(Actor actor) {
        return last.notices().stream()
                .filter(notice -> notice.to().address().equals(actor.address()))
                .findFirst()
                .orElseThrow();
    }

    /** What the last command recorded, by the kinds' names. */
    public List<String> kinds() {
        return last.events().stream()
                .map(recorded -> recorded.event().getClass().getSimpleName())
                .toList();
    }
}
