package guichet.core.ticket;

import static guichet.core.ticket.Garage.ANN;
import static guichet.core.ticket.Garage.DORA;
import static guichet.core.ticket.Garage.move;
import static guichet.core.ticket.TicketScenario.automatic;
import static guichet.core.ticket.TicketScenario.message;
import static guichet.core.ticket.TicketScenario.note;
import static guichet.core.ticket.TicketScenario.time;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.command.Command;
import guichet.core.command.FollowUpPolicy;
import guichet.core.command.Refusal;
import guichet.core.desk.FollowUps.Effect;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code follow-ups:}, sentence by sentence (docs/desk-language.md). Each request is closed on 2 March at 11:00. */
class FollowUpRulesTest {
    private static final String A_MONTH = "follow-ups: { to-closed: reopen, within: 30d, then: new-ticket }\n";

    private static TicketScenario closed(String sections) {
        return Garage.mailedAt("2026-03-02 10:00", sections)
                .at("2026-03-02 11:00")
                .does(move(ANN, "done"));
    }

    private static Effect effect(TicketScenario ticket, Instant at) {
        return FollowUpPolicy.effectOfMessage(ticket.desk(), ticket.ticket(), at);
    }

    @Test
    void to_the_last_instant_within_it_reopens_and_from_the_end_on_comes_what_comes_then() {
        var ticket = closed(A_MONTH);
        var end = time("2026-04-01 11:00"); // the same local time, although the clocks have changed
        assertEquals(Effect.REOPEN, effect(ticket, end.minusNanos(1)));
        assertEquals(Effect.NEW_TICKET, effect(ticket, end));
    }

    @Test
    void the_time_within_counts_from_the_closing_whatever_agents_do_since() {
        var ticket = closed(A_MONTH).at("2026-03-20 10:00").does(note(ANN, "Vu."));
        assertEquals(Effect.REOPEN, effect(ticket, time("2026-04-01 10:59")));
        assertEquals(Effect.NEW_TICKET, effect(ticket, time("2026-04-01 11:00")));
    }

    @Test
    void closed_again_the_time_counts_anew() {
        var ticket = closed(A_MONTH)
                .at("2026-03-30 10:00")
                .does(move(DORA, "open"))
                .at("2026-03-31 10:00")
                .does(move(ANN, "done"));
        assertEquals(Effect.REOPEN, effect(ticket, time("2026-04-20 10:00")));
        assertEquals(Effect.NEW_TICKET, effect(ticket, time("2026-04-30 10:00")));
    }

    @Test
    void reopened_it_is_open_again() {
        var ticket = closed("follow-ups: { to-closed: refuse }\n").does(move(DORA, "open"));
        assertEquals(Effect.REOPEN, effect(ticket, ticket.now()));
        assertFalse(ticket.ticket().isClosed());
    }

    @Test
    void without_a_time_it_holds_for_ever() {
        assertEquals(
                Effect.NEW_TICKET, effect(closed("follow-ups: { to-closed: new-ticket }\n"), time("2036-03-02 10:00")));
        assertEquals(Effect.REOPEN, effect(closed(""), time("2036-03-02 10:00")));
    }

    @Test
    void what_a_queue_says_comes_before_what_the_desk_says() {
        var ticket = closed(A_MONTH).does(new Command.MoveToQueue(ANN, "workshop"));
        assertEquals(Effect.REFUSE, effect(ticket, time("2026-03-03 10:00")));
    }

    @Test
    void an_open_request_takes_every_message_however_old_it_is() {
        var ticket = Garage.mailedAt("2026-03-02 10:00", "follow-ups: { to-closed: refuse }\n")
                .at("2027-03-02 10:00");
        assertEquals(Effect.REOPEN, effect(ticket, ticket.now()));
        assertEquals("Alors ?", messageOf(ticket.does(message(DORA, "Alors ?"))));
    }

    private static String messageOf(TicketScenario ticket) {
        return ((TicketEvent.MessageAdded) ticket.last().events().getFirst().event())
                .body()
                .text();
    }

    @ParameterizedTest
    @ValueSource(strings = {"refuse", "new-ticket"})
    void a_customers_message_that_does_not_reopen_is_refused_in_words(String effect) {
        var ticket = closed("follow-ups: { to-closed: " + effect + " }\n");
        var refusal = assertInstanceOf(Refusal.NotNow.class, ticket.refusalOf(message(DORA, "Alors ?")));
        assertTrue(refusal.message().en().contains("open a new one"), refusal.message()::en);
    }

    @Test
    void agents_write_to_a_closed_request_whatever_follow_ups_do() {
        var ticket = closed("follow-ups: { to-closed: refuse }\n");
        assertEquals("La facture suit.", messageOf(ticket.does(message(ANN, "La facture suit."))));
    }

    @Test
    void automatic_mail_is_kept_on_a_closed_request_whatever_follow_ups_do() {
        var ticket = closed("follow-ups: { to-closed: refuse }\n");
        assertEquals("Absente.", messageOf(ticket.does(automatic(DORA, "Absente."))));
        assertTrue(ticket.ticket().isClosed());
    }
}
