package guichet.core.ticket;

import static guichet.core.ticket.Garage.ANN;
import static guichet.core.ticket.Garage.DORA;
import static guichet.core.ticket.TicketScenario.automatic;
import static guichet.core.ticket.TicketScenario.message;
import static guichet.core.ticket.TicketScenario.time;
import static org.junit.jupiter.api.Assertions.assertEquals;

import guichet.core.command.Command;
import guichet.core.desk.Channel;
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
        ticket.does(copied("guy@elsewhere.example", Optional.of("Auto-Submitted: auto-replied")));
        assertEquals(
                List.of("eve@elsewhere.example", "fred@elsewhere.example"),
                ticket.ticket().participants().stream().map(Person::address).toList());
    }

    private static Command copied(String address, Optional<String> automatic) {
        return new Command.AddMessage(
                DORA,
                Visibility.PUBLIC,
                Channel.MAIL,
                Body.of("En copie."),
                Optional.empty(),
                automatic,
                List.of(Person.of(address)));
    }
}
