package guichet.core.command;

import static guichet.core.ticket.TicketScenario.ALICE;
import static guichet.core.ticket.TicketScenario.CLOUD;
import static org.junit.jupiter.api.Assertions.assertEquals;

import guichet.core.desk.Channel;
import guichet.core.notice.Silence;
import guichet.core.ticket.Body;
import guichet.core.ticket.MailRef;
import guichet.core.ticket.Person;
import guichet.core.ticket.Requester;
import guichet.core.ticket.TicketId;
import guichet.core.ticket.TicketScenario;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenBuilderTest {
    private static final TicketId ID = new TicketId("cloud", 1);
    private static final Requester REQUESTER = Requester.unknown(ALICE.person());

    @Test
    void what_is_not_said_is_empty() {
        assertEquals(
                new Command.Open(
                        ALICE,
                        ID,
                        "support",
                        "Jira est lent",
                        REQUESTER,
                        Channel.PHONE,
                        Optional.empty(),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                opening().build());
    }

    @Test
    void what_is_said_stands_in_its_place() {
        var mail = new MailRef("first@acme.example", List.of(), "print", "raw");
        var albert = new Person("albert@acme.example", "Albert Morel");
        assertEquals(
                new Command.Open(
                        ALICE,
                        ID,
                        "support",
                        "Jira est lent",
                        REQUESTER,
                        Channel.PHONE,
                        Optional.of(Body.of("Bonjour")),
                        Map.of("who", "Acme"),
                        Optional.of("high"),
                        Optional.of("one"),
                        Optional.of("soon"),
                        Optional.of("second"),
                        Optional.of("third"),
                        List.of(albert),
                        Optional.of(mail),
                        Optional.of(Silence.towardsEverybody("Precedence: bulk")),
                        Optional.of(new TicketId("cloud", 7)),
                        Optional.of("for agents")),
                opening()
                        .body(Body.of("Bonjour"))
                        .fields(Map.of("who", "Acme"))
                        .priority(Optional.of("high"))
                        .impact(Optional.of("one"))
                        .urgency(Optional.of("soon"))
                        .queue(Optional.of("second"))
                        .level(Optional.of("third"))
                        .participants(List.of(albert))
                        .mail(mail)
                        .silence(Optional.of(Silence.towardsEverybody("Precedence: bulk")))
                        .follows(Optional.of(new TicketId("cloud", 7)))
                        .note(Optional.of("for agents"))
                        .build());
    }

    @Test
    void a_request_may_say_its_priority() {
        var opening = TicketScenario.opening(ALICE, ALICE, Channel.MAIL).priority(Optional.of("high"));
        var opened =
                (Decision.Accepted) TicketScenario.on(CLOUD, "2026-03-02 10:00").decide(opening.build());
        assertEquals("high", opened.ticket().priority());
    }

    private static OpenBuilder opening() {
        return Command.Open.of(ALICE, ID, "support", "Jira est lent", REQUESTER, Channel.PHONE);
    }
}
