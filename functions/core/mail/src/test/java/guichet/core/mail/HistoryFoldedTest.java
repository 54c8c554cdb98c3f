package guichet.core.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By what a mail is known as a reply, whose history is folded; what opens a ticket and what is passed on is whole. */
class HistoryFoldedTest {
    private static final String TEXT =
            "Oui, merci.\n\nLe lun. 2 mars 2026 à 10:00, Anne <aide@petit.example> a écrit :\n> Est-ce mieux ?\n";

    private static IncomingMail mail(String headers) {
        return Mails.withHeaders(headers + "\n", TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Subject: Jira\nIn-Reply-To: <n1@cloud.example>",
                "Subject: Jira\nReferences: <n1@cloud.example>",
                "Subject: RE: Jira",
                "Subject: [cloud-88] Jira",
            })
    void each_sign_of_a_reply_by_itself_folds_what_it_quotes_and_it_stays_at_hand(String headers) {
        var mail = mail(headers);
        assertEquals("Oui, merci.", mail.visible());
        assertTrue(mail.quoted().contains("Est-ce mieux ?"), mail.quoted());
        assertTrue(mail.text().contains("Est-ce mieux ?"), mail.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Subject: Jira",
                "Subject: TR: Jira\nIn-Reply-To: <n1@cloud.example>",
                "Subject: Fwd: [cloud-88] Jira\nReferences: <n1@cloud.example>",
            })
    void without_a_sign_and_in_a_forward_all_is_shown(String headers) {
        var mail = mail(headers);
        assertTrue(mail.visible().contains("Est-ce mieux ?"), mail.visible());
        assertEquals("", mail.quoted());
    }

    @Test
    void the_authors_own_signature_goes_from_what_opens_a_ticket_and_another_persons_within_it_stays() {
        var mail = Mails.withHeaders("Subject: Jira\n", "Bonjour\n-- \nAlice Martin\nAcme\n");
        assertEquals("Bonjour", mail.visible());
        var passedOn = Mails.withHeaders(
                "Subject: TR: Jira\n",
                "Pour vous.\n\nLe lun. 2 mars 2026 à 10:00, Bob <bob@x.example> a écrit :\n> Bonjour\n> -- \n> Bob Durand\n");
        assertTrue(passedOn.visible().contains("Bob Durand"), passedOn.visible());
    }

    @Test
    void parts_within_parts_beyond_what_is_taken_apart_come_as_a_file() {
        var nested = new StringBuilder("Content-Type: text/plain\n\nTout au fond\n");
        for (var depth = 70; depth > 0; depth--) {
            nested.insert(0, "Content-Type: multipart/mixed; boundary=b%1$d\n\n--b%1$d\n".formatted(depth))
                    .append("\n--b%d--\n".formatted(depth));
        }
        var mail = Mails.read(Mails.FROM + "Subject: x\nMIME-Version: 1.0\n" + nested);
        assertFalse(mail.text().contains("Tout au fond"));
        assertEquals(1, mail.attachments().size());
    }
}
