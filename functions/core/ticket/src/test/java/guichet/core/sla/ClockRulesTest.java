package guichet.core.sla;

import static guichet.core.ticket.Garage.ANN;
import static guichet.core.ticket.Garage.CARL;
import static guichet.core.ticket.Garage.DORA;
import static guichet.core.ticket.Garage.LEO;
import static guichet.core.ticket.Garage.move;
import static guichet.core.ticket.TicketScenario.KARIM;
import static guichet.core.ticket.TicketScenario.NADIA;
import static guichet.core.ticket.TicketScenario.priority;
import static guichet.core.ticket.TicketScenario.time;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.command.Command;
import guichet.core.desk.Channel;
import guichet.core.desk.Desk;
import guichet.core.ticket.ClockState;
import guichet.core.ticket.ClockState.Phase;
import guichet.core.ticket.Garage;
import guichet.core.ticket.Garage.Opening;
import guichet.core.ticket.TicketEvent.ClockMoved;
import guichet.core.ticket.TicketEvent.TimerFired;
import guichet.core.ticket.TicketId;
import guichet.core.ticket.TicketScenario;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code sla:}, sentence by sentence (docs/desk-language.md). */
class ClockRulesTest {
    private static final String TWO_CLOCKS = """
            sla:
              answer: { type: repair, counts: from new to open, clock: hours, target: 4h, warn-at: 50% }
              work:
                counts: from open to done
                clock: contract
                target: { high: 2h, middle: 8h, low: 16h }
            """;
    private static final String REPAIR = """
            sla:
              repair: { type: repair, counts: from open to done, paused-in: [parts, paint], clock: always, target: 10h }
            """;

    private static ClockState clock(TicketScenario ticket, String name) {
        return ticket.ticket().clocks().get(name);
    }

    private static ClockState response(TicketScenario ticket) {
        return clock(ticket, "response");
    }

    private static List<String> changes(TicketScenario ticket) {
        return ticket.history().stream()
                .flatMap(recorded -> recorded.event() instanceof ClockMoved moved
                        ? Stream.of(moved.clock() + " " + moved.change())
                        : Stream.empty())
                .toList();
    }

    @Test
    void after_a_pause_it_warns_at_its_share_of_the_target_of_which_some_has_elapsed() {
        var resumed = TicketScenario.mailedAt("2026-03-02 10:00")
                .at("2026-03-02 11:00")
                .moves(NADIA, "attente-tiers", "Nous demandons.")
                .at("2026-03-02 12:00")
                .moves(NADIA, "en-cours", "");
        assertEquals(Optional.of(time("2026-03-02 17:24")), response(resumed).warnAt());
    }

    @Test
    void set_anew_for_another_priority_it_warns_at_its_share_of_the_new_target() {
        var high = TicketScenario.mailedAt("2026-03-02 10:00")
                .at("2026-03-02 12:00")
                .does(priority("high"));
        assertEquals(Optional.of(time("2026-03-02 13:12")), response(high).warnAt());
    }

    @Test
    void once_warned_it_does_not_warn_again_whatever_the_priority_becomes() {
        var ticket = TicketScenario.mailedAt("2026-03-02 10:00")
                .does(priority("high"))
                .passesTo("2026-03-02 13:30");
        ticket.does(priority("normal"));
        assertEquals(Optional.empty(), response(ticket).warnAt());
        assertEquals(
                1,
                changes(ticket.passesTo("2026-03-05 10:00")).stream()
                        .filter("response WARNED"::equals)
                        .count());
    }

    @Test
    void a_clock_that_has_stopped_is_not_set_anew() {
        var ticket = TicketScenario.mailedAt("2026-03-02 10:00").moves(NADIA, "fermee", "Réglé.");
        ticket.at("2026-03-02 12:00").does(priority("critical"));
        assertEquals(List.of("response STARTED", "response STOPPED"), changes(ticket));
    }

    @Test
    void it_may_start_in_a_state_that_is_not_the_first() {
        var ticket = Garage.mailedAt("2026-03-02 10:00", REPAIR);
        assertEquals(List.of(), changes(ticket));
        ticket.at("2026-03-02 11:00").does(move(ANN, "open"));
        assertEquals(
                Optional.of(time("2026-03-02 21:00")), clock(ticket, "repair").due());
    }

    @Test
    void it_counts_from_entering_its_state_for_the_first_time_and_never_again() {
        var ticket = Garage.mailedAt("2026-03-02 10:00", REPAIR)
                .does(move(ANN, "open"))
                .at("2026-03-02 11:00")
                .does(move(ANN, "new"))
                .at("2026-03-02 12:00")
                .does(move(ANN, "open"))
                .at("2026-03-02 13:00")
                .does(move(ANN, "done"))
                .at("2026-03-02 14:00")
                .does(move(DORA, "open"));
        assertEquals(List.of("repair STARTED", "repair STOPPED"), changes(ticket));
        assertEquals(Duration.ofHours(3), clock(ticket, "repair").elapsed());
    }

    @Test
    void it_counts_for_its_own_request_types_only() {
        var question = TicketScenario.on(Garage.with(REPAIR), "2026-03-02 10:00")
                .does(new Opening("question", DORA, DORA, Channel.MAIL, Map.of()).command())
                .does(move(ANN, "open"));
        assertEquals(List.of(), changes(question));
    }

    @Test
    void from_one_state_that_pauses_it_to_another_it_stays_paused() {
        var ticket = Garage.mailedAt("2026-03-02 10:00", REPAIR)
                .does(move(ANN, "open"))
                .at("2026-03-02 12:00")
                .does(move(ANN, "parts"))
                .at("2026-03-03 12:00")
                .does(move(ANN, "paint"));
        assertEquals(Phase.PAUSED, clock(ticket, "repair").phase());
        ticket.at("2026-03-04 12:00").does(move(ANN, "open"));
        assertEquals(
                Optional.of(time("2026-03-04 20:00")), clock(ticket, "repair").due());
    }

    @Test
    void a_pause_that_began_before_a_change_of_priority_is_taken_off_whole() {
        var ticket = TicketScenario.mailedAt("2026-03-02 10:00")
                .at("2026-03-02 11:00")
                .moves(NADIA, "attente-tiers", "Nous demandons.")
                .at("2026-03-02 15:00")
                .does(priority("high"))
                .at("2026-03-02 20:00")
                .moves(KARIM, "en-cours", "");
        assertEquals(Optional.of(time("2026-03-02 23:00")), response(ticket).due());
    }

    @Test
    void a_clock_that_is_paused_where_it_starts_starts_paused() {
        Desk desk = TicketScenario.cloudWith(
                text -> text.replace("paused-in: [attente-client", "paused-in: [soumise, attente-client"));
        var ticket = TicketScenario.openedBy(desk, TicketScenario.ALICE, Channel.MAIL, "2026-03-02 10:00");
        assertEquals(Phase.PAUSED, response(ticket).phase());
        assertEquals(
                Optional.of(time("2026-03-03 18:00")),
                response(ticket.at("2026-03-03 10:00").moves(NADIA, "en-cours", ""))
                        .due());
    }

    @Test
    void a_paused_clock_of_a_request_that_is_merged_stops_with_what_had_elapsed() {
        var ticket = TicketScenario.mailedAt("2026-03-02 10:00")
                .at("2026-03-02 11:00")
                .moves(NADIA, "attente-tiers", "Nous demandons.")
                .at("2026-03-02 15:00")
                .does(new Command.MergeInto(NADIA, new TicketId("cloud", 12)));
        assertEquals(Phase.STOPPED, response(ticket).phase());
        assertEquals(Duration.ofHours(1), response(ticket).elapsed());
    }

    @Test
    void each_clock_of_a_desk_counts_for_itself() {
        var ticket = Garage.mailedAt("2026-03-02 10:00", TWO_CLOCKS)
                .at("2026-03-02 11:00")
                .does(move(ANN, "open"));
        assertEquals(List.of("answer STARTED", "answer STOPPED", "work STARTED"), changes(ticket));
        assertEquals(
                Optional.of(time("2026-03-03 12:00")), clock(ticket, "work").due());
        ticket.at("2026-03-02 12:00").does(high());
        assertEquals(
                Optional.of(time("2026-03-02 15:00")), clock(ticket, "work").due());
        assertEquals(Duration.ofHours(1), clock(ticket, "answer").elapsed());
    }

    private static Command high() {
        return new Command.SetPriority(LEO, Optional.of("high"), Optional.empty(), Optional.empty(), "");
    }

    @Test
    void a_clock_on_the_desks_hours_is_on_them_whatever_the_contract_and_one_by_contract_is_not() {
        var ticket =
                TicketScenario.on(Garage.with(TWO_CLOCKS), "2026-03-02 17:00").does(Garage.mail(CARL));
        assertEquals(
                Optional.of(time("2026-03-03 12:00")), clock(ticket, "answer").due());
        ticket.does(move(ANN, "open"));
        assertEquals(
                Optional.of(time("2026-03-03 01:00")), clock(ticket, "work").due());
    }

    @Test
    void of_what_falls_due_at_one_instant_the_clock_comes_first() {
        var late =
                Garage.mailedAt("2026-03-02 10:00", """
                        sla:
                          answer: { counts: from new to done, clock: always, target: 24h }
                        automations:
                          - nobody looked: { in: new, in-state-for: 1d, move-to: done }
                        """).at("2026-03-05 10:00").sweep();
        var first = late.last().events().getFirst().event();
        assertTrue(first instanceof ClockMoved, first::toString);
        assertTrue(clock(late, "answer").breached());
        assertTrue(late.last().events().stream().anyMatch(recorded -> recorded.event() instanceof TimerFired));
    }

    @Test
    void what_comes_in_late_counts_from_the_tickets_last_event() {
        var paused = TicketScenario.mailedAt("2026-03-02 10:00")
                .at("2026-03-02 12:00")
                .does(TicketScenario.note(NADIA, "Vu."))
                .at("2026-03-02 11:00")
                .moves(NADIA, "attente-tiers", "Nous demandons.");
        assertEquals(Duration.ofHours(2), response(paused).elapsed());
        var high = TicketScenario.mailedAt("2026-03-02 10:00")
                .at("2026-03-02 12:00")
                .does(TicketScenario.note(NADIA, "Vu."))
                .at("2026-03-02 11:00")
                .does(priority("high"));
        assertEquals(Duration.ofHours(2), response(high).elapsed());
    }

    @Test
    void whoever_looks_sees_it_breached_from_its_due_instant_on_and_met_for_ever_once_it_was() {
        var running = Optional.of(response(TicketScenario.mailedAt("2026-03-02 10:00")));
        assertEquals(ClockStatus.WAITING, ClockStatus.of(Optional.empty(), time("2026-03-02 17:59:59")));
        assertEquals(ClockStatus.RUNNING, ClockStatus.of(running, time("2026-03-02 17:59:59")));
        assertEquals(ClockStatus.BREACHED, ClockStatus.of(running, time("2026-03-02 18:00")));
        var met = response(TicketScenario.mailedAt("2026-03-02 10:00").moves(NADIA, "fermee", "Réglé."));
        assertFalse(met.breached());
        assertEquals(ClockStatus.MET, ClockStatus.of(Optional.of(met), time("2026-04-02 10:00")));
    }
}
