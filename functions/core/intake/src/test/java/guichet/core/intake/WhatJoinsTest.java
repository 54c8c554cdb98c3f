package guichet.core.intake;

import static guichet.core.intake.FrontDesk.ALBERT;
import static guichet.core.intake.FrontDesk.ALICE;
import static guichet.core.intake.FrontDesk.ANNE;
import static guichet.core.intake.FrontDesk.GINA;
import static guichet.core.intake.FrontDesk.ZOE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.command.Command;
import guichet.core.desk.Channel;
import guichet.core.notice.OwnMessageId;
import guichet.core.ticket.Actor;
import guichet.core.ticket.Body;
import guichet.core.ticket.TicketId;
import guichet.core.ticket.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which ticket a mail joins, where several signs point to several, and who may. */
class WhatJoinsTest {
    private static final Actor AGENT = Actor.agent(ANNE, "Anne Agent");
    private final FrontDesk desk = new FrontDesk();
    private TicketId jira;
    private TicketId wiki;

    @BeforeEach
    void two_tickets_of_alice() {
        jira = desk.opens(Letter.from(ALICE).id("jira@x").subject("Jira")).id();
        wiki = desk.opens(Letter.from(ALICE).id("wiki@x").subject("Wiki")).id();
    }

    private static Letter alices() {
        return Letter.from(ALICE).id("reply@x").says("La suite");
    }

    private void joinsJira(Letter letter, String recipient) {
        var joined = assertInstanceOf(IntakeResult.Joined.class, desk.take(letter, recipient));
        assertEquals(jira, joined.ticket());
        assertEquals("La suite", desk.texts(jira).getLast());
    }

    private void joinsJira(Letter letter) {
        joinsJira(letter, desk.desk.address());
    }

    @Test
    void the_signed_reply_address_leads_before_anything_else() {
        joinsJira(alices().answering("wiki@x").subject("Re: [petit-2] Wiki"), desk.replyAddress(jira, ALICE));
    }

    @Test
    void a_reply_address_that_was_made_for_another_leads_nowhere() {
        assertInstanceOf(
                IntakeResult.Opened.class,
                desk.take(Letter.from(ZOE).subject("Re: Jira"), desk.replyAddress(jira, ALICE)));
        assertEquals(1, desk.messages(jira).size());
    }

    @Test
    void a_reply_address_gives_nobody_a_ticket_that_does_not_concern_them() {
        desk.take(Letter.from(GINA).subject("Re: Jira"), desk.replyAddress(jira, GINA));
        assertEquals(1, desk.messages(jira).size());
    }

    @Test
    void what_a_mail_answers_leads_before_what_its_subject_says() {
        joinsJira(alices().answering("jira@x").subject("Re: [petit-2] Wiki"));
    }

    @Test
    void the_nearest_ancestor_leads_before_the_root() {
        joinsJira(alices().answering("wiki@x", "jira@x").subject("Re: Wiki"));
    }

    @Test
    void the_root_of_a_long_thread_leads_where_nothing_nearer_is_known() {
        var ancestors = new ArrayList<>(List.of("jira@x"));
        IntStream.range(0, 30).forEach(i -> ancestors.add("unseen" + i + "@x"));
        joinsJira(alices().answering(ancestors.toArray(String[]::new)).subject("Re: Jira"));
    }

    @Test
    void a_tag_in_the_subject_leads_where_nothing_else_does() {
        joinsJira(alices().subject("[petit-1] Jira"));
    }

    @Test
    void the_id_that_each_mail_of_ours_refers_to_leads_to_its_ticket() {
        joinsJira(alices().answering(OwnMessageId.of(jira, desk.desk.address())).subject("Re: Jira"));
    }

    @Test
    void the_id_that_a_mail_of_ours_went_out_under_leads_to_its_ticket() {
        desk.sends(jira, "0102@ses.example", ALICE);
        joinsJira(alices().answering("0102@ses.example").subject("Re: Jira"));
    }

    @Test
    void another_desks_ticket_is_not_this_desks_whatever_names_it() {
        var other = desk.beside("autre");
        var theirs =
                other.opens(Letter.from(ALICE).id("theirs@x").subject("Paie")).id();
        var letters = List.of(
                Letter.from(ALICE)
                        .id("1@x")
                        .answering(OwnMessageId.of(theirs, other.desk.address()))
                        .subject("Re: Paie"),
                Letter.from(ALICE).id("2@x").subject("Re: [autre-1] Paie"),
                Letter.from(ALICE).id("3@x").answering("theirs@x").subject("Re: Paie"));
        for (var letter : letters) {
            var opened = desk.opens(letter);
            assertEquals("petit", opened.id().desk());
            assertEquals(List.of(), desk.notes(opened.id()), "and nothing is said of it");
        }
        desk.take(Letter.from(ALICE).id("4@x").subject("Re: Paie"), other.replyAddress(theirs, ALICE));
        assertEquals(1, other.messages(theirs).size());
        assertEquals(1, desk.messages(jira).size(), "nor is its number");
    }

    @Test
    void of_several_tickets_that_are_quoted_the_first_that_concerns_the_sender_is_joined() {
        desk.opens(Letter.from(GINA).id("gina@x").subject("Autre"));
        joinsJira(alices().answering("jira@x", "gina@x").subject("Re: Autre"));
        assertEquals(List.of(), desk.notes(jira), "and nothing is said of the other");
    }

    @Test
    void a_tag_that_no_ticket_has_stops_nothing_and_is_not_mentioned() {
        joinsJira(alices().subject("Re: [petit-99] [petit-1] Jira"));
        var opened = desk.opens(Letter.from(ALICE).id("y@x").subject("Re: [petit-99] Rien"));
        assertEquals(List.of(), desk.notes(opened.id()));
    }

    @ParameterizedTest
    @ValueSource(strings = {ALICE, ALBERT, ANNE, "copied@free.example"})
    void requester_colleagues_agents_and_people_in_copy_join(String sender) {
        desk.joins(alices().answering("jira@x").header("Cc", "copied@free.example"));
        desk.joins(Letter.from(sender).id("more@x").subject("Re: Jira").answering("jira@x"));
        assertEquals(3, desk.messages(jira).size());
    }

    @Test
    void a_stranger_opens_a_ticket_that_says_what_it_quotes_and_is_not_linked() {
        var opened = desk.opens(Letter.from(ZOE).subject("Re: [petit-1] Jira").answering("jira@x"));
        assertEquals(
                List.of(
                        "Ce mail cite petit-1, dont son expéditeur n’est pas partie\u00a0: il ouvre une nouvelle demande."),
                desk.notes(opened.id()));
        assertTrue(opened.follows().isEmpty());
        assertEquals(1, desk.messages(jira).size());
    }

    @Test
    void whoever_is_not_authenticated_opens_a_ticket_too_and_is_told_apart() {
        var opened =
                desk.opens(Letter.unauthenticated(ALICE).subject("Re: Jira").answering("jira@x"));
        assertTrue(desk.notes(opened.id()).getFirst().contains("n’est pas authentifié"));
        assertEquals(1, desk.messages(jira).size());
    }

    @Test
    void siblings_of_an_ancestor_that_nobody_saw_meet_by_the_root_and_by_the_nearest() {
        var ticket =
                desk.opens(alices().answering("root@x", "middle@x", "near@x")).id();
        assertEquals(
                ticket,
                desk.joins(Letter.from(ALBERT).id("s1@x").answering("root@x")).id());
        assertEquals(
                ticket,
                desk.joins(Letter.from(ALBERT).id("s2@x").answering("near@x")).id());
    }

    @Test
    void people_in_copy_of_an_opening_and_of_a_reply_are_on_the_ticket_and_the_sender_is_not_in_copy() {
        var ticket = desk.opens(Letter.from(ALICE)
                .subject("Avec Bob")
                .header("Cc", "bob@free.example, " + ALICE)
                .header("To", "aide@petit.example, " + ALBERT));
        assertEquals(List.of(ALBERT, "bob@free.example"), addresses(ticket.id()));
        desk.joins(alices().answering("jira@x").header("Cc", "Zoe <" + ZOE + ">"));
        assertEquals(List.of(ZOE), addresses(jira));
        desk.joins(Letter.from(ALBERT).id("more@x").answering("jira@x").header("Cc", ALBERT));
        assertEquals(List.of(ZOE), addresses(jira), "nor is whoever replies to all");
    }

    @Test
    void an_address_in_copy_that_had_to_be_guessed_is_nobodys() {
        var ticket = desk.opens(Letter.from(ALICE).subject("Copie").header("Cc", "Bob bob@free.example, " + ZOE));
        assertEquals(List.of(ZOE), addresses(ticket.id()));
    }

    private List<String> addresses(TicketId ticket) {
        return desk.ticket(ticket).participants().stream()
                .map(person -> person.address())
                .toList();
    }

    @Test
    void a_mail_to_a_merged_ticket_joins_the_last_of_the_chain() {
        merge(wiki, jira);
        var late = desk.take(alices().subject("Re: [petit-2] Wiki"));
        assertEquals(jira, assertInstanceOf(IntakeResult.Joined.class, late).ticket());
    }

    @Test
    void a_mail_whose_ticket_is_merged_while_it_is_on_its_way_follows_it() {
        desk.meanwhile(() -> merge(wiki, jira));
        joinsJira(alices().subject("Re: [petit-2] Wiki"));
        assertEquals(1, desk.messages(wiki).size());
    }

    @Test
    void two_siblings_that_come_at_once_are_one_ticket() {
        var sibling = Letter.from(ALBERT).id("sibling@x").subject("Re: Projet").answering("unseen@x");
        desk.meanwhile(() -> desk.opens(sibling));
        var ticket = desk.joins(alices().subject("Re: Projet").answering("unseen@x"));
        assertEquals(List.of("Bonjour", "La suite"), desk.texts(ticket.id()));
    }

    @Test
    void a_mail_whose_ticket_never_stands_still_is_given_back_to_be_delivered_again() {
        keepsChanging();
        assertThrows(IllegalStateException.class, () -> desk.take(alices().subject("Re: [petit-1] Jira")));
        assertEquals(1, desk.messages(jira).size());
    }

    @Test
    void a_mail_that_never_catches_up_with_its_merged_ticket_is_given_back_too() {
        for (var i = 3; i <= 9; i++) {
            desk.opens(Letter.from(ALICE).id("t" + i + "@x").subject("Ticket " + i));
        }
        isMergedOn(1);
        assertThrows(IllegalStateException.class, () -> desk.take(alices().subject("Re: [petit-1] Jira")));
    }

    /** Each time that something is to be written, the ticket that it is for goes into the next. */
    private void isMergedOn(int number) {
        desk.meanwhile(() -> {
            merge(new TicketId("petit", number), new TicketId("petit", number + 1));
            isMergedOn(number + 1);
        });
    }

    private void keepsChanging() {
        desk.meanwhile(() -> {
            desk.act(jira, note("Un instant"), FrontDesk.MONDAY);
            keepsChanging();
        });
    }

    private static Command note(String text) {
        return new Command.AddMessage(
                AGENT,
                Visibility.INTERNAL,
                Channel.PORTAL,
                Body.of(text),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private void merge(TicketId duplicate, TicketId survivor) {
        desk.act(survivor, new Command.ReceiveMerge(AGENT, duplicate, List.of()), FrontDesk.MONDAY);
        desk.act(duplicate, new Command.MergeInto(AGENT, survivor), FrontDesk.MONDAY);
    }
}
