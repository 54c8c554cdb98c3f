package guichet.core.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.mail.mime.Remark;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A winmail.dat whose words are nowhere else, and one that gives nothing away. */
class WinmailTest {

    private static IncomingMail read(String textBefore, byte[] winmail) {
        return MailReader.read(mail(textBefore, winmail));
    }

    private static byte[] mail(String textBefore, byte[] winmail) {
        return mail(textBefore, winmail, "mixed");
    }

    private static byte[] mail(String textBefore, byte[] winmail, String kind) {
        return Mails.bytes(Mails.FROM + "Subject: x\nMIME-Version: 1.0\nContent-Type: multipart/" + kind
                + "; boundary=b1\n\n"
                + (textBefore.isEmpty() ? "" : "--b1\nContent-Type: text/plain; charset=utf-8\n\n" + textBefore + "\n")
                + "--b1\nContent-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\n"
                + Mails.base64(winmail) + "\n--b1--\n");
    }

    private static IncomingMail rich(String rtf) {
        return read("", withRtf(plain(rtf)));
    }

    private static List<String> names(IncomingMail mail) {
        return mail.attachments().stream().map(MailAttachment::name).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{\\rtf1\\ansi Les mots\\par Alice}|Les mots\\nAlice",
                "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}{\\*\\generator x;}\\pard l'\\'e9t\\'e9 \\'80\\par}|l'été €",
                "{\\rtf1\\ansi\\ansicpg1251 \\'cf\\'f0\\'e8\\'e2\\'e5\\'f2}|Привет",
                "{\\rtf1\\ansi\\uc1 \\u26085?\\u26412\\'3f!}|日本!",
                "{\\rtf1\\ansi\\uc0 \\u-10179 \\u-8704 x}|😀x",
                "{\\rtf1 a\\{b\\}\\\\c\\tab d\\~e\\emdash}|a{b}\\\\c\\td\u00A0e—",
                "{\\rtf1\\ansi\\ansicpg932 \\'93\\'fa\\'96{\\b \\'7b}}|日本",
                "{\\rtf1\\ansi\\fromtext {\\colortbl x}Bonjour,\\par¶\\par¶Alice\\par¶}|Bonjour,\\n\\nAlice",
                "{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 {\\*\\htmltag19 <html>}{\\*\\htmltag50 <body>}\\htmlrtf {\\htmlrtf0{\\*\\htmltag64 <p>}\\htmlrtf \\par bruit \\htmlrtf0 Bonjour {\\*\\htmltag84 <b>}\\htmlrtf {\\b\\htmlrtf0 \\'e0 tous\\htmlrtf }\\htmlrtf0{\\*\\htmltag92 </b>}{\\*\\mhtmltag64 z}}|Bonjour à tous",
                "{\\rtf1 broken {|broken",
                "{\\rtf1 Bonjour }}}}fin|Bonjour fin",
                "{\\rtf1 Bonjour\\|Bonjour",
                "{\\rtf1 Bonjour\\'e|Bonjoure",
                "{\\rtf1 Bonjour\\u|Bonjour",
            })
    void words_that_are_only_rich_text_are_the_text(String rtf, String text) {
        IncomingMail mail = rich(rtf.replace("¶", "\r\n"));
        assertEquals(text.translateEscapes(), mail.text());
        assertEquals(List.of(), names(mail));
    }

    @ParameterizedTest
    @CsvSource({
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0, hello world",
        "1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0, WXYZWXYZWXYZWXYZWXYZ",
    })
    void packed_rich_text_is_unpacked(String packed, String text) {
        assertEquals(text, read("", withRtf(HexFormat.of().parseHex(packed))).text());
        String broken = read("", withRtf(HexFormat.of().parseHex(packed.substring(0, packed.length() - 12))))
                .text();
        assertTrue(text.startsWith(broken) && !broken.isBlank(), broken);
    }

    @Test
    void what_cannot_be_unpacked_is_a_file() {
        assertEquals(List.of("winmail.dat"), names(read("Voir", HexFormat.of().parseHex("789f3e220000"))));
        assertEquals(
                List.of("winmail.dat"),
                names(read("Voir", withRtf(HexFormat.of().parseHex("1a0000001c0000004c5a46")))));
        assertEquals(List.of("winmail.dat"), names(read("", withRtf(plain("no rich text")))));
    }

    @Test
    void words_that_the_text_says_already_are_not_repeated_and_others_are_added() {
        IncomingMail same = read(
                "Le serveur est en panne depuis hier", withRtf(plain("{\\rtf1 Le serveur est en panne depuis hier}")));
        assertEquals("Le serveur est en panne depuis hier", same.text());
        assertEquals(List.of(), names(same));
        IncomingMail other = read("Voir plus bas", withRtf(plain("{\\rtf1 Le serveur est en panne depuis hier}")));
        assertEquals("Voir plus bas\n\nLe serveur est en panne depuis hier", other.text());
        assertEquals(List.of(), names(other));
    }

    @Test
    void words_that_an_alternative_says_already_are_not_repeated() {
        IncomingMail mail = MailReader.read(mail(
                "Le serveur est en panne depuis hier",
                withRtf(plain("{\\rtf1 Le serveur est en panne\\par depuis hier}")),
                "alternative"));
        assertEquals("Le serveur est en panne depuis hier", mail.text());
    }

    @Test
    void a_longer_text_than_a_ticket_shows_is_cut_and_kept_as_a_file() {
        IncomingMail mail = read(
                "a".repeat(600_000), withRtf(plain("{\\rtf1 " + "Le serveur est en panne. ".repeat(20_000) + "}")));
        assertTrue(
                mail.text().length() > 990_000 && mail.text().length() <= 1_000_001,
                () -> "" + mail.text().length());
        assertEquals(List.of("winmail.dat"), names(mail));
        assertEquals(List.of(Remark.TEXT_CUT), mail.remarks());
        IncomingMail full = read("a".repeat(1_000_000), withRtf(plain("{\\rtf1 Le serveur est en panne}")));
        assertEquals(1_000_000, full.text().length());
        assertEquals(List.of("winmail.dat"), names(full));
        assertEquals(List.of(Remark.TEXT_CUT), full.remarks());
    }

    @Test
    void a_secret_in_rich_text_is_in_neither_the_text_nor_the_mail_that_is_kept() {
        byte[] raw = mail("Voir plus bas", withRtf(plain("{\\rtf1 mot de passe : Soleil42!}")));
        assertFalse(MailReader.read(raw).text().contains("Soleil42"));
        IncomingMail kept = MailReader.read(MaskedMail.of(raw), new ReadOptions(false, Set.of()));
        assertFalse(
                kept.text().contains("Soleil42") || kept.attachments().stream().anyMatch(a -> a.size() > 0));
    }

    /** Rich text that is not packed, behind its header. */
    static byte[] plain(String rtf) {
        var out = new ByteArrayOutputStream();
        byte[] bytes = rtf.getBytes(StandardCharsets.ISO_8859_1);
        for (int value : new int[] {bytes.length + 12, bytes.length, 0x414C454D, 0}) {
            int32(out, value);
        }
        out.writeBytes(bytes);
        return out.toByteArray();
    }

    /** A container of which the message has one property. */
    static byte[] withRtf(byte[] rtf) {
        var properties = new ByteArrayOutputStream();
        for (int value : new int[] {1, 0x10090102, 1, rtf.length}) {
            int32(properties, value);
        }
        properties.writeBytes(rtf);
        for (int i = rtf.length; i % 4 != 0; i++) {
            properties.write(0);
        }
        var out = new ByteArrayOutputStream();
        int32(out, 0x223E9F78);
        out.writeBytes(new byte[] {1, 0, 1});
        int32(out, 0x00069003);
        int32(out, properties.size());
        out.writeBytes(properties.toByteArray());
        out.writeBytes(new byte[2]);
        return out.toByteArray();
    }

    /** A container of one file, without words. */
    static byte[] withFile(String name, String content) {
        var out = new ByteArrayOutputStream();
        int32(out, 0x223E9F78);
        out.writeBytes(new byte[] {1, 0});
        attribute(out, 0x00069002, new byte[14]);
        attribute(out, 0x00018010, (name + "\0").getBytes(StandardCharsets.US_ASCII));
        attribute(out, 0x0006800F, content.getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private static void attribute(ByteArrayOutputStream out, int id, byte[] value) {
        out.write(2);
        int32(out, id);
        int32(out, value.length);
        out.writeBytes(value);
        out.writeBytes(new byte[2]);
    }

    private static void int32(ByteArrayOutputStream out, int value) {
        for (int i = 0; i < 4; i++) {
            out.write(value >> 8 * i);
        }
    }
}
