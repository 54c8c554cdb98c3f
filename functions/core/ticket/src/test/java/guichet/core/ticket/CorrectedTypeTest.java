package guichet.core.ticket;

import static guichet.core.ticket.Garage.ANN;
import static guichet.core.ticket.Garage.CAR;
import static guichet.core.ticket.Garage.DORA;
import static guichet.core.ticket.Garage.move;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import guichet.core.command.Actions;
import guichet.core.command.Command;
import guichet.core.command.Refusal;
import guichet.core.desk.Channel;
import guichet.core.desk.Desk;
import guichet.core.desk.file.DeskFile;
import guichet.core.ticket.ClockState.Phase;
import guichet.core.ticket.Garage.Opening;
import guichet.fixtures.SampleDesk;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A ticket that becomes another type of request (S4-03). */
class CorrectedTypeTest {
    private static final String CLOCKS = """
            sla:
              fix:
                type: repair
                counts: from new to the first of done
                paused-in: customer
                clock: hours
                target: 8h
              answer:
                type: question
                counts: from new to the first of done
                clock: hours
                target: 4h
              all:
                counts: from new to the first of done
                clock: hours
                target: 8h
            """;

    private static TicketScenario garage(String type, String... sections) {
        return TicketScenario.on(Garage.with(String.join("", sections)), "2026-03-02 10:00")
                .does(new Opening(type, DORA, DORA, Channel.MAIL, type.equals("repair") ? CAR : Map.of()).command());
    }

    private static Command.SetType to(String type) {
        return new Command.SetType(ANN, type, Optional.empty(), Map.of(), "");
    }

    private static Command.SetType to(String type, String state) {
        return new Command.SetType(ANN, type, Optional.of(state), Map.of(), "");
    }

    private static Refusal.BadValue wrong(TicketScenario ticket, Command command) {
        return assertInstanceOf(Refusal.BadValue.class, ticket.refusalOf(command));
    }

    @Test
    void a_state_of_the_same_name_stays_as_long_as_it_was_there() {
        var ticket = garage("repair").at("2026-03-02 10:05").does(move(ANN, "open"));
        ticket.at("2026-03-02 11:00")
                .does(new Command.SetType(ANN, "question", Optional.empty(), Map.of(), "une question"));
        assertEquals(
                new TicketEvent.TypeChanged("repair", "question", "une question"),
                ticket.last().events().getFirst().event());
        assertEquals("question", ticket.ticket().type());
        assertEquals("open", ticket.ticket().state());
        assertEquals(TicketScenario.time("2026-03-02 10:05"), ticket.ticket().since());
        assertEquals(List.of("TypeChanged", "LevelChanged"), ticket.kinds());
        assertEquals(List.of(), ticket.does(to("question")).kinds(), "it is one already");
    }

    @Test
    void a_state_that_the_other_type_lacks_is_asked_for() {
        var ticket = garage("repair").does(move(ANN, "parts"));
        var refusal = wrong(ticket, to("question"));
        assertEquals("state", refusal.field());
        assertEquals(List.of("new", "open", "done"), refusal.allowed());
        assertEquals("state", wrong(ticket, to("question", "parts")).field());
        assertEquals("open", ticket.does(to("question", "open")).ticket().state());
        assertEquals(
                new TicketEvent.StateChanged("parts", "open", false, false, false, Map.of()),
                ticket.last().events().get(1).event());
    }

    @Test
    void a_type_that_the_desk_lacks_is_refused() {
        assertEquals("to", wrong(garage("repair"), to("wash")).field());
    }

    @Test
    void a_state_that_asks_for_something_is_entered_by_a_move_of_its_own() {
        var ticket = garage("repair").does(move(ANN, "parts")).does(to("question", "open"));
        var planned = new Command.SetType(ANN, "repair", Optional.of("planned"), CAR, "");
        assertEquals(
                List.of("new", "open", "parts", "paint", "pause", "done", "scrapped"),
                wrong(ticket, planned).allowed(),
                "the part was given before, and a car has no axle to name");
    }

    @Test
    void whoever_enters_a_state_so_is_told_of_as_the_desk_says() {
        var told = "notices:\n  - Dora hears: { on: entered, in: open, tell: creator, text: word }\n";
        var ticket = garage("repair", told).does(move(ANN, "parts"));
        assertEquals(List.of("dora word"), ticket.does(to("question", "open")).told());
        var same = garage("repair", told).does(move(ANN, "open"));
        assertEquals(List.of(), same.does(to("question")).told());
    }

    @Test
    void what_the_new_form_asks_for_before_work_begins_is_given_with_the_change_once_it_has_begun() {
        var ticket = garage("question").does(move(ANN, "open"));
        assertEquals("vehicle, plate", wrong(ticket, to("repair")).field());
        var complete = new Command.SetType(ANN, "repair", Optional.empty(), CAR, "");
        assertEquals(CAR, ticket.does(complete).ticket().fields());
    }

    @Test
    void before_work_begins_it_is_asked_for_when_it_does_and_not_of_what_is_closed() {
        var ticket = garage("question").does(to("repair"));
        assertEquals("vehicle, plate", wrong(ticket, move(ANN, "open")).field());
        assertEquals(
                "done",
                garage("question")
                        .does(move(ANN, "done"))
                        .does(to("repair"))
                        .ticket()
                        .state());
    }

    @Test
    void fields_given_with_the_change_are_of_the_new_form_and_fit() {
        var ticket = garage("question");
        assertEquals(
                "vehicle",
                wrong(ticket, new Command.SetType(ANN, "repair", Optional.empty(), Map.of("vehicle", "boat"), ""))
                        .field());
        assertEquals(
                "fields",
                wrong(ticket, new Command.SetType(ANN, "repair", Optional.empty(), Map.of("wings", "2"), ""))
                        .field());
    }

    @Test
    void what_does_not_fit_the_new_form_under_its_old_name_is_emptied() {
        var desk = DeskFile.read("two.yaml", """
                desk: two
                address: two@two.example
                language: fr
                hours: { zone: Europe/Paris, open: always }
                people: { agents: [ ann@garage.example: Ann ] }
                queues: { counter: { label: Counter } }
                requests:
                  sale:
                    fields: { size: { choices: { s: S, l: L } }, shop: { label: Shop } }
                    states: { new: { initial: true }, open: { label: Open }, done: { closed: true } }
                    moves: [ new -> open, open -> done ]
                  rent:
                    fields: { size: { choices: { l: L, xl: XL }, required: charge }, shop: { label: Shop } }
                    states: { new: { initial: true }, open: { label: Open }, done: { closed: true } }
                    moves: [ new -> open, open -> done ]
                """).orThrow();
        var small = opened(desk, Map.of("size", "s", "shop", "Lyon"));
        assertEquals(
                Map.of("size", "", "shop", "Lyon"),
                small.does(to("rent")).ticket().fields());
        var begun = opened(desk, Map.of("size", "s")).does(move(ANN, "open"));
        assertEquals("size", wrong(begun, to("rent")).field());
        var large = opened(desk, Map.of("size", "l")).does(move(ANN, "open"));
        assertEquals(Map.of("size", "l"), large.does(to("rent")).ticket().fields());
    }

    private static TicketScenario opened(Desk desk, Map<String, String> fields) {
        return TicketScenario.on(desk, "2026-03-02 10:00")
                .does(new Opening("sale", DORA, DORA, Channel.MAIL, fields).command());
    }

    @Test
    void nothing_is_left_where_the_only_way_out_leads_back_to_a_state_that_is_no_more() {
        var conseil = SampleDesk.read("conseil").desk();
        var agent = Actor.agent(conseil.staff().getFirst().address(), "");
        var estimate = new Command.Transition(
                agent, "attente-validation", Optional.of(Body.of("Voici.")), Map.of("jours", "2", "montant", "1000"));
        var ticket = TicketScenario.on(conseil, "2026-03-02 10:00")
                .does(new Opening("evolution", DORA, DORA, Channel.MAIL, Map.of()).command())
                .does(new Command.Transition(
                        agent, "pris-en-charge", Optional.empty(), Map.of("consultant", agent.address())))
                .does(move(agent, "en-cours"))
                .does(estimate)
                .does(move(agent, "un-instant"));
        var correction = new Command.SetType(agent, "assistance", Optional.empty(), Map.of(), "");
        assertEquals("state", wrong(ticket, correction).field());
        assertEquals(false, wrong(ticket, correction).allowed().contains("reponse-envoyee"), "it asks for a comment");
        assertEquals(true, wrong(ticket, correction).allowed().contains("en-cours"));
    }

    @Test
    void a_level_that_somebody_set_stays() {
        assertEquals(
                Optional.of("second"),
                garage("repair").does(to("question")).ticket().level());
        var handed = garage("question").does(new Command.SetLevel(ANN, "first"));
        assertEquals(Optional.of("first"), handed.does(to("repair")).ticket().level());
        assertEquals(List.of("TypeChanged"), handed.kinds());
    }

    @Test
    void a_clock_of_the_new_type_begins_with_what_the_old_ones_has_counted() {
        var ticket = garage("repair", CLOCKS)
                .at("2026-03-02 10:30")
                .does(move(ANN, "open"))
                .at("2026-03-02 11:00")
                .does(to("question"));
        var answer = ticket.ticket().clocks().get("answer");
        assertEquals(Duration.ofHours(1), answer.elapsed());
        assertEquals(Optional.of(TicketScenario.time("2026-03-02 16:00")), answer.due());
        var fix = ticket.ticket().clocks().get("fix");
        assertEquals(Phase.PAUSED, fix.phase());
        assertEquals(Optional.empty(), fix.due());
        assertEquals(
                Optional.of(TicketScenario.time("2026-03-03 11:00")),
                ticket.ticket().clocks().get("all").due(),
                "what counts for both goes on");
    }

    @Test
    void a_correction_that_is_corrected_loses_no_time() {
        var ticket = garage("repair", CLOCKS)
                .at("2026-03-02 11:00")
                .does(to("question"))
                .at("2026-03-02 15:00")
                .does(to("repair"));
        var fix = ticket.ticket().clocks().get("fix");
        assertEquals(Duration.ofHours(3), fix.elapsed());
        assertEquals(Optional.of(TicketScenario.time("2026-03-03 11:00")), fix.due());
        assertEquals(Phase.PAUSED, ticket.ticket().clocks().get("answer").phase());
    }

    @Test
    void pauses_under_the_old_type_are_taken_off() {
        var ticket = garage("repair", CLOCKS)
                .at("2026-03-02 11:00")
                .does(move(ANN, "customer"))
                .at("2026-03-02 15:00")
                .does(to("question", "open"));
        assertEquals(Duration.ofHours(1), ticket.ticket().clocks().get("answer").elapsed());
    }

    @Test
    void where_no_clock_counted_the_time_since_it_was_opened_does() {
        var alone = CLOCKS.substring(0, CLOCKS.indexOf("  fix:")) + CLOCKS.substring(CLOCKS.indexOf("  answer:"));
        var ticket = garage("repair", alone.substring(0, alone.indexOf("  all:")))
                .at("2026-03-02 11:30")
                .does(to("question"));
        assertEquals(
                Duration.ofMinutes(90), ticket.ticket().clocks().get("answer").elapsed());
    }

    @Test
    void what_is_closed_or_has_stopped_begins_no_more() {
        var closed = garage("repair", CLOCKS).does(move(ANN, "done")).does(to("question"));
        assertEquals(null, closed.ticket().clocks().get("answer"));
        var back = closed.does(to("repair"));
        assertEquals(Phase.STOPPED, back.ticket().clocks().get("fix").phase());
        assertEquals(List.of("TypeChanged", "LevelChanged"), back.kinds());
    }

    @Test
    void a_clock_that_has_run_out_is_said_to_have_before_it_waits() {
        var ticket = garage("question", CLOCKS).at("2026-03-03 09:00").does(to("repair"));
        assertEquals(true, ticket.ticket().clocks().get("answer").breached());
        assertEquals(Duration.ofHours(6), ticket.ticket().clocks().get("fix").elapsed());
    }

    @Test
    void agents_are_offered_each_other_type_with_what_it_asks_for() {
        var begun = garage("question").does(move(ANN, "open"));
        assertEquals(List.of("repair: vehicle!, plate!, reason"), offered(begun));
        assertEquals(List.of("repair: reason"), offered(garage("question")));
        assertEquals(
                List.of("question: state!, reason"), offered(garage("repair").does(move(ANN, "parts"))));
    }

    private static List<String> offered(TicketScenario ticket) {
        return Actions.of(ticket.desk(), ticket.ticket(), ANN).stream()
                .filter(action -> action.name().equals("type"))
                .map(action -> action.target().orElseThrow() + ": "
                        + String.join(
                                ", ",
                                action.inputs().stream()
                                        .map(asked -> asked.name() + (asked.required() ? "!" : ""))
                                        .toList()))
                .toList();
    }
}
