package guichet.core.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.command.Command;
import guichet.core.command.Refusal;
import guichet.core.desk.Channel;
import guichet.core.desk.Desk;
import guichet.fixtures.SampleDesk;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Inputs of kind {@code owner} and {@code priority} (docs/desk-language.md) are more than values that a ticket keeps.
 */
class InputsThatActTest {
    private static final Desk CONSEIL = SampleDesk.read("conseil").desk();
    private static final Desk DAJ = SampleDesk.read("daj").desk();
    private static final Actor ELODIE = Actor.agent("elodie@conseil.example", "Élodie");
    private static final Actor NICOLAS = Actor.agent("nicolas@daj.example", "Nicolas");
    private static final Actor MARC = Actor.customer("marc@gazette.example", "Marc", "gazette");

    private static Command taken(String consultant) {
        return new Command.Transition(ELODIE, "pris-en-charge", Optional.empty(), Map.of("consultant", consultant));
    }

    @Test
    void whoever_is_named_in_an_input_for_the_owner_becomes_it_and_hears_of_it() {
        var ticket = TicketScenario.openedBy(CONSEIL, MARC, Channel.PORTAL, "2026-03-02 10:00")
                .does(taken("hugo@conseil.example"));
        assertEquals(
                "hugo@conseil.example", ticket.ticket().owner().orElseThrow().address());
        assertTrue(ticket.kinds().containsAll(List.of("StateChanged", "OwnerChanged")), ticket.kinds()::toString);
    }

    @Test
    void whoever_is_no_agent_of_the_desk_becomes_no_owner() {
        var refusal = assertInstanceOf(
                Refusal.BadValue.class,
                TicketScenario.openedBy(CONSEIL, MARC, Channel.PORTAL, "2026-03-02 10:00")
                        .refusalOf(taken("marc@gazette.example")));
        assertEquals("consultant", refusal.field());
        assertTrue(
                refusal.allowed().isEmpty() && !refusal.message().fr().contains("hugo@"),
                "who asks may be a customer, who knows no agent's address");
    }

    @Test
    void a_field_for_the_priority_sets_it_at_the_opening_and_later() {
        var ticket = TicketScenario.openedBy(DAJ, MARC, Channel.PORTAL, "2026-03-02 10:00");
        assertEquals("normal", ticket.ticket().priority());
        assertEquals(
                "urgent",
                ticket.does(new Command.SetFields(NICOLAS, Map.of("urgence", "urgent")))
                        .ticket()
                        .priority());
        assertEquals(List.of("FieldsChanged", "PriorityChanged"), ticket.kinds().subList(0, 2));
    }

    @Test
    void a_field_given_again_as_it_is_undoes_no_priority_that_was_set_since() {
        var ticket = TicketScenario.openedBy(DAJ, MARC, Channel.PORTAL, "2026-03-02 10:00")
                .does(new Command.SetFields(NICOLAS, Map.of("urgence", "normal")))
                .does(new Command.SetPriority(NICOLAS, Optional.of("urgent"), Optional.empty(), Optional.empty(), ""));
        assertEquals(
                "urgent",
                ticket.does(new Command.SetFields(NICOLAS, Map.of("urgence", "normal", "titre", "Gazette")))
                        .ticket()
                        .priority());
    }
}
