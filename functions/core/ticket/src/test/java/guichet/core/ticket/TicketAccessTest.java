package guichet.core.ticket;

import static guichet.core.ticket.TicketScenario.ALBERT;
import static guichet.core.ticket.TicketScenario.ALICE;
import static guichet.core.ticket.TicketScenario.GINA;
import static guichet.core.ticket.TicketScenario.NADIA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.access.TicketAccess;
import guichet.core.command.Actions;
import guichet.core.command.Command;
import guichet.core.command.Decision;
import guichet.core.desk.Channel;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TicketAccessTest {
    private static final Actor SOPHIE = Actor.customer("sophie@provider.example", "", null);
    private static final Actor DURAND = Actor.customer("durand@provider.example", "", null);

    @Test
    void the_whole_company_sees_a_request_and_no_other_does() {
        var ticket = TicketScenario.mailedAt("2026-03-02 10:00").ticket();
        assertTrue(TicketAccess.mayRead(ticket, ALBERT));
        assertTrue(TicketAccess.mayRead(ticket, NADIA));
        assertFalse(TicketAccess.mayRead(ticket, GINA));
        assertFalse(TicketAccess.mayRead(ticket, SOPHIE));
    }

    @Test
    void two_people_without_a_company_are_not_of_the_same() {
        var ticket = TicketScenario.openedBy(TicketScenario.CLOUD, SOPHIE, Channel.MAIL, "2026-03-02 10:00")
                .ticket();
        assertTrue(TicketAccess.mayRead(ticket, SOPHIE));
        assertFalse(TicketAccess.mayRead(ticket, DURAND));
        assertFalse(TicketAccess.mayWrite(ticket, DURAND));
    }

    @Test
    void people_in_copy_may_write_and_not_read() {
        var copied = new Command.AddMessage(
                ALICE,
                Visibility.PUBLIC,
                Channel.MAIL,
                Body.of("Avec Gina."),
                Optional.empty(),
                Optional.empty(),
                List.of(GINA.person()));
        var ticket = TicketScenario.mailedAt("2026-03-02 10:00").does(copied).ticket();
        assertFalse(TicketAccess.mayRead(ticket, GINA));
        assertTrue(TicketAccess.mayWrite(ticket, GINA));
    }

    @Test
    void escalation_is_offered_in_every_state_with_its_reasons_and_the_phone_number() {
        var ticket = TicketScenario.mailedAt("2026-03-02 10:00");
        for (var state : List.of("soumise", "en-cours", "attente-client", "attente-tiers", "planifiee", "fermee")) {
            if (!state.equals("soumise")) {
                ticket.moves(NADIA, state, "Voilà.");
            }
            var escalate = Actions.of(TicketScenario.CLOUD, ticket.ticket(), ALICE).stream()
                    .filter(action -> action.name().equals("escalate"))
                    .findFirst()
                    .orElseThrow();
            assertEquals(Optional.of("+33 3 67 10 00 10"), escalate.phone(), state);
            assertEquals(
                    List.of("expertise", "too-slow", "other"),
                    List.copyOf(escalate.inputs().getFirst().choices().keySet()),
                    state);
        }
    }

    @Test
    void what_is_offered_is_what_is_accepted() {
        var ticket = TicketScenario.mailedAt("2026-03-02 10:00").moves(NADIA, "attente-client", "Alors ?");
        for (var actor : List.of(ALICE, NADIA, TicketScenario.LEA)) {
            var offered = Actions.of(TicketScenario.CLOUD, ticket.ticket(), actor).stream()
                    .flatMap(action -> action.target().stream())
                    .sorted()
                    .toList();
            var accepted = TicketScenario.CLOUD.defaultType().states().keySet().stream()
                    .filter(state -> ticket.decide(TicketScenario.transition(actor, state, "Voilà."))
                            instanceof Decision.Accepted)
                    .sorted()
                    .toList();
            assertEquals(accepted, offered);
        }
    }
}
