package guichet.core.intake;

import static guichet.core.intake.FrontDesk.ALICE;
import static guichet.core.intake.FrontDesk.ANNE;
import static guichet.core.intake.FrontDesk.MONDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.command.Command;
import guichet.core.ticket.Actor;
import guichet.core.ticket.RecordedEvent;
import guichet.core.ticket.TicketEvent.Unreachable;
import guichet.core.ticket.TicketId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a mail of ours that came back does to its ticket. */
class CameBackTest {
    private static final String NOTICE = "0102@eu-west-1.amazonses.com";
    private final FrontDesk desk = new FrontDesk();
    private TicketId ticket;

    @BeforeEach
    void a_ticket_that_its_creator_was_told_of() {
        ticket = desk.opens(Letter.from(ALICE).id("a@x").subject("Jira")).id();
        desk.sends(ticket, NOTICE);
    }

    static Letter report(String action, String status, String original) {
        return Letter.nobodys()
                .id(action + status + "@mx.example")
                .header("Return-Path", "<>")
                .header("Subject", "Undelivered Mail")
                .header("MIME-Version", "1.0")
                .header("Content-Type", "multipart/report; report-type=delivery-status; boundary=r")
                .says("""
                        --r

                        It did not work.
                        --r
                        Content-Type: message/delivery-status

                        Final-Recipient: rfc822; ALICE@acme.example
                        Action: %s
                        Status: %s
                        Diagnostic-Code: smtp; 550 5.1.1 no such user
                        --r
                        Content-Type: text/rfc822-headers

                        Message-ID: <%s>
                        --r--
                        """.formatted(action, status, original));
    }

    private List<Unreachable> marks() {
        return desk.history(ticket).stream()
                .map(RecordedEvent::event)
                .filter(Unreachable.class::isInstance)
                .map(Unreachable.class::cast)
                .toList();
    }

    @Test
    void a_report_is_filed_where_the_mail_belongs_that_came_back_and_by_that_alone() {
        var joined = assertInstanceOf(IntakeResult.Joined.class, desk.take(report("failed", "5.1.1", NOTICE)));
        assertEquals(ticket, joined.ticket());
        assertEquals("the mail that came back", joined.why());
        assertEquals(1, desk.tickets().size());
    }

    @Test
    void an_address_that_failed_for_good_is_marked_with_what_the_server_said_and_the_team_hears_of_it() {
        desk.take(report("failed", "5.1.1", NOTICE));
        assertEquals(Set.of(ALICE), desk.ticket(ticket).unreachable());
        assertEquals("550 5.1.1 no such user", marks().getFirst().reason().en());
    }

    @Test
    void two_reports_mark_an_address_once() {
        desk.take(report("failed", "5.1.1", NOTICE));
        desk.take(report("failed", "5.1.2", NOTICE));
        assertEquals(1, marks().size());
    }

    @ParameterizedTest
    @CsvSource({"delayed, 4.4.1", "failed, 4.2.2"})
    void a_failure_that_may_pass_marks_nobody(String action, String status) {
        desk.take(report(action, status, NOTICE));
        assertEquals(Set.of(), desk.ticket(ticket).unreachable());
    }

    @Test
    void a_report_is_never_answered_and_reopens_nothing() {
        var close = new Command.Transition(Actor.agent(ANNE, "Anne Agent"), "clos", Optional.empty(), Map.of());
        desk.act(ticket, close, MONDAY.plusSeconds(3600));
        desk.take(report("failed", "5.1.1", NOTICE));
        assertTrue(desk.ticket(ticket).isClosed());
        assertTrue(
                desk.told().stream().noneMatch(told -> told.startsWith(ALICE)),
                desk.told().toString());
    }

    @Test
    void a_report_on_a_mail_that_was_never_ours_opens_a_ticket_of_its_own() {
        assertInstanceOf(IntakeResult.Opened.class, desk.take(report("failed", "5.1.1", "somebody-elses@x")));
        assertEquals(Set.of(), desk.ticket(ticket).unreachable());
    }
}
