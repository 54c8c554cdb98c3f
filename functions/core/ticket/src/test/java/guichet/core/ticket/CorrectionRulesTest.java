package guichet.core.ticket;

import static guichet.core.ticket.Garage.ANN;
import static guichet.core.ticket.Garage.CAR;
import static guichet.core.ticket.Garage.DORA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.command.Actions;
import guichet.core.command.Command;
import guichet.core.command.Refusal;
import guichet.core.desk.Channel;
import guichet.core.ticket.Garage.Opening;
import guichet.fixtures.SampleDesk;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What agents put right or complete on a ticket: its form and its subject. */
class CorrectionRulesTest {
    private static final Actor NICOLAS = Actor.agent("nicolas@daj.example", "Nicolas");

    private static TicketScenario repair() {
        return TicketScenario.on(Garage.with(""), "2026-03-02 10:00")
                .does(new Opening("repair", DORA, DORA, Channel.MAIL, CAR).command());
    }

    private static String wrong(TicketScenario ticket, Command command) {
        return assertInstanceOf(Refusal.BadValue.class, ticket.refusalOf(command))
                .field();
    }

    private static Command.SetSubject subject(Actor by, String subject) {
        return new Command.SetSubject(by, subject, "");
    }

    @Test
    void what_came_by_mail_is_completed_and_then_taken_in_charge() {
        var analyse = new Command.Transition(NICOLAS, "analyse", Optional.empty(), Map.of());
        var form = Map.of("produit", "kiosque", "urgence", "urgent", "titre", "Gazette", "parution", "2026-03-02");
        var ticket = TicketScenario.openedBy(SampleDesk.read("daj").desk(), DORA, Channel.MAIL, "2026-03-02 10:00");
        assertEquals("produit, urgence, titre, parution", wrong(ticket, analyse));
        ticket.does(new Command.SetFields(NICOLAS, form, "lu dans le mail"));
        assertEquals("urgent", ticket.ticket().priority(), "a field that is the priority sets it");
        assertEquals("analyse", ticket.does(analyse).ticket().state());
    }

    @Test
    void a_correction_says_who_and_why_and_only_what_it_changed() {
        var plate = Map.of("vehicle", "car", "plate", "ZZ-999-ZZ", "axles", "");
        var ticket = repair().does(new Command.SetFields(ANN, plate, "mal lu"));
        var changed = ticket.last().events().getFirst();
        assertEquals(new TicketEvent.FieldsChanged(Map.of("plate", "ZZ-999-ZZ"), "mal lu"), changed.event());
        assertEquals(ANN, changed.by());
        assertEquals("car", ticket.ticket().fields().get("vehicle"));
    }

    @Test
    void a_subject_is_corrected_and_nobody_is_told() {
        var ticket = repair().does(new Command.SetSubject(ANN, "Frein arrière", "l'avant va bien"));
        assertEquals("Frein arrière", ticket.ticket().subject());
        assertEquals(
                new TicketEvent.SubjectChanged("Frein", "Frein arrière", "l'avant va bien"),
                ticket.last().events().getFirst().event());
        assertEquals(List.of(), ticket.told());
    }

    @Test
    void what_is_right_already_leaves_no_event() {
        assertEquals(List.of(), repair().does(new Command.SetFields(ANN, CAR)).kinds());
        assertEquals(List.of(), repair().does(subject(ANN, "Frein")).kinds());
    }

    @Test
    void a_subject_is_neither_blank_nor_longer_than_mails_can_carry() {
        assertEquals("subject", wrong(repair(), subject(ANN, " \u200B")));
        assertEquals("subject", wrong(repair(), subject(ANN, "x".repeat(501))));
        assertEquals(
                500,
                repair().does(subject(ANN, "x".repeat(500))).ticket().subject().length());
    }

    @Test
    void a_subject_is_no_longer_than_its_form_takes() {
        var daj = SampleDesk.read("divalto").desk();
        var most = daj.defaultType().subject().atMost().orElseThrow();
        var agent = Actor.agent(daj.staff().getFirst().address(), "");
        var ticket = TicketScenario.openedBy(daj, DORA, Channel.MAIL, "2026-03-02 10:00");
        assertEquals("subject", wrong(ticket, subject(agent, "x".repeat(most + 1))));
        ticket.does(subject(agent, "x".repeat(most)));
    }

    @Test
    void customers_correct_nothing_and_are_offered_nothing_to_correct() {
        assertInstanceOf(Refusal.NotAllowed.class, repair().refusalOf(subject(DORA, "Roue")));
        assertInstanceOf(
                Refusal.NotAllowed.class, repair().refusalOf(new Command.SetFields(DORA, Map.of("plate", "X"))));
        var offered = Actions.of(repair().desk(), repair().ticket(), DORA).stream()
                .map(Actions.Available::name)
                .toList();
        assertTrue(offered.stream().noneMatch(List.of("fields", "subject")::contains), offered.toString());
    }

    @Test
    void agents_are_offered_the_whole_form_and_a_reason() {
        var fields = Actions.of(repair().desk(), repair().ticket(), ANN).stream()
                .filter(action -> action.name().equals("fields"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                List.of("vehicle choice", "plate text", "axles number", "mechanic owner", "reason text"),
                fields.inputs().stream()
                        .map(asked -> asked.name() + " " + asked.kind())
                        .toList());
    }
}
