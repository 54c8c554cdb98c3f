package guichet.core.mail;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import guichet.core.secrets.SecretMasker;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails within mails, and what was signed within what was signed. */
class MaskedDepthTest {
    private static final String SECRET = "Tr0ub4dor3";
    private static final String TELLING = "From: a@b.example\nSubject: y\n\nMot de passe : " + SECRET;
    private static final ReadOptions AS_KEPT = new ReadOptions(false, Set.of());

    private static byte[] forward(byte[] mail, String text) {
        return Mails.bytes(Mails.FROM + "Subject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
                + "--b\nContent-Type: text/plain; charset=utf-8\n\n" + text
                + "\n--b\nContent-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n" + Mails.base64(mail)
                + "\n--b--\n");
    }

    private static byte[] within(byte[] mail, int times) {
        return times == 0 ? mail : forward(within(mail, times - 1), "Voir ci-joint");
    }

    private static byte[] container(String name, byte[] signed) {
        return Mails.bytes(Mails.FROM + "Subject: x\nContent-Type: application/pkcs7-mime; name=" + name + "\n"
                + "Content-Transfer-Encoding: base64\n\n"
                + Mails.base64(SignedDataTest.signed(SignedDataTest.definite(0x04, signed))) + "\n");
    }

    private static byte[] signed(String text, int times) {
        return times == 0
                ? Mails.bytes("Content-Type: text/plain; charset=utf-8\n\n" + text)
                : container(times == 1 ? SECRET + ".p7m" : "smime.p7m", signed(text, times - 1));
    }

    private static byte[] file(byte[] mail) {
        return MailReader.read(mail, AS_KEPT).attachments().getFirst().content();
    }

    @Test
    void a_secret_that_only_a_mail_five_deep_tells_is_found_and_one_six_deep_is_not() {
        assertFalse(MaskedMailTest.everything(MaskedMail.of(within(Mails.bytes(TELLING), 5)))
                .contains(SECRET));
        var six = within(Mails.bytes(TELLING), 6);
        assertSame(six, MaskedMail.of(six));
    }

    @Test
    void of_a_mail_that_is_masked_what_lies_six_deep_is_kept_as_it_came() {
        var deep = Mails.bytes("From: a@b.example\nSubject: y\n\n" + SECRET);
        for (int depth : new int[] {5, 6}) {
            var kept = MaskedMail.of(forward(within(deep, depth - 1), "Mot de passe : " + SECRET));
            for (int i = 0; i < depth; i++) {
                kept = file(kept);
            }
            assertEquals(
                    depth == 5 ? SecretMasker.MASK : SECRET,
                    MailReader.read(kept, AS_KEPT).text());
        }
    }

    @Test
    void the_ticket_and_the_mail_that_is_kept_look_equally_deep() {
        assertEquals(1, MailReader.read(within(Mails.bytes(TELLING), 5)).masked());
        assertEquals(0, MailReader.read(within(Mails.bytes(TELLING), 6)).masked());
    }

    @Test
    void a_secret_that_only_a_forwarded_mail_tells_goes_from_the_ticket() {
        var raw = new String(forward(Mails.bytes(TELLING), "Avec Tr0ub4dor3 cela marche"), StandardCharsets.UTF_8)
                .replaceFirst("Subject: x", "Subject: Tr0ub4dor3");
        var read = MailReader.read(raw.getBytes(StandardCharsets.UTF_8));
        assertEquals(SecretMasker.MASK, read.subject());
        assertEquals("Avec " + SecretMasker.MASK + " cela marche", read.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Subject: Tr0ub4dor3\n\nx",
                "Subject: y\nX-Note: =?utf-8?B?VHIwdWI0ZG9yMw==?=\n\nx",
                "Subject: y\n\nAvec Tr0ub4dor3",
                "Subject: y\nContent-Type: text/html\n\n<p>Avec Tr0ub4dor3</p>",
                "Subject: y\nContent-Type: application/pdf; name=Tr0ub4dor3.pdf\n\nPDF",
                "Subject: y\nContent-Type: application/pdf\n"
                        + "Content-Disposition: attachment; filename=Tr0ub4dor3.pdf\n\nPDF",
                "Subject: y\nContent-Type: text/csv; name=Tr0ub4dor3.csv\n\n1,2",
                "Subject: y\nContent-Type: application/ms-tnef; name=winmail.dat\n\nTr0ub4dor3",
            })
    void where_a_forwarded_mail_shows_what_the_text_tells_it_is_written_anew(String shows) {
        var forwarded = Mails.bytes("From: a@b.example\n" + shows);
        var raw = forward(forwarded, "Mot de passe : " + SECRET);
        var kept = MaskedMailTest.everything(MaskedMail.of(raw));
        assertFalse(kept.contains(SECRET), kept);
        var file = MaskedMailTest.everything(
                MailReader.read(raw).attachments().getFirst().content());
        assertFalse(file.contains(SECRET), file);
    }

    @Test
    void a_forwarded_mail_that_shows_no_secret_is_kept_byte_for_byte() {
        var forwarded = Mails.bytes("From: a@b.example\nSubject: y\nX-Note: z\nMIME-Version: 1.0\n"
                + "Content-Type: multipart/mixed; boundary=i\n\n--i\nContent-Type: text/html; name=a.html\n\n"
                + "<p>Rien</p>\n--i\nContent-Type: application/pdf; name=\"=?utf-8?Q?acc=C3=A8s.pdf?=\"\n"
                + "Content-Disposition: attachment; filename=\"=?utf-8?Q?acc=C3=A8s.pdf?=\"\n\nPDF\n--i--\n");
        var raw = forward(forwarded, "Mot de passe : " + SECRET);
        assertArrayEquals(forwarded, file(MaskedMail.of(raw)));
        assertArrayEquals(
                forwarded, MailReader.read(raw).attachments().getFirst().content());
    }

    @Test
    void a_kept_mail_that_is_forwarded_again_keeps_its_parts_and_so_does_the_other() {
        var before = MaskedMail.of(forward(Mails.bytes("From: a@b.example\n\nz"), "Mot de passe : hunter2"));
        var kept = MaskedMail.of(forward(before, "Mot de passe : " + SECRET));
        assertEquals(
                "Mot de passe : " + SecretMasker.MASK,
                MailReader.read(kept, AS_KEPT).text());
        assertEquals(1, MailReader.read(kept, AS_KEPT).attachments().size());
        assertEquals(1, MailReader.read(file(kept), AS_KEPT).attachments().size());
        assertEquals("z", MailReader.read(file(file(kept)), AS_KEPT).text());
    }

    @Test
    void a_secret_that_was_signed_five_times_is_found_and_one_signed_six_times_is_not() {
        var kept = MaskedMail.of(signed("Mot de passe : " + SECRET, 5));
        assertFalse(new String(kept, StandardCharsets.UTF_8).contains("pkcs7"));
        var read = MailReader.read(kept, AS_KEPT);
        assertEquals("Mot de passe : " + SecretMasker.MASK, read.text());
        var six = signed("Mot de passe : " + SECRET, 6);
        assertSame(six, MaskedMail.of(six));
    }

    @Test
    void a_file_that_was_signed_may_be_all_that_tells_a_secret() {
        var raw = container(
                "smime.p7m",
                Mails.bytes("Content-Type: text/plain; name=a.txt\n"
                        + "Content-Disposition: attachment; filename=a.txt\n\nMot de passe : " + SECRET));
        var kept = MaskedMail.of(raw);
        assertFalse(MaskedMailTest.everything(kept).contains(SECRET));
        assertEquals(
                List.of("a.txt"),
                MailReader.read(kept, AS_KEPT).attachments().stream()
                        .map(MailAttachment::name)
                        .toList());
    }

    @Test
    void of_what_is_signed_too_often_to_be_looked_into_nothing_is_kept_beside_a_secret() {
        for (int times : new int[] {5, 6}) {
            var raw = new String(signed("Sans secret", times), StandardCharsets.UTF_8)
                    .replaceFirst("Subject: x", "Subject: Mot de passe : " + SECRET)
                    .getBytes(StandardCharsets.UTF_8);
            var kept = MailReader.read(MaskedMail.of(raw), AS_KEPT);
            assertEquals("Mot de passe : " + SecretMasker.MASK, kept.subject());
            assertEquals(times == 5, kept.text().equals("Sans secret"), kept.text());
            assertEquals(
                    times == 5 ? List.of() : List.of(SecretMasker.MASK + ".p7m 0"),
                    kept.attachments().stream()
                            .map(file -> file.name() + " " + file.size())
                            .toList());
        }
    }
}
