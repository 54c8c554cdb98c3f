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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a mail to a closed ticket does: for seven days it reopens, after that it opens a new one. */
class AfterClosingTest {
    private static final Instant CLOSED = MONDAY.plus(Duration.ofHours(1));
    private static final Instant SOON = CLOSED.plus(Duration.ofDays(6));
    private static final Instant LATE = CLOSED.plus(Duration.ofDays(8));
    private final FrontDesk desk = new FrontDesk();
    private TicketId ticket;

    @BeforeEach
    void a_closed_ticket() {
        ticket = desk.opens(Letter.from(ALICE).id("a@x").subject("Jira")).id();
        var close = new Command.Transition(Actor.agent(ANNE, "Anne Agent"), "clos", Optional.empty(), Map.of());
        desk.act(ticket, close, CLOSED);
    }

    private static Letter reply(String from) {
        return Letter.from(from).id("reply@x").subject("Re: Jira").answering("a@x");
    }

    @Test
    void within_the_window_a_reply_reopens() {
        assertInstanceOf(IntakeResult.Joined.class, desk.take(reply(ALICE), SOON));
        assertFalse(desk.ticket(ticket).isClosed());
        assertEquals(List.of(ANNE + " nouveau"), desk.told());
    }

    @Test
    void after_the_window_a_reply_opens_a_ticket_that_follows_the_closed_one() {
        var opened = assertInstanceOf(IntakeResult.Opened.class, desk.take(reply(ALICE), LATE));
        assertEquals(Optional.of(ticket), desk.ticket(opened.ticket()).follows());
        assertEquals("it follows petit-1", opened.why());
        assertEquals(List.of(), desk.notes(opened.ticket()), "it does concern its sender");
        assertTrue(desk.ticket(ticket).isClosed());
        assertEquals(1, desk.messages(ticket).size());
    }

    @Test
    void an_agents_reply_joins_at_any_time_and_reopens_nothing() {
        assertInstanceOf(IntakeResult.Joined.class, desk.take(reply(ANNE), LATE));
        assertTrue(desk.ticket(ticket).isClosed());
    }

    @Test
    void automatic_mail_joins_at_any_time_and_reopens_nothing() {
        for (var at : List.of(SOON, LATE)) {
            var note = reply(ALICE).says("Absente " + at).header("Auto-Submitted", "auto-replied");
            assertInstanceOf(IntakeResult.Joined.class, desk.take(note, at));
            assertTrue(desk.ticket(ticket).isClosed());
        }
        assertEquals(1, desk.messages(ticket).size());
        assertEquals(List.of("Absente " + SOON, "Absente " + LATE), desk.notes(ticket), "for staff alone");
        assertEquals(1, desk.tickets().size());
    }

    @ParameterizedTest
    @CsvSource({"X-Auto-Response-Suppress, 'DR, OOF, AutoReply'", "Precedence, bulk"})
    void whoever_wants_no_automatic_answer_reopens_like_anybody_and_is_not_answered(String header, String value) {
        desk.take(reply(ALICE).says("Non, cela ne marche pas.").header(header, value), SOON);
        assertFalse(desk.ticket(ticket).isClosed());
        assertEquals("Non, cela ne marche pas.", desk.texts(ticket).getLast());
        assertEquals(List.of(ANNE + " nouveau"), desk.told());
    }

    @Test
    void a_mailing_and_spam_reopen_nothing_either() {
        assertInstanceOf(
                IntakeResult.Joined.class, desk.take(reply(ALICE).header("List-Id", "<news.acme.example>"), SOON));
        assertInstanceOf(
                IntakeResult.Joined.class,
                desk.take(reply(ALICE).says("Achetez").header("X-SES-Spam-Verdict", "FAIL"), SOON));
        assertTrue(desk.ticket(ticket).isClosed());
    }

    @Test
    void people_in_copy_of_an_automatic_reply_are_not_on_the_ticket() {
        desk.take(reply(ALICE).header("Cc", "robot@acme.example").header("Auto-Submitted", "auto-replied"), SOON);
        assertEquals(List.of(), desk.ticket(ticket).participants());
    }
}
