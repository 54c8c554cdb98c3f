package guichet.core.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.secrets.SecretMasker;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A value that any part of a mail tells as a secret goes from all of it, and from what is kept of it (docs/secrets.md).
 */
class SecretsEverywhereTest {
    private static final String HEAD = Mails.FROM + "To: support@cloud.example\nMessage-ID: <m1@acme.example>\n"
            + "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n";
    private static final String MAIL = """
            Subject: Accès Aut0reX9
            %s
            --b
            Content-Type: multipart/alternative; boundary=c

            --c
            Content-Type: text/plain; charset=utf-8

            Voir Aut0reX9 dans le fichier
            --c
            Content-Type: text/html; charset=utf-8

            <p>Voir <i>Aut0reX9</i> dans le fichier</p><script>1</script>
            --c--
            --b
            Content-Type: text/plain; name=avant.txt
            Content-Disposition: attachment; filename=avant.txt

            Et Aut0reX9
            --b
            Content-Type: image/png; name=Aut0reX9.png
            Content-Disposition: attachment; filename=Aut0reX9.png

            PNG
            --b
            %s
            --b--
            """;

    private static String telling(String file) {
        return MAIL.formatted("", file).replace("Subject:", HEAD + "Subject:");
    }

    private static String shown(IncomingMail mail) {
        return mail.subject()
                + mail.text()
                + mail.visible()
                + mail.quoted()
                + mail.html()
                + mail.attachments().stream()
                        .map(file -> file.name() + new String(file.content(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: text/plain; name=config.txt\nContent-Disposition: attachment; filename=config.txt\n\npassword=Aut0reX9",
                "Content-Type: message/rfc822\n\nFrom: c@d.example\nSubject: y\n\nmot de passe : Aut0reX9",
                "Content-Type: message/rfc822\n\nFrom: c@d.example\nSubject: mdp : Aut0reX9\n\nVoir le sujet",
            })
    void what_only_a_file_tells_as_a_secret_goes_from_subject_text_html_and_all_files(String file) {
        var raw = telling(file);
        var mail = Mails.read(raw);
        assertFalse(shown(mail).contains("Aut0reX9"), shown(mail));
        assertEquals("Accès " + SecretMasker.MASK, mail.subject());
        assertTrue(mail.html().contains(SecretMasker.MASK), mail.html());
        assertEquals(1, mail.masked());
        var kept = new String(MaskedMail.of(Mails.bytes(raw)), StandardCharsets.UTF_8);
        assertFalse(kept.contains("Aut0reX9"), kept);
        var again = MailReader.read(MaskedMail.of(Mails.bytes(raw)), new ReadOptions(false, Set.of()));
        assertFalse(shown(again).contains("Aut0reX9"), shown(again));
    }

    @Test
    void a_file_that_is_called_by_a_secret_keeps_how_its_name_ends() {
        var mail = Mails.read(telling("Content-Type: text/plain\n\nmot de passe : Aut0reX9"));
        assertEquals(
                List.of("avant.txt", SecretMasker.MASK + ".png"),
                mail.attachments().stream().map(MailAttachment::name).toList());
        var program = Mails.read(HEAD + "Subject: x\n\n--b\nContent-Type: text/plain\n\nmot de passe : setup.exe\n--b\n"
                + "Content-Type: application/octet-stream; name=setup.exe\n\nx\n--b--\n");
        assertTrue(
                program.attachments().getFirst().executable(),
                program.attachments().getFirst().name());
    }

    @Test
    void a_file_beyond_what_there_is_time_for_is_left_as_it_is_and_so_is_what_it_alone_tells() {
        var long1 = "Content-Type: text/plain; name=a.log\nContent-Disposition: attachment; filename=a.log\n\n"
                + "x".repeat(3_000_001) + "\npassword=Aut0reX9";
        assertEquals(0, Mails.read(telling(long1)).masked());
    }

    @Test
    void a_desk_that_keeps_secrets_keeps_them_in_files_and_mails_too() {
        for (var file : List.of(
                "Content-Type: text/plain; name=config.txt\nContent-Disposition: attachment; filename=config.txt\n\npassword=Aut0reX9",
                "Content-Type: message/rfc822\n\nFrom: c@d.example\nSubject: mdp : Aut0reX9\n\npassword=Aut0reX9")) {
            var mail = MailReader.read(Mails.bytes(telling(file)), new ReadOptions(false, Set.of()));
            assertFalse(shown(mail).contains(SecretMasker.MASK), shown(mail));
            assertEquals(0, mail.masked());
        }
    }

    @Test
    void two_mails_that_differ_in_nothing_but_a_secret_are_two() {
        assertNotEquals(
                Mails.read(Mails.FROM + "Subject: x\n\npassword: hunter2").fingerprint(),
                Mails.read(Mails.FROM + "Subject: x\n\npassword: hunter3").fingerprint());
    }

    @Test
    void html_that_may_still_show_a_secret_is_not_kept() {
        var lines = IntStream.range(0, 510)
                .mapToObj(i -> "<p>mdp : Soleil%04d</p>".formatted(i))
                .collect(Collectors.joining());
        var mail = Mails.htmlReply(lines);
        assertEquals("", mail.html(), "more secrets than are sought");
        assertFalse(mail.text().contains("Soleil"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>mot de passe : Sol42!</p><p>So<b>l4</b>2!</p>", // short: only as a word
                "<p>mot de passe : Soleil42abc</p><p>Soleil<br>42abc</p>", // broken into lines
                "<p>mot de passe : Soleil42abc</p><p>&gt;Soleil</p><p>&gt;42abc</p>", // and quoted
            })
    void html_in_which_a_secret_is_spread_over_elements_or_lines_is_not_kept(String html) {
        assertEquals("", Mails.htmlReply(html).html());
    }

    @Test
    void a_value_of_eight_characters_goes_from_within_words_and_one_of_seven_does_not() {
        var eight = Mails.htmlReply("<p>mdp : Soleil42</p><p>xSoleil42x</p>");
        assertFalse((eight.html() + eight.text()).contains("Soleil42"), eight.text());
        var seven = Mails.htmlReply("<p>mdp : Soleil4</p><p>xSoleil4x</p>");
        assertTrue(seven.html().contains("xSoleil4x") && seven.text().contains("xSoleil4x"), seven.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "senha: segredo7",
                "wachtwoord: geheim7x",
                "parola d'ordine: segreto7",
                "Kennwort: geheim7x",
                "clave de acceso: secreto7",
                "code confidentiel : 48217x",
                "clé d’API : ab12cd34",
                "api-key: ab12cd34",
                "stripeToken = tok1234567",
                "accessKey: ab12cd34",
                "db_pass=abc",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N",
                "glpat-abcdefghijklmnop1234",
                "xoxb-1234567890-abcdefghij",
                "sk_live_abcdefghij1234567890",
                "sk-abcdefghijklmnopqrstuvwx",
                "AIzaSyA1234567890abcdefghijklmnopqrstuv",
                "github_pat_abcdefghijklmnopqrst",
                "Authorization: Basic YWxpY2U6aHVudGVyMg==",
                "clé ASIAIOSFODNN7EXAMPLE",
            })
    void labels_in_seven_languages_and_keys_by_their_shape_are_recognised(String text) {
        assertEquals(1, SecretMasker.mask(text).secrets().size(), text);
    }

    @Test
    void of_a_mail_that_is_kept_addresses_and_ids_are_left_and_its_html_is_cleaned() {
        var kept = new String(
                MaskedMail.of(Mails.bytes("From: Soleil42 <Soleil42@acme.example>\nMessage-ID: <Soleil42@x>\n"
                        + "References: <a-Soleil42@x>\nX-Note: Soleil42\nSubject: Soleil42\nMIME-Version: 1.0\n"
                        + "Content-Type: text/html\n\n<p>mdp : Soleil42</p><script>1</script>")),
                StandardCharsets.UTF_8);
        var mail = MailReader.read(kept.getBytes(StandardCharsets.UTF_8));
        assertEquals("Soleil42@acme.example", mail.from().address());
        assertEquals("Soleil42@x", mail.messageId());
        assertEquals(List.of("a-Soleil42@x"), mail.references());
        assertEquals(SecretMasker.MASK, mail.subject());
        assertFalse(kept.contains("X-Note: Soleil42"), kept);
        assertFalse(mail.html().contains("script") || decoded(kept).contains("script"), decoded(kept));
    }

    private static String decoded(String kept) {
        var body = kept.substring(kept.indexOf("\r\n\r\n") + 4).strip();
        return new String(java.util.Base64.getMimeDecoder().decode(body), StandardCharsets.UTF_8);
    }
}
