package guichet.core.command;

import static guichet.core.ticket.Garage.ANN;
import static guichet.core.ticket.Garage.BOB;
import static guichet.core.ticket.Garage.CAR;
import static guichet.core.ticket.Garage.DORA;
import static guichet.core.ticket.Garage.LEO;
import static guichet.core.ticket.Garage.move;
import static guichet.core.ticket.TicketScenario.time;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.desk.Channel;
import guichet.core.desk.Desk;
import guichet.core.desk.Language;
import guichet.core.ticket.Actor;
import guichet.core.ticket.Attachment;
import guichet.core.ticket.Body;
import guichet.core.ticket.Garage;
import guichet.core.ticket.Garage.Opening;
import guichet.core.ticket.Person;
import guichet.core.ticket.TicketId;
import guichet.core.ticket.TicketScenario;
import guichet.core.ticket.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused of what people send, whoever they are: what is missing, too long, or not there. */
class CommandRulesTest {
    private static final Instant TEN = time("2026-03-02 10:00");
    private static final Desk DESK = Garage.with("""
            escalation:
              reasons: { slow: Too slow }
            """);

    private final TicketScenario ticket =
            TicketScenario.on(DESK, "2026-03-02 10:00").does(Garage.mail(DORA));

    private static Decision opens(String subject, Opening opening, String text) {
        var made = opening.command();
        var command = Command.Open.of(made.by(), made.id(), made.type(), subject, made.requester(), made.channel())
                .fields(made.fields())
                .queue(made.queue())
                .body(Optional.of(text).filter(said -> !said.isEmpty()).map(Body::of))
                .build();
        return Decider.decide(DESK, Optional.empty(), command, TEN);
    }

    private static String refused(Decision decision) {
        return switch (assertInstanceOf(Decision.Refused.class, decision).refusal()) {
            case Refusal.BadValue bad -> bad.field() + " " + bad.value();
            case Refusal other -> other.toString();
        };
    }

    private static Opening repair() {
        return Garage.opening(DORA);
    }

    @Test
    void a_request_has_a_subject_that_is_not_endless() {
        assertEquals("subject ", refused(opens("  ", repair(), "")));
        assertEquals("subject …", refused(opens("x".repeat(501), repair(), "")));
        assertInstanceOf(Decision.Accepted.class, opens("x".repeat(500), repair(), ""));
    }

    @Test
    void a_request_is_of_a_type_that_the_desk_has() {
        var unknown = opens("Frein", new Opening("wedding", DORA, DORA, Channel.MAIL, CAR), "");
        var refusal = (Refusal.BadValue) ((Decision.Refused) unknown).refusal();
        assertEquals("type wedding", refused(unknown));
        assertEquals(List.of("repair", "question"), refusal.allowed());
    }

    @Test
    void an_opening_names_priorities_queues_and_fields_that_there_are() {
        assertEquals("priority urgent", refused(opening(repair().weighs("urgent", "", ""))));
        assertEquals("impact world", refused(opening(repair().weighs("", "world", "now"))));
        assertEquals("urgency never", refused(opening(repair().weighs("", "car", "never"))));
        assertEquals("queue roof", refused(opening(repair().in("roof"))));
        assertEquals(
                "fields wings",
                refused(opening(new Opening("repair", DORA, DORA, Channel.MAIL, Map.of("wings", "2")))));
    }

    private static Decision opening(Opening opening) {
        return Decider.decide(DESK, Optional.empty(), opening.command(), TEN);
    }

    @Test
    void a_ticket_in_a_state_that_the_desk_no_longer_has_is_told_by_its_name() {
        var planned =
                ticket.does(new Command.Transition(ANN, "planned", Optional.empty(), Map.of("day", "2026-03-09")));
        var smaller = Garage.smaller();
        var decision = Decider.decide(smaller, Optional.of(planned.ticket()), move(ANN, "done"), TEN);
        var refusal = assertInstanceOf(
                Refusal.NotNow.class,
                assertInstanceOf(Decision.Refused.class, decision).refusal());
        assertTrue(refusal.message().in(Language.FR).contains("planned"), refusal::toString);
    }

    @Test
    void what_was_given_once_holds_for_what_depends_on_it_later() {
        ticket.does(move(ANN, "open"))
                .does(inputs("paint", Map.of("gilding", "gold", "carats", "18")))
                .does(move(ANN, "open"));
        assertInstanceOf(Decision.Accepted.class, ticket.decide(inputs("paint", Map.of("carats", "20"))));
    }

    private static Command inputs(String state, Map<String, String> inputs) {
        return new Command.Transition(ANN, state, Optional.empty(), inputs);
    }

    @Test
    void a_text_is_not_endless_wherever_it_is_written() {
        var longest = "x".repeat(1_000_000);
        assertInstanceOf(Decision.Accepted.class, opens("Frein", repair(), longest));
        assertEquals("text …", refused(opens("Frein", repair(), longest + "x")));
        assertInstanceOf(Decision.Accepted.class, ticket.decide(says(Channel.PORTAL, longest)));
        assertEquals("text …", refused(ticket.decide(says(Channel.PORTAL, longest + "x"))));
        assertEquals("text …", refused(ticket.decide(says(Channel.MAIL, longest + "x"))));
        assertEquals(
                "text …",
                refused(ticket.decide(
                        new Command.Transition(ANN, "open", Optional.of(Body.of(longest + "x")), Map.of()))));
        assertEquals("text …", refused(ticket.decide(new Command.Escalate(DORA, "slow", longest + "x"))));
    }

    private static Command.AddMessage says(Channel channel, String text) {
        return message(channel, Body.of(text));
    }

    private static Command.AddMessage message(Channel channel, Body body) {
        return new Command.AddMessage(
                DORA, Visibility.PUBLIC, channel, body, Optional.empty(), Optional.empty(), List.of());
    }

    @ParameterizedTest
    @CsvSource({"PORTAL", "PHONE"})
    void a_message_says_something_or_brings_a_file(Channel channel) {
        assertEquals("text ", refused(ticket.decide(says(channel, " "))));
        var file = new Attachment("f1", "a.txt", "text/plain", 1, "");
        assertInstanceOf(
                Decision.Accepted.class,
                ticket.decide(message(channel, new Body("", "", Optional.empty(), List.of(file)))));
        assertInstanceOf(
                Decision.Accepted.class,
                ticket.decide(message(channel, new Body("", "> avant", Optional.empty(), List.of()))));
    }

    @Test
    void a_mail_is_kept_also_where_it_says_nothing() {
        assertInstanceOf(Decision.Accepted.class, ticket.decide(says(Channel.MAIL, "")));
    }

    @Test
    void what_is_not_there_is_refused_with_what_is() {
        assertEquals("to attic", refused(ticket.decide(move(ANN, "attic"))));
        assertEquals(
                "to",
                refused(ticket.decide(new Command.Forward(ANN, List.of(), ""))).strip());
        assertEquals("reason late", refused(ticket.decide(new Command.Escalate(DORA, "late", ""))));
        assertEquals("number third", refused(ticket.decide(new Command.SetLevel(ANN, "third"))));
        assertEquals(
                "into " + ticket.ticket().id(),
                refused(ticket.decide(new Command.MergeInto(ANN, ticket.ticket().id()))));
        var owner = new Command.Assign(ANN, Optional.of(Person.of("zoe@nowhere.example")));
        var refusal = (Refusal.BadValue) ticket.refusalOf(owner);
        assertEquals("email zoe@nowhere.example", refusal.field() + " " + refusal.value());
        assertEquals(List.of(ANN.address(), BOB.address(), LEO.address()), refusal.allowed());
    }

    @Test
    void a_refusal_of_a_move_names_both_states_and_those_that_are_possible() {
        var refusal = assertInstanceOf(Refusal.NotNow.class, ticket.refusalOf(move(DORA, "done")));
        assertTrue(refusal.message().in(Language.FR).contains("done"), refusal::toString);
        var agents = assertInstanceOf(Refusal.NotNow.class, ticket.refusalOf(move(ANN, "pause")));
        assertTrue(agents.message().in(Language.EN).contains("Pause"), agents::toString);
        assertTrue(agents.message().in(Language.EN).contains("Open"), agents::toString);
    }

    @Test
    void on_a_merged_request_people_do_nothing_and_the_robot_goes_on() {
        var merged = ticket.does(new Command.MergeInto(ANN, new TicketId("garage", 12)));
        assertInstanceOf(Refusal.NotNow.class, merged.refusalOf(says(Channel.PORTAL, "Alors ?")));
        assertInstanceOf(Decision.Accepted.class, merged.decide(new Command.Tick(TEN)));
        var mark =
                new Command.Withhold(Actor.ROBOT, DORA.address(), guichet.core.desk.LocalizedText.same("no such user"));
        assertInstanceOf(Decision.Accepted.class, merged.decide(mark));
    }

    @Test
    void a_comment_of_a_move_is_kept_where_it_says_something_or_brings_a_file() {
        var file = new Attachment("f1", "a.txt", "text/plain", 1, "");
        assertEquals(
                List.of("StateChanged", "MessageAdded"),
                ticket.does(comments(new Body("", "", Optional.empty(), List.of(file))))
                        .kinds());
        assertEquals(
                List.of("StateChanged"),
                TicketScenario.on(DESK, "2026-03-02 10:00")
                        .does(Garage.mail(DORA))
                        .does(comments(Body.of(" ")))
                        .kinds());
    }

    private static Command comments(Body body) {
        return new Command.Transition(ANN, "open", Optional.of(body), Map.of());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-09, true",
        "2199-12-31, true",
        "1899-12-31, false",
        "2200-01-01, false",
        "+999999999-12-31, false",
        "-0001-01-01, false",
        "2026-02-30, false",
    })
    void a_day_to_come_is_one_that_a_person_may_mean(String day, boolean taken) {
        var planned = ticket.decide(new Command.Transition(ANN, "planned", Optional.empty(), Map.of("day", day)));
        assertEquals(taken, planned instanceof Decision.Accepted, planned::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T10:00:00+01:00, 2026-03-02, true",
        "2026-03-02T10:00:00+01:00, 2026-03-01, false",
        "2026-03-03T00:30:00+01:00, 2026-03-02, false",
        "2026-03-02T23:30:00+01:00, 2026-03-02, true",
    })
    void a_plan_is_for_today_at_the_desk_or_later(String now, String day, boolean taken) {
        var move = new Command.Transition(ANN, "planned", Optional.empty(), Map.of("day", day));
        var decision = Decider.decide(
                DESK,
                Optional.of(ticket.ticket()),
                move,
                java.time.OffsetDateTime.parse(now).toInstant());
        assertEquals(taken, decision instanceof Decision.Accepted, decision::toString);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-02T09:00:00Z, true", "2026-03-02T08:59:59Z, false"})
    void nothing_is_planned_for_a_time_that_is_over(String when, boolean taken) {
        var decision = TicketScenario.openedBy(TicketScenario.CLOUD, DORA, Channel.MAIL, "2026-03-02 10:00")
                .decide(new Command.Transition(
                        TicketScenario.NADIA,
                        "planifiee",
                        Optional.of(Body.of("C'est prévu.")),
                        Map.of("when", when, "by-whom", "Karim")));
        assertEquals(taken, decision instanceof Decision.Accepted, decision::toString);
        if (decision instanceof Decision.Refused(var refusal)) {
            assertTrue(refusal.message().en().contains("yet to come"), refusal.message()::en);
        }
    }

    @Test
    void zero_width_characters_are_as_blank_as_blanks_where_something_is_asked_for() {
        var blank = "\u200b \u2060";
        var refusal = TicketScenario.openedBy(TicketScenario.CLOUD, DORA, Channel.MAIL, "2026-03-02 10:00")
                .refusalOf(new Command.Transition(
                        TicketScenario.NADIA,
                        "planifiee",
                        Optional.of(Body.of("C'est prévu.")),
                        Map.of("when", "2026-03-09T19:00:00Z", "by-whom", blank)));
        assertEquals(
                "by-whom", assertInstanceOf(Refusal.BadValue.class, refusal).field());
        var opened = TicketScenario.on(DESK, "2026-03-02 10:00")
                .does(new Opening("repair", DORA, DORA, Channel.MAIL, Map.of("vehicle", "car", "plate", blank))
                        .command());
        assertEquals("", opened.ticket().fields().get("plate"));
        assertEquals(
                "",
                opened.does(new Command.SetFields(ANN, Map.of("axles", blank)))
                        .ticket()
                        .fields()
                        .getOrDefault("axles", ""));
    }

    @Test
    void what_is_said_where_a_request_ends_may_be_over() {
        var desk = TicketScenario.cloudWith(
                text -> text.replace("asks: [comment, resolution?]", "asks: [comment, when?, resolution?]"));
        assertInstanceOf(
                Decision.Accepted.class,
                TicketScenario.openedBy(desk, DORA, Channel.MAIL, "2026-03-02 10:00")
                        .decide(new Command.Transition(
                                TicketScenario.NADIA,
                                "fermee",
                                Optional.of(Body.of("C'est fait.")),
                                Map.of("when", "2026-03-01T10:00:00Z"))));
    }

    @ParameterizedTest
    @CsvSource({
        "instant, 2026-03-09T10:00:00Z, true",
        "instant, 2200-01-01T00:00:00Z, false",
        "instant, +999999999-12-31T23:59:59Z, false",
        "days, 3653, true",
        "days, 0.5, true",
        "days, 3653.1, false",
        "days, 3000000, false",
        "days, -1, false",
    })
    void so_is_an_instant_and_a_wait(String kind, String value, boolean taken) {
        var desk = TicketScenario.cloudWith(text -> text.replace("kind: instant", "kind:  " + kind));
        var planned = TicketScenario.openedBy(desk, DORA, Channel.MAIL, "2026-03-02 10:00")
                .decide(new Command.Transition(
                        TicketScenario.NADIA,
                        "planifiee",
                        Optional.of(Body.of("C'est prévu.")),
                        Map.of("when", value, "by-whom", "Karim")));
        assertEquals(taken, planned instanceof Decision.Accepted, planned::toString);
    }

    @Test
    void only_an_opening_has_no_ticket() {
        var message = says(Channel.MAIL, "Alors ?");
        assertThrows(IllegalArgumentException.class, () -> Decider.decide(DESK, Optional.empty(), message, TEN));
    }
}
