package guichet.core.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is the only body is read; what stands beside one in another form is no file. */
class OtherFormsTest {
    private static final ReadOptions PARIS = new ReadOptions(true, Set.of(), ZoneId.of("Europe/Paris"), Locale.FRENCH);

    private static IncomingMail read(String mail) {
        return MailReader.read(Mails.bytes(mail), PARIS);
    }

    private static List<String> files(IncomingMail mail) {
        return mail.attachments().stream().map(MailAttachment::name).toList();
    }

    private static String alone(String type, String content) {
        return Mails.FROM + "Subject: Panne\nMIME-Version: 1.0\nContent-Type: " + type + "\n\n" + content + "\n";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/markdown|# Panne du *portail*|# Panne du *portail*",
                "text/x-unknown; charset=utf-8|Panne du portail|Panne du portail",
                "application/octet-stream|Panne du portail depuis 8 h|Panne du portail depuis 8 h",
                "what/ever; name=\"n'importe\"|Panne du portail|Panne du portail",
                "application/json|{\"panne\": true}|{\"panne\": true}",
                "application/xhtml+xml|<html><body><p>Panne du <b>portail</b></p></body></html>|Panne du portail",
                "text/x-html|<p>Panne du portail</p>|Panne du portail",
                "application/rtf|{\\rtf1\\ansi Panne du portail\\par}|Panne du portail",
                "text/rtf|{\\rtf1\\ansi Panne\\par du portail}|'Panne\ndu portail'",
            })
    void the_only_body_is_read_in_whichever_form_it_came(String type, String content, String text) {
        var mail = read(alone(type, content));
        assertEquals(text.replace("\\n", "\n"), mail.visible());
        assertEquals(List.of(), files(mail));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/octet-stream\n\nMZ\u0000\u0001\u0002",
                "application/pdf\n\n%PDF-1.4",
                "application/x-what\n\nPanne",
                "image/png\n\nPNG",
                "text/vcard\n\nBEGIN:VCARD",
                "text/markdown\nContent-Disposition: attachment; filename=lisez-moi.md\n\n# Panne"
            })
    void what_is_no_text_or_was_sent_as_a_file_stays_one(String part) {
        var mail = read(Mails.FROM + "Subject: Panne\nMIME-Version: 1.0\nContent-Type: " + part + "\n");
        assertEquals(MailReader.NO_TEXT, mail.visible());
        assertEquals(1, mail.attachments().size());
    }

    private static String multipart(String kind, String... parts) {
        var mail = new StringBuilder(
                Mails.FROM + "Subject: Panne\nMIME-Version: 1.0\nContent-Type: multipart/" + kind + "; boundary=b\n\n");
        for (var part : parts) {
            mail.append("--b\nContent-Type: ").append(part).append('\n');
        }
        return mail.append("--b--\n").toString();
    }

    @Test
    void a_form_that_was_not_chosen_is_no_file() {
        var mail = read(multipart(
                "alternative",
                "text/plain\n\nAlice a réagi",
                "text/vnd.google.email-reaction+json\n\n{\"emoji\": 1}",
                "text/html\n\n<p>Alice a réagi</p>"));
        assertEquals("Alice a réagi", mail.visible());
        assertEquals(List.of(), files(mail));
    }

    @Test
    void beside_a_body_a_calendar_stays_a_file_and_a_file_stays_a_file() {
        var mail = read(multipart(
                "alternative",
                "text/plain\n\nVenez",
                "text/calendar; method=REQUEST\n\n" + CALENDAR,
                "application/pdf; name=plan.pdf\nContent-Disposition: attachment\n\n%PDF"));
        assertEquals("Venez", mail.visible());
        assertEquals(2, mail.attachments().size(), files(mail).toString());
    }

    @Test
    void of_several_forms_none_of_which_is_usual_the_first_that_says_something_is_read() {
        var mail = read(multipart("alternative", "text/markdown\n\n \n", "application/rtf\n\n{\\rtf1 Panne}"));
        assertEquals("Panne", mail.visible());
    }

    private static final String CALENDAR = """
            BEGIN:VCALENDAR
            METHOD:REQUEST
            BEGIN:VTIMEZONE
            TZID:Europe/Paris
            END:VTIMEZONE
            BEGIN:VEVENT
            UID:1
            SUMMARY:Point sur la migration\\, salle
              B
            DTSTART;TZID=America/New_York:20260302T040000
            DTEND:20260302T100000Z
            LOCATION:Salle B
            ORGANIZER;CN="Martin: Alice":mailto:alice@acme.example
            ATTENDEE;CN=Support;RSVP=TRUE:mailto:support@cloud.example
            ATTENDEE:MAILTO:bob@acme.example
            DESCRIPTION:Ordre du jour :\\n- la base\\n- le reste
            BEGIN:VALARM
            DESCRIPTION:Reminder
            END:VALARM
            END:VEVENT
            END:VCALENDAR
            """;

    @Test
    void an_invitation_is_told_as_what_when_where_and_who_in_the_desks_zone() {
        var mail = read(alone("text/calendar; method=REQUEST; charset=utf-8", CALENDAR));
        assertEquals("""
                Invitation\u00a0: Point sur la migration, salle B
                Quand\u00a0: lundi 2 mars 2026 à 10:00 – lundi 2 mars 2026 à 11:00
                Où\u00a0: Salle B
                De la part de\u00a0: Martin: Alice <alice@acme.example>
                Avec\u00a0: Support <support@cloud.example>, bob@acme.example

                Ordre du jour :
                - la base
                - le reste""", mail.visible().replace('\u202f', ' '));
        assertEquals(1, mail.attachments().size(), "one puts it into a diary");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DTSTART;VALUE=DATE:20260302|Quand : lundi 2 mars 2026",
                "DTSTART:20260302T090000|Quand : lundi 2 mars 2026 à 09:00",
                "DTSTART;TZID=Romance Standard Time:20260302T090000|Quand : lundi 2 mars 2026 à 09:00 (Romance Standard Time)",
                "DTSTART:demain|Quand : demain",
            })
    void a_time_is_told_as_far_as_it_says_one(String start, String when) {
        var mail =
                read(alone("text/calendar", "BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + start + "\nEND:VEVENT\nEND:VCALENDAR"));
        assertTrue(mail.visible().replace('\u00a0', ' ').contains(when), mail.visible());
        assertTrue(mail.visible().contains("sans titre"));
    }

    @ParameterizedTest
    @CsvSource({"CANCEL, Annulation", "REPLY, Réponse à l’invitation", "PUBLISH, Invitation"})
    void what_it_is_for_is_said(String method, String word) {
        var mail = read(alone("text/calendar", CALENDAR.replace("REQUEST", method)));
        assertTrue(mail.visible().startsWith(word + "\u00a0: Point"), mail.visible());
    }

    @Test
    void a_calendar_without_an_event_or_without_an_end_is_a_file() {
        assertEquals(
                MailReader.NO_TEXT,
                read(alone("text/calendar", "BEGIN:VCALENDAR\nEND:VCALENDAR")).visible());
        var endless = "BEGIN:VEVENT\nSUMMARY:x\n" + "ATTENDEE:mailto:a@b.example\n".repeat(20_000);
        assertEquals(MailReader.NO_TEXT, read(alone("text/calendar", endless)).visible());
    }

    @Test
    void a_secret_in_such_a_form_is_masked_in_what_is_kept() {
        for (var type : List.of("text/markdown", "application/xhtml+xml", "text/x-html")) {
            var raw = Mails.bytes(alone(type, "<p>Mot de passe : Tr0ub4dor3</p>"));
            assertFalse(MailReader.read(raw, PARIS).text().contains("Tr0ub4dor3"), type);
            assertFalse(new String(MaskedMail.of(raw), StandardCharsets.UTF_8).contains("Tr0ub4dor3"), type);
        }
    }
}
