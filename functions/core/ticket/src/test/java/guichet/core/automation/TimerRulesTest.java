package guichet.core.automation;

import static guichet.core.ticket.Garage.ANN;
import static guichet.core.ticket.Garage.BOB;
import static guichet.core.ticket.Garage.DORA;
import static guichet.core.ticket.Garage.move;
import static guichet.core.ticket.TicketScenario.automatic;
import static guichet.core.ticket.TicketScenario.message;
import static guichet.core.ticket.TicketScenario.note;
import static guichet.core.ticket.TicketScenario.time;
import static org.junit.jupiter.api.Assertions.assertEquals;

import guichet.core.command.Command;
import guichet.core.desk.Channel;
import guichet.core.desk.LocalizedText;
import guichet.core.ticket.Actor;
import guichet.core.ticket.Garage;
import guichet.core.ticket.Garage.Opening;
import guichet.core.ticket.Person;
import guichet.core.ticket.TicketEvent.TimerFired;
import guichet.core.ticket.TicketId;
import guichet.core.ticket.TicketScenario;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code automations:}, sentence by sentence (docs/desk-language.md). */
class TimerRulesTest {
    private static List<Instant> fired(TicketScenario ticket) {
        return ticket.history().stream()
                .filter(recorded -> recorded.event() instanceof TimerFired)
                .map(recorded -> recorded.at())
                .toList();
    }

    @Test
    void untouched_for_counts_from_the_robots_move_where_that_came_after_the_last_touch() {
        var ticket = Garage.mailedAt("2026-03-02 10:00", """
                        automations:
                          - nobody took it: { type: repair, in: new, untouched-for: 2d, move-to: customer, comment: word }
                          - the customer is silent: { in: customer, untouched-for: 3d, move-to: done }
                        """).passesTo("2026-03-20 10:00");
        assertEquals(List.of(time("2026-03-04 10:00"), time("2026-03-07 10:00")), fired(ticket));
    }

    static Stream<Command> touches() {
        return Stream.of(
                note(ANN, "À voir."),
                message(DORA, "Alors ?"),
                new Command.Escalate(DORA, "slow", ""),
                new Command.Assign(ANN, Optional.of(BOB.person())),
                new Command.MoveToQueue(ANN, "workshop"),
                new Command.SetLevel(ANN, "second"),
                new Command.SetPriority(ANN, Optional.of("high"), Optional.empty(), Optional.empty(), ""),
                new Command.SetFields(ANN, Map.of("plate", "ZZ")),
                new Command.Forward(ANN, List.of(Person.of("parts@elsewhere.example")), ""),
                new Command.ReceiveMerge(ANN, new TicketId("garage", 12), List.of()));
    }

    static Stream<Command> noTouches() {
        return Stream.of(
                automatic(DORA, "Absente."),
                TicketScenario.unreachable(DORA.address()),
                new Command.Withhold(Actor.ROBOT, DORA.address(), LocalizedText.same("too many")));
    }

    private static final String UNTOUCHED = """
            automations:
              - nobody took it: { in: new, untouched-for: 2d, comment: word }
            escalation:
              reasons: { slow: Too slow }
            """;

    @ParameterizedTest
    @MethodSource("touches")
    void whatever_a_person_does_is_a_touch(Command touch) {
        var ticket = Garage.mailedAt("2026-03-02 10:00", UNTOUCHED)
                .at("2026-03-03 09:00")
                .does(touch);
        assertEquals(Optional.of(time("2026-03-05 09:00")), ticket.last().due());
    }

    @ParameterizedTest
    @MethodSource("noTouches")
    void what_a_machine_does_is_none(Command command) {
        var ticket = Garage.mailedAt("2026-03-02 10:00", UNTOUCHED)
                .at("2026-03-03 09:00")
                .does(command);
        assertEquals(Optional.of(time("2026-03-04 10:00")), ticket.last().due());
    }

    private static final String IN_STATE = """
            automations:
              - it takes long: { in: open, in-state-for: 2d, comment: word }
            """;

    @Test
    void in_state_for_counts_from_entering_the_state_whatever_people_do_since() {
        var ticket = Garage.mailedAt("2026-03-02 10:00", IN_STATE)
                .at("2026-03-03 10:00")
                .does(move(ANN, "open"))
                .at("2026-03-04 10:00")
                .does(note(BOB, "À suivre."))
                .does(message(DORA, "Alors ?"));
        assertEquals(Optional.of(time("2026-03-05 10:00")), ticket.last().due());
    }

    private static final String UNANSWERED = """
            automations:
              - nobody answers: { unanswered-for: 1d, comment: word }
            """;

    @Test
    void unanswered_for_counts_from_the_first_message_that_nobody_has_answered() {
        var ticket = Garage.mailedAt("2026-03-02 10:00", UNANSWERED);
        assertEquals(Optional.of(time("2026-03-03 10:00")), ticket.last().due());
        ticket.at("2026-03-02 11:00").does(message(DORA, "Alors ?"));
        assertEquals(Optional.of(time("2026-03-03 10:00")), ticket.last().due());
        ticket.at("2026-03-02 12:00").does(move(ANN, "open")).does(note(BOB, "À voir."));
        assertEquals(Optional.of(time("2026-03-03 10:00")), ticket.last().due());
    }

    @Test
    void and_ends_with_an_answer_until_the_desk_is_awaited_again() {
        var ticket = Garage.mailedAt("2026-03-02 10:00", UNANSWERED)
                .at("2026-03-02 11:00")
                .does(message(ANN, "Nous regardons."));
        assertEquals(Optional.empty(), ticket.last().due());
        assertEquals(
                Optional.of(time("2026-03-04 09:00")),
                ticket.at("2026-03-03 09:00")
                        .does(message(DORA, "Alors ?"))
                        .last()
                        .due());
        assertEquals(
                Optional.empty(),
                ticket.at("2026-03-03 10:00").does(move(ANN, "customer")).last().due());
    }

    @Test
    void and_while_others_are_waited_for() {
        var ticket = Garage.mailedAt("2026-03-02 10:00", UNANSWERED)
                .at("2026-03-02 11:00")
                .does(move(ANN, "parts"));
        assertEquals(Optional.empty(), ticket.last().due());
        ticket.at("2026-03-05 11:00").does(move(ANN, "open"));
        assertEquals(Optional.of(time("2026-03-03 10:00")), ticket.last().due());
    }

    private static final String WATCH = """
            automations:
              - nobody answers: { unanswered-for: [4h, 1d], tell: leads, text: word, comment: word }
            """;

    @Test
    void a_watch_tells_again_after_its_last_wait_until_somebody_answers_and_says_the_rest_once() {
        var ticket = Garage.mailedAt("2026-03-02 10:00", WATCH).passesTo("2026-03-05 09:00");
        assertEquals(
                List.of(time("2026-03-02 14:00"), time("2026-03-03 10:00"), time("2026-03-04 10:00")), fired(ticket));
        assertEquals(List.of("TimerFired", "Told"), ticket.kinds());
        assertEquals(Optional.of(time("2026-03-05 10:00")), ticket.last().due());
        assertEquals(
                Optional.empty(), ticket.does(message(ANN, "Voilà.")).last().due());
        ticket.at("2026-03-06 10:00").does(message(DORA, "Et le frein ?"));
        assertEquals(Optional.of(time("2026-03-06 14:00")), ticket.last().due());
        assertEquals(
                Optional.of(time("2026-03-07 10:00")),
                ticket.passesTo("2026-03-06 15:00").last().due());
    }

    @Test
    void moving_a_request_on_is_no_new_question() {
        var ticket = Garage.mailedAt("2026-03-02 10:00", WATCH)
                .does(message(ANN, "Nous regardons."))
                .does(move(ANN, "open"));
        assertEquals(Optional.empty(), ticket.last().due());
        assertEquals(
                Optional.empty(),
                ticket.does(move(ANN, "parts")).does(move(ANN, "open")).last().due());
    }

    private static final String SILENT = """
            automations:
              - the customer is silent: { in: customer, untouched-for: 3d, move-to: done }
            """;

    @Test
    void whoever_has_answered_is_not_closed_for_silence_until_they_are_asked_again() {
        var ticket = Garage.mailedAt("2026-03-02 10:00", SILENT)
                .does(move(ANN, "customer"))
                .at("2026-03-03 10:00")
                .does(message(DORA, "Non, cela ne marche pas."));
        assertEquals(Optional.empty(), ticket.last().due());
        assertEquals(Optional.empty(), ticket.does(note(BOB, "À voir.")).last().due());
        ticket.at("2026-03-04 10:00").does(message(ANN, "Et maintenant ?"));
        assertEquals(Optional.of(time("2026-03-07 10:00")), ticket.last().due());
    }

    @Test
    void a_customer_who_escalates_is_not_silent() {
        var ticket = Garage.mailedAt("2026-03-02 10:00", SILENT, ESCALATION)
                .does(move(ANN, "customer"))
                .at("2026-03-03 10:00")
                .does(new Command.Escalate(DORA, "slow", "Alors ?"));
        assertEquals(Optional.empty(), ticket.last().due());
        assertEquals(Optional.of(time("2026-03-03 10:00")), ticket.ticket().waitingSince());
        assertEquals(
                Optional.of(time("2026-03-02 10:00")),
                Garage.mailedAt("2026-03-02 10:00", SILENT, ESCALATION)
                        .at("2026-03-03 10:00")
                        .does(new Command.Escalate(DORA, "slow", "Alors ?"))
                        .ticket()
                        .waitingSince());
    }

    private static final String ESCALATION = "escalation: { reasons: { slow: Slow } }\n";

    @Test
    void the_robots_word_is_no_answer_and_says_it_once() {
        var ticket = Garage.mailedAt("2026-03-02 10:00", UNANSWERED).passesTo("2026-03-10 10:00");
        assertEquals(List.of(time("2026-03-03 10:00")), fired(ticket));
        assertEquals(Optional.of(time("2026-03-02 10:00")), ticket.ticket().waitingSince());
    }

    @Test
    void a_reminder_does_not_make_the_desk_awaited_and_is_not_what_the_customer_said() {
        var ticket = Garage.mailedAt("2026-03-02 10:00", """
                        automations:
                          - the customer is silent: { in: customer, untouched-for: 3d, comment: word }
                        """)
                .does(move(ANN, "customer"))
                .passesTo("2026-03-05 10:00");
        assertEquals(List.of("TimerFired", "MessageAdded"), ticket.kinds());
        assertEquals(Optional.empty(), ticket.ticket().waitingSince());
        assertEquals(Optional.of("Il grince."), ticket.ticket().lastWords());
    }

    @Test
    void a_request_that_was_merged_has_no_timers_left() {
        var merged = Garage.mailedAt("2026-03-02 10:00", IN_STATE)
                .does(move(ANN, "open"))
                .does(new Command.MergeInto(ANN, new TicketId("garage", 12)));
        assertEquals(Optional.empty(), merged.last().due());
    }

    @Test
    void a_rule_for_a_request_type_leaves_the_others_alone() {
        var rule = """
                automations:
                  - it takes long: { type: repair, in: open, in-state-for: 2d, comment: word }
                """;
        var question = new Opening("question", DORA, DORA, Channel.MAIL, Map.of()).command();
        var ticket = TicketScenario.on(Garage.with(rule), "2026-03-02 10:00").does(question);
        assertEquals(Optional.empty(), ticket.does(move(ANN, "open")).last().due());
        assertEquals(
                Optional.of(time("2026-03-04 10:00")),
                Garage.mailedAt("2026-03-02 10:00", rule)
                        .does(move(ANN, "open"))
                        .last()
                        .due());
        var forQuestions = rule.replace("type: repair", "type: question");
        assertEquals(
                Optional.of(time("2026-03-04 10:00")),
                TicketScenario.on(Garage.with(forQuestions), "2026-03-02 10:00")
                        .does(question)
                        .does(move(ANN, "open"))
                        .last()
                        .due());
    }

    @Test
    void a_rule_for_a_queue_holds_while_the_ticket_is_there() {
        var ticket = Garage.mailedAt("2026-03-02 10:00", """
                automations:
                  - the workshop takes long: { queue: workshop, in: new, in-state-for: 2d, comment: word }
                """);
        assertEquals(Optional.empty(), ticket.last().due());
        assertEquals(
                Optional.of(time("2026-03-04 10:00")),
                ticket.at("2026-03-03 10:00")
                        .does(new Command.MoveToQueue(ANN, "workshop"))
                        .last()
                        .due());
        assertEquals(
                Optional.empty(),
                ticket.does(new Command.MoveToQueue(ANN, "counter")).last().due());
    }

    @Test
    void what_the_robot_moves_to_another_queue_is_there_from_then_on() {
        var ticket = Garage.mailedAt("2026-03-02 10:00", """
                        automations:
                          - nobody took it: { in: new, queue: counter, in-state-for: 1d, move-to-queue: workshop }
                          - nor the workshop: { in: new, queue: workshop, in-state-for: 2d, move-to-queue: workshop }
                        """).passesTo("2026-03-03 10:00");
        assertEquals(List.of("TimerFired", "QueueChanged"), ticket.kinds());
        assertEquals("workshop", ticket.ticket().queue());
        assertEquals(List.of("TimerFired"), ticket.passesTo("2026-03-04 10:00").kinds());
    }

    @Test
    void a_day_before_is_the_same_local_time_also_where_the_clocks_change_in_between() {
        var ticket = Garage.mailedAt("2026-03-02 10:00", """
                        automations:
                          - the day is near: { in: planned, at: day, before: [2d, 1d], comment: word }
                        """)
                .at("2026-03-02 10:30")
                .does(move(ANN, "planned", Map.of("day", "2026-03-30")))
                .passesTo("2026-04-10 10:00");
        assertEquals(List.of(time("2026-03-28 10:30"), time("2026-03-29 10:30")), fired(ticket));
    }

    private static final String THE_DAY = """
            automations:
              - the day has come: { in: planned, at: day, comment: word }
            """;

    @Test
    void a_day_that_is_today_falls_due_at_once() {
        var ticket = Garage.mailedAt("2026-03-20 10:00", THE_DAY)
                .does(move(ANN, "planned", Map.of("day", "2026-03-20")))
                .sweep();
        assertEquals(List.of("TimerFired", "MessageAdded"), ticket.kinds());
        assertEquals(List.of(), ticket.sweep().kinds());
    }

    @Test
    void without_a_day_nothing_falls_due_and_another_day_falls_due_too() {
        var ticket = Garage.mailedAt("2026-03-02 10:00", THE_DAY)
                .does(move(ANN, "planned", Map.of("day", "2026-03-04")))
                .passesTo("2026-03-05 10:00")
                .does(move(ANN, "open"))
                .passesTo("2026-03-06 10:00")
                .does(move(ANN, "planned", Map.of("day", "2026-03-10")))
                .passesTo("2026-03-20 10:00");
        assertEquals(List.of(time("2026-03-04 10:00"), time("2026-03-10 10:00")), fired(ticket));
    }
}
