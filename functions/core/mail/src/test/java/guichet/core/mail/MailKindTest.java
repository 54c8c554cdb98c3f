package guichet.core.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailKindTest {

    private static MailKind kind(String headers, String text) {
        return Mails.withHeaders(headers, text).kind();
    }

    @Test
    void a_mail_of_a_person_is_normal() {
        assertEquals(MailKind.NORMAL, kind("Subject: Jira est lent\nReturn-Path: <alice@acme.example>\n", "Bonjour"));
        assertEquals(MailKind.NORMAL, kind("Subject: x\nAuto-Submitted: no\n", "Bonjour"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied",
                "Auto-Submitted: auto-generated; owner-email=\"x@y.example\"",
                "Auto-Submitted: (vacation) auto-replied",
                "Precedence: auto_reply",
                "X-Autoreply: yes",
                "X-Autorespond: away",
                "X-Loop: support@other.example",
                "Return-Path: <>",
                "X-Guichet-Notice: 42",
            })
    void a_header_marks_a_mail_as_automatic_and_is_named_as_the_reason(String header) {
        IncomingMail mail = Mails.withHeaders("Subject: Bonjour\n" + header + "\n", "Bonjour");
        assertEquals(MailKind.AUTOMATIC, mail.kind());
        assertTrue(mail.classification().reason().length() > 10);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Réponse automatique : [cloud-88] Jira est lent|Je suis absente jusqu'au 9 mars.",
                        "Absence du bureau|Je suis absent jusqu'au 9 mars.",
                        "Automatic reply: [cloud-88] Jira|I am out of the office until Monday.",
                        "Out of Office: Jira|I will return on 9 March.",
                "Automatische Antwort: [cloud-88] Jira|Ich bin bis 9. März nicht im Büro.",
                        "Abwesenheitsnotiz|Ich bin im Urlaub.",
                        "Respuesta automática: [cloud-88] Jira|Estoy fuera de la oficina.",
                        "Fuera de la oficina|Estaré de vuelta el lunes, ahora de vacaciones.",
                "[External] Automatic reply: Jira|I am on leave.",
            })
    void an_absence_note_is_known_by_its_subject_and_its_words(String subject, String text) {
        assertEquals(MailKind.AUTOMATIC, kind("Subject: " + subject + "\n", text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Réponse automatique : Jira",
                "Automatic reply: Jira",
                "Automatische Antwort: Jira",
                "Respuesta automática: Jira"
            })
    void an_absence_note_that_answers_us_needs_no_words(String subject) {
        assertEquals(MailKind.AUTOMATIC, kind("Subject: " + subject + "\nIn-Reply-To: <n1@cloud.example>\n", "…"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RE: Absence du bureau|Bonjour, merci de changer mon message d'absence.",
                "RE: Réponse automatique : Jira|Je suis de retour, absente hier.",
                "AW: Abwesenheitsnotiz|Ich bin wieder da.",
                "Message d'absence Outlook|Je ne sais pas comment le régler.",
                "Out of office does not work|How do I set it up?",
                "Question on automatic reply: how to|Please help.",
            })
    void a_person_may_write_about_absence(String subject, String text) {
        assertEquals(MailKind.NORMAL, kind("Subject: " + subject + "\n", text));
        assertEquals(MailKind.NORMAL, kind("Subject: RE: " + subject + "\nIn-Reply-To: <n1@cloud.example>\n", text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "List-Id: Nouvelles <news.acme.example>",
                "List-Unsubscribe: <mailto:u@acme.example>",
                "Precedence: bulk",
                "Precedence: list",
                "List-Post: <mailto:dev@acme.example>",
                "X-Mailman-Version: 3.3"
            })
    void lists_and_newsletters_are_mailings(String header) {
        assertEquals(MailKind.MAILING, kind("Subject: Nouvelles\n" + header + "\n", "Bonjour"));
    }

    @Test
    void the_list_through_which_a_company_forwards_its_own_address_is_no_mailing() {
        byte[] mail = Mails.bytes(Mails.FROM
                + "Subject: Jira\nList-Id: <support.acme.example>\nPrecedence: list\nList-Unsubscribe: <x>\n\nBonjour");
        assertEquals(
                MailKind.NORMAL,
                MailReader.read(mail, new ReadOptions(true, Set.of("support@acme.example")))
                        .kind());
        assertEquals(MailKind.MAILING, MailReader.read(mail).kind());
    }

    private static final String REPORT = """
            Return-Path: <>
            From: MAILER-DAEMON@mx.example (Mail Delivery System)
            To: support@cloud.example
            Subject: Undelivered Mail Returned to Sender
            Auto-Submitted: auto-replied
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="r1"

            --r1
            Content-Type: text/plain

            I'm sorry to have to inform you that your message could not be delivered.
            --r1
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example

            Original-Recipient: rfc822;bob@globex.example
            Final-Recipient: rfc822; bob@globex.example
            Action: ACTION
            Status: STATUS
            Diagnostic-Code: smtp; 550 5.1.1 <bob@globex.example>:
             Recipient address rejected
            --r1
            Content-Type: text/rfc822-headers

            From: support@cloud.example
            Message-ID: <notice-7@cloud.example>
            Subject: [cloud-88] Jira
            --r1--
            """;

    @Test
    void a_delivery_report_tells_whom_it_did_not_reach_and_with_what() {
        IncomingMail mail = Mails.read(REPORT.replace("ACTION", "failed").replace("STATUS", "5.1.1"));
        assertEquals(MailKind.BOUNCE, mail.kind());
        Bounce bounce = mail.bounce().orElseThrow();
        assertEquals(List.of("bob@globex.example"), bounce.recipients());
        assertEquals("notice-7@cloud.example", bounce.originalMessageId());
        var failure = bounce.failures().getFirst();
        assertEquals("5.1.1", failure.status());
        assertFalse(failure.delayed());
        assertTrue(failure.diagnostic().endsWith("Recipient address rejected"));
    }

    @Test
    void a_delay_is_no_failure_yet_and_a_success_is_no_bounce() {
        assertTrue(Mails.read(REPORT.replace("ACTION", "delayed").replace("STATUS", "4.4.1"))
                .bounce()
                .orElseThrow()
                .failures()
                .getFirst()
                .delayed());
        IncomingMail relayed = Mails.read(REPORT.replace("ACTION", "relayed")
                .replace("STATUS", "2.0.0")
                .replace("Undelivered Mail Returned to Sender", "Relayed"));
        assertTrue(relayed.bounce().isEmpty());
        assertEquals(MailKind.AUTOMATIC, relayed.kind());
    }

    @Test
    void a_plain_text_bounce_is_known_by_its_robot_and_its_subject() {
        IncomingMail mail = Mails.read("""
                Return-Path: <>
                From: Mail Delivery Subsystem <mailer-daemon@mx.example>
                Subject: failure notice

                Hi. This is the qmail-send program at mx.example.

                <bob@globex.example>:
                192.0.2.1 does not like recipient.
                Remote host said: 550 5.1.1 No such user

                --- Below this line is a copy of the message.

                Return-Path: <support@cloud.example>
                Message-ID: <notice-7@cloud.example>
                From: support@cloud.example
                """);
        Bounce bounce = mail.bounce().orElseThrow();
        assertEquals(List.of("bob@globex.example"), bounce.recipients());
        assertEquals("notice-7@cloud.example", bounce.originalMessageId());
        assertEquals("5.1.1", bounce.failures().getFirst().status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Échec de la remise : Jira",
                "Non remis : Jira",
                "Unzustellbar: Jira",
                "Delivery Status Notification (Failure)",
                "Mail delivery failed: returning message to sender",
                "No se puede entregar: Jira"
            })
    void bounces_in_several_languages_are_known(String subject) {
        assertEquals(
                MailKind.BOUNCE,
                Mails.read("From: postmaster@globex.example\nReturn-Path: <>\nSubject: " + subject
                                + "\n\nbob@globex.example")
                        .kind());
    }

    @Test
    void a_person_who_writes_about_an_undeliverable_mail_is_no_bounce() {
        assertEquals(
                MailKind.NORMAL, kind("Subject: Undelivered Mail Returned to Sender\n", "J'ai reçu cela, que faire ?"));
    }
}
