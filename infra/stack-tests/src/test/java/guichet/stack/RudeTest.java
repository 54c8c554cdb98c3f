package guichet.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.local.source.Rudeness;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("stack")
class RudeTest {
    @Test
    void events_that_come_twice_late_and_out_of_order_change_nothing_and_send_nothing_twice() throws Exception {
        try (var desk = Helpdesk.start(Helpdesk.config()
                .withRudeness(Rudeness.of("twice, reorder, late"))
                .withVisibility(Duration.ofSeconds(10)))) {
            new MainJob(desk, "Tout arrive deux fois").play();

            // SES's own events repeat as well: a mail that comes back marks its address once.
            desk.mail(
                    "bounce+eve@acme.example",
                    Mail.from("bounce+eve@acme.example", "Adresse morte")
                            .id("dead.1@acme.example")
                            .raw());
            desk.settle();
            var dead = desk.ticket("Adresse morte");
            assertEquals(
                    1, desk.timeline(dead, "unreachable").size(), desk.see(dead).toString());
            assertEquals(1, desk.sent(dead, "bounce+eve@acme.example").size());

            // And one mail, handed over twice by its sender, is one ticket.
            var again = Mail.from("Alice Martin <alice@acme.example>", "Une fois")
                    .id("once.1@acme.example")
                    .raw();
            desk.mail(Helpdesk.ALICE, again);
            desk.mail(Helpdesk.ALICE, again);
            desk.settle();
            assertEquals(1, desk.sent(desk.ticket("Une fois")).size());
            assertEquals(3, desk.tickets().size());
            assertTrue(desk.deadLetters().isEmpty(), desk.deadLetters().toString());
        }
    }
}
