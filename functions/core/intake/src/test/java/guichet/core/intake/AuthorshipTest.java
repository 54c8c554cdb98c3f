package guichet.core.intake;

import static guichet.core.intake.FrontDesk.ALBERT;
import static guichet.core.intake.FrontDesk.ALICE;
import static guichet.core.intake.FrontDesk.ANNE;
import static guichet.core.intake.FrontDesk.BOB;
import static guichet.core.intake.FrontDesk.GINA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.ticket.Ticket;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose mail it is, where From names a form, a list or a group. */
class AuthorshipTest {
    private static final String FORM = "wordpress@acme.example";
    private static final String OURS = "aide@petit.example";
    private static final String PAUL = "paul@client.example";
    private final FrontDesk desk = new FrontDesk();

    private static Letter form() {
        return Letter.from("Site Acme <" + FORM + ">")
                .header("Reply-To", "Paul Client <" + PAUL + ">")
                .id("71@acme.example")
                .subject("Formulaire");
    }

    private static Letter group() {
        return Letter.from("'Alice Martin' via Aide <" + OURS + ">")
                .header("Precedence", "list")
                .header("List-ID", "<aide.petit.example>")
                .id("17@acme.example")
                .subject("Jira est lent");
    }

    private List<String> notes(Ticket ticket) {
        return desk.notes(ticket.id());
    }

    private List<String> toldOutside() {
        return desk.told().stream()
                .map(told -> told.split(" ")[0])
                .filter(address -> !address.equals(ANNE))
                .toList();
    }

    @Test
    void a_form_s_visitor_is_the_requester_of_no_organization_and_is_answered() {
        var ticket = desk.opens(form());
        assertEquals(PAUL, ticket.requester().address());
        assertEquals("Paul Client", ticket.requester().name());
        assertEquals(Optional.empty(), ticket.organization());
        assertEquals(List.of(PAUL), toldOutside());
        assertEquals(
                List.of("Ce mail a été envoyé par " + FORM + ", qui nomme " + PAUL
                        + " comme auteur\u00a0; rien ne prouve que ce soit vrai."),
                notes(ticket));
        assertTrue(desk.trace().fired().contains("named-by-reply-to"));
    }

    @Test
    void whom_a_form_names_joins_nothing_and_moves_nothing_even_with_the_ticket_s_number() {
        var alices = desk.opens(Letter.from(ALICE).id("a@x").subject("Jira"));
        var forged = desk.take(Letter.from(FORM)
                .header("Reply-To", ALICE)
                .id("f@x")
                .subject("[" + alices.id() + "] c'est réglé, fermez"));
        var opened =
                desk.ticket(assertInstanceOf(IntakeResult.Opened.class, forged).ticket());
        assertEquals(Optional.empty(), opened.organization());
        assertEquals(1, desk.messages(alices.id()).size());
    }

    @Test
    void whom_a_form_names_of_the_staff_waits_like_anybody_who_claims_to_be() {
        var held =
                desk.take(Letter.from(FORM).header("Reply-To", ANNE).id("f@x").subject("Fermez"));
        assertTrue(assertInstanceOf(IntakeResult.Held.class, held).why().contains(ANNE));
    }

    @Test
    void a_form_that_the_desk_file_names_is_believed_where_it_is_authenticated() {
        var trusting = FrontDesk.where("{ unknown-senders: open, relays: [ WordPress@acme.example ] }");
        var visitor = trusting.opens(
                Letter.from(FORM).header("Reply-To", GINA).id("f@x").subject("Formulaire"));
        assertEquals(Optional.of("globex"), visitor.organization());
        var forged = trusting.opens(
                Letter.unauthenticated(FORM).header("Reply-To", GINA).id("g@x").subject("Formulaire"));
        assertEquals(Optional.empty(), forged.organization());
    }

    @ParameterizedTest
    @ValueSource(strings = {"paul@client.example", "alice.perso@free.example"})
    void whoever_the_desk_knows_writes_for_themselves_wherever_they_want_the_answer(String elsewhere) {
        var ticket = desk.opens(
                Letter.from(ALICE).header("Reply-To", elsewhere).id("a@x").subject("Jira"));
        assertEquals(ALICE, ticket.requester().address());
        assertEquals(Optional.of("acme"), ticket.organization());
    }

    @Test
    void another_tag_of_the_same_address_names_nobody_else() {
        var ticket = desk.opens(Letter.from("support@robots.example")
                .header("Reply-To", "support+4711.x@robots.example")
                .id("a@x")
                .subject("Jira"));
        assertEquals("support@robots.example", ticket.requester().address());
    }

    @Test
    void so_does_whoever_goes_on_with_their_own_request() {
        var ticket = desk.opens(Letter.from(ALBERT).id("a@x").subject("Jira"));
        var joined = desk.joins(
                Letter.from(ALBERT).header("Reply-To", PAUL).id("b@x").answering("a@x"));
        assertEquals(ticket.id(), joined.id());
    }

    @Test
    void a_list_that_wants_the_answers_itself_names_nobody() {
        var ticket = desk.opens(Letter.from("Bob Libre <bob@nowhere.example>")
                .header("To", "dev@lists.example, " + OURS)
                .header("Reply-To", "dev@lists.example")
                .id("l@x")
                .subject("Jira"));
        assertEquals("bob@nowhere.example", ticket.requester().address());
    }

    @ParameterizedTest
    @CsvSource({"X-Original-From", "X-Original-Sender", "Reply-To", "Sender"})
    void whom_our_own_group_passes_on_is_the_requester_and_is_answered(String header) {
        var ticket = desk.opens(group().header(header, "Alice Martin <" + ALICE + ">"));
        assertEquals(ALICE, ticket.requester().address());
        assertEquals(Optional.empty(), ticket.organization(), "nothing proves that it is she");
        assertEquals(List.of(ALICE), toldOutside());
        assertTrue(notes(ticket).getFirst().contains(OURS), notes(ticket).toString());
    }

    @Test
    void our_own_group_is_believed_where_the_desk_file_names_it() {
        var trusting = FrontDesk.where("{ unknown-senders: open, relays: [ " + OURS + " ] }");
        var ticket = trusting.opens(group().header("X-Original-From", ALICE));
        assertEquals(Optional.of("acme"), ticket.organization());
    }

    @Test
    void a_robot_behind_our_own_group_is_a_robot() {
        var ticket = desk.opens(group().header("X-Original-From", ALICE).header("Auto-Submitted", "auto-replied"));
        assertEquals(List.of(), toldOutside());
    }

    @ParameterizedTest
    @ValueSource(strings = {OURS, "aide+7.k1.aaaaaaaaaaaaaaaa@petit.example"})
    void our_own_address_is_nobody_and_the_ticket_says_so(String replyTo) {
        var ticket = desk.opens(group().header("Reply-To", replyTo));
        assertEquals("", ticket.requester().address());
        assertEquals(List.of(), toldOutside());
        assertTrue(
                notes(ticket).getFirst().contains("personne ne peut recevoir de réponse"),
                notes(ticket).toString());
    }

    @Test
    void a_colleague_who_answers_at_an_address_signed_for_another_is_a_colleague() {
        var ticket = desk.opens(Letter.from(ALICE).id("a@x").subject("Jira"));
        var signedForAlice = desk.replyAddress(ticket.id(), ALICE);
        var joined = desk.take(Letter.from(ALBERT).id("b@x").subject("Jira"), signedForAlice);
        assertEquals(
                ticket.id(), assertInstanceOf(IntakeResult.Joined.class, joined).ticket());
        var stranger = desk.take(Letter.from(GINA).id("c@x").subject("Jira"), signedForAlice);
        assertInstanceOf(IntakeResult.Opened.class, stranger);
        var forger = desk.take(Letter.unauthenticated(ALBERT).id("d@x").subject("Jira"), signedForAlice);
        assertInstanceOf(IntakeResult.Opened.class, forger);
    }

    @Test
    void a_form_that_the_desk_file_names_speaks_for_customers_and_never_for_the_staff() {
        var trusting = FrontDesk.where("{ unknown-senders: open, relays: [ " + FORM + " ] }");
        var alices = trusting.opens(Letter.from(ALICE).id("a@x").subject("Jira"));
        var held = trusting.take(
                Letter.from(FORM).header("Reply-To", ANNE).id("f@x").subject("[" + alices.id() + "] je suis Anne"));
        assertInstanceOf(IntakeResult.Held.class, held);
        assertEquals(1, trusting.messages(alices.id()).size());
    }

    @Test
    void who_decides_on_a_held_mail_sees_who_sent_it_and_vouches_for_nobody_whom_it_names() {
        var holding = FrontDesk.thatHolds();
        holding.take(Letter.from("mallory@evil.example")
                .header("Reply-To", "Alice Martin <" + ALICE + ">")
                .id("m@x")
                .subject("Facture"));
        var waiting = holding.held.all().getFirst();
        assertTrue(waiting.why().endsWith("it names " + ALICE + " as its author, which proves nothing"), waiting.why());
        assertEquals("mallory@evil.example", waiting.mail().from().address());
        var opened = assertInstanceOf(IntakeResult.Opened.class, holding.letIn(waiting, ANNE));
        assertEquals(Optional.empty(), holding.ticket(opened.ticket()).organization());
        holding.held.decide("petit", "mallory@evil.example", HoldMail.Standing.KEPT_OUT);
        var again = holding.take(Letter.from("mallory@evil.example")
                .header("Reply-To", BOB)
                .id("n@x")
                .subject("Encore"));
        assertInstanceOf(IntakeResult.KeptOut.class, again);
    }

    @Test
    void what_a_list_is_run_by_is_nobody() {
        var ticket = desk.opens(
                group().header("Sender", "aide-bounces@lists.example").header("Reply-To", ALICE));
        assertEquals(ALICE, ticket.requester().address());
    }

    @Test
    void a_form_of_ours_may_copy_its_visitor_and_a_customer_their_team() {
        var trusting = FrontDesk.where("{ unknown-senders: open, relays: [ " + FORM + " ] }");
        assertEquals(PAUL, trusting.opens(form().header("Cc", PAUL)).requester().address());
        var team = desk.opens(Letter.from("nobody.listed@acme.example")
                .header("Reply-To", "team@acme.example")
                .header("Cc", "team@acme.example")
                .id("t@x")
                .subject("Jira"));
        assertEquals("nobody.listed@acme.example", team.requester().address());
        assertEquals(Optional.of("acme"), team.organization());
    }

    @Test
    void the_person_behind_our_own_group_is_decided_on_and_not_the_group() {
        var holding = FrontDesk.thatHolds();
        holding.take(group().header("X-Original-From", "spam@stranger.example"));
        holding.held.decide("petit", "spam@stranger.example", HoldMail.Standing.KEPT_OUT);
        assertInstanceOf(
                IntakeResult.KeptOut.class,
                holding.take(group().header("X-Original-From", "spam@stranger.example")
                        .with("17@", "18@")));
        assertInstanceOf(
                IntakeResult.Held.class,
                holding.take(group().header("X-Original-From", PAUL).with("17@", "19@")));
    }

    @Test
    void administrators_are_people() {
        var ticket = desk.opens(group().header("X-Original-From", "it-admin@acme.example"));
        assertEquals("it-admin@acme.example", ticket.requester().address());
    }

    @Test
    void what_was_let_in_is_of_who_sent_it_where_it_names_one_of_the_staff() {
        var holding = FrontDesk.thatHolds();
        holding.take(Letter.from("mallory@evil.example")
                .header("Reply-To", ANNE)
                .id("m@x")
                .subject("Bonjour"));
        var opened = assertInstanceOf(
                IntakeResult.Opened.class, holding.letIn(holding.held.all().getFirst(), ANNE));
        var ticket = holding.ticket(opened.ticket());
        assertEquals("mallory@evil.example", ticket.requester().address());
        assertTrue(ticket.waitingSince().isPresent());
    }
}
