package guichet.core.mail;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.mail.mime.Remark;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailReadingTest {

    private static IncomingMail mixed(String parts) {
        return Mails.read(
                Mails.FROM + "Subject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"b1\"\n\n" + parts
                        + "--b1--\n");
    }

    private static List<String> names(IncomingMail mail) {
        return mail.attachments().stream().map(MailAttachment::name).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "iso-8859-1, windows-1252, 'L’été – à 20 €'",
        "windows-1252, windows-1252, 'L’été – à 20 €'",
        "iso-8859-15, iso-8859-15, 'Été à 20 €'",
        "iso-8859-2, iso-8859-2, 'Zażółć gęślą'",
        "windows-1250, windows-1250, 'Příliš žluťoučký'",
        "koi8-r, koi8-r, 'Привет, мир'",
        "windows-1251, windows-1251, 'Привет, мир'",
        "iso-8859-7, iso-8859-7, 'Καλημέρα'",
        "iso-8859-8-i, iso-8859-8, 'שלום'",
        "windows-1256, windows-1256, 'مرحبا'",
        "iso-8859-9, windows-1254, 'İstanbul ğüş'",
        "tis-620, x-windows-874, 'สวัสดี'",
        "gb2312, gb18030, '你好，朋友镕'",
        "gbk, gb18030, '你好'",
        "big5, big5, '你好嗎'",
        "shift_jis, windows-31j, 'こんにちは①'",
        "iso-2022-jp, iso-2022-jp, 'こんにちは'",
        "euc-jp, euc-jp, 'こんにちは'",
        "euc-kr, euc-kr, '안녕하세요'",
        "ks_c_5601-1987, x-windows-949, '안녕하세요 똠'",
        "utf-16, utf-16, 'Été 日本'",
        "\"UTF8\", utf-8, 'Été 日本'",
    })
    void a_body_is_read_in_the_charset_that_its_client_meant(String declared, String real, String text) {
        String header = Mails.FROM + "Subject: x\nMIME-Version: 1.0\nContent-Type: text/plain; charset=" + declared
                + "\nContent-Transfer-Encoding: base64\n\n";
        assertEquals(
                text,
                Mails.read(header + Mails.base64(text.getBytes(Charset.forName(real))))
                        .text());
    }

    @ParameterizedTest
    @CsvSource({
        "iso-8859-1, utf-8, 'Été à Noël'",
        "us-ascii, utf-8, 'Été à Noël'",
        "us-ascii, windows-1252, 'Été à Noël'",
        "utf-8, windows-1252, 'Été à Noël déjà'",
        "'', windows-1252, 'Été à Noël'",
        "'', utf-8, 'Été 日本'",
        "x-unknown-42, utf-8, 'Été'",
        "x-unknown-42, windows-1252, 'Été à'",
        "iso-2022-jp, windows-31j, 'こんにちは'",
        "'', iso-2022-jp, 'こんにちは'",
        "us-ascii, iso-2022-jp, '日本語'",
        "gb2312, utf-8, '你好，朋友'",
        "utf-7, utf-8, 'Plain'",
    })
    void a_charset_that_is_missing_unknown_or_a_lie_is_seen_through(String declared, String real, String text) {
        String charset = declared.isEmpty() ? "" : "; charset=" + declared;
        String header = Mails.FROM + "Subject: x\nMIME-Version: 1.0\nContent-Type: text/plain" + charset
                + "\nContent-Transfer-Encoding: base64\n\n";
        assertEquals(
                text,
                Mails.read(header + Mails.base64(text.getBytes(Charset.forName(real))))
                        .text());
    }

    @Test
    void utf_7_and_a_byte_order_mark_are_understood() {
        assertEquals(
                "Été",
                Mails.read(Mails.FROM + "Content-Type: text/plain; charset=utf-7\n\n+AMk-t+AOk-")
                        .text());
        assertEquals(
                "Été",
                Mails.read(Mails.FROM + "Content-Type: text/plain\n\n\uFEFFÉté").text());
    }

    @Test
    void a_file_that_starts_with_a_mark_or_an_mbox_line_is_a_mail() {
        assertEquals(
                "alice@acme.example",
                Mails.read("\uFEFF" + Mails.FROM + "Subject: x\n\nBonjour")
                        .from()
                        .address());
        assertEquals(
                "alice@acme.example",
                Mails.read("From alice@acme.example  Mon Mar  2 10:00:00 2026\n" + Mails.FROM + "\nBonjour")
                        .from()
                        .address());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "=?utf-8?B?w4l0w6k=?= =?utf-8?Q?_=C3=A0?=|Été à",
                "=?utf-8?B?w4l0w6?= =?utf-8?B?k=?=|Ét\u00e9",
                "=?utf-8?Q?=C3?= =?utf-8?Q?=89t=C3=A9?=|Été",
                "=?iso-8859-1?Q?Probl=E8me?= urgent|Problème urgent",
                "=?us-ascii?Q?mots non codés?=|mots non codés",
                "=?UTF-16BE?B?T2BZfQ==?=|你好",
                "=?utf-16le?B?YE99WQ==?=|你好",
                "=?utf-16?Q?Bonjour?=|Bonjour",
                "=?UTF-8?Q? bonjour=C3=A9?=|bonjouré",
                "Re: =?utf-8?b?VEVTVA?=|Re: TEST",
                "=?utf-8*fr?Q?=C3=A9t=C3=A9?=|été",
                "\"=?utf-8?Q?=C3=A9t=C3=A9?=\"|\"été\"",
                "Prix =?x-none?Q?20=80?=|Prix 20€",
                "=?utf-8?Q?sans fin|=?utf-8?Q?sans fin",
                "=?ISO-2022-JP?B?GyRCRnxLXBsoQg==?=|日本",
                "a=?utf-8?Q?=C3=A9?=b|aéb",
                "1 =? 2 ?= 3|1 =? 2 ?= 3",
            })
    void subjects_are_decoded_as_clients_encode_them(String raw, String subject) {
        assertEquals(
                subject, Mails.read(Mails.FROM + "Subject: " + raw + "\n\nx").subject());
    }

    @Test
    void a_raw_subject_is_utf_8_or_in_the_charset_of_the_body() {
        assertEquals("Été", Mails.read(Mails.FROM + "Subject: Été\n\nx").subject());
        byte[] koi8 = Mails.bytes(
                Mails.FROM + "Subject: Привет\nContent-Type: text/plain; charset=koi8-r\n\nМир",
                Charset.forName("koi8-r"));
        assertEquals("Привет", MailReader.read(koi8).subject());
        byte[] western = Mails.bytes(Mails.FROM + "Subject: Réservé à\n\nx", StandardCharsets.ISO_8859_1);
        assertEquals("Réservé à", MailReader.read(western).subject());
        byte[] japanese = Mails.bytes(Mails.FROM + "Subject: 日本語\n\nx", Charset.forName("iso-2022-jp"));
        assertEquals("日本語", MailReader.read(japanese).subject());
    }

    @Test
    void a_subject_injects_no_header() {
        IncomingMail mail = Mails.read(Mails.FROM + "Subject: =?utf-8?Q?Bonjour=0D=0ABcc:_all@acme.example?=\n\nx");
        assertEquals("Bonjour Bcc: all@acme.example", mail.subject());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Alice Martin <alice@acme.example>|alice@acme.example|Alice Martin",
                "alice@acme.example|alice@acme.example|''",
                "alice@acme.example (Alice Martin)|alice@acme.example|Alice Martin",
                "\"Martin, Alice\" <alice@acme.example>|alice@acme.example|Martin, Alice",
                "Martin, Alice <alice@acme.example>|alice@acme.example|Martin, Alice",
                "Mr. A. Martin <alice@acme.example>|alice@acme.example|Mr. A. Martin",
                "\"=?utf-8?Q?Ren=C3=A9?=\" <rene@acme.example>|rene@acme.example|René",
                "=?utf-8?B?UmVuw6k=?= <rene@acme.example>|rene@acme.example|René",
                "<alice@acme.example>|alice@acme.example|''",
                "Alice <mailto:alice@acme.example>|alice@acme.example|Alice",
                "Alice <alice@acme.example|alice@acme.example|Alice",
                "Équipe: alice@acme.example, bob@acme.example;|alice@acme.example|''",
                "\"bob@globex.example\" <alice@acme.example>|alice@acme.example|bob@globex.example",
                "\"Alice \\\"Al\\\" M\" <alice@acme.example>|alice@acme.example|Alice \"Al\" M",
            })
    void senders_are_read_as_clients_write_them(String header, String address, String name) {
        Mailbox from = Mails.read("From: " + header + "\nSubject: x\n\nx").from();
        assertEquals(address, from.address());
        assertEquals(name, from.name());
        assertTrue(from.valid());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Alice alice@acme.example|alice@acme.example|Alice",
                        "Alice Durand alice@acme.example|alice@acme.example|Alice Durand",
                        "alice@acme.example Alice Durand|alice@acme.example|Alice Durand",
                "\"Alice Durand\" alice@acme.example|alice@acme.example|Alice Durand",
                        "=?utf-8?Q?Ren=C3=A9?= rene@acme.example|rene@acme.example|René",
                        "Alice [alice@acme.example]|alice@acme.example|Alice",
            })
    void a_sender_without_brackets_can_be_answered_by_name_and_is_nobody(String header, String address, String name) {
        Mailbox from = Mails.read("From: " + header + "\nSubject: x\n\nx").from();
        assertEquals(address, from.reachable());
        assertEquals(name, from.name());
        assertFalse(from.valid());
    }

    @Test
    void a_malformed_sender_is_kept_as_it_stands_and_names_nobody() {
        Mailbox from =
                Mails.read("From: Alice alice@acme.example\nSubject: x\n\nx").from();
        assertEquals("Alice alice@acme.example", from.address());
        assertFalse(from.valid());
        assertEquals("alice@acme.example", from.reachable());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alice@acme.example bob@globex.example",
                "Alice @acme",
                "Alice alice@",
                "Alice <alice durand@acme.example>"
            })
    void a_sender_that_is_not_one_address_has_no_name(String header) {
        assertEquals(
                new Mailbox(header, "", false),
                Mails.read("From: " + header + "\nSubject: x\n\nx").from());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: text/plain\nContent-Disposition: inline; filename=msg.txt\n",
                "Content-Type: text/plain; name=msg.txt\n",
                "Content-Type: text/html; name=a.htm\nContent-Disposition: inline\n"
            })
    void a_text_that_is_all_of_a_mail_is_read_whatever_its_name(String headers) {
        IncomingMail mail = Mails.read(Mails.FROM + "Subject: x\nMIME-Version: 1.0\n" + headers + "\nTout est là");
        assertEquals("Tout est là", mail.text());
        assertEquals(List.of(), names(mail));
    }

    @Test
    void a_text_that_is_all_of_a_mail_and_is_attached_stays_a_file() {
        assertEquals(
                List.of("a.txt"),
                names(
                        Mails.read(
                                Mails.FROM
                                        + "Subject: x\nContent-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\nx")));
    }

    @Test
    void a_mail_without_from_is_from_whom_it_can_be_answered() {
        assertEquals(
                "alice@acme.example",
                Mails.read("Reply-To: alice@acme.example\nSubject: x\n\nx")
                        .from()
                        .address());
        assertEquals(
                "bob@acme.example",
                Mails.read("Sender: bob@acme.example\nSubject: x\n\nx").from().address());
        assertEquals(
                "c@acme.example",
                Mails.read("From: [???]\nReturn-Path: <c@acme.example>\n\nx")
                        .from()
                        .address());
        assertEquals(Mailbox.NOBODY, Mails.read("Subject: x\n\nx").from());
    }

    @Test
    void groups_and_many_recipients_are_flattened() {
        IncomingMail mail = Mails.withHeaders(
                "To: undisclosed-recipients:;\nCc: Amis: a@x.example, B <b@x.example>;, c@x.example\n", "x");
        assertEquals(
                List.of("a@x.example", "b@x.example", "c@x.example"),
                mail.cc().stream().map(Mailbox::address).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mon, 2 Mar 2026 10:00:00 +0100|2026-03-02T09:00:00Z",
                "2 Mar 26 10:00 GMT|2026-03-02T10:00:00Z",
                "Mon, 02 Mar 2026 10:00:00 +0100 (CET)|2026-03-02T09:00:00Z",
                "Mon,  2 Mar 2026 10:00:60 EST|2026-03-02T15:00:59Z",
                "Mon, 2 March 2026 10.00.00 -0000|2026-03-02T10:00:00Z",
                "2026-03-02T10:00:00+01:00|2026-03-02T09:00:00Z",
            })
    void dates_are_read_in_old_and_broken_forms(String header, String instant) {
        assertEquals(
                Optional.of(Instant.parse(instant)),
                Mails.read(Mails.FROM + "Date: " + header + "\n\nx").date());
    }

    @Test
    void an_impossible_or_missing_date_is_none() {
        assertEquals(
                Optional.empty(),
                Mails.read(Mails.FROM + "Date: Mon, 32 Mar 2026 10:00:00 +0100\n\nx")
                        .date());
        assertEquals(
                Optional.empty(),
                Mails.read(Mails.FROM + "Date: Mon, 2 Mar 2026 29:24:05 +0700\n\nx")
                        .date());
        assertEquals(Optional.empty(), Mails.read(Mails.FROM + "\nx").date());
    }

    @Test
    void an_empty_text_part_gives_way_to_the_html() {
        IncomingMail mail = Mails.read(
                Mails.FROM
                        + "MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b1\n\n--b1\nContent-Type: text/plain\n\n \n--b1\nContent-Type: text/html\n\n<p>Bonjour</p>\n--b1--\n");
        assertEquals("Bonjour", mail.text());
        assertTrue(mail.attachments().isEmpty());
    }

    @Test
    void a_stub_in_place_of_a_text_gives_way_to_the_html() {
        IncomingMail mail = Mails.read(
                Mails.FROM
                        + "MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b1\n\n--b1\nContent-Type: text/plain\n\nYour reader shows no HTML.\n--b1\nContent-Type: text/html\n\n<p>Le serveur de fichiers ne répond plus depuis ce matin.</p>\n--b1--\n");
        assertEquals("Le serveur de fichiers ne répond plus depuis ce matin.", mail.text());
    }

    @Test
    void an_invitation_is_a_file_beside_its_text() {
        IncomingMail mail = Mails.read(
                Mails.FROM
                        + "MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b1\n\n--b1\nContent-Type: text/plain\n\nRéunion\n--b1\nContent-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR\nEND:VCALENDAR\n--b1--\n");
        assertEquals("Réunion", mail.text());
        assertEquals(List.of("calendar.ics"), names(mail));
    }

    @Test
    void texts_around_pictures_are_one_text() {
        IncomingMail mail = mixed(
                "--b1\nContent-Type: text/plain\n\nAvant\n--b1\nContent-Type: image/png; name=a.png\nContent-Disposition: inline; filename=a.png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--b1\nContent-Type: text/plain\n\nAprès\n");
        assertEquals("Avant\n\nAprès", mail.text());
        assertTrue(mail.attachments().getFirst().inline());
        assertEquals(8, mail.attachments().getFirst().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Content-Disposition: attachment; filename=\"facture.pdf\"|facture.pdf",
                "Content-Disposition: attachment; filename*=utf-8''r%C3%A9sum%C3%A9.pdf|résumé.pdf",
                "Content-Disposition: attachment; filename=\"=?utf-8?Q?r=C3=A9sum=C3=A9=2Epdf?=\"|résumé.pdf",
                "Content-Disposition: attachment; filename==?iso-8859-1?Q?r=E9sum=E9.pdf?=|résumé.pdf",
                "Content-Disposition: attachment; filename*0*=utf-8''r%C3%A9; filename*1=sume; filename*2*=%C3%A9.pdf|résumeé.pdf",
                "Content-Disposition: attachment; filename*=\"iso-8859-1''r%E9sum%E9.pdf\"|résumé.pdf",
                "Content-Type: application/pdf; name=\"b.pdf\"|b.pdf",
                "Content-Disposition: attachment; filename=deux mots.pdf|deux mots.pdf",
                "Content-Disposition: attachment; filename=\"a;b.pdf\"; size=3|a;b.pdf",
                "Content-Disposition: attachment; filename=\"plain.pdf\"; filename*=utf-8''vrai.pdf|vrai.pdf",
                "Content-Type: image/jpeg|image.jpg",
                "Content-Type: image/png~Content-ID: <photo01.png@01DA.2B>|photo01.png",
                "Content-Disposition: attachment; filename=\"=?utf-8?b??=\"~Content-Type: image/jpeg|image.jpg",
                "Content-Disposition: attachment; filename=\"Été.pdf\"|Été.pdf",
                "Content-Type: application/x-unknown|attachment.bin",
                "Content-Disposition: attachment; filename*=us-ascii''p%F6t.pdf|pöt.pdf",
            })
    void files_have_the_names_that_their_senders_gave(String header, String name) {
        String type = header.contains("Content-Type") ? "" : "Content-Type: application/pdf\n";
        IncomingMail mail = mixed("--b1\nContent-Type: text/plain\n\nx\n--b1\n" + type + header.replace("~", "\n")
                + "\nContent-Transfer-Encoding: base64\n\nAAAA\n");
        assertEquals(List.of(name), names(mail));
    }

    @Test
    void two_files_of_one_name_are_told_apart() {
        String part = "--b1\nContent-Type: image/png\nContent-Disposition: attachment; filename=a.tar.gz\n\nx\n";
        assertEquals(List.of("a.tar.gz", "a1.tar.gz", "a2.tar.gz"), names(mixed(part + part + part)));
    }

    @Test
    void an_attached_mail_is_a_file_with_its_subject() {
        IncomingMail mail = mixed(
                "--b1\nContent-Type: text/plain\n\nVoir\n--b1\nContent-Type: message/rfc822\n\nFrom: bob@globex.example\nSubject: =?utf-8?Q?Probl=C3=A8me?=\n\nIntérieur\n");
        assertEquals("Voir", mail.text());
        assertEquals(List.of("Problème.eml"), names(mail));
        assertTrue(new String(mail.attachments().getFirst().content(), StandardCharsets.UTF_8).contains("Intérieur"));
    }

    @Test
    void a_mail_that_is_one_file_says_that_it_shows_no_text() {
        IncomingMail mail = Mails.read(
                Mails.FROM
                        + "Subject: x\nMIME-Version: 1.0\nContent-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64\n\nJVBERi0=\n");
        assertEquals(MailReader.NO_TEXT, mail.text());
        assertEquals(List.of("a.pdf"), names(mail));
        assertArrayEquals(
                "%PDF-".getBytes(StandardCharsets.US_ASCII),
                mail.attachments().getFirst().content());
    }

    @Test
    void a_uuencoded_file_in_the_text_is_a_file() {
        IncomingMail mail = Mails.read(Mails.FROM + "Subject: x\n\nVoici.\n\nbegin 644 cat.txt\n#0V%T\n`\nend\n\nFin.");
        assertEquals(List.of("cat.txt"), names(mail));
        assertEquals("Cat", new String(mail.attachments().getFirst().content(), StandardCharsets.US_ASCII));
        assertEquals("Voici.\n\n\nFin.", mail.text());
    }

    @Test
    void begin_in_a_sentence_is_no_file() {
        assertEquals(
                "begin 644 what\nnothing",
                Mails.read(Mails.FROM + "\nbegin 644 what\nnothing").text());
    }

    @Test
    void flowed_lines_are_joined() {
        IncomingMail mail = Mails.read(
                Mails.FROM
                        + "Content-Type: text/plain; format=flowed\n\nUne phrase \nsur deux lignes.\n> citée \n> aussi\n-- \nAlice\n");
        assertEquals("Une phrase sur deux lignes.\n> citée aussi\n-- \nAlice", mail.text());
    }

    @Test
    void a_missing_or_wrong_boundary_hides_nothing() {
        String body =
                "--vrai\nContent-Type: text/plain\n\nBonjour\n--vrai\nContent-Type: application/pdf; name=a.pdf\n\nx\n--vrai--\n";
        for (String type : List.of("multipart/mixed", "multipart/mixed; boundary=faux", "multipart/mixed; boundary=")) {
            IncomingMail mail =
                    Mails.read(Mails.FROM + "Subject: x\nMIME-Version: 1.0\nContent-Type: " + type + "\n\n" + body);
            assertEquals("Bonjour", mail.text(), type);
            assertEquals(List.of("a.pdf"), names(mail), type);
        }
    }

    @Test
    void an_unfolded_boundary_line_hides_nothing() {
        assertEquals(
                "Bonjour",
                Mails.read(
                                Mails.FROM
                                        + "Content-Type: multipart/mixed;\nboundary=\"vrai\"\n\n--vrai\nContent-Type: text/plain\n\nBonjour\n--vrai--\n")
                        .text());
    }

    @Test
    void a_multipart_that_is_cut_off_keeps_what_came() {
        IncomingMail mail = Mails.read(
                Mails.FROM
                        + "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b1\n\n--b1\nContent-Type: text/plain\n\nBonjour\n--b1\nContent-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64\n\nJVBE");
        assertEquals("Bonjour", mail.text());
        assertEquals(3, mail.attachments().getFirst().size());
    }

    @Test
    void broken_transfer_encodings_give_what_they_can() {
        assertEquals(
                "50 = 50 %, été",
                Mails.read(
                                Mails.FROM
                                        + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n50 = 50 %, =C3=A9t=\n=C3=A9=\n")
                        .text());
        assertEquals(
                "Bonjour",
                Mails.read(Mails.FROM + "Content-Transfer-Encoding: base64\n\nQm9u*am91\ncg=\n")
                        .text());
    }

    @Test
    void html_that_calls_itself_plain_is_read_as_html() {
        assertEquals(
                "Bonjour",
                Mails.read(Mails.FROM
                                + "Content-Type: text/plain\n\n<!DOCTYPE html><html><body><p>Bonjour</p></body></html>")
                        .text());
    }

    @Test
    void a_mail_without_structure_is_a_text() {
        assertEquals("Bonjour", Mails.read("\nBonjour").text());
        assertEquals(MailReader.NO_TEXT, MailReader.read(new byte[0]).text());
        assertEquals(
                "x", Mails.read("Message-ID: <a b@c>\nDate\nSubject x\n\nx").text());
    }

    @Test
    void five_hundred_nested_parts_are_kept_within_bounds() {
        var mail = new StringBuilder(Mails.FROM + "MIME-Version: 1.0\n");
        for (int i = 0; i < 500; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("z\n\n--b")
                    .append(i)
                    .append("z\n");
        }
        mail.append("Content-Type: text/plain\n\nTout au fond\n");
        IncomingMail read = Mails.read(mail.toString());
        assertEquals("alice@acme.example", read.from().address());
        assertEquals(1, read.attachments().size());
        assertTrue(
                new String(read.attachments().getFirst().content(), StandardCharsets.UTF_8).contains("Tout au fond"));
    }

    @Test
    void two_thousand_parts_are_read_up_to_a_bound_that_is_told() {
        IncomingMail mail = mixed("--b1\nContent-Type: application/pdf\n\nx\n".repeat(2_000));
        assertEquals(1_000, mail.attachments().size());
        assertEquals(List.of(Remark.PARTS_CUT), mail.remarks());
    }

    @Test
    void ten_megabytes_are_read() {
        byte[] content = new byte[7_000_000];
        content[0] = 'M';
        IncomingMail mail = mixed(
                "--b1\nContent-Type: text/plain\n\nVoici\n--b1\nContent-Type: application/zip; name=a.zip\nContent-Transfer-Encoding: base64\n\n"
                        + Mails.base64(content) + "\n");
        assertEquals("Voici", mail.text());
        assertArrayEquals(content, mail.attachments().getFirst().content());
    }

    @Test
    void a_text_of_five_megabytes_is_cut_and_attached_whole() {
        IncomingMail mail = Mails.read(Mails.FROM + "Subject: x\n\n" + "une ligne de journal\n".repeat(250_000));
        assertTrue(mail.text().length() <= 1_000_000);
        assertEquals("message.txt", mail.attachments().getFirst().name());
        assertEquals(List.of(Remark.TEXT_CUT), mail.remarks());
    }

    @Test
    void the_fingerprint_is_of_the_mail_and_not_of_its_way() {
        String mail = Mails.FROM + "Date: Mon, 2 Mar 2026 10:00:00 +0100\nSubject: x\n\nBonjour";
        String print = Mails.read(mail).fingerprint();
        assertEquals(
                print, Mails.read("Received: from a by b\nX-Hop: 2\n" + mail).fingerprint());
        assertNotEquals(print, Mails.read(mail + " !").fingerprint());
        assertNotEquals(print, Mails.read(mail.replace("10:00:00", "10:00:01")).fingerprint());
        assertEquals(64, print.length());
    }

    @Test
    void ids_are_read_with_and_without_brackets() {
        IncomingMail mail = Mails.withHeaders(
                "Message-ID: <a@x>\nIn-Reply-To: \"message of Monday\" <b@x>\nReferences: <r1@x>\n <r2@x><r2@x>\n",
                "x");
        assertEquals("a@x", mail.messageId());
        assertEquals(List.of("b@x"), mail.inReplyTo());
        assertEquals(List.of("r1@x", "r2@x"), mail.references());
        assertEquals("a@x", Mails.withHeaders("Message-ID: a@x\n", "x").messageId());
    }

    @Test
    void winmail_dat_is_unpacked() {
        IncomingMail mail = mixed(
                "--b1\nContent-Type: text/plain\n\nVoir\n--b1\nContent-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\n"
                        + Mails.base64(tnef("Étude.pdf", "%PDF-1.7")) + "\n");
        assertEquals(List.of("Étude.pdf"), names(mail));
        assertEquals("%PDF-1.7", new String(mail.attachments().getFirst().content(), StandardCharsets.US_ASCII));
        assertEquals("application/pdf", mail.attachments().getFirst().type());
    }

    @Test
    void a_broken_winmail_dat_is_a_file() {
        IncomingMail mail = mixed("--b1\nContent-Type: application/ms-tnef; name=winmail.dat\n\nnot tnef\n");
        assertEquals(List.of("winmail.dat"), names(mail));
    }

    /** A container with one attachment, its long name as a MAPI property. */
    private static byte[] tnef(String name, String content) {
        var out = new ByteArrayOutputStream();
        int32(out, 0x223E9F78);
        out.write(1);
        out.write(0);
        attribute(out, 0x00069002, new byte[14]);
        attribute(out, 0x00018010, "ETUDE~1.PDF\0".getBytes(StandardCharsets.ISO_8859_1));
        attribute(out, 0x0006800F, content.getBytes(StandardCharsets.ISO_8859_1));
        var properties = new ByteArrayOutputStream();
        byte[] unicode = (name + "\0").getBytes(StandardCharsets.UTF_16LE);
        int32(properties, 1);
        int32(properties, 0x3707001F);
        int32(properties, 1);
        int32(properties, unicode.length);
        properties.writeBytes(unicode);
        for (int i = unicode.length; i % 4 != 0; i++) {
            properties.write(0);
        }
        attribute(out, 0x00069005, properties.toByteArray());
        return out.toByteArray();
    }

    private static void attribute(ByteArrayOutputStream out, int id, byte[] value) {
        out.write(id == 0x00069002 || id == 0x00018010 || id == 0x0006800F || id == 0x00069005 ? 2 : 1);
        int32(out, id);
        int32(out, value.length);
        out.writeBytes(value);
        out.write(0);
        out.write(0);
    }

    private static void int32(ByteArrayOutputStream out, int value) {
        for (int i = 0; i < 4; i++) {
            out.write(value >> 8 * i);
        }
    }
}
