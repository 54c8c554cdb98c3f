package guichet.core.sla;

import static guichet.core.ticket.TicketScenario.ALICE;
import static guichet.core.ticket.TicketScenario.CLOUD;
import static guichet.core.ticket.TicketScenario.GINA;
import static guichet.core.ticket.TicketScenario.NADIA;
import static guichet.core.ticket.TicketScenario.priority;
import static guichet.core.ticket.TicketScenario.time;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.command.Command;
import guichet.core.desk.Channel;
import guichet.core.ticket.ClockState;
import guichet.core.ticket.ClockState.Phase;
import guichet.core.ticket.TicketEvent.ClockChange;
import guichet.core.ticket.TicketEvent.ClockMoved;
import guichet.core.ticket.TicketId;
import guichet.core.ticket.TicketScenario;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClocksTest {
    private static ClockState clock(TicketScenario ticket) {
        return ticket.ticket().clocks().get("response");
    }

    private static List<ClockChange> changes(TicketScenario ticket) {
        return ticket.history().stream()
                .filter(recorded -> recorded.event() instanceof ClockMoved)
                .map(recorded -> ((ClockMoved) recorded.event()).change())
                .toList();
    }

    @Test
    void it_starts_when_the_request_is_opened() {
        var clock = clock(TicketScenario.mailedAt("2026-03-02 10:00"));
        assertEquals(Phase.RUNNING, clock.phase());
        assertEquals(Optional.of(time("2026-03-02 16:24")), clock.warnAt());
        assertEquals(Optional.of(time("2026-03-02 18:00")), clock.due());
    }

    @Test
    void en_attente_du_client_both_a_stop_and_a_pause_stops_it() {
        assertEquals(
                Phase.STOPPED,
                clock(TicketScenario.mailedAt("2026-03-02 10:00").moves(NADIA, "attente-client", "Alors ?"))
                        .phase());
    }

    @Test
    void from_a_pause_it_stops_with_what_had_elapsed() {
        var ticket = TicketScenario.mailedAt("2026-03-02 10:00")
                .at("2026-03-02 11:00")
                .moves(NADIA, "attente-tiers", "Nous demandons.")
                .at("2026-03-02 15:00")
                .moves(NADIA, "fermee", "Réglé.");
        assertEquals(Phase.STOPPED, clock(ticket).phase());
        assertEquals(Duration.ofHours(1), clock(ticket).elapsed());
        assertFalse(clock(ticket).breached());
    }

    @Test
    void it_never_restarts() {
        var ticket = TicketScenario.mailedAt("2026-03-02 10:00")
                .moves(NADIA, "fermee", "Réglé.")
                .at("2026-03-03 10:00")
                .writes(ALICE, "Non.")
                .moves(NADIA, "attente-tiers", "Nous demandons.")
                .moves(NADIA, "en-cours", "")
                .moves(NADIA, "fermee", "Réglé.");
        assertEquals(List.of(ClockChange.STARTED, ClockChange.STOPPED), changes(ticket));
        assertEquals(Optional.empty(), ticket.last().due());
    }

    @Test
    void it_warns_and_runs_out_once_each_whatever_comes_after() {
        var ticket = TicketScenario.mailedAt("2026-03-02 10:00")
                .passesTo("2026-03-10 10:00")
                .moves(NADIA, "attente-tiers", "Nous demandons.")
                .at("2026-03-11 10:00")
                .moves(NADIA, "en-cours", "")
                .passesTo("2026-03-20 10:00")
                .does(priority("critical"))
                .passesTo("2026-03-21 10:00")
                .moves(NADIA, "fermee", "Réglé.");
        assertEquals(
                1, changes(ticket).stream().filter(ClockChange.WARNED::equals).count());
        assertEquals(
                1, changes(ticket).stream().filter(ClockChange.BREACHED::equals).count());
    }

    @Test
    void it_has_run_out_at_the_very_instant() {
        var ticket = TicketScenario.mailedAt("2026-03-02 10:00")
                .at("2026-03-02 17:59:59")
                .sweep();
        assertFalse(clock(ticket).breached());
        assertTrue(clock(ticket.at("2026-03-02 18:00").sweep()).breached());
    }

    @Test
    void a_stop_at_the_very_instant_when_it_runs_out_comes_too_late() {
        assertTrue(clock(TicketScenario.mailedAt("2026-03-02 10:00")
                        .at("2026-03-02 18:00")
                        .moves(NADIA, "fermee", "Réglé."))
                .breached());
        assertFalse(clock(TicketScenario.mailedAt("2026-03-02 10:00")
                        .at("2026-03-02 17:59:59")
                        .moves(NADIA, "fermee", "Réglé."))
                .breached());
    }

    @Test
    void what_ran_out_before_a_late_sweep_is_said_by_the_command_that_comes_first() {
        for (var state : List.of("fermee", "attente-tiers")) {
            var ticket = TicketScenario.mailedAt("2026-03-02 10:00")
                    .at("2026-03-02 20:00")
                    .moves(NADIA, state, "Voilà.");
            assertTrue(changes(ticket).contains(ClockChange.BREACHED), state);
            assertEquals(Optional.of(time("2026-03-02 18:00")), clock(ticket).due(), state);
            assertEquals(Duration.ofHours(10), clock(ticket).elapsed(), state);
            assertTrue(ticket.told().contains("lea delai-depasse"), ticket.told()::toString);
        }
    }

    @Test
    void what_ran_out_before_a_change_of_priority_keeps_its_due_instant() {
        var ticket = TicketScenario.openedBy(CLOUD, ALICE, Channel.MAIL, "2026-03-02 10:00")
                .does(priority("critical"))
                .at("2026-03-02 12:00")
                .does(priority("normal"));
        assertTrue(clock(ticket).breached());
        assertEquals(Optional.of(time("2026-03-02 11:00")), clock(ticket).due());
        assertEquals(Duration.ofHours(8), clock(ticket).target());
    }

    @Test
    void a_more_urgent_priority_may_make_it_due_at_once() {
        var ticket = TicketScenario.mailedAt("2026-03-02 10:00")
                .at("2026-03-02 15:00")
                .does(priority("high"));
        assertEquals(Optional.of(time("2026-03-02 15:00")), clock(ticket).due());
        assertTrue(clock(ticket.sweep()).breached());
    }

    @Test
    void a_change_of_priority_in_a_pause_counts_from_what_had_elapsed() {
        var ticket = TicketScenario.openedBy(CLOUD, GINA, Channel.MAIL, "2026-03-02 10:00")
                .at("2026-03-02 11:00")
                .moves(NADIA, "attente-tiers", "Nous demandons.")
                .at("2026-03-02 15:00")
                .does(priority("high"));
        assertEquals(Phase.PAUSED, clock(ticket).phase());
        assertEquals(Optional.empty(), clock(ticket).due());
        assertEquals(
                Optional.of(time("2026-03-03 12:00")),
                clock(ticket.at("2026-03-03 09:00").moves(NADIA, "en-cours", ""))
                        .due());
    }

    @Test
    void once_warned_it_does_not_warn_again_after_a_pause() {
        var ticket = TicketScenario.mailedAt("2026-03-02 10:00")
                .passesTo("2026-03-02 17:00")
                .moves(NADIA, "attente-tiers", "Nous demandons.")
                .at("2026-03-02 20:00")
                .moves(NADIA, "en-cours", "");
        assertEquals(Optional.empty(), clock(ticket).warnAt());
        assertEquals(Optional.of(time("2026-03-02 21:00")), ticket.last().due());
    }

    @Test
    void working_hours_or_round_the_clock_as_the_contract_says() {
        assertEquals(
                Optional.of(time("2026-03-02 18:00")),
                clock(TicketScenario.openedBy(CLOUD, ALICE, Channel.MAIL, "2026-03-02 10:00"))
                        .due());
        assertEquals(
                Optional.of(time("2026-03-03 11:00")),
                clock(TicketScenario.openedBy(CLOUD, GINA, Channel.MAIL, "2026-03-02 10:00"))
                        .due());
    }

    @Test
    void without_the_stop_en_attente_du_client_would_pause() {
        var pausing = TicketScenario.cloudWith(text -> text.replace(
                        "first of planifiee, attente-client, resolu, fermee", "first of planifiee, resolu, fermee")
                .replaceAll("(?m)^    stop-comes-first.*\\R", ""));
        var ticket = TicketScenario.openedBy(pausing, ALICE, Channel.MAIL, "2026-03-02 10:00")
                .at("2026-03-02 11:00")
                .moves(NADIA, "attente-client", "Alors ?");
        assertEquals(Phase.PAUSED, clock(ticket).phase());
        assertEquals(
                Optional.of(time("2026-03-03 19:00")),
                clock(ticket.at("2026-03-03 12:00").writes(ALICE, "Voilà.")).due());
    }

    @Test
    void a_request_that_is_merged_into_another_counts_no_more() {
        var ticket = TicketScenario.mailedAt("2026-03-02 10:00")
                .at("2026-03-02 11:00")
                .does(new Command.MergeInto(NADIA, new TicketId("cloud", 12)));
        assertEquals(Phase.STOPPED, clock(ticket).phase());
        assertEquals(Duration.ofHours(1), clock(ticket).elapsed());
    }
}
