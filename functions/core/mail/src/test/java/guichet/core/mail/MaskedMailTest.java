package guichet.core.mail;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.secrets.SecretMasker;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** What is kept of a mail that held secrets. */
class MaskedMailTest {
    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, (byte) 0xff};
    private static final String INNER = """
            From: bob@acme.example
            Subject: acces
            Message-ID: <inner@acme.example>
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: base64

            %s
            """.formatted(base64("Le mot de passe est Tr0ub4dor et voilà."));
    private static final byte[] MAIL = Mails.bytes(
            """
            From: Alice <alice@acme.example>
            To: support@cloud.example
            Subject: =?utf-8?B?%s?=
            Thread-Topic: mdp : Aut0re!9
            Message-ID: <outer@acme.example>
            Authentication-Results: amazonses.com; dmarc=pass
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b1

            --b1
            Content-Type: text/html; charset=iso-8859-1
            Content-Transfer-Encoding: quoted-printable

            <p>Voil=E0, signature Tr0ub4dor</p>
            --b1
            Content-Type: image/png; name=plan.png
            Content-Transfer-Encoding: base64

            %s
            --b1
            Content-Type: message/rfc822; name=ancien.eml
            Content-Transfer-Encoding: base64

            %s
            --b1--
            """.formatted(base64("mdp : Aut0re!9"), Base64.getEncoder().encodeToString(PICTURE), base64(INNER)));

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void no_secret_is_left_in_headers_texts_or_the_mails_within_it() {
        var kept = MaskedMail.of(MAIL);
        assertTrue(
                everything(MAIL).contains("Tr0ub4dor") && everything(MAIL).contains("Aut0re!9"),
                "the test looks where they are");
        assertFalse(everything(kept).contains("Tr0ub4dor"), everything(kept));
        assertFalse(everything(kept).contains("Aut0re!9"), everything(kept));
    }

    @Test
    void everything_else_stays_where_it_was() {
        var before = MailReader.read(MAIL);
        var after = MailReader.read(MaskedMail.of(MAIL));
        assertEquals(before.from(), after.from());
        assertEquals(before.messageId(), after.messageId());
        assertEquals(before.subject(), after.subject());
        assertEquals(before.text().replace("Tr0ub4dor", SecretMasker.MASK), after.text());
        assertEquals(before.authentication(), after.authentication());
        assertEquals(before.classification(), after.classification(), "a person wrote it still");
        assertEquals(
                before.attachments().stream().map(MailAttachment::name).toList(),
                after.attachments().stream().map(MailAttachment::name).toList());
        assertArrayEquals(PICTURE, after.attachments().getFirst().content());
        var inner = MailReader.read(after.attachments().get(1).content());
        assertEquals("inner@acme.example", inner.messageId());
        assertEquals("Le mot de passe est " + SecretMasker.MASK + " et voilà.", inner.text());
    }

    @Test
    void a_mail_that_comes_as_a_file_is_masked_before_it_is_put_away() {
        var file = MailReader.read(MAIL).attachments().get(1);
        assertEquals("message/rfc822", file.type());
        assertFalse(everything(file.content()).contains("Tr0ub4dor"), everything(file.content()));
    }

    @Test
    void a_mail_without_a_secret_is_kept_byte_for_byte() {
        var plain =
                Mails.bytes("From: a@b.example\nSubject: x\nContent-Type: text/html\n\n<p>Rien</p><script>1</script>");
        assertSame(plain, MaskedMail.of(plain));
    }

    @Test
    void a_kept_mail_says_how_many_secrets_were_masked_in_it_and_no_sender_can() {
        var options = new ReadOptions(true, java.util.Set.of());
        assertEquals(2, MailReader.readKept(MaskedMail.of(MAIL), options).masked());
        assertEquals(
                0,
                MailReader.readKept(Mails.bytes("Received: by x\nGuichet-Masked: 7\nFrom: a@b.example\n\nx"), options)
                        .masked());
        assertEquals(0, MailReader.read(MaskedMail.of(MAIL)).masked());
    }

    @Test
    void mails_within_mails_are_masked_five_deep() {
        var nested = "From: a@b.example\nSubject: x\n\npassword: hunter2";
        for (var i = 0; i < 5; i++) {
            nested =
                    "From: a@b.example\nSubject: x\nContent-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n"
                            + base64(nested);
        }
        assertFalse(everything(MaskedMail.of(Mails.bytes(nested))).contains("hunter2"));
    }

    @Test
    void a_private_key_of_many_lines_goes_whole() {
        var key =
                "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA7Zq\nx0Yk3lq9Zk3v9QmXw2\n-----END RSA PRIVATE KEY-----";
        var kept =
                everything(MaskedMail.of(Mails.bytes("From: a@b.example\nSubject: x\n\nVoici :\n" + key + "\nMerci")));
        assertFalse(kept.contains("MIIEpAIBAAKCAQEA7Zq") || kept.contains("x0Yk3lq9Zk3v9QmXw2"), kept);
        assertTrue(kept.contains("Merci"));
    }

    /** With whatever base64 hides, mail within mail. */
    static String everything(byte[] mail) {
        var read = MailReader.read(mail, new ReadOptions(false, java.util.Set.of()));
        var all = new StringBuilder(new String(mail, StandardCharsets.UTF_8))
                .append(read.subject())
                .append(read.text())
                .append(read.html());
        for (var file : read.attachments()) {
            all.append(file.name());
            all.append(
                    file.type().equals("message/rfc822")
                            ? everything(file.content())
                            : new String(file.content(), StandardCharsets.UTF_8));
        }
        return all.toString();
    }
}
