package guichet.core.ticket;

import static guichet.core.ticket.Garage.ANN;
import static guichet.core.ticket.Garage.CAR;
import static guichet.core.ticket.Garage.DORA;
import static guichet.core.ticket.Garage.LEO;
import static guichet.core.ticket.Garage.move;
import static guichet.core.ticket.TicketScenario.automatic;
import static guichet.core.ticket.TicketScenario.message;
import static guichet.core.ticket.TicketScenario.note;
import static org.junit.jupiter.api.Assertions.assertEquals;

import guichet.core.command.Command;
import guichet.core.desk.Channel;
import guichet.core.ticket.Garage.Opening;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code reactions:}, sentence by sentence (docs/desk-language.md). */
class ReactionRulesTest {
    @Test
    void a_reaction_finds_the_ticket_as_the_one_before_left_it() {
        var ticket = Garage.mailedAt("2026-03-02 10:00", """
                reactions:
                  - an answer is looked at: { on: commented, by: customers, in: new, move-to: open }
                  - what is opened goes to the workshop: { on: commented, in: open, move-to-queue: workshop }
                """).does(message(DORA, "Alors ?"));
        assertEquals("open", ticket.ticket().state());
        assertEquals("workshop", ticket.ticket().queue());
    }

    @Test
    void what_a_robot_does_sets_off_no_reaction() {
        var ticket = Garage.mailedAt("2026-03-02 10:00", """
                reactions:
                  - an answer is looked at: { on: commented, in: new, move-to: open }
                  - what is opened goes to the workshop: { on: entered, in: open, move-to-queue: workshop }
                """).does(message(DORA, "Alors ?"));
        assertEquals("counter", ticket.ticket().queue());
        assertEquals(
                "workshop",
                Garage.mailedAt("2026-03-02 10:00", """
                        reactions:
                          - what is opened goes to the workshop: { on: entered, in: open, move-to-queue: workshop }
                        """)
                        .does(move(ANN, "open"))
                        .ticket()
                        .queue());
    }

    @Test
    void nor_does_what_it_does_when_time_has_passed() {
        var ticket = Garage.mailedAt("2026-03-02 10:00", """
                        automations:
                          - nobody took it: { in: new, in-state-for: 1d, move-to: open, comment: word }
                        reactions:
                          - what is opened goes to the workshop: { on: entered, in: open, move-to-queue: workshop }
                          - and so does what is commented: { on: commented, in: open, move-to-queue: workshop }
                        """).passesTo("2026-03-03 10:00");
        assertEquals(List.of("TimerFired", "MessageAdded", "StateChanged"), ticket.kinds());
    }

    @Test
    void a_move_back_and_forth_by_the_robot_ends_where_the_rules_end() {
        var ticket = Garage.mailedAt("2026-03-02 10:00", """
                reactions:
                  - to and fro: { on: commented, in: new, move-to: open }
                  - fro and to: { on: commented, in: open, move-to: new }
                """).does(message(DORA, "Alors ?"));
        assertEquals("new", ticket.ticket().state());
        assertEquals(List.of("MessageAdded", "Reacted", "StateChanged", "Reacted", "StateChanged"), ticket.kinds());
    }

    private static final String BY_LEADS = """
            reactions:
              - the lead's word opens it: { on: commented, by: leads, in: new, move-to: open }
            """;

    @Test
    void by_leads_are_leads_alone_and_by_agents_are_leads_too() {
        assertEquals(
                "new",
                Garage.mailedAt("2026-03-02 10:00", BY_LEADS)
                        .does(message(ANN, "Oui."))
                        .ticket()
                        .state());
        assertEquals(
                "open",
                Garage.mailedAt("2026-03-02 10:00", BY_LEADS)
                        .does(message(LEO, "Oui."))
                        .ticket()
                        .state());
        var byAgents = BY_LEADS.replace("by: leads", "by: agents");
        for (var actor : List.of(ANN, LEO)) {
            assertEquals(
                    "open",
                    Garage.mailedAt("2026-03-02 10:00", byAgents)
                            .does(message(actor, "Oui."))
                            .ticket()
                            .state());
        }
        assertEquals(
                "new",
                Garage.mailedAt("2026-03-02 10:00", byAgents)
                        .does(message(DORA, "Oui."))
                        .ticket()
                        .state());
    }

    @Test
    void on_another_of_what_happened_with_it_reacts_too() {
        var ticket = Garage.mailedAt("2026-03-02 10:00", """
                reactions:
                  - whoever is named takes it to the workshop: { on: assigned, move-to-queue: workshop }
                """)
                .does(new Command.SetFields(ANN, Map.of("mechanic", "bob@garage.example")));
        assertEquals(List.of("FieldsChanged", "OwnerChanged", "Reacted", "QueueChanged"), ticket.kinds());
    }

    @Test
    void an_opening_in_a_queue_and_of_a_type_heeds_both() {
        var desk = Garage.with("""
                reactions:
                  - a question at the counter is opened: { on: created, type: question, queue: counter, move-to: open }
                """);
        var question = new Opening("question", DORA, DORA, Channel.MAIL, Map.of());
        var repair = new Opening("repair", DORA, DORA, Channel.MAIL, CAR);
        assertEquals("open", state(desk, question));
        assertEquals("new", state(desk, question.in("workshop")));
        assertEquals("new", state(desk, repair));
    }

    private static String state(guichet.core.desk.Desk desk, Opening opening) {
        return TicketScenario.on(desk, "2026-03-02 10:00")
                .does(opening.command())
                .ticket()
                .state();
    }

    private static final String TELLS = """
            reactions:
              - what is commented is answered and put away:
                  { on: commented, move-to: open, move-to-queue: workshop, tell: leads, text: word, comment: word }
            """;

    @Test
    void the_robot_says_its_word_then_tells_people_then_moves_it_whatever_the_order_in_the_file() {
        var ticket = Garage.mailedAt(
                        "2026-03-02 10:00", TELLS.replace("on: commented,", "on: commented, type: repair,"))
                .does(message(DORA, "Alors ?"));
        assertEquals(
                List.of("MessageAdded", "Reacted", "MessageAdded", "Told", "QueueChanged", "StateChanged"),
                ticket.kinds());
        assertEquals(List.of("leo word"), ticket.told());
        assertEquals(
                List.of("MessageAdded", "Reacted", "MessageAdded", "Told"),
                ticket.does(message(DORA, "Alors ?")).kinds(),
                "where it is already, it is not moved");
    }

    @Test
    void neither_automatic_mail_nor_an_internal_note_is_a_comment_to_react_to() {
        var ticket = Garage.mailedAt("2026-03-02 10:00", TELLS);
        assertEquals(
                List.of("MessageAdded"),
                ticket.does(automatic(DORA, "Absente.")).kinds());
        assertEquals(List.of("MessageAdded"), ticket.does(note(ANN, "À voir.")).kinds());
    }

    @Test
    void a_comment_that_comes_with_a_move_is_part_of_the_move() {
        var ticket = Garage.mailedAt("2026-03-02 10:00", """
                reactions:
                  - a word to the customer puts it away: { on: commented, by: agents, move-to-queue: workshop }
                """).does(move(ANN, "customer"));
        assertEquals(List.of("StateChanged", "MessageAdded"), ticket.kinds());
        assertEquals("workshop", ticket.does(message(ANN, "Alors ?")).ticket().queue());
    }

    @Test
    void the_robot_writes_in_the_language_of_the_requester() {
        var english = TicketScenario.open(ANN, TicketScenario.GINA, Channel.PHONE);
        var desk = TicketScenario.cloudWith(
                text -> text.replace("reactions:\n", "reactions:\n  - we greet: { on: created, comment: en-cours }\n"));
        var ticket = TicketScenario.on(desk, "2026-03-02 10:00").does(english);
        var said = (TicketEvent.MessageAdded) ticket.last().events().getLast().event();
        assertEquals("We have started working on your request.", said.body().text());
    }
}
