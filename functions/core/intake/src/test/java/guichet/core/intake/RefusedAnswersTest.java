package guichet.core.intake;

import static guichet.core.intake.FrontDesk.ALICE;
import static guichet.core.intake.FrontDesk.ANNE;
import static guichet.core.intake.FrontDesk.MONDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.command.Command;
import guichet.core.ticket.Actor;
import guichet.core.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code follow-ups: refuse} does with a mail: here to a ticket that has been closed for seven days. */
class RefusedAnswersTest {
    private static final Instant LATE = MONDAY.plus(Duration.ofDays(9));
    private final FrontDesk desk = FrontDesk.thatRefusesLateAnswers();
    private TicketId ticket;

    @BeforeEach
    void a_closed_ticket() {
        ticket = desk.opens(Letter.from(ALICE).id("a@x").subject("Jira").header("Cc", "gina@globex.example"))
                .id();
        var close = new Command.Transition(Actor.agent(ANNE, "Anne Agent"), "clos", Optional.empty(), Map.of());
        desk.act(ticket, close, MONDAY.plus(Duration.ofHours(1)));
    }

    private static Letter reply() {
        return Letter.from(ALICE)
                .id("reply@x")
                .subject("Re: Jira")
                .answering("a@x")
                .says("Et encore ?");
    }

    @Test
    void an_answer_neither_joins_nor_opens_a_ticket_and_is_kept_for_the_staff() {
        var touched = desk.ticket(ticket).lastTouch();
        var refused = assertInstanceOf(IntakeResult.Refused.class, desk.take(reply(), LATE));
        assertEquals("petit-1 is closed and takes no answers", refused.why());
        assertEquals(1, desk.tickets().size());
        assertEquals(1, desk.messages(ticket).size());
        assertEquals(List.of("Et encore ?"), desk.notes(ticket));
        assertTrue(desk.ticket(ticket).isClosed());
        assertEquals(touched, desk.ticket(ticket).lastTouch());
    }

    @Test
    void its_sender_hears_of_it_and_whom_the_desk_names_of_its_staff_and_nobody_else() {
        desk.take(reply(), LATE);
        assertEquals(List.of(ALICE + " ferme", ANNE + " ferme"), desk.told());
    }

    @Test
    void whoever_wants_no_automatic_answer_gets_none() {
        desk.take(reply().header("X-Auto-Response-Suppress", "All"), LATE);
        assertEquals(List.of(ANNE + " ferme"), desk.told());
    }

    @Test
    void the_same_mail_is_refused_once() {
        desk.take(reply(), LATE);
        assertInstanceOf(IntakeResult.Ignored.class, desk.take(reply(), LATE.plusSeconds(60)));
        assertEquals(1, desk.notes(ticket).size());
    }

    @Test
    void before_that_it_reopens_and_automatic_mail_is_kept_as_ever() {
        assertInstanceOf(IntakeResult.Joined.class, desk.take(reply().header("Auto-Submitted", "auto-replied"), LATE));
        assertEquals(List.of(), desk.told());
        assertInstanceOf(
                IntakeResult.Joined.class,
                desk.take(reply().id("soon@x").says("Déjà ?"), MONDAY.plus(Duration.ofDays(2))));
        assertFalse(desk.ticket(ticket).isClosed());
    }
}
