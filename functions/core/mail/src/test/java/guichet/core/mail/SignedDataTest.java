package guichet.core.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import guichet.core.secrets.SecretMasker;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mail whose only part is an opaque signature around what it says. */
class SignedDataTest {
    private static final String TEXT =
            "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\nLe serveur est arrêté.\r\n";
    private static final String TWO_PARTS =
            "Content-Type: multipart/mixed; boundary=i1\r\n\r\n--i1\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nVoici le mot de passe : Tr0ub4dor\r\n"
                    + "--i1\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=notes.txt\r\n\r\npassword: hunter2\r\n--i1--\r\n";
    private static final byte[] SIGNED_DATA = HexFormat.of().parseHex("06092a864886f70d010702");
    private static final byte[] DATA = HexFormat.of().parseHex("06092a864886f70d010701");
    private static final byte[] VERSION_AND_ALGORITHMS =
            HexFormat.of().parseHex("020101310d300b0609608648016503040201");
    private static final byte[] REST = HexFormat.of().parseHex("3100");

    private static byte[] join(byte[]... pieces) {
        var all = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }

    static byte[] definite(int tag, byte[]... pieces) {
        byte[] content = join(pieces);
        return join(
                new byte[] {
                    (byte) tag,
                    (byte) 0x83,
                    (byte) (content.length >> 16),
                    (byte) (content.length >> 8),
                    (byte) content.length
                },
                content);
    }

    private static byte[] indefinite(int tag, byte[]... pieces) {
        return join(new byte[] {(byte) tag, (byte) 0x80}, join(pieces), new byte[2]);
    }

    private static byte[] octets(String content) {
        return definite(0x04, content.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] signed(byte[] octets) {
        return definite(
                0x30,
                SIGNED_DATA,
                definite(
                        0xA0,
                        definite(0x30, VERSION_AND_ALGORITHMS, definite(0x30, DATA, definite(0xA0, octets)), REST)));
    }

    private static byte[] streamed(byte[] octets) {
        return indefinite(
                0x30,
                SIGNED_DATA,
                indefinite(
                        0xA0,
                        indefinite(
                                0x30, VERSION_AND_ALGORITHMS, indefinite(0x30, DATA, indefinite(0xA0, octets)), REST)));
    }

    private static byte[] mail(String headers, byte[] container) {
        return Mails.bytes(Mails.FROM + "Subject: x\nMIME-Version: 1.0\n" + headers
                + "Content-Transfer-Encoding: base64\n\n" + Mails.base64(container) + "\n");
    }

    private static byte[] mail(byte[] container) {
        return mail(
                "Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\nContent-Disposition: attachment; filename=smime.p7m\n",
                container);
    }

    private static List<String> names(IncomingMail mail) {
        return mail.attachments().stream().map(MailAttachment::name).toList();
    }

    private static void says(String text, byte[] container) {
        IncomingMail mail = MailReader.read(mail(container));
        assertEquals(text, mail.text());
        assertEquals(List.of("smime.p7m"), names(mail));
    }

    @Test
    void what_was_signed_is_the_text_and_the_container_a_file() {
        says("Le serveur est arrêté.", signed(octets(TEXT)));
    }

    @Test
    void it_may_be_written_in_pieces_whose_end_is_not_announced() {
        byte[] first = octets(TEXT.substring(0, 50));
        byte[] second = octets(TEXT.substring(50));
        says("Le serveur est arrêté.", streamed(indefinite(0x24, first, second)));
        says("Le serveur est arrêté.", streamed(definite(0x24, first, indefinite(0x24, second))));
        says("Le serveur est arrêté.", signed(indefinite(0x24, definite(0x24, first), second)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: application/x-pkcs7-mime\n",
                "Content-Type: application/octet-stream; name=smime.p7m\n"
            })
    void it_is_known_by_its_older_type_or_its_name(String headers) {
        assertEquals(
                "Le serveur est arrêté.",
                MailReader.read(mail(headers, signed(octets(TEXT)))).text());
    }

    @Test
    void a_signature_around_a_signature_is_opened_and_no_more_of_them() {
        byte[] once = signed(octets(TEXT));
        byte[] twice = signed(definite(0x04, mail(once)));
        assertEquals("Le serveur est arrêté.", MailReader.read(mail(twice)).text());
        assertEquals(
                MailReader.NO_TEXT,
                MailReader.read(mail(signed(definite(0x04, mail(twice))))).text());
    }

    @Test
    void other_documents_stay_files() {
        says(MailReader.NO_TEXT, signed(octets("%PDF-1.7 signed")));
        says(MailReader.NO_TEXT, signed(octets("Note: no part\r\n\r\nx")));
        says(MailReader.NO_TEXT, signed(new byte[0]));
        says(
                MailReader.NO_TEXT,
                definite(0x30, HexFormat.of().parseHex("06092a864886f70d010703"), definite(0xA0, octets(TEXT))));
    }

    @Test
    void who_signed_is_not_authenticated_for_it() {
        assertFalse(MailReader.read(mail(signed(octets("From: boss@acme.example\r\n" + TEXT))))
                .authentication()
                .authenticated());
        assertEquals(
                "alice@acme.example",
                MailReader.read(mail(signed(octets("From: boss@acme.example\r\n" + TEXT))))
                        .from()
                        .address());
    }

    @Test
    void broken_containers_are_read_as_far_as_they_go() {
        var random = new Random(7);
        for (byte[] whole : List.of(signed(octets(TEXT)), streamed(indefinite(0x24, octets(TEXT), octets(TEXT))))) {
            for (int end = 0; end < whole.length; end++) {
                Readable.check(mail(Arrays.copyOf(whole, end)));
            }
            for (int i = 0; i < 300; i++) {
                byte[] broken = whole.clone();
                broken[random.nextInt(80)] = (byte) random.nextInt(256);
                Readable.check(mail(broken));
            }
        }
        byte[] deep = new byte[100_000];
        for (int i = 0; i + 1 < deep.length; i += 2) {
            deep[i] = 0x24;
        }
        for (int i = 1; i < deep.length; i += 2) {
            deep[i] = (byte) 0x80;
        }
        Readable.check(mail(streamed(deep)));
        Readable.check(
                mail(join(new byte[] {0x30, (byte) 0x80}, SIGNED_DATA, new byte[] {(byte) 0xA0, (byte) 0x80}, deep)));
    }

    @Test
    void secrets_within_are_masked_and_the_container_goes() {
        byte[] raw = mail(signed(octets(TWO_PARTS)));
        IncomingMail mail = MailReader.read(raw);
        assertEquals("Voici le mot de passe : " + SecretMasker.MASK, mail.text());
        assertEquals(List.of("notes.txt"), names(mail));
        assertEquals(
                "password: " + SecretMasker.MASK,
                new String(mail.attachments().getFirst().content(), StandardCharsets.UTF_8).strip());
    }

    @Test
    void a_kept_mail_has_what_was_signed_in_place_of_the_container() {
        byte[] raw = mail(signed(octets(TWO_PARTS)));
        IncomingMail kept = MailReader.read(MaskedMail.of(raw), new ReadOptions(false, java.util.Set.of()));
        assertEquals(MailReader.read(raw).text(), kept.text());
        assertEquals(List.of("notes.txt"), names(kept));
        assertFalse(new String(kept.attachments().getFirst().content(), StandardCharsets.UTF_8).contains("hunter2"));
        assertFalse(new String(MaskedMail.of(raw), StandardCharsets.UTF_8).contains("pkcs7"));
    }

    @Test
    void a_container_without_secrets_is_kept() {
        byte[] raw = mail(signed(octets(TEXT)));
        assertSame(raw, MaskedMail.of(raw));
    }
}
