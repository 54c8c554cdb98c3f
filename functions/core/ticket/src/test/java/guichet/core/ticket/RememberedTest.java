package guichet.core.ticket;

import static guichet.core.ticket.Garage.ANN;
import static guichet.core.ticket.Garage.DORA;
import static guichet.core.ticket.TicketScenario.automatic;
import static guichet.core.ticket.TicketScenario.message;
import static guichet.core.ticket.TicketScenario.time;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.access.TicketAccess;
import guichet.core.command.Command;
import guichet.core.desk.Channel;
import guichet.core.notice.Silence;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What a ticket's head keeps of its messages: whose turn it is, the last words, the mails to answer, who is in copy.
 */
class RememberedTest {
    @Test
    void the_last_words_quoted_are_the_customers_latest() {
        var ticket = Garage.mailedAt("2026-03-02 10:00")
                .does(message(DORA, "Le gauche."))
                .does(message(ANN, "Bien noté."))
                .does(automatic(DORA, "Absente."));
        assertEquals(Optional.of("Le gauche."), ticket.ticket().lastWords());
    }

    @Test
    void what_an_agent_takes_down_on_the_phone_is_the_customers_word_and_awaits_an_answer() {
        var ticket = Garage.mailedAt("2026-03-02 10:00")
                .does(message(ANN, "Bien noté."))
                .at("2026-03-02 11:00")
                .does(new Command.AddMessage(
                        ANN,
                        Visibility.PUBLIC,
                        Channel.PHONE,
                        Body.of("Le droit aussi."),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()));
        assertEquals(Optional.of("Le droit aussi."), ticket.ticket().lastWords());
        assertEquals(Optional.of(time("2026-03-02 11:00")), ticket.ticket().waitingSince());
    }

    @Test
    void last_words_are_whole_up_to_a_length_and_end_at_a_word_beyond_it() {
        var ticket = Garage.mailedAt("2026-03-02 10:00");
        var whole = "mot ".repeat(39) + "mots";
        assertEquals(160, whole.length());
        assertEquals(
                Optional.of(whole), ticket.does(message(DORA, whole)).ticket().lastWords());
        assertEquals(
                Optional.of("mot ".repeat(40).strip() + "…"),
                ticket.does(message(DORA, "mot ".repeat(41))).ticket().lastWords());
    }

    @Test
    void last_words_without_blanks_are_cut_at_the_length_and_never_within_a_character() {
        assertEquals("x".repeat(160) + "…", lastWords("x".repeat(200)));
        assertEquals("y".repeat(80) + " " + "z".repeat(79) + "…", lastWords("y".repeat(80) + " " + "z".repeat(100)));
        assertEquals("y".repeat(81) + "…", lastWords("y".repeat(81) + " " + "z".repeat(100)));
        assertEquals("x".repeat(159) + "…", lastWords("x".repeat(159) + "🚲" + "x".repeat(40)));
        assertEquals("x".repeat(158) + "🚲…", lastWords("x".repeat(158) + "🚲" + "x".repeat(40)));
    }

    private static String lastWords(String said) {
        return Garage.mailedAt("2026-03-02 10:00")
                .does(message(DORA, said))
                .ticket()
                .lastWords()
                .orElseThrow();
    }

    @Test
    void what_was_folded_away_is_known_to_be_there_where_a_message_is_listed() {
        var folded = new Body("Oui.", "> Ça va ?", Optional.of("<p>Oui.</p>"), List.of()).listed();
        assertEquals(new Body("Oui.", Body.FOLDED, Optional.of(""), List.of()), folded);
        assertTrue(folded.hasQuoted());
        assertEquals(Body.of("Oui."), Body.of("Oui.").listed());
        assertFalse(Body.of("Oui.").listed().hasQuoted());
    }

    @Test
    void a_mail_claims_the_root_and_the_nearest_of_its_ancestors_and_not_itself() {
        assertEquals(List.of("root@x", "near@x"), claims("own@x", "root@x", "middle@x", "near@x"));
        assertEquals(List.of("root@x"), claims("own@x", "root@x"));
        assertEquals(List.of("root@x"), claims("own@x", "root@x", "own@x"));
        assertEquals(List.of(), claims("own@x"));
    }

    private static List<String> claims(String own, String... ancestors) {
        return new MailRef(own, List.of(ancestors), "print", "raw").claims();
    }

    @Test
    void of_the_mails_the_first_and_the_latest_are_answered() {
        var ticket = Garage.mailedAt("2026-03-02 10:00");
        for (var id : List.of("a@x", "b@x", "c@x", "c@x")) {
            var mail = Optional.of(new MailRef(id, List.of(), "print", "raw"));
            ticket.does(new Command.AddMessage(
                    DORA, Visibility.PUBLIC, Channel.MAIL, Body.of("x"), mail, Optional.empty(), List.of()));
        }
        assertEquals(List.of("a@x", "c@x"), ticket.ticket().mails());
    }

    @Test
    void people_in_copy_are_added_to_those_who_are_there_and_not_by_automatic_mail() {
        var ticket = Garage.mailedAt("2026-03-02 10:00");
        for (var address : List.of("eve@elsewhere.example", "fred@elsewhere.example")) {
            ticket.does(copied(address, Optional.empty()));
        }
        ticket.does(
                copied("guy@elsewhere.example", Optional.of(Silence.towardsEverybody("Auto-Submitted: auto-replied"))));
        assertEquals(
                List.of("eve@elsewhere.example", "fred@elsewhere.example"),
                ticket.ticket().participants().stream().map(Person::address).toList());
    }

    @Test
    void whoever_is_in_copy_may_write_and_nobody_else_for_their_sake() {
        var ticket = Garage.mailedAt("2026-03-02 10:00").does(copied("eve@elsewhere.example", Optional.empty()));
        assertTrue(TicketAccess.mayWrite(ticket.ticket(), Actor.customer("eve@elsewhere.example", "Eve", null)));
        assertFalse(TicketAccess.mayWrite(ticket.ticket(), Actor.customer("guy@elsewhere.example", "Guy", null)));
    }

    private static Command copied(String address, Optional<Silence> silence) {
        return new Command.AddMessage(
                DORA,
                Visibility.PUBLIC,
                Channel.MAIL,
                Body.of("En copie."),
                Optional.empty(),
                silence,
                List.of(Person.of(address)));
    }
}
