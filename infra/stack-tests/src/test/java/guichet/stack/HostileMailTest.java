package guichet.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("stack")
@ExtendWith(SharedHelpdesk.class)
class HostileMailTest {
    private static final int PARTS = 500;
    private static final int TEN_MB = 10 * 1024 * 1024;

    private final Helpdesk desk;

    HostileMailTest(Helpdesk desk) {
        this.desk = desk;
    }

    @Test
    void every_hostile_mail_ends_in_one_ticket_with_its_raw_mail_at_hand_and_harms_no_other() throws Exception {
        var before = desk.messages("InboundQueueDead");
        var hostile = new LinkedHashMap<String, byte[]>();
        hostile.put("no From", mail("no From").without("From").raw());
        hostile.put("no Date", mail("no Date").without("Date").raw());
        hostile.put("no header at all", "\r\nsomebody help\r\n".getBytes(StandardCharsets.US_ASCII));
        hostile.put("empty", new byte[0]);
        hostile.put(
                "wrong charset",
                bytes(
                        "Content-Type: text/plain; charset=utf-8\r\nFrom: alice@acme.example\r\nSubject: wrong charset\r\n\r\n",
                        new byte[] {(byte) 0xe9, (byte) 0xff, (byte) 0xc3, 0x28, 'x'}));
        hostile.put(
                "unknown charset",
                mail("unknown charset")
                        .with("Content-Type", "text/plain; charset=klingon-8")
                        .raw());
        hostile.put("500 nested parts", nested());
        hostile.put("10 MB", large());
        hostile.put("unparsable", unparsable());
        hostile.put(
                "one endless line",
                bytes(
                        "From: alice@acme.example\r\nSubject: one endless line\r\n\r\n",
                        "x".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII)));
        hostile.put("a null sender's bounce", bounce());

        var ids = new HashMap<String, String>();
        var good = new HashMap<String, String>();
        for (var one : hostile.entrySet()) {
            ids.put(one.getKey(), desk.mail(one.getKey().contains("bounce") ? "" : Helpdesk.ALICE, one.getValue()));
            var subject = "voisin de " + one.getKey();
            good.put(subject, desk.mail(Helpdesk.ALICE, mail(subject).raw()));
        }
        desk.settle();

        var ticketsOf = new TicketsOfMails(desk.commits());
        var dead = desk.messages("InboundQueueDead") - before;
        assertEquals(
                ids.values().stream().filter(id -> ticketsOf.of(id).isEmpty()).count(),
                dead,
                "what is in no ticket is a dead letter");
        ids.forEach((what, id) -> {
            System.out.println("hostile: " + what + " → " + ticketsOf.of(id));
            if (ticketsOf.of(id).isEmpty()) {
                assertTrue(desk.isInInbox(id), what + ": the raw mail is gone");
            } else {
                assertEquals(1, ticketsOf.of(id).size(), what);
                assertTrue(desk.isKept(id), what + ": the raw mail is not kept");
            }
        });
        good.forEach((subject, id) -> {
            assertEquals(1, ticketsOf.of(id).size(), subject);
            assertEquals(
                    1, desk.sent(ticketsOf.of(id).getFirst(), Helpdesk.ALICE).size(), subject + " is acknowledged");
        });
    }

    @Test
    void a_header_is_never_injected_through_a_subject_or_a_name() throws Exception {
        var subject = encoded("Injection\r\nBcc: victim@evil.example\r\n\r\nbody");
        var id = desk.mail(
                Helpdesk.ALICE,
                Mail.from(encoded("Alice\r\nCc: victim@evil.example") + " <alice@acme.example>", subject)
                        .id("inject.1@acme.example")
                        .raw());
        desk.settle();
        var ticket = new TicketsOfMails(desk.commits()).of(id).getFirst();
        desk.as(Helpdesk.NADIA).post("/api/tickets/" + ticket + "/messages", Map.of("text", "Bien reçu."));
        desk.settle();
        var byApi = desk.as(Helpdesk.ALICE)
                .post(
                        "/api/desks/cloud/tickets",
                        Map.of(
                                "type",
                                "support",
                                "subject",
                                "Par l'API\r\nBcc: victim@evil.example",
                                "description",
                                "x"));
        if (byApi.status() == 201) {
            desk.as(Helpdesk.NADIA)
                    .post(
                            "/api/tickets/" + byApi.json().path("id").asText() + "/messages",
                            Map.of("text", "Bien reçu."));
            desk.settle();
        } else {
            assertEquals(400, byApi.status() / 100 * 100, byApi.text());
        }

        assertEquals(2, desk.sent(ticket).size());
        for (var mail : desk.stack.outbox()) {
            assertFalse(
                    mail.sent().to().toString().contains("evil"),
                    mail.sent().to().toString());
            var head = mail.raw().substring(0, mail.raw().indexOf("\r\n\r\n"));
            assertTrue(
                    head.lines()
                            .noneMatch(line -> line.regionMatches(true, 0, "Bcc:", 0, 4)
                                    || line.regionMatches(true, 0, "Cc:", 0, 3)),
                    head);
            assertTrue(head.contains("Content-Type: multipart/alternative"), "the head is whole: " + head);
        }
    }

    @Test
    void html_in_bodies_subjects_and_names_is_cleaned_where_it_is_shown_and_escaped_where_it_is_sent()
            throws Exception {
        var evil =
                "<script>alert(1)</script><img src=x onerror=alert(2)><a href=\"javascript:alert(3)\">lien</a><p>Bonjour</p>";
        var id = desk.mail(
                Helpdesk.ALICE,
                Mail.from("\"<b onclick=x>Alice\" <alice@acme.example>", "<script>alert(4)</script> en panne")
                        .id("html.1@acme.example")
                        .with("Content-Type", "text/html; charset=utf-8")
                        .says(evil)
                        .raw());
        desk.settle();
        var ticket = new TicketsOfMails(desk.commits()).of(id).getFirst();
        var text = String.join("\n", desk.timeline(ticket, "message"));
        assertTrue(text.contains("Bonjour"), text);
        assertFalse(text.contains("alert(1)") || text.contains("onerror") || text.contains("javascript:"), text);

        desk.as(Helpdesk.NADIA)
                .post(
                        "/api/tickets/" + ticket + "/messages",
                        Map.of("text", "Voyez <img src=x onerror=alert(5)> & répondez"));
        desk.settle();

        for (var mail : desk.sent(ticket)) {
            assertFalse(
                    mail.html().contains("<script")
                            || mail.html().contains("<img")
                            || mail.html().contains("<b onclick")
                            || mail.html().contains("javascript:"),
                    mail.html());
        }
        assertTrue(
                desk.sent(ticket).getLast().html().contains("&lt;img"),
                desk.sent(ticket).getLast().html());
    }

    private static Mail mail(String subject) {
        return Mail.from("Alice Martin <alice@acme.example>", subject)
                .id(Integer.toHexString(subject.hashCode()) + ".hostile@acme.example");
    }

    private static String encoded(String text) {
        return "=?utf-8?B?" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "?=";
    }

    private static byte[] nested() {
        var raw = new StringBuilder("From: alice@acme.example\r\nSubject: 500 nested parts\r\nMIME-Version: 1.0\r\n");
        for (var i = 0; i < PARTS; i++) {
            raw.append("Content-Type: multipart/mixed; boundary=\"b")
                    .append(i)
                    .append("\"\r\n\r\n--b")
                    .append(i)
                    .append("\r\n");
        }
        raw.append("Content-Type: text/plain\r\n\r\nau fond\r\n");
        for (var i = PARTS - 1; i >= 0; i--) {
            raw.append("--b").append(i).append("--\r\n");
        }
        return raw.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] large() {
        var file = new byte[TEN_MB * 3 / 4];
        new Random(7).nextBytes(file);
        return bytes(
                "From: alice@acme.example\r\nSubject: 10 MB\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
                        + "Content-Type: text/plain\r\n\r\nvoir la pièce jointe\r\n--b\r\nContent-Type: application/zip; name=a.zip\r\n"
                        + "Content-Disposition: attachment; filename=a.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n",
                Base64.getMimeEncoder().encode(file),
                "\r\n--b--\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] unparsable() {
        var noise = new byte[20_000];
        new Random(8).nextBytes(noise);
        return noise;
    }

    private static byte[] bounce() {
        return ("From: Mail Delivery Subsystem <mailer-daemon@mx.example>\r\nTo: support@cloud.example\r\nSubject: Undelivered mail\r\nMIME-Version: 1.0\r\n"
                        + "Message-ID: <dsn.1@mx.example>\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n\r\nIt did not work.\r\n--b\r\n"
                        + "Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; nobody@mx.example\r\n"
                        + "Action: failed\r\nStatus: 5.1.1\r\n\r\n--b--\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(String head, byte[]... more) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        for (var bytes : more) {
            out.writeBytes(bytes);
        }
        return out.toByteArray();
    }
}
