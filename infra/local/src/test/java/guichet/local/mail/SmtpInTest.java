package guichet.local.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.local.aws.Clients;
import guichet.local.aws.EmbeddedAws;
import guichet.local.aws.Http;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.BindException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SmtpInTest {
    EmbeddedAws aws;
    SmtpIn smtp;
    SqsClient sqs;
    String queue;

    @BeforeAll
    void start() throws Exception {
        aws = EmbeddedAws.start(null);
        try (var s3 = Clients.of(S3Client.builder(), aws.s3())) {
            s3.createBucket(b -> b.bucket("inbox"));
        }
        sqs = Clients.of(SqsClient.builder(), aws.sqs());
        queue = sqs.createQueue(q -> q.queueName("inbound")).queueUrl();
        aws.topics().subscribe("arn:inbound", queue, true);
        smtp = SmtpIn.start(0, new Receiver(aws, new ReceiptRules.Receipt("inbox", "inbox/", "arn:inbound")));
    }

    @AfterAll
    void stop() {
        smtp.close();
        sqs.close();
        aws.close();
    }

    @Test
    void what_was_answered_250_lies_in_the_bucket_byte_for_byte_below_what_the_server_adds() throws Exception {
        var mail =
                "From: Alice <alice@acme.example>\r\nSubject: =?bogus\r\n\r\n..a line with a dot\r\n.\r\nd\u00e9j\u00e0 \u0000\r\n";
        var told = send("<alice@acme.example>", mail, "<support@cloud.example>", "<cloud+88.k1.abc@cloud.example>");

        var stored = stored(told);
        assertTrue(stored.endsWith(mail), stored);
        assertTrue(stored.startsWith("Return-Path: <alice@acme.example>\r\nReceived: from client.example"), stored);
        assertTrue(stored.contains("\r\nAuthentication-Results: amazonses.com;\r\n spf=pass"), stored);
        assertTrue(
                stored.contains("\r\n dkim=pass header.i=@acme.example;\r\n dmarc=pass header.from=acme.example;"),
                stored);
        assertEquals(
                List.of("support@cloud.example", "cloud+88.k1.abc@cloud.example"),
                texts(told.path("receipt").path("recipients")));
        assertEquals("alice@acme.example", told.path("mail").path("source").asText());
        assertEquals(
                "PASS", told.path("receipt").path("dmarcVerdict").path("status").asText());
        assertEquals(
                "inbox/" + told.path("mail").path("messageId").asText(),
                told.path("receipt").path("action").path("objectKey").asText());
    }

    @Test
    void a_bounce_has_no_sender() throws Exception {
        var told = send("<>", "From: mailer-daemon@mx.example\r\n\r\nfailed\r\n", "<support@cloud.example>");

        assertEquals("", told.path("mail").path("source").asText());
        assertTrue(stored(told).startsWith("Return-Path: <>\r\n"));
    }

    @Test
    void a_header_sets_the_verdicts_and_does_not_reach_the_helpdesk() throws Exception {
        var told = send(
                "<x@evil.example>",
                "X-Guichet-Verdict: spam=FAIL, dmarc=fail\r\nFrom: boss@acme.example\r\n\r\nhi\r\n",
                "<support@cloud.example>");

        assertEquals(
                "FAIL", told.path("receipt").path("spamVerdict").path("status").asText());
        assertEquals(
                "FAIL", told.path("receipt").path("dmarcVerdict").path("status").asText());
        assertEquals(
                "PASS", told.path("receipt").path("spfVerdict").path("status").asText());
        var stored = stored(told);
        assertFalse(stored.contains("X-Guichet-Verdict"), stored);
        assertTrue(stored.contains("dmarc=fail header.from=acme.example"), stored);
        assertFalse(
                stored.contains("header.i=@acme.example"),
                "a pass that DMARC does not accept is not aligned: " + stored);
    }

    @Test
    void a_mail_that_says_when_it_came_came_then() throws Exception {
        var told = send(
                "<alice@acme.example>",
                "X-Guichet-At: 2026-03-02T10:00:00+01:00\r\nFrom: alice@acme.example\r\n\r\nhi\r\n",
                "<support@cloud.example>");

        assertEquals("2026-03-02T09:00:00Z", told.path("mail").path("timestamp").asText());
        assertEquals(
                "2026-03-02T09:00:00Z", told.path("receipt").path("timestamp").asText());
        var stored = stored(told);
        assertTrue(stored.contains("Mon, 02 Mar 2026 09:00:00 +0000"), stored);
        assertFalse(stored.contains("X-Guichet-At"), stored);
        assertFalse(told.toString().contains("X-Guichet-At"), told.toString());
    }

    @Test
    void a_mail_that_came_at_no_time_is_refused_in_one_line() throws Exception {
        try (var session = new Session()) {
            session.say("MAIL FROM:<a@acme.example>", "250");
            session.say("RCPT TO:<support@cloud.example>", "250");
            session.say("DATA", "354");
            session.say(
                    "X-Guichet-At: to\u00f6morrow\r\n\r\nhi\r\n.",
                    "554 5.6.0 X-Guichet-At is \"to?morrow\"; it must be an ISO 8601 instant with an offset");
            session.say("RSET", "250");
            session.say("MAIL FROM:<a@acme.example>", "250");
        }
    }

    @Test
    void a_mail_without_from_passes_no_check_of_its_author() throws Exception {
        var told = send("<x@a.example>", "Subject: none\r\n\r\nhi\r\n", "<support@cloud.example>");

        assertEquals(
                "GRAY", told.path("receipt").path("dkimVerdict").path("status").asText());
        assertEquals(
                "GRAY", told.path("receipt").path("dmarcVerdict").path("status").asText());
    }

    @Test
    void a_mail_above_forty_megabytes_is_refused_and_the_session_goes_on() throws Exception {
        try (var session = new Session()) {
            session.say("MAIL FROM:<a@acme.example>", "250");
            session.say("RCPT TO:<support@cloud.example>", "250");
            session.say("DATA", "354");
            var line = ("x".repeat(998) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            for (var i = 0; i < 41 * 1024 * 1024 / line.length; i++) {
                session.out.write(line);
            }
            session.say("\r\n.", "552");
            session.say("RSET", "250");
            session.say("MAIL FROM:<a@acme.example>", "250");
        }
    }

    @Test
    void commands_may_come_in_one_go() throws Exception {
        try (var session = new Session()) {
            session.out.write(
                    "MAIL FROM:<é@acme.example> BODY=8BITMIME SMTPUTF8\r\nRCPT TO:<support@cloud.example>\r\nRCPT TO:<no address>\r\nDATA\r\n"
                            .getBytes(StandardCharsets.UTF_8));
            session.expect("250");
            session.expect("250");
            session.expect("501");
            session.expect("354");
            session.say("From: a@acme.example\r\n\r\nhi\r\n.", "250");
        }
        received();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "MAIL FROM:<a@acme.example> SIZE=, 501",
                "MAIL FROM:<a@acme.example> SIZE=abc, 501",
                "MAIL FROM:<a@acme.example> SIZE=-1, 501",
                "MAIL FROM:<a@acme.example> SIZE=99999999999, 552",
                "MAIL FROM:<a@acme.example> SIZE=99999999999999999999999999, 501",
                "MAIL FROM:<a@acme.example> size=41943041, 552",
                "MAIL FROM:<a@acme.example> BODY=9BIT, 501",
                "MAIL FROM:<a@acme.example> RET=HDRS, 555",
                "MAIL FROM:a@acme.example FOO=BAR, 555",
                "RCPT TO:<support@cloud.example> NOTIFY=NEVER, 555",
                "MAIL FROM, 501",
                "MAIL, 501",
                "BDAT 99999999999, 50",
                "HELO, 501",
                "FOO BAR, 500",
                "X, 500",
            })
    void a_broken_command_is_answered_in_one_line_and_the_session_goes_on(String line, String code) throws Exception {
        try (var session = new Session()) {
            session.say(line, code);
            session.say("NOOP", "250");
            session.say("MAIL FROM:<a@acme.example> SIZE=100 BODY=8BITMIME", "250");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"MAIL FROM:<a\0@acme.example>", "RCPT TO:<support\0@cloud.example>", "NO\0OP", "NOOP \u0007"})
    void a_command_holds_no_control_characters(String line) throws Exception {
        try (var session = new Session()) {
            session.say(line, "50");
            session.say("NOOP", "250");
        }
    }

    /** Longer than what the system holds back for us: the client must not lose the answer for what it still sends. */
    @Test
    void a_line_that_is_too_long_is_answered_before_the_session_ends() throws Exception {
        try (var session = new Session()) {
            session.say("MAIL FROM:<" + "a".repeat(1_000_000) + "@acme.example>", "50");
        }
    }

    @Test
    void a_port_that_is_taken_says_so() {
        assertThrows(BindException.class, () -> SmtpIn.start(smtp.port(), null));
    }

    @Test
    void nothing_is_acknowledged_that_could_not_be_stored() throws Exception {
        try (var broken = SmtpIn.start(
                        0, new Receiver(aws, new ReceiptRules.Receipt("absent", "inbox/", "arn:inbound")));
                var session = new Session(broken.port())) {
            session.say("MAIL FROM:<a@acme.example>", "250");
            session.say("RCPT TO:<support@cloud.example>", "250");
            session.say("DATA", "354");
            session.say("From: a@acme.example\r\n\r\nhi\r\n.", "451");
        }
    }

    /** The notification of a mail, once it was answered 250. */
    private JsonNode send(String from, String mail, String... to) throws IOException {
        try (var session = new Session()) {
            session.say("MAIL FROM:" + from, "250");
            for (var one : to) {
                session.say("RCPT TO:" + one, "250");
            }
            session.say("DATA", "354");
            var stuffed = mail.replace("\r\n.", "\r\n..");
            session.out.write(stuffed.getBytes(StandardCharsets.UTF_8));
            session.say(".", "250");
        }
        return received();
    }

    private JsonNode received() {
        var message = sqs.receiveMessage(r -> r.queueUrl(queue)).messages().getFirst();
        sqs.deleteMessage(d -> d.queueUrl(queue).receiptHandle(message.receiptHandle()));
        return Http.parse(message.body().getBytes(StandardCharsets.UTF_8));
    }

    private String stored(JsonNode told) throws IOException {
        return new String(
                aws.objects()
                        .read(
                                "inbox",
                                told.path("receipt")
                                        .path("action")
                                        .path("objectKey")
                                        .asText()),
                StandardCharsets.UTF_8);
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(t -> texts.add(t.asText()));
        return texts;
    }

    private final class Session implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader in;
        final java.io.OutputStream out;

        Session() throws IOException {
            this(smtp.port());
        }

        Session(int port) throws IOException {
            socket = new Socket("127.0.0.1", port);
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            out = new java.io.BufferedOutputStream(socket.getOutputStream());
            expect("220");
            say("EHLO client.example", "250");
        }

        void say(String line, String code) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
            expect(code);
        }

        void expect(String code) throws IOException {
            out.flush();
            String line;
            do {
                line = in.readLine();
            } while (line != null && line.startsWith(code + "-"));
            assertTrue(line != null && line.startsWith(code), line);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
