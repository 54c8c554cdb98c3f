package guichet.core.intake;

import static guichet.core.intake.FrontDesk.ALBERT;
import static guichet.core.intake.FrontDesk.ALICE;
import static guichet.core.intake.FrontDesk.ANNE;
import static guichet.core.intake.FrontDesk.BOB;
import static guichet.core.intake.FrontDesk.ZOE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.access.TicketAccess;
import guichet.core.desk.Role;
import guichet.core.ticket.Actor;
import guichet.core.ticket.Person;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who a mail is believed to be from, and what that opens. */
class WhoIsBelievedTest {
    private final FrontDesk desk = new FrontDesk();

    @Test
    void an_authenticated_sender_is_who_the_directory_says() {
        var ticket = desk.opens(Letter.from("A. M. <" + ALICE + ">").subject("Jira"));
        assertEquals(new Person(ALICE, "Alice Martin"), ticket.requester());
        assertEquals(Optional.of("acme"), ticket.organization());
        assertEquals("nuit", ticket.contract());
        assertEquals("en", ticket.language());
    }

    @Test
    void whoever_writes_from_an_organizations_domain_is_of_it_without_being_listed() {
        var ticket = desk.opens(Letter.from("Albert M. <" + ALBERT + ">").subject("Jira"));
        assertEquals(new Person(ALBERT, "Albert M."), ticket.requester());
        assertEquals(Optional.of("acme"), ticket.organization());
        assertEquals("nuit", ticket.contract());
        assertEquals("fr", ticket.language(), "the desk's, where nothing says another");
    }

    @Test
    void whoever_is_of_no_organization_has_the_first_contract() {
        assertEquals("jour", desk.opens(Letter.from(BOB).subject("Jira")).contract());
        assertEquals(
                Optional.empty(), desk.opens(Letter.from(ZOE).subject("Jira")).organization());
    }

    @Test
    void an_unauthenticated_sender_is_of_no_organization_and_no_colleague_sees_what_was_written_in_their_name() {
        for (var letter : List.of(
                Letter.unauthenticated(ALICE).subject("Jira"),
                Letter.forged(ALICE).subject("Confluence"))) {
            var ticket = desk.opens(letter);
            assertEquals(Optional.empty(), ticket.organization());
            assertEquals("jour", ticket.contract());
            assertEquals(ALICE, ticket.requester().address());
            assertFalse(TicketAccess.mayRead(ticket, Actor.customer(ALBERT, "Albert", "acme")));
            assertTrue(
                    desk.history(ticket.id()).stream()
                            .noneMatch(recorded -> recorded.by().organization().isPresent()),
                    "nor is what they did an organization's");
        }
    }

    @Test
    void an_unauthenticated_sender_is_answered_unless_dmarc_fails() {
        desk.opens(Letter.unauthenticated(ALICE).subject("Jira"));
        assertEquals(List.of(ALICE + " accuse", ANNE + " nouveau"), desk.told());
        desk.opens(Letter.forged(ALICE).subject("Confluence"));
        assertEquals(List.of(ANNE + " nouveau"), desk.told());
    }

    @Test
    void an_unauthenticated_mail_that_claims_an_agents_address_is_held_whatever_its_case() {
        for (var letter : List.of(Letter.unauthenticated(ANNE), Letter.forged("ANNE@Petit.example"))) {
            var held = assertInstanceOf(IntakeResult.Held.class, desk.take(letter.subject("Jira")));
            assertTrue(held.why().contains(ANNE), held.why());
        }
        assertEquals(2, desk.held.all().size());
        assertEquals(List.of(), desk.tickets());
    }

    @Test
    void an_unauthenticated_agent_joins_nothing_either() {
        desk.opens(Letter.from(ALICE).id("a@x").subject("Jira"));
        assertInstanceOf(
                IntakeResult.Held.class,
                desk.take(Letter.unauthenticated(ANNE).subject("Re: Jira").answering("a@x")));
    }

    @Test
    void an_authenticated_agent_writes_as_an_agent_under_the_desks_name_for_them() {
        var ticket = desk.opens(Letter.from(ALICE).id("a@x").subject("Jira")).id();
        desk.joins(Letter.from("ANNE@Petit.example").subject("Re: Jira").answering("a@x"));
        var by = desk.history(ticket).getLast().by();
        assertEquals(Role.AGENT, by.role());
        assertEquals(new Person(ANNE, "Anne Agent"), by.person());
        var opened = desk.opens(Letter.from("luc@petit.example").subject("Panne"));
        assertEquals(Role.LEAD, desk.history(opened.id()).getFirst().by().role());
        assertEquals("Luc Chef", opened.requester().name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-SES-Spam-Verdict", "X-SES-Virus-Verdict"})
    void spam_and_viruses_are_kept_and_nobody_outside_is_answered(String verdict) {
        var ticket = desk.opens(Letter.from(ALICE).subject("Jira").header(verdict, "FAIL"));
        assertEquals(List.of(ANNE + " nouveau"), desk.told());
        assertEquals(List.of("Bonjour"), desk.texts(ticket.id()));
        desk.opens(Letter.from(ALICE).subject("Confluence").header(verdict, "PASS"));
        assertEquals(List.of(ALICE + " accuse", ANNE + " nouveau"), desk.told());
    }

    @Test
    void whoever_wants_no_automatic_answer_opens_a_ticket_and_gets_no_acknowledgement() {
        desk.opens(Letter.from(ALICE).subject("Jira").header("X-Auto-Response-Suppress", "All"));
        assertEquals(List.of(ANNE + " nouveau"), desk.told());
    }

    @Test
    void a_mail_without_a_sender_opens_a_ticket_that_says_so_unless_strangers_wait() {
        var ticket = desk.opens(Letter.nobodys().subject("Rapport"));
        assertEquals(List.of("Ce mail n’a pas d’expéditeur."), desk.notes(ticket.id()));
        assertEquals(List.of(ANNE + " nouveau"), desk.told());
        assertInstanceOf(
                IntakeResult.Held.class,
                FrontDesk.thatHolds().take(Letter.nobodys().subject("Rapport")));
    }
}
