package guichet.core.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.story.MailingDesk.Sent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever sends a secret or a program is told that it is not on the ticket (S2-03), once. */
class WordToTheSenderTest {
    private static final Instant NOON = Instant.parse("2026-03-02T11:00:00Z");
    private static final String SECRET = "ce qui semble être un mot de passe";
    private static final String FILE = "setup.exe (les programmes sont refusés)";

    private final MailingDesk cloud = new MailingDesk("cloud");
    private int written;

    private String mail(String from, String headers) {
        return """
                From: %s
                To: support@cloud.example
                Message-ID: <m%d@client.example>
                %sMIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain; charset=utf-8

                Bonjour, le mot de passe : Tr0ub4dor&3
                --b
                Content-Type: application/octet-stream; name=setup.exe
                Content-Disposition: attachment; filename=setup.exe
                Content-Transfer-Encoding: base64

                TVqQAAMAAAAEAAAA
                --b--
                """.formatted(from, ++written, headers);
    }

    private static void assertSays(Sent mail, String... words) {
        for (var word : words) {
            assertTrue(mail.raw().contains(word), () -> word + " is not in\n" + mail.raw());
        }
    }

    @Test
    void within_the_acknowledgement_of_a_new_ticket() {
        var sent = cloud.take(NOON, mail("alice@acme.example", "Subject: Jira est lent\n"));
        assertEquals(1, sent.size());
        assertSays(sent.getFirst(), "Nous avons bien reçu votre demande", SECRET, FILE);
        assertFalse(sent.getFirst().raw().contains("Tr0ub4dor"));
    }

    @Test
    void in_a_mail_of_its_own_where_a_reply_is_not_acknowledged_and_to_whoever_wrote_it() {
        cloud.take(NOON, mail("alice@acme.example", "Subject: Jira est lent\n"));
        var sent =
                cloud.take(NOON.plusSeconds(60), mail("albert@acme.example", "Subject: Re: [cloud-1] Jira est lent\n"));
        assertEquals(List.of("albert@acme.example"), sent.stream().map(Sent::to).toList());
        assertSays(sent.getFirst(), SECRET, FILE);
        assertFalse(sent.getFirst().raw().contains("bien reçu votre demande"));
        assertEquals(1, cloud.tickets().size());
    }

    @Test
    void in_the_senders_language() {
        var sent = cloud.take(NOON, mail("gina@globex.example", "Subject: Jira is slow\n"));
        assertSays(sent.getFirst(), "what looks like a password", "setup.exe (programs are refused)");
    }

    @Test
    void what_was_not_read_of_a_mail_is_said_to_agents_in_the_desks_language() {
        cloud.take(
                NOON,
                "From: alice@acme.example\nTo: support@cloud.example\nMessage-ID: <parts@client.example>\nSubject: Trop\nMIME-Version: 1.0\n"
                        + "Content-Type: multipart/mixed; boundary=b\n\n"
                        + "--b\nContent-Type: application/pdf\n\nx\n".repeat(2_000) + "--b--\n");
        assertTrue(
                cloud.events(cloud.lastTicket().id())
                        .toString()
                        .contains("Ce mail a trop de parties\u202f; celles qui n’ont pas été lues"),
                () -> cloud.events(cloud.lastTicket().id()).toString());
    }

    @Test
    void an_agent_who_writes_by_mail_hears_of_it_too() {
        cloud.take(NOON, mail("alice@acme.example", "Subject: Jira est lent\n"));
        cloud.toStaff.clear();
        cloud.take(NOON.plusSeconds(60), mail("nadia@cloud.example", "Subject: Re: [cloud-1] Jira est lent\n"));
        assertSays(cloud.toStaff.getFirst(), SECRET, FILE);
    }

    @Test
    void agents_read_it_on_the_ticket_for_a_new_one_and_for_a_reply() {
        cloud.take(NOON, mail("alice@acme.example", "Subject: Jira est lent\n"));
        cloud.take(NOON.plusSeconds(60), mail("alice@acme.example", "Subject: Re: [cloud-1] Jira est lent\n"));
        var note = "Un secret a été masqué dans ce message.\nNon conservé\u00a0: " + FILE;
        assertEquals(List.of(note, note), cloud.notes(cloud.lastTicket().id()));
    }

    @Test
    void never_in_answer_to_automatic_mail() {
        assertEquals(
                List.of(),
                cloud.take(NOON, mail("alice@acme.example", "Subject: Absence\nAuto-Submitted: auto-replied\n")));
        assertEquals(1, cloud.notes(cloud.lastTicket().id()).size());
    }

    @Test
    void never_where_dmarc_fails() {
        assertEquals(
                List.of(),
                cloud.take(NOON, cloud.address(), mail("alice@acme.example", "Subject: Jira est lent\n"), "fail"));
    }

    @Test
    void never_twice_for_one_mail() {
        var mail = mail("alice@acme.example", "Subject: Jira est lent\n");
        cloud.take(NOON, mail);
        assertEquals(List.of(), cloud.take(NOON.plusSeconds(60), mail));
        assertEquals(1, cloud.sent.size());
    }

    @Test
    void each_desk_that_masks_says_so() {
        for (var id : List.of("cloud", "logeas", "conseil")) {
            var desk = new MailingDesk(id);
            assertSays(
                    desk.take(NOON, mail("somebody@acme.example", "Subject: x\n"))
                            .getFirst(),
                    SECRET,
                    FILE);
        }
    }
}
