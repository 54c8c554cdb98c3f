package guichet.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import guichet.core.mail.MailReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whom a mail was for, where nobody says it but the mail. */
class EnvelopeRecipientsTest {
    private static List<String> of(String raw) {
        var bytes = raw.getBytes(StandardCharsets.UTF_8);
        return EnvelopeRecipients.fromHeaders(MailReader.read(bytes), bytes);
    }

    @Test
    void the_topmost_received_header_leads_then_to_and_cc() {
        assertEquals(
                List.of("aide@petit.example", "team@petit.example", "boss@petit.example"),
                of(
                        "Received: from a by inbound-smtp.amazonaws.com\r\n\tfor <aide@petit.example>; Mon\r\n"
                                + "Received: from b by c for other@petit.example\r\n"
                                + "From: alice@acme.example\r\nTo: team@petit.example\r\nCc: boss@petit.example\r\n\r\nBonjour"));
    }

    @Test
    void what_stands_below_the_topmost_came_with_the_mail() {
        assertEquals(
                List.of("team@petit.example"),
                of(
                        "Received: from a by b\r\nReceived: from c by d\r\n\tfor other@petit.example\r\nTo: team@petit.example"
                                + "\r\n\r\nBonjour"));
        assertEquals(
                List.of("team@petit.example"),
                of("To: team@petit.example\r\n\r\nReceived: from c by d for other@petit.example"));
    }

    @Test
    void a_received_header_that_names_nobody_adds_nobody() {
        assertEquals(
                List.of("team@petit.example"),
                of("Received: from a by b\r\nTo: team@petit.example\r\n\r\nfor x@y.example"));
    }
}
