package guichet.core.notice;

import static guichet.core.ticket.TicketScenario.ALBERT;
import static guichet.core.ticket.TicketScenario.ALICE;
import static guichet.core.ticket.TicketScenario.CLOUD;
import static guichet.core.ticket.TicketScenario.GINA;
import static guichet.core.ticket.TicketScenario.KARIM;
import static guichet.core.ticket.TicketScenario.LEA;
import static guichet.core.ticket.TicketScenario.NADIA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.command.Command;
import guichet.core.desk.Channel;
import guichet.core.desk.Desk;
import guichet.core.desk.Language;
import guichet.core.ticket.Actor;
import guichet.core.ticket.Body;
import guichet.core.ticket.TicketEvent.MessageAdded;
import guichet.core.ticket.TicketScenario;
import guichet.core.ticket.Visibility;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoticesTest {
    /** Where the team hears of every new request, too. */
    private static final Desk TEAM = TicketScenario.cloudWith(text -> text.replace(
            "notices:\n",
            "notices:\n  - the team hears of a new request: { on: created, tell: agents, text: message-client }\n"));

    @Test
    void creation_by_mail_tells_the_creator() {
        assertEquals(
                List.of("alice accuse"),
                TicketScenario.mailedAt("2026-03-02 10:00").told());
    }

    @Test
    void and_the_team_where_the_desk_says_so() {
        assertEquals(
                List.of("alice accuse", "karim message-client", "nadia message-client"),
                TicketScenario.openedBy(TEAM, ALICE, Channel.MAIL, "2026-03-02 10:00")
                        .told());
    }

    @Test
    void creation_in_the_portal_does_not_tell_the_creator_and_says_why() {
        var ticket = TicketScenario.openedBy(CLOUD, ALICE, Channel.PORTAL, "2026-03-02 10:00");
        assertEquals(List.of(), ticket.told());
        assertEquals(
                List.of(new WithheldNotice(
                        "alice@acme.example",
                        "the creator hears of creation, unless created in the portal",
                        "the ticket was opened from portal")),
                ticket.last().withheld());
    }

    @Test
    void the_agent_who_did_it_is_not_told_of_it() {
        var ticket = TicketScenario.on(TEAM, "2026-03-02 10:00").does(TicketScenario.open(NADIA, ALICE, Channel.PHONE));
        assertEquals(List.of("alice accuse", "karim message-client"), ticket.told());
        assertTrue(ticket.last().withheld().stream()
                .anyMatch(held -> held.address().equals("nadia@cloud.example")
                        && held.reason().equals("did it")));
    }

    @Test
    void a_comment_and_the_states_notice_share_one_mail_that_names_both_rules() {
        var ticket = TicketScenario.mailedAt("2026-03-02 10:00").moves(NADIA, "attente-client", "Depuis quand ?");
        assertEquals(List.of("alice attente-client"), ticket.told());
        assertEquals(
                List.of("the creator hears what we wait for", "the creator and people in copy get our answers"),
                ticket.noticeTo(ALICE).why());
        assertEquals(
                List.of(ticket.last().events().getLast().seq()),
                ticket.noticeTo(ALICE).messages());
    }

    @Test
    void an_internal_note_tells_nobody() {
        assertEquals(
                List.of(),
                TicketScenario.mailedAt("2026-03-02 10:00")
                        .does(TicketScenario.note(NADIA, "À voir."))
                        .told());
    }

    @Test
    void what_agents_are_told_of_how_a_request_came_about_is_not_told_its_creator() {
        var remarked = TicketScenario.opening(ALICE, ALICE, Channel.MAIL)
                .note(Optional.of("This mail quotes cloud-12, which does not concern its sender."))
                .build();
        var ticket = TicketScenario.on(TEAM, "2026-03-02 10:00").does(remarked);
        assertEquals(List.of(), ticket.noticeTo(ALICE).messages());
        assertEquals(1, ticket.noticeTo(NADIA).messages().size());
    }

    @Test
    void a_customers_answer_tells_the_owner_or_where_there_is_none_all_agents() {
        var ticket = TicketScenario.mailedAt("2026-03-02 10:00").writes(ALICE, "Alors ?");
        assertEquals(List.of("karim message-client", "nadia message-client"), ticket.told());
        ticket.does(new Command.Assign(KARIM, Optional.of(NADIA.person())));
        assertEquals(List.of("nadia attribuee"), ticket.told());
        assertEquals(
                List.of("nadia message-client"),
                ticket.writes(ALBERT, "Moi aussi.").told());
    }

    @Test
    void who_assigns_to_themselves_is_not_told() {
        assertEquals(
                List.of(),
                TicketScenario.mailedAt("2026-03-02 10:00")
                        .does(new Command.Assign(KARIM, Optional.of(KARIM.person())))
                        .told());
    }

    @Test
    void a_customer_who_reopens_tells_the_team_by_name_although_the_robot_moves_it() {
        var ticket = TicketScenario.mailedAt("2026-03-02 10:00")
                .moves(NADIA, "fermee", "Réglé.")
                .writes(ALBERT, "Non.");
        assertEquals(List.of("alice en-cours", "karim reouverture", "nadia reouverture"), ticket.told());
        assertEquals("Albert Morel", ticket.noticeTo(KARIM).values().get("author"));
    }

    @Test
    void an_agent_who_reopens_tells_the_team_nothing() {
        assertEquals(
                List.of("alice en-cours"),
                TicketScenario.mailedAt("2026-03-02 10:00")
                        .moves(NADIA, "fermee", "Réglé.")
                        .moves(KARIM, "en-cours", "")
                        .told());
    }

    @Test
    void escalation_tells_the_lead_and_the_offer_manager_the_reason() {
        var ticket = TicketScenario.mailedAt("2026-03-02 10:00")
                .does(new Command.Escalate(ALICE, "too-slow", "Trois jours."));
        assertEquals(List.of("lea escalade", "olivier escalade"), ticket.told());
        assertEquals(
                "Les réponses tardent, alors que j’ai tout fourni",
                ticket.noticeTo(LEA).values().get("reason"));
        assertEquals("Trois jours.", ticket.noticeTo(LEA).values().get("comment"));
    }

    @Test
    void people_in_copy_get_the_public_answers() {
        var copied = new Command.AddMessage(
                ALICE,
                Visibility.PUBLIC,
                Channel.MAIL,
                Body.of("Avec Gina."),
                Optional.empty(),
                Optional.empty(),
                List.of(GINA.person()));
        var ticket = TicketScenario.mailedAt("2026-03-02 10:00").does(copied).writes(NADIA, "C'est prêt.");
        assertEquals(List.of("alice -", "gina -"), ticket.told());
        assertEquals(
                List.of("alice en-cours", "gina -"),
                ticket.moves(NADIA, "en-cours", "Nous commençons.").told());
    }

    @Test
    void automatic_mail_is_never_answered_and_says_why() {
        var automatic = TicketScenario.opening(ALICE, ALICE, Channel.MAIL)
                .silence(Optional.of(Silence.towardsEverybody("Precedence: bulk")))
                .build();
        var ticket = TicketScenario.on(TEAM, "2026-03-02 10:00").does(automatic);
        assertEquals(List.of("karim message-client", "nadia message-client"), ticket.told());
        assertTrue(
                ticket.last().withheld().stream().anyMatch(held -> held.reason().equals("Precedence: bulk")));
    }

    @Test
    void the_owner_hears_of_an_address_that_mail_does_not_reach() {
        var ticket = TicketScenario.mailedAt("2026-03-02 10:00").does(TicketScenario.unreachable("alice@acme.example"));
        assertEquals(List.of("karim injoignable", "nadia injoignable"), ticket.told());
    }

    @Test
    void the_desk_never_writes_to_itself() {
        var itself = Actor.customer("support@cloud.example", "", null);
        var ticket = TicketScenario.openedBy(CLOUD, itself, Channel.MAIL, "2026-03-02 10:00");
        assertEquals(List.of(), ticket.told());
        assertEquals(
                List.of("an address of this desk"),
                ticket.last().withheld().stream().map(WithheldNotice::reason).toList());
    }

    @Test
    void each_reads_their_own_language() {
        var ticket = TicketScenario.openedBy(TEAM, GINA, Channel.MAIL, "2026-03-02 10:00");
        assertEquals(Language.EN, ticket.noticeTo(GINA).language());
        assertEquals(Language.FR, ticket.noticeTo(NADIA).language());
    }

    @Test
    void a_reminder_is_a_mail_and_so_is_the_closing_with_its_comment() {
        var ticket = TicketScenario.mailedAt("2026-03-02 10:00")
                .moves(NADIA, "attente-client", "Alors ?")
                .at("2026-03-05 10:00")
                .sweep();
        assertEquals(List.of("alice -"), ticket.told());
        assertEquals(1, ticket.noticeTo(ALICE).messages().size());
        ticket.passesTo("2026-03-14 10:00");
        assertEquals(List.of("alice -"), ticket.told());
        assertEquals(List.of("cloture"), robotTexts(ticket));
    }

    @Test
    void a_late_sweep_tells_each_only_the_last_that_concerns_them() {
        var ticket = TicketScenario.mailedAt("2026-03-02 10:00")
                .moves(NADIA, "attente-client", "Alors ?")
                .at("2026-04-01 10:00")
                .sweep();
        assertEquals(List.of("alice -"), ticket.told());
        assertEquals(List.of("cloture"), robotTexts(ticket));
        assertEquals(
                2,
                ticket.last().withheld().stream()
                        .filter(held -> held.reason().contains("overtaken"))
                        .count());
        var clock = TicketScenario.mailedAt("2026-03-02 10:00")
                .at("2026-03-03 10:00")
                .sweep();
        assertEquals(List.of("karim delai-depasse", "lea delai-depasse", "nadia delai-depasse"), clock.told());
    }

    @Test
    void a_late_sweep_judges_each_step_by_the_state_of_its_own_moment() {
        var desk = TicketScenario.cloudWith(text -> text.replace(
                "notices:\n",
                "notices:\n  - the lead hears of reminders: { on: commented, by: robot, in: attente-client, "
                        + "tell: leads }\n"));
        var ticket = TicketScenario.openedBy(desk, ALICE, Channel.MAIL, "2026-03-02 10:00")
                .moves(NADIA, "attente-client", "Alors ?")
                .at("2026-04-01 10:00")
                .sweep();
        assertEquals(List.of("alice -", "lea -"), ticket.told());
        assertEquals(List.of("cloture"), robotTexts(ticket));
    }

    /** The desk's texts of which the robot's words to Alice are made. */
    private static List<String> robotTexts(TicketScenario ticket) {
        var messages = ticket.noticeTo(ALICE).messages();
        return ticket.last().events().stream()
                .filter(recorded -> messages.contains(recorded.seq()))
                .map(recorded -> ((MessageAdded) recorded.event()).textName().orElseThrow())
                .toList();
    }

    @Test
    void a_rule_may_hold_only_while_the_desk_is_open_or_closed() {
        var desk = TicketScenario.cloudWith(
                text -> text.replace("tell: creator, text: accuse }", "tell: creator, text: accuse, while: closed }"));
        assertEquals(
                List.of(),
                TicketScenario.openedBy(desk, ALICE, Channel.MAIL, "2026-03-02 11:59")
                        .told());
        assertEquals(
                List.of("alice accuse"),
                TicketScenario.openedBy(desk, ALICE, Channel.MAIL, "2026-03-02 12:00")
                        .told());
        assertEquals(
                List.of("alice accuse"),
                TicketScenario.openedBy(desk, ALICE, Channel.MAIL, "2026-03-01 10:00")
                        .told());
    }
}
