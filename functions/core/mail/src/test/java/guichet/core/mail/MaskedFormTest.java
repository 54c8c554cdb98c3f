package guichet.core.mail;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.secrets.SecretMasker;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a masked mail is written, so that it reads as the one that came. */
class MaskedFormTest {
    private static final String TELLING = "Mot de passe : Tr0ub4dor3";
    private static final String MASKED = "Mot de passe : " + SecretMasker.MASK;

    private static byte[] kept(String mail) {
        return MaskedMail.of(Mails.bytes(Mails.FROM + mail));
    }

    private static String written(byte[] kept) {
        return new String(kept, StandardCharsets.UTF_8);
    }

    private static IncomingMail read(byte[] kept) {
        return MailReader.read(kept, new ReadOptions(false, Set.of()));
    }

    @Test
    void two_forms_of_one_text_are_two_forms_of_it_still() {
        var alternatives = "Subject: x\nContent-Type: multipart/alternative; boundary=b\n\n"
                + "--b\nContent-Type: text/plain\n\n" + TELLING + "\n"
                + "--b\nContent-Type: text/html\n\n<p>" + TELLING + "</p>\n--b--\n";
        assertEquals(MASKED, read(kept(alternatives)).text());
        assertEquals("<p>" + MASKED + "</p>", read(kept(alternatives)).html());
    }

    @Test
    void parts_that_are_declared_as_one_text_stay_parts() {
        var mail = "Subject: x\nContent-Type: text/plain; boundary=b\n\n--b\nContent-Type: text/plain\n\n" + TELLING
                + "\n--b\nContent-Type: image/png; name=a.png\n\nPNG\n--b--\n";
        assertEquals(Mails.read(Mails.FROM + mail).text(), read(kept(mail)).text());
    }

    @Test
    void a_dozen_multiparts_one_in_the_other_are_closed_each_by_its_own_line() {
        var body = "Content-Type: text/plain\n\n" + TELLING + "\n";
        for (int i = 0; i < 12; i++) {
            body = "Content-Type: multipart/mixed; boundary=b" + (char) ('a' + i) + "\n\n--b" + (char) ('a' + i) + "\n"
                    + body + "\n--b" + (char) ('a' + i) + "\nContent-Type: text/csv; name=" + i + ".csv\n\n" + i
                    + "\n--b" + (char) ('a' + i) + "--\n";
        }
        var kept = kept("Subject: x\n" + body);
        var declared = Pattern.compile("boundary=\"([^\"]+)\"").matcher(written(kept));
        int count = 0;
        for (; declared.find(); count++) {
            assertTrue(written(kept).contains("\r\n--" + declared.group(1) + "--\r\n"), declared.group(1));
        }
        assertEquals(12, count);
        assertEquals(MASKED, read(kept).text());
        assertEquals(12, read(kept).attachments().size());
    }

    @Test
    void the_last_line_has_an_end() {
        assertTrue(written(kept("Subject: x\n\n" + TELLING)).endsWith("\r\n"));
    }

    @Test
    void a_long_masked_subject_is_written_in_words_that_any_client_reads() {
        var subject = "Accès à la base de recette : mot de passe = Tr0ub4dor3, à changer dès que possible ☺ merci";
        var kept = kept("Subject: " + subject + "\n\nx");
        assertEquals(
                subject.replace("Tr0ub4dor3", SecretMasker.MASK), read(kept).subject());
        var lines = written(kept)
                .lines()
                .dropWhile(line -> !line.startsWith("Subject:"))
                .takeWhile(line -> line.contains("=?utf-8"))
                .toList();
        assertTrue(lines.size() > 5, lines.toString());
        assertTrue(lines.getFirst().matches("Subject: =\\?utf-8\\?B\\?[A-Za-z0-9+/=]+\\?="), lines.getFirst());
        assertTrue(
                lines.stream().skip(1).allMatch(line -> line.matches(" =\\?utf-8\\?B\\?[A-Za-z0-9+/=]{1,63}\\?=")),
                lines.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "From: a@b.example", "Guichet-Masked: 2", "Guichet-Masked: 2 and much more than that"})
    void a_kept_mail_may_be_shorter_than_a_line(String kept) {
        var mail = MailReader.readKept(kept.getBytes(StandardCharsets.UTF_8), ReadOptions.DEFAULT);
        assertEquals(kept.endsWith(": 2") ? 2 : 0, mail.masked());
    }

    @Test
    void lines_that_were_broken_to_be_sent_are_joined_so_that_no_half_of_a_key_is_kept() {
        var mail = "Subject: x\nContent-Type: text/plain; charset=utf-8; format=flowed; delsp=yes\n\n"
                + "Bonjour, voici \nce qu'il faut :\nMot de passe : Tr0ub4dor3cheval \nbatterie7agrafe\n\nMerci";
        var kept = kept(mail);
        assertFalse(MaskedMailTest.everything(kept).contains("batterie7agrafe"));
        assertEquals(Mails.read(Mails.FROM + mail).text(), read(kept).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/rtf\n\n{\\rtf1\\ansi Mot de passe : Tr0ub{\\b 4dor3}\\par}",
                "application/rtf\n\n{\\rtf1\\ansi Mot de passe : Tr0ub\\'34dor3\\par}",
                "application/rtf\n\n{\\rtf1\\ansi\\fromhtml1 {\\*\\htmltag64 <p>}Mot de passe : {\\*\\htmltag84 <b>}Tr0ub4dor3}",
                "application/xhtml+xml\n\n<html><body><p>Mot de passe : <b>Tr0ub4dor3</b></p></body></html>",
                "application/octet-stream\n\nMot de passe : Tr0ub4dor3",
                "text/x-log\n\nMot de passe : Tr0ub4dor3",
                "text/calendar; method=REQUEST\n\n"
                        + "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Mot de passe : Tr0ub\n 4dor3\nEND:VEVENT\nEND:VCALENDAR",
                "application/ics\n\n"
                        + "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Mot de passe : Tr0ub\n 4dor3\nEND:VEVENT\nEND:VCALENDAR",
            })
    void a_form_of_text_that_few_clients_write_is_kept_without_its_secret(String form) {
        var mail = "Subject: x\nContent-Type: " + form + "\n";
        var read = Mails.read(Mails.FROM + mail);
        assertEquals(1, read.masked());
        var shown = read.text()
                + read.html()
                + read.attachments().stream()
                        .map(file -> new String(file.content(), StandardCharsets.UTF_8))
                        .toList();
        assertFalse(shown.contains("4dor3"), shown);
        var kept = MaskedMailTest.everything(kept(mail));
        assertFalse(kept.contains("4dor3"), kept);
        assertTrue(read.text().contains(MASKED), read.text());
        assertEquals(read.text(), read(kept(mail)).text());
    }

    @Test
    void rich_text_in_a_mail_without_a_secret_is_kept_as_it_came() {
        var rich = Mails.bytes(Mails.FROM + "Subject: x\nContent-Type: application/rtf\n\n{\\rtf1\\ansi Bonjour\\par}");
        assertSame(rich, MaskedMail.of(rich));
        var outer = "Subject: x\nContent-Type: message/rfc822\n\n"
                + new String(rich, StandardCharsets.UTF_8).replace("\r", "");
        assertArrayEquals(
                rich, Mails.read(Mails.FROM + outer).attachments().getFirst().content());
    }

    @Test
    void a_text_file_keeps_its_lines_though_its_type_says_that_they_flow() {
        var kept = kept("Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n" + TELLING
                + "\n--b\nContent-Type: text/plain; format=flowed; name=a.txt\n"
                + "Content-Disposition: attachment; filename=a.txt\n\nun \ndeux\n--b--\n");
        assertEquals("un \ndeux", new String(read(kept).attachments().getFirst().content(), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n"
                        + "Voil=E0 : mot de passe=A0: Tr0ub=\n4dor3",
                "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
                        + "Vm9pbMOgIDogbW90IGRlIHBhc3NlwqA6IFRyMHViNGRvcjM=",
                "Content-Type: multipart/mixed; boundary=nowhere\n\nVoilà : mot de passe\u00A0: Tr0ub4dor3",
                "Content-Type: multipart/mixed\n\n--x\nContent-Type: text/plain; charset=utf-8\n\n"
                        + "Voilà : mot de passe\u00A0: Tr0ub4dor3\n",
            })
    void however_a_text_is_wrapped_it_is_kept_without_its_secret(String mail) {
        var kept = kept("Subject: x\n" + mail);
        assertFalse(MaskedMailTest.everything(kept).contains("4dor3"), MaskedMailTest.everything(kept));
        assertEquals(
                "Voilà : mot de passe\u00A0: " + SecretMasker.MASK, read(kept).text());
    }
}
