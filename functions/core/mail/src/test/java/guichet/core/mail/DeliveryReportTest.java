package guichet.core.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                "failed|Status: 5.1.1|true",
                "failed|X-Nothing: said|true",
                "failed|Status: 4.2.2|false",
                "Failed (hard)|Status: 5.0.0|true",
                "delayed|X-Nothing: said|false",
                "delayed|Status: 4.4.1|false",
            })
    void only_what_failed_and_will_fail_again_is_for_good(String action, String status, boolean permanent) {
        var bounce = Mails.read(REPORT.formatted(action, status)).bounce();
        assertEquals(Optional.of(permanent), bounce.map(Bounce::permanent));
    }

    @ParameterizedTest
    @CsvSource({"delivered", "relayed", "expanded"})
    void a_report_of_success_is_no_failure(String action) {
        assertEquals(
                Optional.empty(),
                Mails.read(REPORT.formatted(action, "Status: 2.0.0")
                                .replace("Delivery Status Notification", "Delivered"))
                        .bounce());
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
