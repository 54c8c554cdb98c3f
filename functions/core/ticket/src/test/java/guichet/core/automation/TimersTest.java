package guichet.core.automation;

import static guichet.core.ticket.TicketScenario.ALICE;
import static guichet.core.ticket.TicketScenario.NADIA;
import static guichet.core.ticket.TicketScenario.time;
import static org.junit.jupiter.api.Assertions.assertEquals;

import guichet.core.command.Command;
import guichet.core.desk.Channel;
import guichet.core.ticket.Body;
import guichet.core.ticket.RecordedEvent;
import guichet.core.ticket.TicketEvent.TimerFired;
import guichet.core.ticket.TicketScenario;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimersTest {
    private static TicketScenario waitingSince(String local) {
        return TicketScenario.mailedAt(local).at(local).moves(NADIA, "attente-client", "Alors ?");
    }

    private static List<Instant> fired(TicketScenario ticket) {
        return ticket.history().stream()
                .filter(recorded -> recorded.event() instanceof TimerFired)
                .map(RecordedEvent::at)
                .toList();
    }

    @Test
    void all_timers_collapse_into_the_next_due_instant() {
        var ticket = TicketScenario.mailedAt("2026-03-02 10:00");
        assertEquals(Optional.of(time("2026-03-02 16:24")), ticket.last().due());
        assertEquals(
                Optional.of(time("2026-03-05 10:30")),
                ticket.at("2026-03-02 10:30")
                        .moves(NADIA, "attente-client", "Alors ?")
                        .last()
                        .due());
        assertEquals(Optional.empty(), ticket.writes(ALICE, "Voilà.").last().due());
    }

    @ParameterizedTest(name = "untouched since {0}: closed at {1}")
    @CsvSource({
        "2026-03-02 10:30, 2026-03-14 10:30",
        "2026-03-20 09:30, 2026-04-01 09:30",
        "2026-10-16 17:45, 2026-10-28 17:45",
        "2026-03-17 02:30, 2026-03-29 03:30",
        "2026-10-13 02:30, 2026-10-25 02:30",
        "2026-12-25 00:00, 2027-01-06 00:00",
        "2028-02-20 10:00, 2028-03-03 10:00",
        "2027-02-20 10:00, 2027-03-04 10:00",
        "2026-03-02 10:30:15, 2026-03-14 10:30:15",
    })
    void twelve_days_end_at_the_same_local_time(String since, String closed) {
        var ticket = waitingSince(since).passesTo(time(closed).minusNanos(1));
        assertEquals("attente-client", ticket.ticket().state());
        assertEquals("fermee", ticket.passesTo(time(closed)).ticket().state());
        assertEquals(time(closed), ticket.ticket().closedAt().orElseThrow());
    }

    @Test
    void of_an_hour_that_comes_twice_the_first_is_meant() {
        assertEquals(
                Instant.parse("2026-10-25T00:30:00Z"),
                waitingSince("2026-10-13 02:30")
                        .passesTo("2026-11-01 00:00")
                        .ticket()
                        .closedAt()
                        .orElseThrow());
    }

    @Test
    void the_robots_reminders_do_not_move_the_days() {
        var ticket = waitingSince("2026-03-02 10:30").passesTo("2026-03-20 10:00");
        assertEquals(
                List.of(time("2026-03-05 10:30"), time("2026-03-08 10:30"), time("2026-03-14 10:30")), fired(ticket));
    }

    @Test
    void a_touch_after_a_reminder_makes_that_reminder_due_again() {
        var ticket = waitingSince("2026-03-02 10:30")
                .passesTo("2026-03-06 09:00")
                .does(TicketScenario.note(NADIA, "À rappeler."))
                .passesTo("2026-03-31 10:00");
        assertEquals(
                List.of(
                        time("2026-03-05 10:30"),
                        time("2026-03-09 09:00"),
                        time("2026-03-12 09:00"),
                        time("2026-03-18 09:00")),
                fired(ticket));
    }

    @Test
    void a_sweep_twice_fires_nothing_twice() {
        var ticket = waitingSince("2026-03-02 10:30").at("2026-03-05 10:30").sweep();
        var after = ticket.ticket();
        assertEquals(List.of(), ticket.sweep().last().events());
        assertEquals(List.of(), ticket.at("2026-03-05 10:31").sweep().last().events());
        assertEquals(after, ticket.ticket());
    }

    @Test
    void a_sweep_before_its_time_does_nothing() {
        assertEquals(
                List.of(),
                waitingSince("2026-03-02 10:30")
                        .at("2026-03-05 10:29:59")
                        .sweep()
                        .last()
                        .events());
    }

    @Test
    void a_late_sweep_fires_every_step_in_order_each_at_its_own_instant() {
        var ticket = waitingSince("2026-03-02 10:30").at("2026-04-01 12:00").sweep();
        assertEquals(
                List.of(time("2026-03-05 10:30"), time("2026-03-08 10:30"), time("2026-03-14 10:30")), fired(ticket));
        assertEquals(time("2026-03-14 10:30"), ticket.ticket().closedAt().orElseThrow());
    }

    @Test
    void an_answer_before_a_late_sweep_counts() {
        var ticket = waitingSince("2026-03-02 10:30").at("2026-04-01 12:00").writes(ALICE, "Me revoilà.");
        assertEquals(List.of(), ticket.sweep().last().events());
        assertEquals("en-cours", ticket.ticket().state());
    }

    @Test
    void waits_start_anew_when_the_state_is_entered_again() {
        var ticket = waitingSince("2026-03-02 10:30")
                .passesTo("2026-03-09 10:00")
                .writes(ALICE, "Voilà.")
                .moves(NADIA, "attente-client", "Et ?");
        assertEquals(Optional.of(time("2026-03-12 10:00")), ticket.last().due());
        assertEquals(
                time("2026-03-21 10:00"),
                ticket.passesTo("2026-04-01 10:00").ticket().closedAt().orElseThrow());
    }

    @Test
    void business_days_are_days_that_open() {
        var desk = TicketScenario.cloudWith(
                text -> text.replace("untouched-for: [3d, 6d]", "untouched-for: [3 business days]"));
        var ticket = TicketScenario.openedBy(desk, ALICE, Channel.MAIL, "2026-04-02 16:00")
                .moves(NADIA, "attente-client", "Alors ?");
        // Friday, then Easter Monday is closed: Tuesday, Wednesday.
        assertEquals(Optional.of(time("2026-04-08 16:00")), ticket.last().due());
    }

    @Test
    void timers_that_go_round_in_circles_do_so_for_a_while_and_not_for_ever() {
        var desk = TicketScenario.cloudWith(text -> text.replaceFirst("(?s)automations:\n.*?\n\n", """
                automations:
                  - to and fro: { in: en-cours, in-state-for: 1m, move-to: attente-client, comment: relance }
                  - fro and to: { in: attente-client, in-state-for: 1m, move-to: en-cours, comment: cloture }

                """));
        var ticket = TicketScenario.openedBy(desk, ALICE, Channel.MAIL, "2026-03-02 10:00")
                .moves(NADIA, "en-cours", "")
                .at("2027-03-02 10:00")
                .sweep();
        assertEquals(200, fired(ticket).size());
        assertEquals(Optional.of(time("2026-03-02 13:21")), ticket.last().due());
    }

    private static TicketScenario planned(String kind, String before, String when) {
        var desk = TicketScenario.cloudWith(text -> text.replace("kind: instant", "kind: " + kind)
                .replace(
                        "automations:\n",
                        "automations:\n  - the day has come: { in: planifiee, at: when" + before
                                + ", comment: relance }\n"));
        var planned = new Command.Transition(
                NADIA, "planifiee", Optional.of(Body.of("C'est prévu.")), Map.of("when", when, "by-whom", "Karim"));
        return TicketScenario.openedBy(desk, ALICE, Channel.MAIL, "2026-03-20 09:30")
                .does(planned);
    }

    @Test
    void a_timer_falls_due_at_the_instant_that_was_given() {
        assertEquals(
                List.of(time("2026-04-01 20:00")),
                fired(planned("instant", "", "2026-04-01T18:00:00Z").passesTo("2026-05-01 10:00")));
    }

    @Test
    void or_on_the_date_at_the_time_of_day_when_the_state_was_entered() {
        assertEquals(
                List.of(time("2026-04-01 09:30")),
                fired(planned("date", "", "2026-04-01").passesTo("2026-05-01 10:00")));
    }

    @Test
    void or_after_the_days_that_were_given() {
        assertEquals(
                List.of(time("2026-04-01 09:30")),
                fired(planned("days", "", "12").passesTo("2026-05-01 10:00")));
    }

    @Test
    void reminders_come_so_long_before_each_once_but_not_those_that_are_over_already() {
        assertEquals(
                List.of(time("2026-03-31 20:00"), time("2026-04-01 19:00")),
                fired(planned("instant", ", before: [1d, 1h]", "2026-04-01T18:00:00Z")
                        .passesTo("2026-05-01 10:00")));
        assertEquals(
                List.of(time("2026-03-20 11:00")),
                fired(planned("instant", ", before: [1d, 1h]", "2026-03-20T11:00:00Z")
                        .passesTo("2026-05-01 10:00")));
    }
}
