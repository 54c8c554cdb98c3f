package guichet.core.notice;

import static guichet.core.ticket.TicketScenario.ALICE;
import static guichet.core.ticket.TicketScenario.CLOUD;
import static guichet.core.ticket.TicketScenario.NADIA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.command.Command;
import guichet.core.desk.Channel;
import guichet.core.desk.LocalizedText;
import guichet.core.notice.LoopProtection.Cap;
import guichet.core.notice.LoopProtection.Tally;
import guichet.core.ticket.Actor;
import guichet.core.ticket.Body;
import guichet.core.ticket.MailRef;
import guichet.core.ticket.TicketScenario;
import guichet.core.ticket.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is counted before a notice leaves, and by whom it is stopped. */
class LoopProtectionTest {
    private static final Actor ZOE = Actor.customer("zoe@nowhere.example", "", null);
    private static final int UNLIMITED = 1_000_000;
    private final Counting tally = new Counting();

    /** Counts, until one party is said to be full. */
    private static final class Counting implements Tally {
        private final List<Cap> counted = new ArrayList<>();
        private final List<Cap> givenBack = new ArrayList<>();
        private Instant at;
        private String full = "";
        private Full window = Full.HOUR;

        @Override
        public Optional<Full> count(String desk, Cap cap, Instant at) {
            assertEquals("cloud", desk);
            this.at = at;
            if (cap.whom().equals(full)) {
                return Optional.of(window);
            }
            counted.add(cap);
            return Optional.empty();
        }

        @Override
        public Optional<Full> full(String desk, Cap cap, Instant at) {
            return cap.whom().equals(full) ? Optional.of(window) : Optional.empty();
        }

        @Override
        public void giveBack(String desk, Cap cap, Instant at) {
            assertEquals(this.at, at);
            givenBack.add(cap);
        }
    }

    private static TicketScenario ticketOf(Actor by) {
        return TicketScenario.openedBy(CLOUD, by, Channel.MAIL, "2026-03-02 10:00");
    }

    private static Command.AddMessage message(Actor by, Optional<MailRef> mail) {
        return new Command.AddMessage(
                by,
                Visibility.PUBLIC,
                mail.isPresent() ? Channel.MAIL : Channel.PORTAL,
                Body.of("La suite"),
                mail,
                Optional.empty(),
                List.of());
    }

    private static Command.AddMessage mail(Actor by) {
        return message(by, Optional.of(new MailRef("m@x", List.of(), "print", "raw")));
    }

    private Optional<LocalizedText> whyNot(TicketScenario ticket, Actor to) {
        return LoopProtection.whyNot(
                CLOUD,
                ticket.ticket(),
                ticket.last().events(),
                ticket.noticeTo(to),
                ticket.last().notices(),
                tally);
    }

    private List<String> counted() {
        return tally.counted.stream().map(Cap::whom).toList();
    }

    @Test
    void a_customers_mail_counts_for_their_address_alone() {
        assertEquals(
                Optional.empty(), whyNot(ticketOf(ALICE).at("2026-03-02 11:00").does(mail(NADIA)), ALICE));
        assertEquals(List.of(new Cap("alice@acme.example", 60, 200)), tally.counted);
        assertEquals(TicketScenario.time("2026-03-02 11:00"), tally.at, "by the hour of the commit");
    }

    @Test
    void a_strangers_counts_for_their_domain_and_for_all_strangers_too_the_narrowest_first() {
        whyNot(ticketOf(ZOE).does(mail(NADIA)), ZOE);
        assertEquals(
                List.of(
                        new Cap("zoe@nowhere.example", 60, 200),
                        new Cap("@nowhere.example", 2_000, UNLIMITED),
                        new Cap("@", UNLIMITED, 10_000)),
                tally.counted);
    }

    @Test
    void a_robot_that_is_stopped_uses_up_nothing_that_others_share() {
        tally.full = "zoe@nowhere.example";
        tally.window = Tally.Full.DAY;
        var reason = whyNot(ticketOf(ZOE).does(mail(NADIA)), ZOE).orElseThrow();
        assertEquals(List.of(), counted());
        assertTrue(reason.en().contains("200 mails in a day to this address"), reason.en());
    }

    @Test
    void what_staff_write_in_the_portal_is_not_counted() {
        assertEquals(Optional.empty(), whyNot(ticketOf(ZOE).does(message(NADIA, Optional.empty())), ZOE));
        assertEquals(List.of(), counted());
    }

    @Test
    void what_falls_due_is_not_counted() {
        var waiting = ticketOf(ZOE).moves(NADIA, "attente-client", "Alors ?").passesTo("2026-03-05 10:00");
        assertEquals(Optional.empty(), whyNot(waiting, ZOE));
        assertEquals(List.of(), counted());
    }

    @Test
    void mail_to_the_staff_is_counted_by_the_customer_who_causes_it_alone() {
        assertEquals(Optional.empty(), whyNot(ticketOf(ZOE).does(mail(ZOE)), NADIA));
        assertEquals(List.of(ZOE.address() + " to staff"), counted());
    }

    @Test
    void what_the_mail_service_refused_is_given_back_to_each_that_it_was_counted_for() {
        var ticket = ticketOf(ZOE).does(mail(NADIA));
        whyNot(ticket, ZOE);
        LoopProtection.giveBack(
                CLOUD,
                ticket.ticket(),
                ticket.last().events(),
                ticket.noticeTo(ZOE),
                ticket.last().notices(),
                tally);
        assertEquals(tally.counted, tally.givenBack);
        assertEquals(3, tally.givenBack.size());
    }
}
