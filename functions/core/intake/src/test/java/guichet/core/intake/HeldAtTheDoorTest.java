package guichet.core.intake;

import static guichet.core.intake.FrontDesk.ALBERT;
import static guichet.core.intake.FrontDesk.ALICE;
import static guichet.core.intake.FrontDesk.ANNE;
import static guichet.core.intake.FrontDesk.BOB;
import static guichet.core.intake.FrontDesk.MONDAY;
import static guichet.core.intake.FrontDesk.ZOE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.intake.HoldMail.Standing;
import guichet.core.ticket.MailRef;
import guichet.core.ticket.Redaction;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mail that waits for a decision on its sender, and what becomes of it. */
class HeldAtTheDoorTest {
    private final FrontDesk desk = FrontDesk.thatHolds();

    private static Letter zoes() {
        return Letter.from(ZOE).id("z@x").subject("Bonjour");
    }

    private void holds(Letter letter) {
        assertInstanceOf(IntakeResult.Held.class, desk.take(letter));
    }

    private HeldMailsInMemory.Held waiting() {
        return desk.held.all().getLast();
    }

    @Test
    void a_sender_whom_nobody_knows_waits_and_opens_nothing() {
        holds(zoes());
        assertEquals(List.of(), desk.tickets());
        assertEquals(1, desk.held.all().size());
        assertEquals("nobody has decided on this sender yet", waiting().why());
    }

    @Test
    void whoever_quotes_a_ticket_waits_like_any_other_whom_nobody_knows() {
        desk.opens(Letter.from(ALICE).id("a@x").subject("Jira"));
        holds(zoes().answering("a@x").subject("Re: [petit-1] Jira"));
    }

    @Test
    void the_same_mail_delivered_twice_is_held_once() {
        for (var i = 0; i < 2; i++) {
            assertInstanceOf(IntakeResult.Held.class, desk.take(zoes(), MONDAY));
        }
        assertEquals(1, desk.held.all().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {ALICE, ALBERT, BOB, ANNE})
    void whoever_is_listed_or_of_a_listed_domain_or_of_the_desk_is_not_held(String known) {
        desk.opens(Letter.from(known).subject("Jira"));
        assertEquals(List.of(), desk.held.all());
    }

    @Test
    void a_known_address_that_is_not_authenticated_is_not_known() {
        holds(Letter.unauthenticated(ALICE).subject("Jira"));
    }

    @Test
    void where_the_desk_is_open_to_all_nobody_is_held() {
        new FrontDesk().opens(zoes());
    }

    @Test
    void whoever_was_let_in_for_good_waits_no_more_and_whoever_was_kept_out_writes_in_vain() {
        desk.held.decide("petit", ZOE, Standing.LET_IN);
        desk.opens(zoes());
        desk.held.decide("petit", "eve@nowhere.example", Standing.KEPT_OUT);
        var result = desk.take(Letter.from("eve@nowhere.example").subject("Encore"));
        assertTrue(
                assertInstanceOf(IntakeResult.KeptOut.class, result).why().contains("eve@nowhere.example"),
                result.toString());
        assertEquals(1, desk.tickets().size());
        assertEquals(List.of(), desk.held.all());
    }

    @Test
    void what_another_desk_decided_on_a_sender_counts_for_nothing_here() {
        desk.held.decide("autre", ZOE, Standing.LET_IN);
        holds(zoes());
        desk.held.decide("autre", ZOE, Standing.KEPT_OUT);
        holds(zoes().says("Alors ?"));
    }

    @Test
    void what_was_let_in_opens_a_ticket_that_says_by_whom_and_its_sender_is_answered() {
        holds(zoes());
        var opened = assertInstanceOf(IntakeResult.Opened.class, desk.letIn(waiting(), ANNE));
        assertEquals(List.of("Ce mail était retenu\u202f; Anne Agent l’a laissé entrer."), desk.notes(opened.ticket()));
        assertEquals(List.of(ZOE + " accuse", ANNE + " nouveau"), desk.told());
    }

    @Test
    void what_was_let_in_comes_in_once_and_is_not_held_anew_when_it_is_delivered_again() {
        holds(zoes());
        desk.letIn(waiting(), ANNE);
        assertInstanceOf(IntakeResult.Ignored.class, desk.letIn(waiting(), ANNE));
        assertInstanceOf(IntakeResult.Ignored.class, desk.take(zoes()));
        assertEquals(1, desk.tickets().size());
        assertEquals(1, desk.held.all().size());
    }

    @Test
    void whoever_lets_a_mail_in_vouches_for_its_sender_this_once() {
        holds(Letter.forged(ALICE).id("a@x").subject("Jira"));
        var opened = assertInstanceOf(IntakeResult.Opened.class, desk.letIn(waiting(), ANNE));
        assertEquals(Optional.of("acme"), desk.ticket(opened.ticket()).organization());
        assertEquals(List.of(ALICE + " accuse", ANNE + " nouveau"), desk.told(), "although DMARC failed");
        holds(Letter.forged(ALICE).id("b@x").subject("Confluence"));
    }

    @Test
    void what_was_let_in_in_an_agents_name_is_an_agents() {
        desk.opens(Letter.from(ALICE).id("a@x").subject("Jira"));
        holds(Letter.unauthenticated(ANNE).id("n@x").subject("Re: Jira").answering("a@x"));
        var joined = assertInstanceOf(IntakeResult.Joined.class, desk.letIn(waiting(), "luc@petit.example"));
        assertEquals(ANNE, desk.history(joined.ticket()).getLast().by().address());
    }

    @Test
    void automatic_mail_that_was_let_in_is_automatic_still() {
        holds(Letter.unauthenticated(ANNE).id("n@x").subject("Absence").header("Auto-Submitted", "auto-replied"));
        var opened = assertInstanceOf(IntakeResult.Opened.class, desk.letIn(waiting(), "luc@petit.example"));
        var reason = desk.messages(opened.ticket()).getFirst().automatic();
        assertEquals(Optional.of("Auto-Submitted: auto-replied (RFC 3834)."), reason);
    }

    @Test
    void what_was_masked_before_it_was_held_is_said_to_its_sender_once_it_is_in() {
        holds(zoes().says("Bonjour, le mot de passe : Tr0ub4dor&3"));
        var opened = assertInstanceOf(IntakeResult.Opened.class, desk.letIn(waiting(), ANNE));
        var ref = desk.messages(opened.ticket()).getFirst().mail();
        assertEquals(Optional.of(new Redaction(1, List.of())), ref.flatMap(MailRef::redaction));
        assertTrue(desk.told().contains(ZOE + " accuse + secret"), desk.told().toString());
    }
}
