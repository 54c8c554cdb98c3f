package guichet.core.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.mail.Bounce.Failure;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which reports say that an address is not to be written to any more, and which one. */
class DeliveryReportTest {
    private static final String REPORT = """
            Return-Path: <>
            From: MAILER-DAEMON@mx.example
            Subject: Delivery Status Notification
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary=r

            --r
            Content-Type: message/delivery-status

            Final-Recipient: rfc822; bob@globex.example
            Action: %s
            %s
            --r--
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "failed|Status: 5.1.1|false",
                "failed|X-Nothing: said|false",
                "failed|Status: 4.2.2|false",
                "Failed (hard)|Status: 5.0.0|false",
                "delayed|X-Nothing: said|true",
                "delayed|Status: 4.4.1|true",
                "''|Status: 4.4.1|true",
            })
    void whoever_is_still_tried_has_not_failed_whatever_the_status(String action, String status, boolean delayed) {
        var bounce = Mails.read(REPORT.formatted(action, status)).bounce();
        assertEquals(
                List.of(delayed),
                bounce.orElseThrow().failures().stream().map(Failure::delayed).toList());
    }

    @ParameterizedTest
    @CsvSource({"delivered", "relayed", "expanded"})
    void a_report_of_success_is_no_failure_whatever_its_subject_says_but_a_machines(String action) {
        var mail = Mails.read(REPORT.formatted(action, "Status: 2.0.0").replace("Return-Path: <>\n", ""));
        assertEquals(Optional.empty(), mail.bounce());
        assertEquals(MailKind.AUTOMATIC, mail.kind());
    }

    private static final String SEVERAL = """
            Return-Path: <>
            From: MAILER-DAEMON@mx.example
            Subject: Undelivered mail
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary=r

            --r
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example
            Arrival-Date: Mon, 2 Mar 2026 10:00:00 +0100
            %s
            Final-Recipient: rfc822; alice@acme.example
            Action: delivered
            Status: 2.0.0
            %s
            Original-Recipient: rfc822; Equipe@acme.example
            Final-Recipient: rfc822; bob@acme.example
            Action: failed
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 no such user,
             says the directory
            %s
            Final-Recipient: rfc822; carol@acme.example
            Action: failed
            Status: 4.2.2
            %s
            Final-Recipient: rfc822; dave@acme.example
            Action: delayed
            Status: 4.4.1
            --r--
            """;

    /** Whether blank lines part the recipients, as RFC 3464 has it, or nothing does. */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "X-More: of this server"})
    void each_recipient_fails_by_what_the_report_says_of_that_one(String between) {
        var mail = Mails.read(SEVERAL.formatted("", between, between, between));
        assertEquals(
                List.of(
                        new Failure(
                                "bob@acme.example",
                                "equipe@acme.example",
                                false,
                                "5.1.1",
                                "550 no such user, says the directory"),
                        new Failure("carol@acme.example", "carol@acme.example", false, "4.2.2", ""),
                        new Failure("dave@acme.example", "dave@acme.example", true, "4.4.1", "")),
                mail.bounce().orElseThrow().failures());
    }

    @Test
    void what_a_report_says_of_itself_is_of_no_recipient() {
        assertEquals(
                Optional.of(List.of("bob@acme.example", "carol@acme.example", "dave@acme.example")),
                unreached(SEVERAL.formatted("Status: 5.0.0\nAction: failed\n", "", "", "")));
    }

    @Test
    void a_read_receipt_is_a_machines_and_no_failure() {
        var mail = Mails.read("""
                From: Alice <alice@acme.example>
                Subject: Lu : [cloud-1] Jira est lent
                In-Reply-To: <orig@cloud.example>
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=disposition-notification; boundary=r

                --r

                Votre message a été lu.
                --r
                Content-Type: message/disposition-notification

                Final-Recipient: rfc822; alice@acme.example
                Disposition: manual-action/MDN-sent-manually; displayed
                --r--
                """);
        assertEquals(Optional.empty(), mail.bounce());
        assertEquals(MailKind.AUTOMATIC, mail.kind());
        assertTrue(mail.classification().reason().contains("RFC 8098"));
    }

    @Test
    void a_person_who_passes_a_report_on_is_a_person() {
        var mail = Mails.read("""
                From: Alice <alice@acme.example>
                Subject: Je ne comprends pas ce retour
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=r

                --r

                Que faire ?
                --r
                Content-Type: message/rfc822

                From: MAILER-DAEMON@mx.example
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary=s

                --s
                Content-Type: message/delivery-status

                Final-Recipient: rfc822; bob@acme.example
                Action: failed
                --s--
                --r--
                """);
        assertEquals(Optional.empty(), mail.bounce());
        assertEquals(MailKind.NORMAL, mail.kind());
    }

    private static Optional<List<String>> unreached(String mail) {
        return Mails.read(mail).bounce().map(Bounce::recipients);
    }

    @Test
    void in_a_report_of_words_alone_neither_the_robot_nor_the_mail_below_is_who_was_not_reached() {
        assertEquals(Optional.of(List.of("bob@globex.example")), unreached("""
                Return-Path: <>
                From: bounces@mx.example
                Subject: failure notice

                I am bounces@mx.example.
                Write to postmaster@mx.example instead.
                <bob@globex.example>: no such user

                --- Original message follows
                From: support@cloud.example
                To: carol@globex.example
                """));
    }

    @Test
    void a_robot_may_name_them_in_a_header() {
        assertEquals(Optional.of(List.of("bob@globex.example")), unreached("""
                Return-Path: <>
                From: mailer@mx.example
                X-Failed-Recipients: bob@globex.example
                Subject: Warning

                See the header.
                """));
    }

    @Test
    void neither_a_robots_mail_without_such_words_nor_a_persons_with_them_is_a_report() {
        assertEquals(
                Optional.empty(), unreached("From: postmaster@mx.example\nSubject: Maintenance\n\nbob@globex.example"));
        assertEquals(
                Optional.empty(),
                unreached(Mails.FROM + "X-Failed-Recipients: bob@globex.example\nSubject: failure notice\n\nx"));
    }
}
