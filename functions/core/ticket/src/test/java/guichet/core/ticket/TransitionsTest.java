package guichet.core.ticket;

import static guichet.core.ticket.TicketScenario.ALICE;
import static guichet.core.ticket.TicketScenario.GINA;
import static guichet.core.ticket.TicketScenario.KARIM;
import static guichet.core.ticket.TicketScenario.LEA;
import static guichet.core.ticket.TicketScenario.NADIA;
import static guichet.core.ticket.TicketScenario.message;
import static guichet.core.ticket.TicketScenario.transition;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.command.Actions;
import guichet.core.command.Command;
import guichet.core.command.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransitionsTest {
    @Test
    void an_operation_is_planned_anew_by_a_move_to_where_the_ticket_is() {
        var ticket = TicketScenario.mailedAt("2026-03-02 10:00")
                .moves(NADIA, "en-cours", "")
                .moves(NADIA, "planifiee", "Ce sera fait.")
                .at("2026-03-03 10:00")
                .does(new Command.Transition(
                        KARIM,
                        "planifiee",
                        Optional.of(Body.of("Plus tard.")),
                        Map.of("when", "2026-03-16T19:00:00Z", "by-whom", "Nadia")));
        assertEquals("2026-03-16T19:00:00Z", ticket.ticket().inputs().get("when"));
        assertEquals(TicketScenario.time("2026-03-03 10:00"), ticket.ticket().since());
        assertEquals(Optional.of("en-cours"), ticket.ticket().before());
        assertEquals(List.of("alice planifiee"), ticket.told());
    }

    @Test
    void a_transition_records_the_change_then_the_clocks_then_the_comment() {
        var ticket = TicketScenario.mailedAt("2026-03-02 10:00")
                .at("2026-03-02 10:30")
                .moves(NADIA, "attente-client", "Depuis quand ?");
        assertEquals(List.of("StateChanged", "ClockMoved", "MessageAdded"), ticket.kinds());
    }

    @Test
    void a_lead_may_do_what_agents_may() {
        assertEquals(
                "en-cours",
                TicketScenario.mailedAt("2026-03-02 10:00")
                        .moves(LEA, "en-cours", "")
                        .ticket()
                        .state());
    }

    @Test
    void a_customer_moves_nothing_while_the_request_is_open() {
        var refusal = assertInstanceOf(
                Refusal.NotNow.class,
                TicketScenario.mailedAt("2026-03-02 10:00").refusalOf(transition(ALICE, "en-cours", "")));
        assertEquals(List.of(), refusal.allowed());
    }

    @Test
    void a_move_that_is_not_possible_now_says_what_is() {
        var closed = TicketScenario.mailedAt("2026-03-02 10:00").moves(NADIA, "fermee", "Réglé.");
        var refusal =
                assertInstanceOf(Refusal.NotNow.class, closed.refusalOf(transition(NADIA, "planifiee", "Demain.")));
        assertEquals(List.of("en-cours"), refusal.allowed());
        assertTrue(
                refusal.message().fr().contains("En cours")
                        && refusal.message().en().contains("In progress"),
                refusal.message()::toString);
    }

    @Test
    void
            moving_to_where_it_is_already_is_refused_unless_the_desk_says_so_so_that_of_two_agents_the_second_hears_of_the_first() {
        var begun = TicketScenario.mailedAt("2026-03-02 10:00").moves(NADIA, "en-cours", "");
        assertInstanceOf(Refusal.NotNow.class, begun.refusalOf(transition(KARIM, "en-cours", "")));
    }

    @ParameterizedTest(name = "{0} asks for {1}")
    @CsvSource({"attente-client, comment", "attente-tiers, who", "planifiee, when", "fermee, comment"})
    void a_state_names_what_is_missing(String state, String field) {
        var bare = new Command.Transition(NADIA, state, Optional.empty(), Map.of());
        var refusal = assertInstanceOf(
                Refusal.BadValue.class,
                TicketScenario.mailedAt("2026-03-02 10:00").refusalOf(bare));
        assertEquals(field, refusal.field());
    }

    @Test
    void a_comment_of_blanks_is_none() {
        var refusal = assertInstanceOf(
                Refusal.BadValue.class,
                TicketScenario.mailedAt("2026-03-02 10:00").refusalOf(transition(NADIA, "fermee", " \n ")));
        assertEquals("comment", refusal.field());
    }

    @Test
    void an_unknown_choice_lists_the_choices() {
        var wrong =
                new Command.Transition(NADIA, "attente-tiers", Optional.of(Body.of("Voilà.")), Map.of("who", "mairie"));
        var refusal = assertInstanceOf(
                Refusal.BadValue.class,
                TicketScenario.mailedAt("2026-03-02 10:00").refusalOf(wrong));
        assertEquals(List.of("atlassian", "editeur", "hebergeur"), refusal.allowed());
    }

    @Test
    void an_input_that_the_state_does_not_ask_for_is_refused_and_not_dropped() {
        var odd = new Command.Transition(NADIA, "en-cours", Optional.empty(), Map.of("who", "atlassian"));
        assertInstanceOf(
                Refusal.BadValue.class,
                TicketScenario.mailedAt("2026-03-02 10:00").refusalOf(odd));
    }

    @Test
    void a_state_that_the_desk_does_not_have_lists_those_it_has() {
        var refusal = assertInstanceOf(
                Refusal.BadValue.class,
                TicketScenario.mailedAt("2026-03-02 10:00").refusalOf(transition(NADIA, "termine", "x")));
        assertEquals("to", refusal.field());
        assertTrue(refusal.allowed().contains("en-cours"));
    }

    @Test
    void resolu_is_another_name_of_fermee() {
        assertEquals(
                "fermee",
                TicketScenario.mailedAt("2026-03-02 10:00")
                        .moves(NADIA, "resolu", "Réglé.")
                        .ticket()
                        .state());
    }

    @Test
    void the_resolution_is_kept_while_closed_and_gone_once_reopened() {
        var closing = new Command.Transition(
                NADIA, "fermee", Optional.of(Body.of("On vous appelle.")), Map.of("resolution", "consulting"));
        var closed = TicketScenario.mailedAt("2026-03-02 10:00").does(closing);
        assertEquals(Optional.of("consulting"), closed.ticket().resolution());
        assertEquals(
                Optional.empty(), closed.moves(ALICE, "en-cours", "").ticket().resolution());
    }

    @Test
    void an_optional_input_left_blank_is_not_given() {
        var closing =
                new Command.Transition(NADIA, "fermee", Optional.of(Body.of("Réglé.")), Map.of("resolution", " "));
        var closed = TicketScenario.mailedAt("2026-03-02 10:00").does(closing).ticket();
        assertEquals(Optional.empty(), closed.resolution());
        assertEquals(Map.of(), closed.inputs());
    }

    @Test
    void a_customers_message_reopens_once_however_it_comes() {
        var closed = TicketScenario.mailedAt("2026-03-02 10:00").moves(NADIA, "fermee", "Réglé.");
        assertEquals("en-cours", closed.writes(ALICE, "Non.").ticket().state());
        assertEquals(List.of("MessageAdded", "Reacted", "StateChanged"), closed.kinds());
    }

    @Test
    void a_customers_comment_that_comes_with_a_transition_sets_off_no_reaction_of_its_own() {
        var reopened = TicketScenario.mailedAt("2026-03-02 10:00")
                .moves(NADIA, "fermee", "Réglé.")
                .moves(ALICE, "en-cours", "Non.");
        assertEquals(List.of("StateChanged", "MessageAdded"), reopened.kinds());
    }

    @Test
    void automatic_mail_reopens_nothing_and_resumes_nothing() {
        var closed = TicketScenario.mailedAt("2026-03-02 10:00")
                .moves(NADIA, "fermee", "Réglé.")
                .does(TicketScenario.automatic(ALICE, "Absente."));
        assertEquals("fermee", closed.ticket().state());
        var waiting = TicketScenario.mailedAt("2026-03-02 10:00")
                .moves(NADIA, "attente-client", "Alors ?")
                .does(TicketScenario.automatic(ALICE, "Absente."));
        assertEquals("attente-client", waiting.ticket().state());
    }

    @Test
    void an_agents_message_resumes_nothing() {
        var waiting = TicketScenario.mailedAt("2026-03-02 10:00")
                .moves(NADIA, "attente-client", "Alors ?")
                .writes(KARIM, "Par exemple un journal.");
        assertEquals("attente-client", waiting.ticket().state());
    }

    @Test
    void an_internal_note_resumes_nothing_and_is_for_agents_only() {
        var waiting = TicketScenario.mailedAt("2026-03-02 10:00").moves(NADIA, "attente-client", "Alors ?");
        assertInstanceOf(Refusal.NotAllowed.class, waiting.refusalOf(TicketScenario.note(ALICE, "Secret")));
        assertEquals(
                "attente-client",
                waiting.does(TicketScenario.note(KARIM, "Pas de réponse."))
                        .ticket()
                        .state());
    }

    @Test
    void a_ticket_that_was_merged_takes_nothing_more_and_says_where_it_went() {
        var survivor = new TicketId("cloud", 12);
        var merged = TicketScenario.mailedAt("2026-03-02 10:00").does(new Command.MergeInto(NADIA, survivor));
        assertTrue(merged.refusalOf(message(ALICE, "Et alors ?")).message().en().contains("cloud-12"));
        assertEquals(List.of(), Actions.of(TicketScenario.CLOUD, merged.ticket(), NADIA));
        assertEquals(Optional.empty(), merged.last().due());
    }

    @Test
    void customers_open_requests_for_themselves_and_none_by_phone() {
        var counter = TicketScenario.on(TicketScenario.CLOUD, "2026-03-02 10:00");
        assertInstanceOf(
                Refusal.NotAllowed.class,
                counter.refusalOf(TicketScenario.open(ALICE, GINA, guichet.core.desk.Channel.PORTAL)));
        assertInstanceOf(
                Refusal.NotAllowed.class,
                counter.refusalOf(TicketScenario.open(ALICE, ALICE, guichet.core.desk.Channel.PHONE)));
        assertEquals(
                "gina@globex.example",
                counter.does(TicketScenario.open(NADIA, GINA, guichet.core.desk.Channel.PHONE))
                        .ticket()
                        .requester()
                        .address());
    }
}
