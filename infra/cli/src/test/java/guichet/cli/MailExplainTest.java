package guichet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code mail --explain} says of a mail, with the desks that we ship. */
class MailExplainTest {
    @TempDir
    private Path folder;

    private String rootBefore;

    @BeforeEach
    void the_desks_that_we_ship() {
        rootBefore = System.setProperty("guichet.root", "../..");
    }

    @AfterEach
    void as_before() {
        if (rootBefore == null) {
            System.clearProperty("guichet.root");
        } else {
            System.setProperty("guichet.root", rootBefore);
        }
    }

    private static String mail(String from, String to, String... headers) {
        return "Authentication-Results: amazonses.com; dmarc=pass header.from=" + from.replaceAll(".*@", "")
                + "\r\nFrom: " + from + "\r\nTo: " + to + "\r\nMessage-ID: <a@x.example>\r\n"
                + String.join(
                        "",
                        List.of(headers).stream().map(header -> header + "\r\n").toList())
                + "Subject: Jira est lent\r\n\r\nBonjour, le mot de passe : Tr0ub4dor&3\r\n";
    }

    private JsonNode explain(String mail, String... options) throws IOException {
        var file = Files.writeString(folder.resolve("some.eml"), mail);
        var arguments = new ArrayList<>(List.of("mail", "--explain", file.toString()));
        arguments.addAll(List.of(options));
        var out = new StringWriter();
        var command = Main.commandLine().setOut(new PrintWriter(out, true));
        assertEquals(0, command.execute(arguments.toArray(String[]::new)));
        assertEquals(1, out.toString().lines().count());
        return new ObjectMapper().readTree(out.toString());
    }

    private static JsonNode rule(JsonNode row, String name) {
        for (var rule : row.path("rules")) {
            if (rule.path("rule").asText().equals(name)) {
                return rule;
            }
        }
        throw new AssertionError(name + " is not in " + row);
    }

    private static void said(JsonNode row, String name, boolean fired, String why) {
        assertEquals(fired, rule(row, name).path("fired").asBoolean(), row.toString());
        assertEquals(why, rule(row, name).path("why").asText());
    }

    @Test
    void a_line_says_which_rules_fired_which_did_not_and_what_becomes_of_the_mail() throws Exception {
        var row = explain(mail("alice@acme.example", "support@cloud.example"), "--desk", "cloud");
        assertEquals("cloud", row.path("desk").asText());
        assertEquals("opened", row.path("outcome").asText());
        said(row, "authenticated-sender", true, "DMARC passed for acme.example.");
        said(row, "vouched-sender", false, "not asked after authenticated-sender");
        said(row, "unproven-staff", false, "it does not claim to come from the desk's people");
        said(row, "new-ticket", true, "no ticket that it may join is named");
    }

    @Test
    void what_stands_in_the_table_is_assumed_and_said_to_be() throws Exception {
        var row = explain(mail("neu@press.example", "support@daj.example"), "--desk", "daj");
        assertEquals("held", row.path("outcome").asText());
        said(row, "undecided-sender", true, "nobody has decided on this sender yet");
        assertEquals(
                "[\"the directory holds the sample people of desks/daj\","
                        + "\"nobody has decided on mail of neu@press.example for good\"]",
                rule(row, "undecided-sender").path("assumed").toString());
        assertEquals(
                "[\"no mail a@x.example is known\"]",
                rule(row, "known-mail").path("assumed").toString());
        assertFalse(rule(row, "authenticated-sender").has("assumed"), "the mail itself says so");
    }

    @Test
    void without_a_desk_the_one_that_the_mail_is_addressed_to_takes_it() throws Exception {
        var row = explain(mail("neu@press.example", "team@press.example, Support@daj.example"));
        assertEquals("daj", row.path("desk").asText());
        assertEquals("held", row.path("outcome").asText());
    }

    @Test
    void a_mail_to_no_desk_is_read_all_the_same_and_said_to_be_kept_aside() throws Exception {
        var row = explain(mail("neu@press.example", "team@press.example"));
        assertTrue(row.path("desk").isNull(), row.toString());
        assertEquals("unrouted", row.path("outcome").asText());
        assertEquals(1, row.path("rules").size());
        assertFalse(rule(row, "addressed-to-a-desk").path("fired").asBoolean());
        assertEquals("Jira est lent", row.path("subject").asText());
    }

    @Test
    void the_envelope_decides_where_it_is_given() throws Exception {
        var row = explain(
                mail("alice@acme.example", "team@press.example"),
                "--to",
                "support+7.k1.aaaaaaaaaaaaaaaa@cloud.example");
        assertEquals("cloud", row.path("desk").asText());
        assertEquals(
                "[\"the reply address support+7.k1.aaaaaaaaaaaaaaaa@cloud.example is not signed for alice@acme.example\"]",
                rule(row, "signed-reply-address").path("assumed").toString());
    }

    @Test
    void files_that_the_desk_does_not_take_are_named() throws Exception {
        var row = explain(
                mail("alice@acme.example", "support@cloud.example")
                                .replace(
                                        "Subject:",
                                        "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\nSubject:")
                        + "--b\r\nContent-Type: application/octet-stream; name=setup.exe\r\n\r\nMZ\r\n--b--\r\n",
                "--desk",
                "cloud");
        assertEquals(
                "[{\"name\":\"setup.exe\",\"why\":\"program\"}]",
                row.path("refused").toString());
    }

    @Test
    void what_was_there_before_the_rules_is_there_still() throws Exception {
        var row = explain(mail("alice@acme.example", "support@cloud.example", "List-Id: <support.cloud.example>"));
        var names = new ArrayList<String>();
        row.fieldNames().forEachRemaining(names::add);
        assertEquals(
                List.of(
                        "file",
                        "from",
                        "fromName",
                        "to",
                        "cc",
                        "replyTo",
                        "subject",
                        "date",
                        "messageId",
                        "inReplyTo",
                        "references",
                        "kind",
                        "kindReason",
                        "text",
                        "visible",
                        "quoted",
                        "attachments",
                        "masked",
                        "desk",
                        "outcome",
                        "rules",
                        "refused"),
                names);
        assertEquals("mailing", row.path("kind").asText(), "as whoever knows no desk reads it");
        assertEquals(1, row.path("masked").asInt());
    }

    @Test
    void the_desk_that_is_named_reads_the_mail_by_its_own_addresses() throws Exception {
        var mail = mail("alice@acme.example", "support@cloud.example", "List-Id: <support.cloud.example>");
        assertEquals("normal", explain(mail, "--desk", "cloud").path("kind").asText());
        said(
                explain(mail),
                "automatic-mail",
                false,
                "It came through the list of our own address support@cloud.example.");
    }
}
