package guichet.core.ticket;

import static guichet.core.ticket.TicketScenario.ALICE;
import static guichet.core.ticket.TicketScenario.KARIM;
import static guichet.core.ticket.TicketScenario.NADIA;
import static guichet.core.ticket.TicketScenario.time;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.command.Command;
import guichet.core.desk.Channel;
import guichet.core.ticket.TicketEvent.StateChanged;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a ticket remembers of its history: whose turn it is, who touched it last, who is on it. */
class WaitingTest {
    @Test
    void a_new_request_awaits_the_desk_until_somebody_answers() {
        var ticket = TicketScenario.mailedAt("2026-03-02 10:00");
        assertEquals(Optional.of(time("2026-03-02 10:00")), ticket.ticket().waitingSince());
        assertEquals(
                Optional.empty(),
                ticket.at("2026-03-02 10:30")
                        .writes(NADIA, "Nous regardons.")
                        .ticket()
                        .waitingSince());
        assertEquals(
                Optional.of(time("2026-03-02 11:00")),
                ticket.at("2026-03-02 11:00").writes(ALICE, "Merci.").ticket().waitingSince());
        assertEquals(
                Optional.of(time("2026-03-02 11:00")),
                ticket.at("2026-03-02 12:00").writes(ALICE, "Alors ?").ticket().waitingSince());
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "PORTAL", "MAIL"})
    void a_request_that_an_agent_opens_for_somebody_awaits_the_desk_although_an_agent_wrote_it(Channel channel) {
        var ticket = TicketScenario.on(TicketScenario.CLOUD, "2026-03-02 10:00")
                .does(TicketScenario.opening(NADIA, ALICE, channel)
                        .body(Body.of("Jira est lent."))
                        .build());
        assertEquals(Optional.of(time("2026-03-02 10:00")), ticket.ticket().waitingSince());
        assertEquals(Optional.of("Jira est lent."), ticket.ticket().lastWords());
        assertEquals(
                Optional.empty(),
                ticket.writes(NADIA, "Nous regardons.").ticket().waitingSince(),
                "what they write next is an answer, at the same instant as well");
    }

    @Test
    void nobody_awaits_the_desk_on_a_closed_request_until_it_goes_on() {
        var ticket = TicketScenario.mailedAt("2026-03-02 10:00")
                .moves(NADIA, "fermee", "Voilà.")
                .at("2026-03-03 09:00")
                .does(new Command.Escalate(ALICE, "too-slow", ""));
        assertEquals(Optional.empty(), ticket.ticket().waitingSince());
        assertEquals(
                Optional.of(time("2026-03-03 09:00")),
                ticket.at("2026-03-03 10:00")
                        .moves(NADIA, "en-cours", "")
                        .ticket()
                        .waitingSince());
    }

    @Test
    void notes_reminders_and_automatic_mail_answer_nothing() {
        var ticket = TicketScenario.mailedAt("2026-03-02 10:00")
                .at("2026-03-02 11:00")
                .does(TicketScenario.note(NADIA, "À voir."))
                .does(TicketScenario.automatic(ALICE, "Absente."));
        assertEquals(Optional.of(time("2026-03-02 10:00")), ticket.ticket().waitingSince());
    }

    @Test
    void nobody_awaits_the_desk_while_others_are_waited_for() {
        var ticket = TicketScenario.mailedAt("2026-03-02 10:00").moves(NADIA, "attente-tiers", "Nous demandons.");
        assertEquals(Optional.empty(), ticket.ticket().waitingSince());
        assertEquals(
                Optional.empty(),
                ticket.at("2026-03-03 09:00")
                        .moves(NADIA, "en-cours", "")
                        .ticket()
                        .waitingSince());
    }

    @Test
    void what_a_customer_does_to_their_ticket_is_their_word() {
        var ticket = TicketScenario.mailedAt("2026-03-02 10:00").moves(NADIA, "fermee", "Voilà.");
        assertEquals(Optional.empty(), ticket.ticket().waitingSince());
        assertEquals(
                Optional.of(time("2026-03-03 09:00")),
                ticket.at("2026-03-03 09:00")
                        .moves(ALICE, "en-cours", "")
                        .ticket()
                        .waitingSince());
    }

    @Test
    void a_touch_is_any_event_by_a_person_and_nothing_else() {
        var ticket = TicketScenario.mailedAt("2026-03-02 10:00").moves(NADIA, "attente-client", "Alors ?");
        ticket.at("2026-03-03 10:00").does(TicketScenario.note(KARIM, "À rappeler."));
        assertEquals(time("2026-03-03 10:00"), ticket.ticket().lastTouch());
        ticket.at("2026-03-04 10:00").does(TicketScenario.automatic(ALICE, "Absente."));
        ticket.passesTo("2026-03-06 12:00");
        assertTrue(ticket.kinds().contains("TimerFired"));
        assertEquals(time("2026-03-03 10:00"), ticket.ticket().lastTouch());
        ticket.at("2026-03-07 10:00").does(new Command.Assign(KARIM, Optional.of(KARIM.person())));
        assertEquals(time("2026-03-07 10:00"), ticket.ticket().lastTouch());
    }

    @Test
    void a_command_that_is_earlier_than_the_last_event_is_stamped_with_that_events_time() {
        var ticket = TicketScenario.mailedAt("2026-03-02 10:00")
                .at("2026-03-02 09:00")
                .moves(NADIA, "en-cours", "");
        assertEquals(time("2026-03-02 10:00"), ticket.last().events().getFirst().at());
        assertEquals(time("2026-03-02 10:00"), ticket.ticket().since());
    }

    @Test
    void people_in_copy_join_once_and_the_desk_and_its_staff_never() {
        var copies = List.of(
                Person.of("Gina@globex.example"),
                Person.of("nadia@cloud.example"),
                Person.of("aide@cloud.example"),
                ALICE.person(),
                Person.of("gina@globex.example"));
        var mail = new Command.AddMessage(
                ALICE,
                Visibility.PUBLIC,
                Channel.MAIL,
                Body.of("Avec Gina."),
                Optional.empty(),
                Optional.empty(),
                copies);
        var ticket = TicketScenario.mailedAt("2026-03-02 10:00").does(mail).does(mail);
        assertEquals(
                List.of("gina@globex.example"),
                ticket.ticket().participants().stream().map(Person::address).toList());
    }

    @Test
    void a_mail_with_a_thousand_people_in_copy_brings_forty() {
        var copies = java.util.stream.IntStream.range(0, 1000)
                .mapToObj(n -> Person.of("p" + n + "@elsewhere.example"))
                .toList();
        var mail = new Command.AddMessage(
                ALICE, Visibility.PUBLIC, Channel.MAIL, Body.of("À tous."), Optional.empty(), Optional.empty(), copies);
        assertEquals(
                40,
                TicketScenario.mailedAt("2026-03-02 10:00")
                        .does(mail)
                        .does(mail)
                        .ticket()
                        .participants()
                        .size());
    }

    @Test
    void what_changes_nothing_leaves_no_event() {
        var ticket = TicketScenario.mailedAt("2026-03-02 10:00")
                .does(new Command.Assign(NADIA, Optional.of(Person.of("karim@cloud.example"))));
        assertEquals("Karim Benali", ticket.ticket().owner().orElseThrow().name());
        assertEquals(
                List.of(),
                ticket.does(new Command.Assign(NADIA, Optional.of(KARIM.person())))
                        .kinds());
        assertEquals(List.of(), ticket.does(TicketScenario.priority("normal")).kinds());
        assertEquals(
                List.of(),
                ticket.does(new Command.MoveToQueue(NADIA, "support")).kinds());
    }

    @Test
    void the_state_before_is_remembered() {
        var ticket = TicketScenario.mailedAt("2026-03-02 10:00")
                .moves(NADIA, "en-cours", "")
                .moves(NADIA, "attente-client", "Alors ?");
        assertEquals(Optional.of("en-cours"), ticket.ticket().before());
        assertEquals(
                "soumise",
                ((StateChanged) ticket.history().stream()
                                .map(RecordedEvent::event)
                                .filter(StateChanged.class::isInstance)
                                .findFirst()
                                .orElseThrow())
                        .from());
    }
}
