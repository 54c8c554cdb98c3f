package guichet.core.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.secrets.SecretMasker;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that come with a mail: what they say, in which letters, and what they are called. */
class MaskedFilesTest {
    private static final String SECRET = "Tr0ub4dor3";
    private static final String TELLING = "Mot de passe : " + SECRET + "\r\n";

    private static byte[] mail(String text, String headers, byte[] file) {
        return Mails.bytes(Mails.FROM + "Subject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
                + "--b\nContent-Type: text/plain; charset=utf-8\n\n" + text + "\n--b\n" + headers
                + "Content-Transfer-Encoding: base64\n\n" + Mails.base64(file) + "\n--b--\n");
    }

    private static byte[] withFile(String type, String name, byte[] file) {
        return mail(
                "Voir le fichier",
                "Content-Type: " + type + "; name=" + name + "\nContent-Disposition: attachment; filename=" + name
                        + "\n",
                file);
    }

    private static MailAttachment only(IncomingMail mail) {
        assertEquals(1, mail.attachments().size());
        return mail.attachments().getFirst();
    }

    private static IncomingMail kept(byte[] raw) {
        return MailReader.read(MaskedMail.of(raw), new ReadOptions(false, Set.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/csv", "text/html", "application/json", "application/x-sh"})
    void what_only_a_file_tells_goes_from_the_ticket_and_from_the_mail_that_is_kept(String type) {
        var raw = withFile(type, "acces.bin", TELLING.getBytes(UTF_8));
        var read = MailReader.read(raw);
        assertEquals(1, read.masked());
        assertFalse(new String(only(read).content(), UTF_8).contains(SECRET));
        var kept = MaskedMailTest.everything(MaskedMail.of(raw));
        assertFalse(kept.contains(SECRET), kept);
        assertEquals("acces.bin", only(kept(raw)).name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<table><tr><td>Mot de passe :</td><td>Tr0ub4dor3</td></tr></table>",
                "<p>Mot de passe : <b>Tr0ub4dor3</b></p>",
                "<p>Mot de passe : Tr0ub&#52;dor3</p>",
                "<p>Mot de passe : Tr0u<b>b4dor3</b></p>",
                "<p>Tr0ub&#52;dor3</p><table><tr><td>Mot de passe :</td><td>Tr0ub4dor3</td></tr></table>",
                "<p>x</p><script>var password = 'Tr0ub4dor3';</script>",
            })
    void a_page_that_comes_as_a_file_shows_no_secret(String page) {
        var raw = withFile("text/html", "acces.html", page.getBytes(UTF_8));
        var file = new String(only(MailReader.read(raw)).content(), UTF_8);
        assertFalse(file.contains("dor3"), file);
        var kept = MaskedMailTest.everything(MaskedMail.of(raw));
        assertFalse(kept.contains("dor3"), kept);
    }

    @Test
    void of_the_page_that_a_mail_is_only_the_words_are_looked_at() {
        var raw = Mails.bytes(Mails.FROM + "Subject: x\nContent-Type: text/html\n\n<p>Bonjour</p>"
                + "<a href=\"https://news.example/?token=4f5e6d7c8b9a\">Lire</a>");
        assertSame(raw, MaskedMail.of(raw));
    }

    @Test
    void a_text_file_in_an_old_charset_is_masked_in_that_charset() {
        var file = "Accès réservé\r\nMot de passe : Tr0ub4dor3\r\nÀ bientôt".getBytes(ISO_8859_1);
        var masked = only(MailReader.read(withFile("text/plain", "acces.txt", file)));
        assertEquals(
                "Accès réservé\r\nMot de passe : " + SecretMasker.MASK + "\r\nÀ bientôt",
                new String(masked.content(), Charset.forName("windows-1252")));
    }

    @Test
    void a_text_file_of_two_bytes_a_letter_as_windows_writes_them_is_masked_in_it() {
        for (Charset wide : List.of(UTF_16LE, UTF_16BE)) {
            var raw = withFile("text/plain", "acces.txt", ("\uFEFF" + TELLING).getBytes(wide));
            var read = MailReader.read(raw);
            assertEquals(1, read.masked());
            assertEquals(
                    "\uFEFF" + TELLING.replace(SECRET, SecretMasker.MASK),
                    new String(only(read).content(), wide));
            var kept = MaskedMailTest.everything(MaskedMail.of(raw));
            assertFalse(kept.contains(SECRET), kept);
        }
    }

    @Test
    void a_text_file_in_winmail_dat_is_looked_into_as_well() {
        var raw = mail(
                "Voir le fichier",
                "Content-Type: application/ms-tnef; name=winmail.dat\n",
                WinmailTest.withFile("acces.txt", TELLING));
        assertEquals(1, MailReader.read(raw).masked());
        assertFalse(new String(only(MailReader.read(raw)).content(), UTF_8).contains(SECRET));
        assertEquals(0, only(kept(raw)).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: application/pdf; name=Tr0ub4dor3.pdf\n",
                "Content-Type: application/pdf; name=\"=?utf-8?B?QWNjw6hzIFRyMHViNGRvcjMucGRm?=\"\n",
                "Content-Type: application/pdf; name*=utf-8''%54r0ub4dor3.pdf\n",
                "Content-Type: application/pdf; name*0=Tr0ub; name*1=4dor3.pdf\n",
                "Content-Type: application/pdf\nContent-Disposition: attachment; filename=Tr0ub4dor3.pdf\n",
                "Content-Type: application/pdf\n"
                        + "Content-Disposition: attachment; filename=\"=?utf-8?Q?Acc=C3=A8s_Tr0ub4dor3.pdf?=\"\n",
                "Content-Type: application/pdf\nContent-Disposition: attachment; filename*=utf-8''%54r0ub4dor3.pdf\n",
                "Content-Type: text/csv; name=Tr0ub4dor3.pdf\n",
                "Content-Type: text/csv; name*=utf-8''%54r0ub4dor3.pdf\nContent-Disposition: attachment\n",
                "Content-Type: message/rfc822; name=\"=?utf-8?B?QWNjw6hzIFRyMHViNGRvcjMucGRm?=\"\n",
            })
    void a_file_that_is_called_by_a_secret_is_kept_as_a_file_of_the_name_that_the_ticket_shows(String headers) {
        var raw = mail(TELLING, headers, "From: a@b.example\r\nSubject: y\r\n\r\nz".getBytes(UTF_8));
        assertTrue(only(MailReader.read(raw)).name().endsWith(SecretMasker.MASK + ".pdf"));
        assertEquals(only(MailReader.read(raw)).name(), only(kept(raw)).name());
        var kept = MaskedMailTest.everything(MaskedMail.of(raw));
        assertFalse(kept.contains(SECRET), kept);
        assertEquals(
                "From: a@b.example\nSubject: y\n\nz", new String(only(kept(raw)).content(), UTF_8).replace("\r", ""));
    }

    @Test
    void a_file_of_another_name_is_kept_with_all_that_its_headers_say() {
        var raw = mail(
                TELLING,
                "Content-Type: application/pdf; name=\"plan d'accès.pdf\"; x-unix-mode=0644\n"
                        + "Content-Disposition: inline; filename*=utf-8''plan%20d%27acc%C3%A8s.pdf; size=3\n",
                "PDF".getBytes(UTF_8));
        var kept = new String(MaskedMail.of(raw), UTF_8);
        assertTrue(kept.contains("\r\nContent-Type: application/pdf; name=\"plan d'accès.pdf\"; x-unix-mode=0644\r\n"));
        assertTrue(kept.contains(
                "\r\nContent-Disposition: inline; filename*=utf-8''plan%20d%27acc%C3%A8s.pdf; size=3\r\n"));
    }

    @Test
    void a_page_that_shows_no_secret_stays_the_same_file() {
        var page = "<html><head><title>Plan</title></head><body onload='x()'><p>Rien</p></body></html>";
        for (String text : List.of(TELLING, "Voir le plan")) {
            var raw = mail(text, "Content-Type: text/html; name=plan.html\n", page.getBytes(UTF_8));
            assertEquals(page, new String(only(MailReader.read(raw)).content(), UTF_8));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Tr0ub4dor3, ••••••",
        "plan.Tr0ub4dor3, plan.••••••",
        ".Tr0ub4dor3, .••••••",
        "Tr0ub4dor3.pdf, ••••••.pdf",
        "Tr0ub4dor3.exe, ••••••.exe",
    })
    void of_a_name_what_is_no_secret_stays(String name, String shown) {
        var raw = mail(TELLING, "Content-Type: application/octet-stream; name=" + name + "\n", "x".getBytes(UTF_8));
        assertEquals(shown, only(MailReader.read(raw)).name());
    }

    @ParameterizedTest
    @CsvSource({"setup1.exe, ••••••.exe", "Tr0ub.4dor3, ••••••"})
    void of_a_secret_that_a_file_is_called_by_nothing_stays_but_that_it_is_a_program(String secret, String shown) {
        var raw = mail(
                "Mot de passe : " + secret,
                "Content-Type: application/octet-stream; name=" + secret + "\n",
                "x".getBytes(UTF_8));
        assertEquals(shown, only(MailReader.read(raw)).name());
        assertEquals(shown, only(kept(raw)).name());
    }

    @Test
    void a_masked_name_is_written_in_letters_that_any_header_takes() {
        var raw = mail(
                TELLING,
                "Content-Type: application/pdf; name=\"été Tr0ub4dor3*.pdf\"\n"
                        + "Content-Disposition: attachment; filename=Tr0ub4dor3.pdf; size=3\n",
                "PDF".getBytes(UTF_8));
        var kept = new String(MaskedMail.of(raw), UTF_8);
        var mask = "%E2%80%A2".repeat(SecretMasker.MASK.length());
        assertTrue(
                kept.contains(
                        "\r\nContent-Type: application/pdf; name*=utf-8''%C3%A9t%C3%A9%20" + mask + "%2A.pdf\r\n"),
                kept);
        assertTrue(
                kept.contains("\r\nContent-Disposition: attachment; filename*=utf-8''" + mask + ".pdf; size=\"3\"\r\n"),
                kept);
    }
}
