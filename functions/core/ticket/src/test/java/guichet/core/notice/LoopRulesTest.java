package guichet.core.notice;

import static guichet.core.ticket.Garage.ANN;
import static guichet.core.ticket.Garage.CARL;
import static guichet.core.ticket.Garage.DORA;
import static guichet.core.ticket.Garage.LEO;
import static guichet.core.ticket.TicketScenario.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.command.Command;
import guichet.core.desk.Channel;
import guichet.core.desk.Desk;
import guichet.core.notice.LoopProtection.Cap;
import guichet.core.ticket.Actor;
import guichet.core.ticket.Body;
import guichet.core.ticket.Garage;
import guichet.core.ticket.MailRef;
import guichet.core.ticket.TicketScenario;
import guichet.core.ticket.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is counted of the mails that leave, and by which caps: the section on loops of docs/desk-language.md. */
class LoopRulesTest {
    private static final String NOTICES = """
            notices:
              - a word fell: { on: commented, tell: [creator, leads], text: word }
            """;
    private static final Desk DESK = Garage.with("mail: { mails-per-hour: 3, mails-per-day: 5, strangers-per-hour: 7, "
            + "strangers-per-day: 9 }\n" + NOTICES);

    private static final Desk ESCALATING = Garage.with("""
            escalation:
              reasons: { slow: { fr: Lent, en: Slow } }
            notices:
              - it was escalated: { on: escalated, tell: [creator, leads], text: word }
            """);

    /** Writes down what it is asked, and says that one of it is full. */
    private static final class Noted implements LoopProtection.Tally {
        final List<String> counted = new ArrayList<>();
        final List<String> looked = new ArrayList<>();
        final List<String> givenBack = new ArrayList<>();
        private final String full;

        Noted(String full) {
            this.full = full;
        }

        @Override
        public Optional<Full> count(String desk, Cap cap, Instant at) {
            counted.add(written(cap));
            return cap.whom().equals(full) ? Optional.of(Full.DAY) : Optional.empty();
        }

        @Override
        public Optional<Full> full(String desk, Cap cap, Instant at) {
            looked.add(written(cap));
            return cap.whom().equals(full) ? Optional.of(Full.DAY) : Optional.empty();
        }

        @Override
        public void giveBack(String desk, Cap cap, Instant at) {
            givenBack.add(written(cap));
        }

        private static String written(Cap cap) {
            return cap.whom() + " " + cap.perHour() + " " + cap.perDay();
        }
    }

    private static Command mail(Actor by) {
        var ref = new MailRef("m@home.example", List.of(), "print", "raw");
        return new Command.AddMessage(
                by, Visibility.PUBLIC, Channel.MAIL, Body.of("x"), Optional.of(ref), Optional.empty(), List.of());
    }

    private static TicketScenario of(Desk desk, Actor requester, Command command) {
        return TicketScenario.on(desk, "2026-03-02 10:00")
                .does(Garage.mail(requester))
                .does(command);
    }

    private static List<String> counted(TicketScenario ticket, Actor to) {
        var noted = new Noted("");
        var last = ticket.last();
        assertEquals(
                Optional.empty(),
                LoopProtection.whyNot(
                        ticket.desk(), last.ticket(), last.events(), ticket.noticeTo(to), last.notices(), noted));
        return noted.counted;
    }

    @Test
    void what_mail_makes_the_desk_send_to_a_customer_counts_by_its_address() {
        assertEquals(List.of("carl@fleet.example 3 5"), counted(of(DESK, CARL, mail(CARL)), CARL));
    }

    @Test
    void and_to_a_stranger_by_the_domain_and_among_all_strangers_besides() {
        assertEquals(
                List.of("dora@home.example 3 5", "@home.example 7 1000000", "@ 1000000 9"),
                counted(of(DESK, DORA, mail(DORA)), DORA));
    }

    @Test
    void what_a_customer_makes_the_desk_send_to_its_staff_counts_by_that_customer() {
        assertEquals(List.of("dora@home.example to staff 3 5"), counted(of(DESK, DORA, mail(DORA)), LEO));
        assertEquals(
                List.of("dora@home.example to staff 3 5"),
                counted(of(DESK, DORA, message(DORA, "Par le portail.")), LEO));
    }

    @Test
    void what_a_customer_did_counts_once_however_many_of_the_staff_hear_of_it() {
        var desk = Garage.with("notices:\n  - a word fell: { on: commented, tell: agents, text: word }\n");
        var ticket = of(desk, DORA, message(DORA, "Alors ?"));
        assertEquals(List.of("dora@home.example to staff 60 200"), counted(ticket, ANN));
        var noted = new Noted("dora@home.example to staff");
        var last = ticket.last();
        var why = LoopProtection.whyNot(
                desk, last.ticket(), last.events(), ticket.noticeTo(Garage.BOB), last.notices(), noted);
        assertTrue(why.orElseThrow().en().contains("because of dora@home.example"), why::toString);
        assertEquals(List.of(), noted.counted);
        assertEquals(List.of("dora@home.example to staff 60 200"), noted.looked);
    }

    @Test
    void the_same_escalation_is_mailed_once_an_hour_to_each_who_is_told() {
        var ticket = of(ESCALATING, CARL, new Command.Escalate(CARL, "slow", "Encore !"));
        assertEquals(
                List.of(
                        "escalation garage-7 new slow by carl@fleet.example to leo@garage.example 1 5",
                        "carl@fleet.example to staff 60 200"),
                counted(ticket, LEO));
        assertEquals(
                List.of(
                        "escalation garage-7 new slow by carl@fleet.example to carl@fleet.example 1 5",
                        "carl@fleet.example 60 200"),
                counted(ticket, CARL));
        var full = new Noted("escalation garage-7 new slow by carl@fleet.example to leo@garage.example");
        var why = LoopProtection.whyNot(
                ESCALATING,
                ticket.ticket(),
                ticket.last().events(),
                ticket.noticeTo(LEO),
                ticket.last().notices(),
                full);
        assertTrue(why.orElseThrow().en().contains("because of an escalation of this ticket"), why::toString);
    }

    @Test
    void what_staff_write_in_the_portal_and_what_falls_due_counts_nothing() {
        assertEquals(List.of(), counted(of(DESK, DORA, message(ANN, "Prêt.")), DORA));
        assertEquals(List.of(), counted(of(DESK, DORA, message(ANN, "Prêt.")), LEO));
        assertEquals(List.of(), counted(of(ESCALATING, CARL, new Command.Escalate(ANN, "slow", "Pour lui.")), LEO));
        var reminding =
                Garage.with("automations:\n  - nobody came: { in: new, in-state-for: 1d, comment: word }\n" + NOTICES);
        var reminded = TicketScenario.on(reminding, "2026-03-02 10:00")
                .does(Garage.mail(DORA))
                .passesTo("2026-03-03 10:00");
        assertEquals(List.of(), counted(reminded, DORA));
    }

    @Test
    void unless_said_otherwise_the_caps_are_those_of_the_documentation() {
        assertEquals(
                List.of("dora@home.example 60 200", "@home.example 100 1000000", "@ 1000000 2000"),
                counted(of(Garage.with(NOTICES), DORA, mail(DORA)), DORA));
    }

    @Test
    void what_is_full_is_the_reason_and_what_is_wider_is_not_counted() {
        var ticket = of(DESK, DORA, mail(DORA));
        var full = new Noted("@home.example");
        var why = LoopProtection.whyNot(
                DESK,
                ticket.ticket(),
                ticket.last().events(),
                ticket.noticeTo(DORA),
                ticket.last().notices(),
                full);
        assertTrue(why.orElseThrow().en().contains("to senders of home.example"), why::toString);
        assertEquals(List.of("dora@home.example 3 5", "@home.example 7 1000000"), full.counted);
    }

    @Test
    void what_was_counted_and_not_sent_is_given_back_whole() {
        var ticket = of(DESK, DORA, mail(DORA));
        var noted = new Noted("");
        LoopProtection.giveBack(
                DESK,
                ticket.ticket(),
                ticket.last().events(),
                ticket.noticeTo(DORA),
                ticket.last().notices(),
                noted);
        assertEquals(counted(ticket, DORA), noted.givenBack);
    }
}
