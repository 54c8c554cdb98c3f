package guichet.notifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.command.Command;
import guichet.core.command.Decider;
import guichet.core.command.Decision;
import guichet.core.desk.Channel;
import guichet.core.desk.Desk;
import guichet.core.desk.file.DeskFile;
import guichet.core.notice.Notice;
import guichet.core.notice.ReplyAddress;
import guichet.core.signing.SigningKeys;
import guichet.core.ticket.Actor;
import guichet.core.ticket.Body;
import guichet.core.ticket.MailRef;
import guichet.core.ticket.Requester;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketId;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NoticeMailTest {
    private static final SigningKeys KEYS = new SigningKeys("k1", Map.of("k1", new byte[32]));
    private static final TicketId ID = new TicketId("cloud", 88);
    private static final Desk CLOUD = cloud();
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
    private static final Actor ALICE = Actor.customer("alice@acme.example", "Alice Martin", "acme");
    private static final Actor NADIA = Actor.agent("nadia@cloud.example", "Nadia Roux");

    @Test
    void an_acknowledgement_names_the_ticket_in_subject_and_text_and_asks_to_reply() throws Exception {
        var opened = open("Jira est lent : « délai dépassé » ?", "fr");
        var mail = mailTo("alice@acme.example", opened);
        assertEquals("[cloud-88] Jira est lent : « délai dépassé » ?", mail.getSubject());
        assertTrue(text(mail).contains("elle porte le numéro cloud-88"), text(mail));
        assertEquals("auto-replied", mail.getHeader().getField("Auto-Submitted").getBody());
        look("accuse-fr", mail);
    }

    @Test
    void the_reply_address_is_signed_for_its_reader() throws Exception {
        var mail = mailTo("alice@acme.example", open("Jira est lent", "fr"));
        var replyTo = mail.getReplyTo().flatten().getFirst().getAddress();
        assertEquals(Optional.of(ID), ReplyAddress.verify(KEYS, "cloud", replyTo, "alice@acme.example"));
        assertEquals(Optional.empty(), ReplyAddress.verify(KEYS, "cloud", replyTo, "mallory@evil.example"));
    }

    @Test
    void references_name_the_customers_own_mail_and_an_id_of_ours() throws Exception {
        var references = mailTo("alice@acme.example", open("Jira est lent", "fr"))
                .getHeader()
                .getField("References")
                .getBody();
        assertTrue(
                references.contains("<first@acme.example>") && references.contains("<cloud-88.guichet@cloud.example>"),
                references);
    }

    @Test
    void a_transitions_comment_shares_one_mail_with_the_states_notice() throws Exception {
        var opened = open("Jira is slow", "en");
        var waiting = decide(
                Optional.of(opened.ticket()),
                new Command.Transition(
                        NADIA,
                        "attente-client",
                        Optional.of(Body.of("Which version do you run?\n\n<b>Not bold</b> & co")),
                        Map.of()));
        assertEquals(
                1,
                waiting.notices().stream()
                        .filter(notice -> notice.to().address().equals("alice@acme.example"))
                        .count());
        var mail = mailTo("alice@acme.example", waiting);
        assertTrue(
                text(mail).contains("We need more information") && text(mail).contains("Which version do you run?"),
                text(mail));
        assertTrue(text(mail).contains("You wrote:"), text(mail));
        assertTrue(html(mail).contains("&lt;b&gt;Not bold&lt;/b&gt; &amp; co"), html(mail));
        look("attente-client-en", mail);
    }

    @Test
    void columns_and_traces_keep_their_places() throws Exception {
        var opened = open("Jira is slow", "en");
        var trace = "   at Main.run(Main.java:1)\n\n    File     Size\n    a.log      12\n";
        var mail = mailTo(
                "alice@acme.example",
                decide(
                        Optional.of(opened.ticket()),
                        new Command.Transition(NADIA, "attente-client", Optional.of(Body.of(trace)), Map.of())));
        assertTrue(
                text(mail)
                        .contains("\r\n   at Main.run(Main.java:1)\r\n\r\n    File     Size\r\n    a.log      12\r\n"),
                text(mail));
        assertTrue(
                html(mail).contains("white-space:pre-wrap\">    File     Size<br>    a.log      12</p>"), html(mail));
    }

    @Test
    void a_long_path_is_broken_where_the_line_ends() throws Exception {
        var opened = open("Jira is slow", "en");
        var path = "https://files.acme.example/" + "a-very-long-name-".repeat(12) + "C:\\Users\\alice\\"
                + "Documents\\".repeat(14) + "log.txt";
        var mail = mailTo(
                "alice@acme.example",
                decide(
                        Optional.of(opened.ticket()),
                        new Command.Transition(
                                NADIA, "attente-client", Optional.of(Body.of("See " + path)), Map.of())));
        assertTrue(html(mail).contains("overflow-wrap:anywhere;word-break:break-word"), html(mail));
        look("long-path-en", mail);
    }

    @Test
    void an_address_of_the_web_in_the_desks_text_is_a_link_and_no_other_scheme_is() throws Exception {
        var desk = cloud(
                "Votre demande est prise en charge.",
                "\"Suivi sur https://status.cloud.example/?a=1&b=2 (ou mailto:aide@cloud.example), pas javascript:alert(1) ni {subject}.\"");
        var opened = decide(desk, Optional.empty(), opening(ALICE, "<i>ftp://x.example", "fr"));
        var mail = html(parsed(raw(
                desk,
                "alice@acme.example",
                decide(
                        desk,
                        Optional.of(opened.ticket()),
                        new Command.Transition(
                                NADIA, "en-cours", Optional.of(Body.of("Voir https://evil.example")), Map.of())))));
        assertTrue(
                mail.contains(
                        "<a href=\"https://status.cloud.example/?a=1&amp;b=2\">https://status.cloud.example/?a=1&amp;b=2</a>"),
                mail);
        assertTrue(mail.contains("<a href=\"mailto:aide@cloud.example\">mailto:aide@cloud.example</a>)"), mail);
        assertFalse(
                mail.contains("href=\"javascript")
                        || mail.contains("href=\"https://evil")
                        || mail.contains("href=\"ftp")
                        || mail.contains("<i>"),
                mail);
    }

    @Test
    void a_message_of_a_hundred_thousand_blank_lines_is_told() {
        assertEquals(
                List.of("avant", "  après"), MailContent.paragraphs("avant" + "\n \t".repeat(100_000) + "\n  après\n"));
    }

    @Test
    void a_subject_with_a_line_break_injects_no_header() throws Exception {
        var raw = new String(
                raw("alice@acme.example", open("Hello\r\nBcc: everyone@evil.example", "fr")), StandardCharsets.UTF_8);
        assertFalse(raw.lines().anyMatch(line -> line.startsWith("Bcc:")), raw);
    }

    @Test
    void a_name_with_controls_and_quotes_stays_one_name() throws Exception {
        var nasty = Actor.customer(
                "alice@acme.example", "Alice\r\nBcc: x@evil.example, \"Mallory\" <m@evil.example>", "acme");
        var mail = mailTo("alice@acme.example", decide(Optional.empty(), opening(nasty, "Bonjour", "fr")));
        assertEquals(1, mail.getTo().size());
        assertEquals("alice@acme.example", mail.getTo().flatten().getFirst().getAddress());
    }

    @Test
    void no_line_is_longer_than_mail_servers_take() throws Exception {
        var raw = new String(raw("alice@acme.example", open("é".repeat(240), "fr")), StandardCharsets.UTF_8);
        assertTrue(raw.lines().allMatch(line -> line.length() <= 998), raw);
    }

    private static Desk cloud() {
        return cloud("", "");
    }

    /** The desk cloud with some of its file written otherwise. */
    private static Desk cloud(String words, String others) {
        try {
            return DeskFile.read(
                            "desk.yaml",
                            Files.readString(Path.of("../../desks/cloud/desk.yaml"))
                                    .replace(words, others))
                    .orThrow();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Decision.Accepted open(String subject, String language) {
        return decide(Optional.empty(), opening(ALICE, subject, language));
    }

    private static Command.Open opening(Actor by, String subject, String language) {
        return Command.Open.of(
                        by,
                        ID,
                        "support",
                        subject,
                        new Requester(by.person(), by.organization(), Optional.of("24/7"), Optional.of(language)),
                        Channel.MAIL)
                .body(Body.of("Depuis ce matin, chaque page met une minute."))
                .mail(new MailRef("first@acme.example", List.of(), "print", "raw"))
                .build();
    }

    private static Decision.Accepted decide(Optional<Ticket> ticket, Command command) {
        return decide(CLOUD, ticket, command);
    }

    private static Decision.Accepted decide(Desk desk, Optional<Ticket> ticket, Command command) {
        return (Decision.Accepted) Decider.decide(desk, ticket, command, AT);
    }

    private static byte[] raw(String to, Decision.Accepted accepted) {
        return raw(CLOUD, to, accepted);
    }

    private static byte[] raw(Desk desk, String to, Decision.Accepted accepted) {
        Notice notice = accepted.notices().stream()
                .filter(told -> told.to().address().equals(to))
                .findFirst()
                .orElseThrow();
        var content = MailContent.of(
                desk,
                accepted.ticket(),
                accepted.events(),
                notice,
                Optional.of("Acme SAS"),
                Optional.of("https://portal.example"));
        return MailWriter.write(desk, accepted.ticket(), notice, content, KEYS);
    }

    private static Message mailTo(String to, Decision.Accepted accepted) throws IOException {
        return parsed(raw(to, accepted));
    }

    private static Message parsed(byte[] raw) throws IOException {
        var builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.STRICT);
        return builder.parseMessage(new ByteArrayInputStream(raw));
    }

    private static String text(Message mail) throws IOException {
        return part(mail, 0);
    }

    private static String html(Message mail) throws IOException {
        return part(mail, 1);
    }

    private static String part(Message mail, int index) throws IOException {
        var body = (TextBody)
                ((Multipart) mail.getBody()).getBodyParts().get(index).getBody();
        return new String(body.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Leaves the mail where one can look at it in a browser. */
    private static void look(String name, Message mail) throws IOException {
        var folder = Files.createDirectories(Path.of("target/mails"));
        Files.writeString(folder.resolve(name + ".html"), html(mail));
        Files.writeString(folder.resolve(name + ".txt"), text(mail));
    }
}
