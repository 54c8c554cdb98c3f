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
import guichet.core.ticket.TicketEvent;
import guichet.core.ticket.TicketEvent.Unreachable;
import guichet.core.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a mail of ours that came back does to its ticket. */
class CameBackTest {
    private static final String NOTICE = "0102@eu-west-1.amazonses.com";
    private final FrontDesk desk = new FrontDesk();
    private TicketId ticket;

    @BeforeEach
    void a_ticket_that_its_creator_was_told_of() {
        ticket = desk.opens(Letter.from(ALICE).id("a@x").subject("Jira")).id();
        desk.sends(ticket, NOTICE, ALICE);
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
        assertEquals("it tells of a mail of ours that came back", joined.why());
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

    @Test
    void while_the_other_server_still_tries_nobody_is_marked() {
        desk.take(report("delayed", "4.4.1", NOTICE));
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
    void a_report_is_read_by_staff_alone() {
        desk.take(report("failed", "5.1.1", NOTICE));
        assertEquals(1, desk.messages(ticket).size());
        assertEquals(List.of("It did not work."), desk.notes(ticket));
    }

    /** Whoever knows a ticket's number, or a customer's Message-ID, knows nothing of what we sent. */
    @ParameterizedTest
    @ValueSource(strings = {"", "a@x", "petit-1.guichet@petit.example"})
    void a_strangers_report_marks_nobody_and_joins_nothing_whatever_its_subject_names(String original) {
        var forged = report("failed", "5.1.1", original).with("Undelivered Mail", "Undelivered [petit-1]");
        assertInstanceOf(IntakeResult.Opened.class, desk.take(forged));
        assertEquals(Set.of(), desk.ticket(ticket).unreachable());
        assertEquals(1, desk.messages(ticket).size());
    }

    @Test
    void a_report_marks_only_whom_that_mail_was_sent_to() {
        desk.sends(ticket, "to-bob@eu-west-1.amazonses.com", FrontDesk.BOB);
        desk.take(report("failed", "5.1.1", "to-bob@eu-west-1.amazonses.com"));
        assertEquals(Set.of(), desk.ticket(ticket).unreachable());
        assertEquals(1, desk.tickets().size(), "it is about our mail all the same");
    }

    @Test
    void an_address_that_passed_our_mail_on_is_marked_when_the_next_one_fails() {
        var passedOn = report("failed", "5.1.1", NOTICE);
        desk.take(passedOn.with(
                "Final-Recipient: rfc822; ALICE@acme.example",
                "Original-Recipient: rfc822; Alice@acme.example\nFinal-Recipient: rfc822; boite@ailleurs.example"));
        assertEquals(Set.of(ALICE), desk.ticket(ticket).unreachable());
    }

    @Test
    void a_report_to_the_reply_address_that_was_signed_for_whom_it_did_not_reach_is_believed_without_an_id() {
        var joined = assertInstanceOf(
                IntakeResult.Joined.class, desk.take(report("failed", "5.1.1", ""), desk.replyAddress(ticket, ALICE)));
        assertEquals(ticket, joined.ticket());
        assertEquals(Set.of(ALICE), desk.ticket(ticket).unreachable());
    }

    @Test
    void a_reply_address_of_somebody_else_proves_nothing_of_alice() {
        desk.take(report("failed", "5.1.1", ""), desk.replyAddress(ticket, FrontDesk.BOB));
        assertEquals(Set.of(), desk.ticket(ticket).unreachable());
    }

    @Test
    void a_desk_that_holds_strangers_mail_takes_a_report_on_its_own_and_holds_any_other() {
        var holding = FrontDesk.thatHolds();
        var known = holding.opens(Letter.from(ALICE).id("a@x").subject("Jira")).id();
        holding.sends(known, NOTICE, ALICE);
        assertInstanceOf(IntakeResult.Joined.class, holding.take(report("failed", "5.1.1", NOTICE)));
        assertInstanceOf(IntakeResult.Held.class, holding.take(report("failed", "5.1.1", "a@x")));
    }

    @Test
    void a_report_on_a_mail_that_was_never_ours_opens_a_ticket_of_its_own() {
        assertInstanceOf(IntakeResult.Opened.class, desk.take(report("failed", "5.1.1", "somebody-elses@x")));
        assertEquals(Set.of(), desk.ticket(ticket).unreachable());
    }

    @Test
    void a_full_mailbox_and_a_server_that_gave_up_are_tried_again_after_three_days() {
        desk.take(report("failed", "5.2.2", NOTICE));
        var mark = marks().getFirst();
        assertEquals(Optional.of(failedAt().plus(Duration.ofDays(3))), mark.until());
        assertTrue(desk.unreachable(ALICE, mark.until().orElseThrow().minusNanos(1))
                .isPresent());
        assertTrue(desk.unreachable(ALICE, mark.until().orElseThrow()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"4.2.2,true", "4.4.7,true", "5.2.2,true", "5.1.1,false", "5.2.1,false", "5.4.1,false"})
    void only_what_passes_by_itself_is_tried_again_by_itself(String status, boolean passes) {
        desk.take(report("failed", status, NOTICE));
        assertEquals(passes, marks().getFirst().until().isPresent());
    }

    @Test
    void an_authenticated_mail_of_the_address_lifts_its_mark_on_every_ticket_and_says_so_on_the_one_it_joins() {
        desk.take(report("failed", "5.1.1", NOTICE));
        desk.joins(Letter.from(ALICE).id("b@x").answering(NOTICE));
        assertEquals(Set.of(), desk.ticket(ticket).unreachable());
        assertTrue(desk.unreachable(ALICE, MONDAY).isEmpty());
        assertTrue(desk.history(ticket).stream()
                .map(RecordedEvent::event)
                .anyMatch(event -> event instanceof TicketEvent.Reachable lifted
                        && lifted.address().equals(ALICE)
                        && lifted.reason().fr().equals("un mail authentifié est venu de cette adresse")));
    }

    @Test
    void so_does_a_mail_that_opens_another_ticket() {
        desk.take(report("failed", "5.1.1", NOTICE));
        desk.opens(Letter.from(ALICE).id("b@x").subject("Autre chose"));
        assertTrue(desk.unreachable(ALICE, MONDAY).isEmpty());
    }

    @Test
    void a_mail_that_nothing_proves_to_be_theirs_lifts_nothing() {
        desk.take(report("failed", "5.1.1", NOTICE));
        desk.take(Letter.unauthenticated(ALICE).id("b@x").subject("Autre chose"));
        assertEquals(Set.of(ALICE), desk.ticket(ticket).unreachable());
        assertTrue(desk.unreachable(ALICE, MONDAY).isPresent());
    }

    @Test
    void a_report_in_their_name_lifts_nothing() {
        desk.take(report("failed", "5.1.1", NOTICE));
        desk.take(report("failed", "5.1.1", NOTICE).id("again@mx.example").header("From", ALICE));
        assertEquals(Set.of(ALICE), desk.ticket(ticket).unreachable());
        assertTrue(desk.unreachable(ALICE, MONDAY).isPresent());
    }

    private Instant failedAt() {
        return desk.history(ticket).stream()
                .filter(recorded -> recorded.event() instanceof Unreachable)
                .findFirst()
                .orElseThrow()
                .at();
    }
}
