package guichet.core.notice;

import static guichet.core.ticket.TicketScenario.ALICE;
import static guichet.core.ticket.TicketScenario.NADIA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.command.Command;
import guichet.core.desk.Channel;
import guichet.core.ticket.Actor;
import guichet.core.ticket.Body;
import guichet.core.ticket.Redaction;
import guichet.core.ticket.TicketEvent.MessageAdded;
import guichet.core.ticket.TicketScenario;
import guichet.core.ticket.Visibility;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was masked of what somebody wrote in the portal is said as it is of a mail: to them, and on the ticket. */
class WordOfThePortalTest {
    private static final Redaction SECRET = new Redaction(1, List.of());

    private static Body body(Redaction redaction) {
        return new Body("mot de passe : ••••••", "", Optional.empty(), List.of(), Optional.of(redaction));
    }

    private static TicketScenario says(Actor by, Visibility visibility, Redaction redaction) {
        return TicketScenario.mailedAt("2026-03-02 10:00")
                .does(new Command.AddMessage(
                        by,
                        visibility,
                        Channel.PORTAL,
                        body(redaction),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()));
    }

    private static List<String> notes(TicketScenario ticket) {
        return ticket.last().events().stream()
                .filter(recorded -> recorded.event() instanceof MessageAdded message
                        && message.visibility() == Visibility.INTERNAL
                        && recorded.by().equals(Actor.ROBOT))
                .map(recorded -> ((MessageAdded) recorded.event()).body().text())
                .toList();
    }

    @Test
    void whoever_writes_a_secret_in_the_portal_is_told_and_the_agents_read_of_it() {
        var ticket = says(ALICE, Visibility.PUBLIC, SECRET);
        assertTrue(ticket.told().contains("alice secret"), ticket.told().toString());
        assertEquals(List.of("Un secret a été masqué dans ce message."), notes(ticket));
    }

    @Test
    void an_agent_is_told_of_a_secret_in_their_own_note_and_nobody_else_is() {
        assertEquals(
                List.of("nadia secret"),
                says(NADIA, Visibility.INTERNAL, SECRET).told());
    }

    @Test
    void a_secret_in_what_a_request_opens_with_is_told_to_who_opens_it() {
        var ticket = TicketScenario.on(TicketScenario.CLOUD, "2026-03-02 10:00")
                .does(TicketScenario.opening(ALICE, ALICE, Channel.PORTAL)
                        .body(Optional.of(body(SECRET)))
                        .build());
        assertTrue(ticket.told().contains("alice secret"), ticket.told().toString());
        assertEquals(1, notes(ticket).size());
    }

    @Test
    void a_secret_in_the_comment_of_a_transition_is_told_to_who_moved_the_request() {
        var ticket = TicketScenario.mailedAt("2026-03-02 10:00")
                .does(new Command.Transition(NADIA, "en-cours", Optional.of(body(SECRET)), Map.of()));
        assertTrue(ticket.told().contains("nadia secret"), ticket.told().toString());
        assertEquals(1, notes(ticket).size());
    }

    @Test
    void a_file_that_was_too_large_to_look_into_stands_on_the_ticket_and_is_told_to_nobody() {
        var ticket = says(ALICE, Visibility.PUBLIC, new Redaction(0, List.of(), List.of("dump.sql")));
        assertEquals(List.of("Trop volumineux pour qu’on y cherche des secrets\u00a0: dump.sql"), notes(ticket));
        assertTrue(
                ticket.told().stream().noneMatch(told -> told.startsWith("alice")),
                ticket.told().toString());
    }
}
