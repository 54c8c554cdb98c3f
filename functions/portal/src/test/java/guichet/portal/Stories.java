package guichet.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import guichet.core.command.Command;
import guichet.core.command.CommandHandler;
import guichet.core.desk.Channel;
import guichet.core.ticket.Actor;
import guichet.core.ticket.Body;
import guichet.core.ticket.TicketEvent.MessageAdded;
import guichet.core.ticket.TicketId;
import guichet.core.ticket.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

/** What most tests begin with. */
abstract class Stories {
    @BeforeEach
    void startAnew() {
        World.STORE.clear();
        World.HELD.clear();
    }

    /** A ticket at the desk cloud, opened on Monday 2 March 2026 at 10:30 in Paris. */
    static String openedBy(String address) {
        return openedBy(address, "Jira est lent");
    }

    static String openedBy(String address, String subject) {
        var answer = Api.as(address)
                .post(
                        "/api/desks/cloud/tickets",
                        "{\"type\": \"support\", \"subject\": \"" + subject
                                + "\", \"description\": \"Depuis ce matin.\"}");
        assertEquals(201, answer.status(), answer.text());
        return answer.json().get("id").asText();
    }

    static Api.Answer read(String address, String ticket) {
        var answer = Api.as(address).get("/api/tickets/" + ticket);
        assertEquals(200, answer.status(), answer.text());
        return answer;
    }

    /** @return the message's place in the ticket */
    static long says(Actor by, String ticket, Visibility visibility, Body body) {
        var message = new Command.AddMessage(
                by, visibility, Channel.MAIL, body, Optional.empty(), Optional.empty(), List.of());
        var done = (CommandHandler.Outcome.Done) new CommandHandler(World.STORE)
                .change(
                        World.CLOUD,
                        TicketId.parse(ticket).orElseThrow(),
                        message,
                        Instant.parse("2026-03-02T09:31:00Z"));
        return done.accepted().events().stream()
                .filter(recorded -> recorded.event() instanceof MessageAdded)
                .findFirst()
                .orElseThrow()
                .seq();
    }
}
