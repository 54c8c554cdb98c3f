package guichet.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.local.mail.MailView;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The README's story: a mail, an answer that asks, silence, reminders, closing, and the customer who comes back. */
final class MainJob {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final List<String> EVERYONE = List.of(
            Helpdesk.ALICE,
            Helpdesk.ALICE,
            Helpdesk.ALICE,
            Helpdesk.ALICE,
            Helpdesk.ALICE,
            Helpdesk.ALICE,
            Helpdesk.KARIM,
            Helpdesk.NADIA);

    private final Helpdesk desk;
    private final String subject;

    MainJob(Helpdesk desk, String subject) {
        this.desk = desk;
        this.subject = subject;
    }

    /** Plays it, and checks it step by step. @return the ticket */
    String play() throws Exception {
        desk.mail(
                Helpdesk.ALICE,
                Mail.from("Alice Martin <alice@acme.example>", subject)
                        .id("first." + subject.hashCode() + "@acme.example")
                        .raw());
        desk.settle();
        var ticket = desk.ticket(subject);
        assertEquals("soumise", state(ticket));
        var acknowledgement = only(desk.sent(ticket), 1);
        assertEquals(List.of(Helpdesk.ALICE), acknowledgement.sent().to());
        assertTrue(acknowledgement.text().contains(ticket), acknowledgement.text());

        var asked = desk.as(Helpdesk.NADIA)
                .post(
                        "/api/tickets/" + ticket + "/transitions",
                        Map.of("to", "attente-client", "comment", "Quelle version ?"));
        assertEquals(200, asked.status(), asked.text());
        desk.settle();
        var question = only(desk.sent(ticket), 2);
        assertTrue(question.text().contains("Quelle version ?"), question.text());

        var waiting = Instant.parse(asked.json().path("updated").asText());
        acts(after(waiting, 3));
        only(desk.sent(ticket), 3);
        acts(after(waiting, 6));
        only(desk.sent(ticket), 4);
        acts(after(waiting, 12));
        assertEquals("fermee", state(ticket));
        only(desk.sent(ticket), 5);
        // A schedule's event that comes again, late.
        assertEquals(0, desk.sweep(after(waiting, 6)));
        assertEquals(0, desk.sweep(after(waiting, 12)));
        var closing = only(desk.sent(ticket), 5);

        desk.stack.mail(
                reply(closing), Helpdesk.ALICE, Mail.address(closing.headers().get("Reply-To")));
        desk.settle();
        assertEquals("en-cours", state(ticket));
        assertEquals(
                1,
                desk.timeline(ticket, "message").stream()
                        .filter(text -> text.contains("Toujours en panne"))
                        .count());
        // The customer hears that work goes on, and the team hears, once.
        assertEquals(
                EVERYONE,
                desk.sent(ticket).stream()
                        .map(mail -> String.join(",", mail.sent().to()))
                        .sorted()
                        .toList());
        return ticket;
    }

    /** A client that strips everything but what every client keeps. */
    private static byte[] reply(MailView to) {
        return Mail.from("Alice Martin <alice@acme.example>", "Re: votre demande")
                .id("reply." + to.sent().id() + "@acme.example")
                .with("In-Reply-To", to.headers().get("Message-ID"))
                .says("Toujours en panne, rouvrez s'il vous plaît.\r\n")
                .raw();
    }

    private static MailView only(List<MailView> mails, int expected) {
        assertEquals(
                expected,
                mails.size(),
                () -> Stream.concat(
                                Stream.of(""),
                                mails.stream().map(mail -> mail.sent().to() + " " + mail.text()))
                        .toList()
                        .toString());
        return mails.getLast();
    }

    /** On other tickets too, where there are any. */
    private void acts(Instant at) throws Exception {
        var acted = desk.sweep(at);
        assertTrue(acted >= 1, "tickets acted on at " + at + ": " + acted);
    }

    private String state(String ticket) {
        return desk.see(ticket).path("state").path("id").asText();
    }

    /** The same local time some days later, and a minute. */
    private static Instant after(Instant start, int days) {
        return start.atZone(PARIS).plusDays(days).plus(Duration.ofMinutes(1)).toInstant();
    }
}
