package guichet.core.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What gateways, mailing lists and careless programs make of a mail, whose words all arrive none the less. */
class BrokenMailTest {
    private static final String BASE64 =
            "Subject: x\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n";
    private static final String LONG =
            "Bonjour, l'imprimante du deuxième étage ne répond plus depuis hier après-midi.\nMerci !\n";

    private static String base64(String text) {
        return Mails.base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String body) {
        return Mails.read(Mails.FROM + BASE64 + body).text();
    }

    private static List<String> names(IncomingMail mail) {
        return mail.attachments().stream().map(MailAttachment::name).toList();
    }

    @Test
    void a_clear_footer_behind_base64_is_text_and_spoils_no_accent() {
        assertEquals(
                "Le réseau est tombé\n___________\nListe clients\nclients@liste.example",
                encoded(base64("Le réseau est tombé") + "\n___________\nListe clients\nclients@liste.example\n"));
        assertEquals(
                LONG + "\n--\nUnsubscribe\n\nhttp://liste.example/",
                encoded(base64(LONG) + "\n\n--\nUnsubscribe\n\nhttp://liste.example/\n"));
        assertEquals(
                "Le réseau est tombé\nwww.liste.example/abcdefghijklmnopqrstuvwxyz, merci",
                encoded(base64("Le réseau est tombé") + "\nwww.liste.example/abcdefghijklmnopqrstuvwxyz, merci\n"));
        assertEquals(
                "Rien ne va plus !!\n\n--\npied de page",
                encoded(base64("Rien ne va plus !!") + "\n\n--\npied de page\n"));
    }

    @Test
    void a_clear_warning_before_base64_is_text() {
        assertEquals(
                "CAUTION: this mail comes from outside.\nExterne\n\n" + LONG.strip(),
                encoded("CAUTION: this mail comes from outside.\nExterne\n\n" + base64(LONG)));
    }

    @Test
    void a_text_that_only_says_that_it_is_base64_is_read_as_it_stands() {
        assertEquals("Bonjour", encoded("Bonjour"));
        assertEquals("Bonjour\n\nTout est en panne !", encoded("Bonjour\n\nTout est en panne !"));
        assertEquals("Bonjour, tout est en panne !", encoded("Bonjour, tout est en panne !\n"));
        assertEquals(
                "Bonjour,\n\nVoici ce qui se passe.\n\nCordialement\n\nAlice",
                encoded("Bonjour,\n\nVoici ce qui se passe.\n\nCordialement\n\nAlice\n"));
    }

    @Test
    void base64_that_is_damaged_but_nothing_else_is_decoded() {
        String lines = base64(LONG + LONG + LONG);
        assertEquals((LONG + LONG + LONG).strip(), encoded(lines.replace("\n", "\n\n")));
        assertEquals((LONG + LONG + LONG).strip(), encoded(lines.replace("\n", " ")));
        assertEquals((LONG + LONG + LONG).strip(), encoded(lines.replace("\n", "!\n *")));
        assertEquals(LONG + LONG.strip(), encoded(base64(LONG) + "\n" + base64(LONG)));
    }

    @Test
    void a_file_that_only_says_that_it_is_base64_arrives_as_it_stands() {
        var mail = new ByteArrayOutputStream();
        mail.writeBytes(Mails.bytes(
                Mails.FROM + "Content-Type: application/zip; name=a.zip\nContent-Transfer-Encoding: base64\n\n"));
        byte[] content = {'P', 'K', 3, 4, (byte) 0xFF, (byte) 0x80, 0, 7};
        mail.writeBytes(content);
        assertEquals(
                content.length,
                MailReader.read(mail.toByteArray()).attachments().getFirst().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tr=C3=A8s long =E9 s=C3=BBr|très long é sûr",
                "tr=C3=A8s =80 20|très € 20",
                "=E9t=E9 =C3=A9|été é",
                "=E9t=E9|été",
                "No=EB|Noë",
                "coup=C3=A9 coup=C3|coupé coup\uFFFD",
                "=E2=82=AC et =E2=82|€ et \uFFFD",
                "=C3=A9 =F0=9F=98=80 =FF=FE|é 😀 ÿþ",
            })
    void a_stray_byte_spoils_no_other_letter(String body, String text) {
        for (String type : List.of("text/plain; charset=utf-8", "text/plain", "text/plain; charset=us-ascii")) {
            assertEquals(
                    text,
                    Mails.read(Mails.FROM + "Content-Type: " + type
                                    + "\nContent-Transfer-Encoding: quoted-printable\n\n" + body)
                            .text(),
                    type);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html|<meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1251\">|windows-1251|Привет, мир",
                "text/html|<META CHARSET='koi8-r' >|koi8-r|Привет, мир",
                "text/html; charset=utf-8|<meta charset=windows-1251>|windows-1251|Привет, мир",
                "text/html; charset=windows-1251|<meta charset=koi8-r>|windows-1251|Привет, мир",
                "text/html|<meta charset=utf-16>|windows-1252|Été",
                "text/html|<meta charset=x-none>|windows-1252|Été",
                "text/html|<meta name=charset content=x>|windows-1252|Été",
                "text/html; charset=x-none|<meta charset=gb2312>|gb18030|你好，朋友",
                "text/html; charset=us-ascii|<meta charset=windows-1251>|windows-1251|Привет",
                "text/html; charset=gb2312|<meta charset=windows-1251>|gb18030|你好，朋友",
            })
    void html_that_names_its_charset_itself_is_read_in_it_unless_the_mail_knows_better(
            String type, String meta, String real, String text) {
        byte[] mail = Mails.bytes(
                Mails.FROM + "MIME-Version: 1.0\nContent-Type: " + type
                        + "\nContent-Transfer-Encoding: 8bit\n\n<html><head>" + meta + "</head><body>" + text
                        + "</body></html>",
                Charset.forName(real));
        assertEquals(text, MailReader.read(mail).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain; charset=iso-8859-1", "text/plain; charset=utf-16"})
    void a_plain_text_about_charsets_stays_in_its_own(String type) {
        byte[] mail = Mails.bytes(
                Mails.FROM + "Content-Type: " + type + "\n\n<meta charset=koi8-r> été", StandardCharsets.ISO_8859_1);
        assertEquals("<meta charset=koi8-r> été", MailReader.read(mail).text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x-mac-roman|x-MacRoman|Été à Noël",
                "x-cp1251|windows-1251|Привет",
                "win-1251|windows-1251|Привет",
                "cp1251|windows-1251|Привет",
                "x-mac-cyrillic|x-MacCyrillic|Привет",
                "gb_2312|gb18030|你好，朋友",
                "big5-eten|big5|你好嗎",
                "x-x-big5|big5|你好嗎",
                "dos-862|ibm862|שלום",
                "charset=windows-1251|windows-1251|Привет",
                "dos-850|ibm850|Été",
                "x-windows-1250|windows-1250|Příliš",
                "us-ascii#utf-8|utf-8|Été 日本",
                "utf-16|windows-1252|été à",
                "utf-32|utf-8|été à",
                "utf-16|utf-16le|Été zzz",
                "utf-16|utf-16be|Été zzz",
                "x-euc-jp|euc-jp|こんにちは",
                "johab|x-Johab|안녕하세요",
                "_autodetect|windows-1252|Été",
                "euc-cn|gb18030|你好",
            })
    void names_of_charsets_that_nobody_registered_are_understood(String declared, String real, String text) {
        String header = Mails.FROM + "MIME-Version: 1.0\nContent-Type: text/plain; charset=" + declared
                + "\nContent-Transfer-Encoding: base64\n\n";
        assertEquals(
                text,
                Mails.read(header + Mails.base64(text.getBytes(Charset.forName(real))))
                        .text());
    }

    @Test
    void chinese_in_seven_bits_is_understood() {
        assertEquals(
                "Bonjour 你好 ~ fin",
                Mails.read(Mails.FROM + "Content-Type: text/plain; charset=hz-gb-2312\n\nBonjour ~{Dc:C~} ~~ fin")
                        .text());
        assertEquals(
                "你",
                Mails.read(Mails.FROM + "Content-Type: text/plain; charset=hz-gb-2312\n\n~{Dc")
                        .text());
        assertEquals(
                "Bonjour 你好 fin\n~",
                Mails.read(Mails.FROM
                                + "Content-Type: text/plain; charset=hz-gb-2312\n\nBonjour ~\n~{Dc~}~\n~{:C~} fin\n~~")
                        .text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"multipart/alternative; boundary=zz", "multipart/mixed", "multipart/related; boundary=\"\""})
    void a_multipart_without_parts_is_a_text(String type) {
        IncomingMail mail =
                Mails.read(Mails.FROM + "Content-Type: " + type + "\n\nRien que des mots.\n--Alice\n\nP.S. Merci");
        assertEquals("Rien que des mots.\n--Alice\n\nP.S. Merci", mail.text());
        assertEquals(List.of(), names(mail));
    }

    @ParameterizedTest
    @ValueSource(strings = {"---", "--------", "-----Message d'origine-----", "--- Suite"})
    void a_line_that_parts_a_text_twice_is_no_boundary(String line) {
        String text = "Le serveur est en panne.\n" + line + "\n\nDepuis hier.\n" + line + "\n\nAlice";
        assertEquals(
                text,
                Mails.read(Mails.FROM + "Content-Type: multipart/mixed\n\n" + text)
                        .text());
    }

    @Test
    void a_multipart_without_parts_is_decoded() {
        assertEquals(
                "Été",
                Mails.read(
                                Mails.FROM
                                        + "Content-Type: multipart/mixed\nContent-Transfer-Encoding: quoted-printable\n\n=C3=89t=C3=A9")
                        .text());
    }

    @Test
    void a_secret_in_a_multipart_without_parts_is_masked_in_the_mail_that_is_kept() {
        byte[] kept = MaskedMail.of(
                Mails.bytes(Mails.FROM + "Content-Type: multipart/mixed; boundary=zz\n\nmot de passe : Soleil42!"));
        String text = MailReader.read(kept, new ReadOptions(false, Set.of())).text();
        assertTrue(text.startsWith("mot de passe") && !text.contains("Soleil42!"), text);
    }

    @Test
    void a_short_boundary_and_a_part_without_headers_are_found_where_another_boundary_is_named() {
        assertEquals(
                "Bonjour",
                Mails.read(
                                Mails.FROM
                                        + "Content-Type: multipart/mixed; boundary=zz\n\n--b\nContent-Type: text/plain\n\nBonjour\n--b--\n")
                        .text());
        assertEquals(
                "Bonjour",
                Mails.read(Mails.FROM
                                + "Content-Type: multipart/mixed; boundary=zz\n\n--bbbbbb\n\nBonjour\n--bbbbbb--\n")
                        .text());
        assertEquals(
                "Bonjour\n\nAlice",
                Mails.read(Mails.FROM + "Content-Type: multipart/mixed\n\n--b\n\nBonjour\n--b\n\nAlice\n--b--\n")
                        .text());
    }

    @Test
    void a_blank_before_the_colon_hides_no_header() {
        IncomingMail mail = Mails.read(
                "From : Alice <alice@acme.example>\nSubject : Panne\nContent-Type : text/html\n\n<p>Bonjour</p>");
        assertEquals("alice@acme.example", mail.from().address());
        assertEquals("Panne", mail.subject());
        assertEquals("Bonjour", mail.text());
        assertEquals(
                "alice@acme.example",
                Mails.read("\n\nFrom\t: Alice <alice@acme.example>\n\nBonjour")
                        .from()
                        .address());
    }

    @Test
    void a_blank_before_a_colon_of_french_makes_no_header() {
        assertEquals(
                "Question : que faire ?\nMerci",
                Mails.read("\nQuestion : que faire ?\nMerci").text());
        assertEquals(
                "Question : que faire ?\n\nMerci",
                Mails.read(Mails.FROM + "Question : que faire ?\n\nMerci").text());
    }

    @Test
    void a_stray_line_hides_no_sign_of_a_mailing() {
        assertEquals(
                MailKind.MAILING,
                Mails.read(Mails.FROM + "Une ligne perdue parmi les autres\nPrecedence: bulk\nSubject: x\n\nBonjour")
                        .kind());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\r\n", "\r"})
    void line_ends_that_a_gateway_spoiled_hide_nothing(String end) {
        String parts =
                "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=m\n\n--m\nContent-Type: text/plain; charset=utf-8\n\nBonjour\nété\n--m\nContent-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64\n\nJVBERi0=\n--m--\n";
        for (String before : List.of("", "Return-Path: <bounce@acme.example>\r\nReceived: from a\r\n by b\r\n")) {
            String head =
                    before + "Sender: bob@acme.example" + end + Mails.FROM.replace("\n", end) + "Subject: Panne" + end;
            IncomingMail mail = MailReader.read((head + parts.replace("\n", end)).getBytes(StandardCharsets.UTF_8));
            assertEquals("alice@acme.example", mail.from().address());
            assertEquals("Panne", mail.subject());
            assertEquals("Bonjour\nété", mail.text());
            assertEquals(List.of("a.pdf"), names(mail));
            assertEquals(
                    "Bonjour\n\nAlice",
                    MailReader.read((head + end + "Bonjour" + end + end + "Alice" + end)
                                    .getBytes(StandardCharsets.UTF_8))
                            .text());
        }
    }

    @Test
    void returns_in_a_mail_with_right_line_ends_stay_as_they_are() {
        byte[] content = "a\rb\r\r\nc\rd".getBytes(StandardCharsets.UTF_8);
        String part = "\r\n--b\r\nContent-Type: application/octet-stream; name=a.bin\r\n\r\n";
        byte[] mail = ("From: alice@acme.example\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n" + part
                        + new String(content, StandardCharsets.UTF_8) + "\r\n--b--\r\n")
                .getBytes(StandardCharsets.UTF_8);
        assertEquals(
                content.length, MailReader.read(mail).attachments().getFirst().size());
    }

    @Test
    void a_text_right_behind_the_headers_is_text() {
        assertEquals(
                "Bonjour, plus rien ne marche.\nAlice",
                Mails.read(Mails.FROM + "Subject: Panne\nBonjour, plus rien ne marche.\nAlice\n")
                        .text());
        assertEquals(
                "Bonjour\nNote : le serveur\nest arrêté.\n\nAlice",
                Mails.read(
                                Mails.FROM
                                        + "Subject: Panne\nContent-Type: text/plain\nBonjour\nNote : le serveur\nest arrêté.\n\nAlice\n")
                        .text());
        assertEquals(
                "Subject line of the printer is wrong\n\nAlice",
                Mails.read(Mails.FROM + "Subject line of the printer is wrong\n\nAlice\n")
                        .text());
        assertEquals(
                "Bonjour tout le monde\nplus rien\n\nAlice",
                Mails.read("Bonjour tout le monde\nplus rien\n\nAlice\n").text());
        assertEquals(
                "Été",
                Mails.read(
                                Mails.FROM
                                        + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\nw4l0w6k=\n")
                        .text());
    }

    @Test
    void a_text_right_behind_the_headers_of_a_part_is_text() {
        assertEquals(
                "Plus rien ne marche.\n\nAlice",
                Mails.read(
                                Mails.FROM
                                        + "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\nPlus rien ne marche.\n\nAlice\n--b--\n")
                        .text());
    }

    @Test
    void a_stray_line_among_headers_ends_them_not() {
        IncomingMail mail = Mails.read(
                Mails.FROM
                        + "Une ligne qui n'a rien à faire là\nSubject: Panne\nContent-Type: text/plain; charset=utf-8\n\nBonjour");
        assertEquals("Panne", mail.subject());
        assertEquals("Bonjour", mail.text());
    }

    @Test
    void a_sender_who_is_all_in_one_encoded_word_is_named_but_not_trusted() {
        for (String from : List.of(
                "=?utf-8?Q?Ren=C3=A9_=3Calice=40acme=2Eexample=3E?=",
                "=?utf-8?B?UmVuw6kgPGFsaWNlQGFjbWUuZXhhbXBsZT4=?=")) {
            IncomingMail mail =
                    Mails.read("Authentication-Results: amazonses.com; dmarc=pass header.from=acme.example;\nFrom: "
                            + from + "\nReturn-Path: <bounces@relay.example>\n\nx");
            assertEquals("alice@acme.example", mail.from().address());
            assertEquals("René", mail.from().name());
            assertFalse(mail.from().valid());
            assertFalse(mail.authentication().authenticated());
        }
    }

    @Test
    void an_address_to_answer_to_is_better_than_a_sender_who_is_guessed() {
        IncomingMail mail = Mails.read(
                "Authentication-Results: amazonses.com; dmarc=fail header.from=acme.example\nFrom: =?utf-8?B?UmVuw6kgPGFsaWNlQGFjbWUuZXhhbXBsZT4=?=\nReply-To: Other <other@globex.example>\n\nx");
        assertEquals("other@globex.example", mail.from().address());
        assertTrue(mail.authentication().dmarcFailed());
        assertFalse(mail.authentication().authenticated());
    }

    @Test
    void an_address_in_a_name_is_no_sender() {
        Mailbox from = Mails.read("From: =?utf-8?Q?boss=40acme=2Eexample?= <alice@globex.example>\n\nx")
                .from();
        assertEquals("alice@globex.example", from.address());
        assertTrue(from.valid());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Alice <alice@acme.example.>|alice@acme.example",
                "alice@acme.example.|alice@acme.example",
                "<@relay.example,@b.example:alice@acme.example>|alice@acme.example",
                "Alice <@relay.example:alice@acme.example>|alice@acme.example"
            })
    void a_final_dot_and_a_route_are_no_part_of_an_address(String header, String address) {
        Mailbox from = Mails.read("From: " + header + "\n\nx").from();
        assertEquals(address, from.address());
        assertTrue(from.valid());
    }

    @Test
    void of_two_content_types_the_one_that_names_the_parts_counts() {
        String parts =
                "--mm\nContent-Type: text/plain\n\nBonjour\n--mm\nContent-Type: application/pdf; name=p.pdf\nContent-Transfer-Encoding: base64\n\nJVBERi0=\n--mm--\n";
        IncomingMail mail = Mails.read(Mails.FROM
                + "Content-Type: text/plain; charset=utf-8\nContent-Type: multipart/mixed; boundary=mm\n\n" + parts);
        assertEquals("Bonjour", mail.text());
        assertEquals(List.of("p.pdf"), names(mail));
        assertEquals(
                "Bonjour",
                Mails.read(
                                Mails.FROM
                                        + "Content-Type: text/html\nContent-Type: multipart/mixed; boundary=mm\n\n<p>Bonjour</p>")
                        .text());
    }

    @Test
    void what_comes_after_twenty_thousand_lines_of_headers_is_text() {
        IncomingMail mail = Mails.read(
                Mails.FROM + "Subject: sans fin\n" + "X-A: b\n".repeat(30_000) + "\nLe serveur est en panne.\n");
        assertEquals("sans fin", mail.subject());
        assertTrue(
                mail.text().endsWith("X-A: b\n\nLe serveur est en panne."),
                mail.text().substring(mail.text().length() - 100));
    }
}
