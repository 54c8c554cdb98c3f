package guichet.core.ticket;

import static guichet.core.ticket.Garage.ANN;
import static guichet.core.ticket.Garage.BOB;
import static guichet.core.ticket.Garage.CAR;
import static guichet.core.ticket.Garage.DORA;
import static guichet.core.ticket.Garage.LEO;
import static guichet.core.ticket.Garage.move;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.command.Actions;
import guichet.core.command.Command;
import guichet.core.command.Refusal;
import guichet.core.command.Workflow;
import guichet.core.desk.Channel;
import guichet.core.ticket.Garage.Opening;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Moves, what they ask for, and the form, sentence by sentence (docs/desk-language.md). */
class WorkflowRulesTest {
    private static final Map<String, String> TRUCK = Map.of("vehicle", "truck", "plate", "AB-123-CD", "axles", "3");

    private static TicketScenario repair(Map<String, String> fields) {
        return TicketScenario.on(Garage.with(""), "2026-03-02 10:00")
                .does(new Opening("repair", DORA, DORA, Channel.MAIL, fields).command());
    }

    private static String missing(TicketScenario ticket, Command command) {
        return assertInstanceOf(Refusal.BadValue.class, ticket.refusalOf(command))
                .field();
    }

    private static List<String> asked(TicketScenario ticket, String state) {
        return Actions.of(ticket.desk(), ticket.ticket(), ANN).stream()
                .filter(action -> action.target().equals(Optional.of(state)))
                .flatMap(action -> action.inputs().stream())
                .map(asked -> asked.name() + (asked.required() ? "" : "?"))
                .toList();
    }

    @Test
    void a_move_by_leads_is_open_to_no_agent() {
        var done = repair(CAR).does(move(ANN, "done"));
        assertInstanceOf(Refusal.NotNow.class, done.refusalOf(move(ANN, "scrapped")));
        assertEquals("scrapped", done.does(move(LEO, "scrapped")).ticket().state());
    }

    @Test
    void back_is_the_state_before_and_asks_for_nothing_that_was_given() {
        var paused = repair(CAR).does(move(ANN, "parts")).does(move(ANN, "pause"));
        assertEquals(List.of("customer", "parts", "done"), targets(paused));
        assertEquals(List.of("part?", "price?", "comment?"), asked(paused, "parts"));
        assertEquals(
                "frein",
                paused.does(move(ANN, "parts", Map.of())).ticket().inputs().get("part"));
    }

    private static List<String> targets(TicketScenario ticket) {
        return Workflow.targets(ticket.desk(), ticket.ticket(), ANN).stream()
                .map(state -> state.id())
                .sorted(java.util.Comparator.comparing(List.of("customer", "parts", "done")::indexOf))
                .toList();
    }

    @Test
    void another_way_out_of_a_state_that_leads_back_asks_as_it_always_does() {
        var paused = repair(CAR).does(move(ANN, "open")).does(move(ANN, "pause"));
        assertEquals("comment", missing(paused, new Command.Transition(ANN, "customer", Optional.empty(), Map.of())));
    }

    @Test
    void a_state_that_is_entered_again_by_a_move_of_its_own_asks_again() {
        var ticket = repair(CAR).does(move(ANN, "parts")).does(move(ANN, "open"));
        assertEquals("part", missing(ticket, move(ANN, "parts", Map.of())));
    }

    @Test
    void an_input_that_depends_on_the_form_is_asked_for_where_the_form_says_so() {
        var car = repair(CAR).does(move(ANN, "open"));
        assertEquals(List.of("gilding?", "carats?", "comment?"), asked(car, "paint"));
        assertEquals("paint", car.does(move(ANN, "paint")).ticket().state());
        var truck = repair(TRUCK).does(move(ANN, "open"));
        assertEquals(List.of("axle", "gilding?", "carats?", "comment?"), asked(truck, "paint"));
        assertEquals("axle", missing(truck, move(ANN, "paint")));
        assertEquals(
                "2",
                truck.does(move(ANN, "paint", Map.of("axle", "2")))
                        .ticket()
                        .inputs()
                        .get("axle"));
    }

    @Test
    void an_input_that_depends_on_another_is_asked_for_with_it_and_refused_without_it() {
        var ticket = repair(CAR).does(move(ANN, "open"));
        assertEquals("carats", missing(ticket, move(ANN, "paint", Map.of("gilding", "gold"))));
        assertEquals("inputs", missing(ticket, move(ANN, "paint", Map.of("gilding", "none", "carats", "24"))));
        assertEquals("inputs", missing(ticket, move(ANN, "paint", Map.of("carats", "24"))));
        ticket.does(move(ANN, "paint", Map.of("gilding", "gold", "carats", "24")));
        assertEquals("24", ticket.ticket().inputs().get("carats"));
    }

    @Test
    void an_input_that_depends_on_the_priority_heeds_the_one_that_the_ticket_has_by_now() {
        var daj = guichet.fixtures.SampleDesk.read("daj").desk();
        var nicolas = Actor.agent("nicolas@daj.example", "Nicolas");
        var fields = Map.of("produit", "kiosque", "urgence", "normal", "titre", "Gazette", "parution", "2026-03-02");
        var bug = new Command.Transition(
                nicolas, "bug", Optional.of(Body.of("Vu.")), Map.of("contournement", "Relancer."));
        var ticket = TicketScenario.openedBy(daj, DORA, Channel.PORTAL, "2026-03-02 10:00")
                .does(new Command.SetFields(nicolas, fields))
                .does(new Command.Transition(nicolas, "analyse", Optional.empty(), Map.of()));
        assertInstanceOf(Refusal.BadValue.class, ticket.refusalOf(bug));
        ticket.does(
                new Command.SetPriority(nicolas, Optional.of("urgent"), Optional.empty(), Optional.empty(), "La une."));
        assertEquals("bug", ticket.does(bug).ticket().state());
    }

    @Test
    void without_what_creation_requires_no_form_is_taken_in_the_portal_or_on_the_phone() {
        var counter = TicketScenario.on(Garage.with(""), "2026-03-02 10:00");
        var portal = new Opening("repair", DORA, DORA, Channel.PORTAL, Map.of()).command();
        assertEquals("vehicle", missing(counter, portal));
        var phone = new Opening("repair", ANN, DORA, Channel.PHONE, Map.of()).command();
        assertEquals("vehicle", missing(counter, phone));
        var complete = new Opening("repair", ANN, DORA, Channel.PHONE, Map.of("vehicle", "car")).command();
        assertEquals("new", counter.does(complete).ticket().state());
    }

    @Test
    void a_mail_brings_no_form_which_must_be_filled_in_before_work_begins() {
        var ticket = repair(Map.of());
        assertEquals("vehicle, plate", missing(ticket, move(ANN, "open")));
        ticket.does(new Command.SetFields(ANN, Map.of("plate", "AB-123-CD")));
        assertEquals("vehicle", missing(ticket, move(ANN, "open")));
        ticket.does(new Command.SetFields(ANN, Map.of("vehicle", "car")));
        assertEquals(CAR, ticket.does(move(ANN, "open")).ticket().fields());
    }

    @Test
    void a_field_that_depends_on_another_is_required_where_that_has_its_value() {
        assertEquals("axles", missing(repair(Map.of("vehicle", "truck", "plate", "AB")), move(ANN, "open")));
        assertEquals(
                "open",
                repair(Map.of("vehicle", "car", "plate", "AB"))
                        .does(move(ANN, "open"))
                        .ticket()
                        .state());
    }

    @Test
    void the_form_binds_whoever_takes_it_in_charge_and_nobody_later() {
        var ticket = repair(CAR).does(move(ANN, "open")).does(new Command.SetFields(ANN, Map.of("vehicle", "")));
        assertEquals("", ticket.ticket().fields().get("vehicle"), "a field may be emptied");
        assertEquals("done", ticket.does(move(ANN, "done")).ticket().state());
    }

    @Test
    void fields_are_those_of_the_form_and_their_values_fit() {
        var ticket = repair(CAR);
        assertEquals("vehicle", missing(ticket, new Command.SetFields(ANN, Map.of("vehicle", "boat"))));
        assertEquals("fields", missing(ticket, new Command.SetFields(ANN, Map.of("colour", "red"))));
    }

    @Test
    void whoever_the_form_names_for_the_owner_owns_the_ticket_from_its_opening() {
        var named = new Opening(
                "repair", ANN, DORA, Channel.PHONE, Map.of("vehicle", "car", "mechanic", "bob@garage.example"));
        assertEquals(
                Optional.of(BOB.person()),
                TicketScenario.on(Garage.with(""), "2026-03-02 10:00")
                        .does(named.command())
                        .ticket()
                        .owner());
    }

    @Test
    void an_input_stays_on_the_ticket_while_others_are_given() {
        var ticket = repair(CAR).does(move(ANN, "parts")).does(move(ANN, "planned"));
        assertEquals(
                Map.of("part", "frein", "day", "2026-03-20"), ticket.ticket().inputs());
    }

    @ParameterizedTest(name = "{0} will not do: {2}")
    @CsvSource({
        "parts,   price,   12.345",
        "parts,   price,   -12",
        "planned, day,     2026-02-30",
        "planned, day,     2026-03-20T10:00:00Z",
        "paint,   axle,    -2",
        "paint,   axle,    deux",
        "planned, urgent,  whenever",
    })
    void a_value_that_is_not_of_its_kind_is_refused_be_it_required_or_not(String state, String input, String value) {
        var inputs = new java.util.HashMap<>(move(ANN, state).inputs());
        inputs.put(input, value);
        assertEquals(input, missing(repair(TRUCK).does(move(ANN, "open")), move(ANN, state, inputs)));
    }

    @Test
    void a_text_is_long_and_not_endless() {
        var longest = "x".repeat(2_000);
        var ticket = repair(CAR)
                .does(new Command.SetFields(ANN, Map.of("plate", longest)))
                .does(move(ANN, "parts", Map.of("part", longest)))
                .does(move(ANN, "open"));
        assertEquals("plate", missing(ticket, new Command.SetFields(ANN, Map.of("plate", longest + "x"))));
        assertEquals("part", missing(ticket, move(ANN, "parts", Map.of("part", longest + "x"))));
    }

    @Test
    void a_member_of_a_group_who_is_no_agent_owns_nothing() {
        var office = new Command.SetFields(ANN, Map.of("mechanic", "office@garage.example"));
        assertEquals("mechanic", missing(repair(CAR), office));
    }

    @Test
    void the_level_that_takes_a_request_in_charge_is_its_types_or_else_the_first() {
        assertEquals(Optional.of("first"), repair(CAR).ticket().level());
        var question = new Opening("question", DORA, DORA, Channel.MAIL, Map.of()).command();
        assertEquals(
                Optional.of("second"),
                TicketScenario.on(Garage.with(""), "2026-03-02 10:00")
                        .does(question)
                        .ticket()
                        .level());
    }

    @Test
    void what_comes_with_a_move_as_a_comment_is_for_all_to_read() {
        var ticket = repair(CAR).does(move(ANN, "customer"));
        var message =
                (TicketEvent.MessageAdded) ticket.last().events().getLast().event();
        assertEquals(Visibility.PUBLIC, message.visibility());
        assertTrue(message.mail().isEmpty());
    }
}
