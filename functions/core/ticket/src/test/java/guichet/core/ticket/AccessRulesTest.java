package guichet.core.ticket;

import static guichet.core.ticket.Garage.ANN;
import static guichet.core.ticket.Garage.BOB;
import static guichet.core.ticket.Garage.CAR;
import static guichet.core.ticket.Garage.DORA;
import static guichet.core.ticket.Garage.LEO;
import static guichet.core.ticket.Garage.move;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import guichet.core.command.Actions;
import guichet.core.command.Command;
import guichet.core.command.Decision;
import guichet.core.command.Refusal;
import guichet.core.desk.Channel;
import guichet.core.desk.LocalizedText;
import guichet.core.ticket.Garage.Opening;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what to a ticket, and to which queues, levels and people it may go (docs/desk-language.md). */
class AccessRulesTest {
    private static final String ESCALATION = """
            escalation:
              reasons: { slow: Too slow }
            """;

    /** What the desk's own people do, each of which would change this ticket. */
    static Stream<Function<Actor, Command>> staffOnly() {
        return Stream.of(
                by -> new Command.Assign(by, Optional.of(BOB.person())),
                by -> new Command.MoveToQueue(by, "workshop"),
                by -> new Command.SetLevel(by, "second"),
                by -> new Command.SetPriority(by, Optional.of("high"), Optional.empty(), Optional.empty(), ""),
                by -> new Command.SetFields(by, Map.of("plate", "ZZ")),
                by -> new Command.Forward(by, List.of(Person.of("parts@elsewhere.example")), ""),
                by -> new Command.MergeInto(by, new TicketId("garage", 12)));
    }

    @ParameterizedTest
    @MethodSource("staffOnly")
    void what_is_for_the_staff_is_open_to_agents_and_leads_and_shut_to_the_requester(Function<Actor, Command> command) {
        var ticket = Garage.mailedAt("2026-03-02 10:00");
        assertInstanceOf(Refusal.NotAllowed.class, ticket.refusalOf(command.apply(DORA)));
        assertInstanceOf(Decision.Accepted.class, ticket.decide(command.apply(ANN)));
        assertInstanceOf(Decision.Accepted.class, ticket.decide(command.apply(LEO)));
    }

    private static List<String> offered(TicketScenario ticket, Actor by) {
        return Actions.of(ticket.desk(), ticket.ticket(), by).stream()
                .map(action -> action.name() + action.target().map(" "::concat).orElse(""))
                .toList();
    }

    @Test
    void a_customer_is_offered_what_a_customer_may_do_and_no_more() {
        var done = Garage.mailedAt("2026-03-02 10:00", ESCALATION).does(move(ANN, "done"));
        assertEquals(List.of("message", "transition open", "escalate"), offered(done, DORA));
        assertEquals(
                List.of(
                        "message",
                        "transition open",
                        "escalate",
                        "owner",
                        "queue",
                        "level",
                        "priority",
                        "merge",
                        "forward",
                        "fields",
                        "type question",
                        "subject",
                        "requester",
                        "organization",
                        "contract"),
                offered(done, BOB));
    }

    @Test
    void where_the_desk_has_no_reasons_nobody_is_offered_to_escalate_or_may() {
        var ticket = Garage.mailedAt("2026-03-02 10:00");
        assertEquals(List.of("message"), offered(ticket, DORA));
        assertInstanceOf(Refusal.BadValue.class, ticket.refusalOf(new Command.Escalate(DORA, "slow", "")));
    }

    @Test
    void anybody_on_the_ticket_may_escalate_for_one_of_the_desks_reasons() {
        var ticket = Garage.mailedAt("2026-03-02 10:00", ESCALATION);
        assertEquals(
                List.of("slow"),
                badValue(ticket, new Command.Escalate(DORA, "bored", "")).allowed());
        assertEquals(
                List.of("Escalated"),
                ticket.does(new Command.Escalate(DORA, "slow", "")).kinds());
    }

    private static Refusal.BadValue badValue(TicketScenario ticket, Command command) {
        return assertInstanceOf(Refusal.BadValue.class, ticket.refusalOf(command));
    }

    @Test
    void an_obsolete_queue_takes_no_new_ticket_and_is_not_offered() {
        var counter = TicketScenario.on(Garage.with(""), "2026-03-02 10:00");
        var phoned = new Opening("repair", ANN, DORA, Channel.PHONE, CAR);
        assertEquals("queue", badValue(counter, phoned.in("annex").command()).field());
        var ticket = counter.does(phoned.in("workshop").command());
        assertEquals("workshop", ticket.ticket().queue());
        var refusal = badValue(ticket, new Command.MoveToQueue(ANN, "annex"));
        assertEquals(List.of("counter", "workshop"), refusal.allowed());
        var offered = Actions.of(ticket.desk(), ticket.ticket(), ANN).stream()
                .filter(action -> action.name().equals("queue"))
                .flatMap(action -> action.inputs().getFirst().choices().keySet().stream())
                .toList();
        assertEquals(List.of("counter", "workshop"), offered);
    }

    @Test
    void what_takes_a_choice_offers_what_there_is_and_what_there_is_one_of_is_not_offered() {
        var ticket = Garage.mailedAt("2026-03-02 10:00");
        assertEquals(List.of("first", "second"), choices(ticket, "level"));
        assertEquals(List.of("high", "middle", "low"), choices(ticket, "priority"));
        var small = Garage.smaller();
        var alone = TicketScenario.openedBy(small, DORA, Channel.MAIL, "2026-03-02 10:00");
        assertEquals(
                List.of(
                        "message",
                        "transition done",
                        "owner",
                        "priority",
                        "merge",
                        "forward",
                        "subject",
                        "requester",
                        "organization"),
                offered(alone, ANN));
    }

    private static List<String> choices(TicketScenario ticket, String action) {
        return Actions.of(ticket.desk(), ticket.ticket(), ANN).stream()
                .filter(offered -> offered.name().equals(action))
                .flatMap(offered -> offered.inputs().getFirst().choices().keySet().stream())
                .toList();
    }

    @Test
    void a_move_that_asks_for_a_comment_asks_once_and_any_other_takes_one() {
        var ticket = Garage.mailedAt("2026-03-02 10:00");
        assertEquals(List.of("comment true"), inputs(ticket, "customer"));
        assertEquals(List.of("comment false"), inputs(ticket, "open"));
        assertEquals(List.of("part true", "price false", "comment false"), inputs(ticket, "parts"));
    }

    private static List<String> inputs(TicketScenario ticket, String state) {
        return Actions.of(ticket.desk(), ticket.ticket(), ANN).stream()
                .filter(action -> action.target().equals(Optional.of(state)))
                .flatMap(action -> action.inputs().stream())
                .map(input -> input.name() + " " + input.required())
                .toList();
    }

    @Test
    void queues_levels_owners_and_addresses_are_those_that_there_are() {
        var ticket = Garage.mailedAt("2026-03-02 10:00");
        assertEquals(
                "name", badValue(ticket, new Command.MoveToQueue(ANN, "roof")).field());
        assertEquals(
                "number", badValue(ticket, new Command.SetLevel(ANN, "third")).field());
        assertEquals(
                "email",
                badValue(ticket, new Command.Assign(ANN, Optional.of(DORA.person())))
                        .field());
        assertEquals(
                "to", badValue(ticket, new Command.Forward(ANN, List.of(), "")).field());
    }

    @Test
    void a_ticket_may_be_nobodys_again() {
        var ticket = Garage.mailedAt("2026-03-02 10:00").does(new Command.Assign(ANN, Optional.of(BOB.person())));
        assertEquals(
                Optional.empty(),
                ticket.does(new Command.Assign(ANN, Optional.empty())).ticket().owner());
    }

    @Test
    void a_merged_ticket_takes_nothing_from_people_and_what_the_robot_learns_of_its_addresses() {
        var merged = Garage.mailedAt("2026-03-02 10:00").does(new Command.MergeInto(ANN, new TicketId("garage", 12)));
        assertInstanceOf(Refusal.NotNow.class, merged.refusalOf(move(ANN, "open")));
        var bounced = TicketScenario.unreachable(DORA.address());
        assertEquals(List.of("Unreachable"), merged.does(bounced).kinds());
        var withheld = new Command.Withhold(Actor.ROBOT, DORA.address(), LocalizedText.same("too many"));
        assertEquals(List.of("NoticeWithheld"), merged.does(withheld).kinds());
    }

    @Test
    void an_agent_lifts_a_mark_that_the_ticket_has_and_says_why() {
        var ticket = Garage.mailedAt("2026-03-02 10:00").does(TicketScenario.unreachable(DORA.address()));
        var why = LocalizedText.same("she phoned: it works again");
        assertEquals(List.of("address"), missing(ticket, new Command.MarkReachable(ANN, "eve@elsewhere.example", why)));
        var blank = new Command.MarkReachable(ANN, DORA.address(), LocalizedText.same("\u200b"));
        assertEquals(List.of("reason"), missing(ticket, blank));
        assertInstanceOf(
                Refusal.NotAllowed.class, ticket.refusalOf(new Command.MarkReachable(DORA, DORA.address(), why)));
        ticket.does(new Command.MarkReachable(ANN, DORA.address(), why));
        assertEquals(List.of("Reachable"), ticket.kinds());
        assertEquals(Set.of(), ticket.ticket().unreachable());
    }

    private static List<String> missing(TicketScenario ticket, Command command) {
        return List.of(assertInstanceOf(Refusal.BadValue.class, ticket.refusalOf(command))
                .field());
    }

    @Test
    void the_action_stands_where_there_is_a_mark_and_names_the_addresses() {
        var ticket = Garage.mailedAt("2026-03-02 10:00");
        assertEquals(List.of(), reachable(ticket, ANN));
        ticket.does(TicketScenario.unreachable(DORA.address()));
        assertEquals(List.of(DORA.address()), reachable(ticket, ANN));
        assertEquals(List.of(), reachable(ticket, DORA));
    }

    private static List<String> reachable(TicketScenario ticket, Actor by) {
        return Actions.of(ticket.desk(), ticket.ticket(), by).stream()
                .filter(action -> action.name().equals("reachable"))
                .flatMap(action -> action.inputs().getFirst().choices().keySet().stream())
                .toList();
    }

    @Test
    void an_agent_who_opens_a_request_for_a_customer_makes_it_the_customers() {
        var ticket = TicketScenario.on(Garage.with(""), "2026-03-02 10:00")
                .does(new Opening("repair", ANN, Garage.CARL, Channel.PHONE, CAR).command())
                .ticket();
        assertEquals(Garage.CARL.person(), ticket.requester());
        assertEquals(Optional.of("fleet"), ticket.organization());
        assertEquals("fleet", ticket.contract());
        assertEquals("daytime", Garage.mailedAt("2026-03-02 10:00").ticket().contract());
    }
}
