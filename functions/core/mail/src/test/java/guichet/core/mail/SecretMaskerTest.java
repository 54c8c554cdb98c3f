package guichet.core.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.secrets.SecretMasker;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretMaskerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Mon mot de passe : Soleil2026!|Soleil2026!",
                "mot de passe: soleil|soleil",
                "Mot de passe = azerty|azerty",
                "mdp=toto42|toto42",
                "MDP : toto42, merci|toto42",
                "Identifiant : alice / Mot de passe : Tr0ub4dor|Tr0ub4dor",
                "Le mot de passe est Tr0ub4dor&3.|Tr0ub4dor&3",
                "Mot de passe du VPN : «Été2026»|Été2026",
                "password: hunter2|hunter2",
                "My password is hunter2, thanks|hunter2",
                "password for the server: S3cret|S3cret",
                "pwd: abc123|abc123",
                "PWD=abc|abc",
                "code d'accès : 4821|4821",
                "Le code d’accès est 4821|4821",
                "code PIN : 4821|4821",
                "passphrase: correct-horse|correct-horse",
                "DB_PASSWORD=s3cr3t|s3cr3t",
                "\"password\": \"s3cr3t\",|s3cr3t",
                "password => 's3cr3t'|s3cr3t",
                "<password>s3cr3t</password>|s3cr3t",
                "?user=a&password=s3cr3t&x=1|s3cr3t",
                "Passwort: geheim123|geheim123",
                "Das Passwort lautet geheim123|geheim123",
                "contraseña: secreto1|secreto1",
                "api_key = abcd1234efgh|abcd1234efgh",
                "client_secret: Zz9xQ7|Zz9xQ7",
                "postgres://app:s3cr3t@db.acme.example/prod|s3cr3t",
                "https://alice:pw@git.acme.example/x.git|pw",
                "clé AKIAIOSFODNN7EXAMPLE|AKIAIOSFODNN7EXAMPLE",
                "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY|wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
                "Authorization: Bearer abcdefghijklmnop123|abcdefghijklmnop123",
                "ghp_abcdefghijklmnopqrstuvwxyz0123456789|ghp_abcdefghijklmnopqrstuvwxyz0123456789",
                "**Mot de passe** : Abc123|Abc123",
            })
    void a_secret_is_masked_and_nothing_else(String text, String secret) {
        SecretMasker.Masked masked = SecretMasker.mask(text);
        assertEquals(Set.of(secret), masked.secrets());
        assertEquals(text.replace(secret, SecretMasker.MASK), masked.text());
    }

    @Test
    void a_quoted_password_with_a_blank_is_masked_whole() {
        assertEquals(
                "mot de passe : \"" + SecretMasker.MASK + "\"",
                SecretMasker.mask("mot de passe : \"Bonjour Monde\"").text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "J'ai oublié mon mot de passe",
                "Mot de passe oublié",
                "Mot de passe : oublié",
                "Mon mot de passe est expiré.",
                "Le mot de passe ne marche plus : je ne peux plus entrer",
                "Problème de mot de passe : je ne peux plus me connecter",
                "Please reset my password",
                "The password is wrong",
                "Password required: yes",
                "password reset: how does it work?",
                "Changez le mot de passe : https://acme.example/reset",
                "Envoyez le mot de passe à alice@acme.example",
                "mot de passe : ******",
                "password: ${DB_PASSWORD}",
                "password: <votre mot de passe>",
                "Le code d'accès ne fonctionne pas.",
                "Réinitialisation du mot de passe",
                "https://acme.example:8080/a@b",
                "Mon code postal : 75001",
                "The token is expired",
                "Le secret est bien gardé.",
                "Bearer of bad news",
                "passwords: see the policy",
                "le mot de passe.\nBonjour",
                "Un token par jour : demandez-le",
                "mot de passe : je l'ai perdu",
            })
    void talking_about_a_password_masks_nothing(String text) {
        assertEquals(text, SecretMasker.mask(text).text());
    }

    @Test
    void a_value_below_its_label_is_masked() {
        assertEquals(
                "Identifiant : alice\nMot de passe :\n" + SecretMasker.MASK + "\nMerci",
                SecretMasker.mask("Identifiant : alice\nMot de passe :\nTr0ub4dor!\nMerci")
                        .text());
    }

    @Test
    void a_long_key_is_masked_to_its_end() {
        String key = "Ab1".repeat(400);
        assertEquals(
                "client_secret=" + SecretMasker.MASK + " fin",
                SecretMasker.mask("client_secret=" + key + " fin").text());
    }

    @Test
    void a_private_key_is_masked() {
        String key =
                "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA1234567890abcdefghijklmnop\nqrstuvwxyz\n-----END RSA PRIVATE KEY-----";
        SecretMasker.Masked masked = SecretMasker.mask("Voici :\n" + key + "\nMerci");
        assertFalse(masked.text().contains("MIIEpAIBAAKC"));
        assertTrue(masked.text().endsWith("Merci"));
    }

    @Test
    void a_secret_is_gone_from_subject_text_html_and_text_files_and_is_counted_once() {
        IncomingMail mail = Mails.read(Mails.FROM + """
                Subject: mot de passe : Tr0ub4dor
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=b1

                --b1
                Content-Type: multipart/alternative; boundary=b2

                --b2
                Content-Type: text/plain; charset=utf-8

                Le mot de passe est Tr0ub4dor et le serveur db.
                --b2
                Content-Type: text/html; charset=utf-8

                <p>Le <b>mot de passe</b> est <i>Tr0ub4dor</i> et le serveur db.</p>
                --b2--
                --b1
                Content-Type: text/plain; name=config.txt
                Content-Disposition: attachment; filename=config.txt

                password=Aut0re
                --b1--
                """);
        assertFalse(mail.toString().contains("Tr0ub4dor"));
        assertFalse(mail.html().contains("Tr0ub4dor"));
        assertTrue(mail.html().contains(SecretMasker.MASK));
        assertFalse(new String(mail.attachments().getFirst().content(), StandardCharsets.UTF_8).contains("Aut0re"));
        assertEquals(2, mail.masked());
    }

    @Test
    void a_value_spread_over_elements_takes_the_html_with_it() {
        IncomingMail mail = Mails.htmlReply("<p>mot de passe : Tr0<b>ub4dor</b></p>");
        assertEquals("mot de passe : " + SecretMasker.MASK, mail.text());
        assertFalse(mail.html().contains("ub4dor"));
    }

    @Test
    void a_short_password_is_gone_as_a_word_and_left_within_longer_ones() {
        IncomingMail mail =
                Mails.htmlReply("<p>Mot de passe : admin</p><p>Je suis administrateur, et (admin) ne marche pas.</p>");
        assertEquals(
                "Mot de passe : •••\n\nJe suis administrateur, et (•••) ne marche pas."
                        .replace("•••", SecretMasker.MASK),
                mail.text());
        assertEquals(
                "<p>Mot de passe : •••</p><p>Je suis administrateur, et (•••) ne marche pas.</p>"
                        .replace("•••", SecretMasker.MASK),
                mail.html());
    }

    @Test
    void words_that_only_the_html_says_are_looked_at() {
        IncomingMail mail = Mails.htmlReply(
                "<p>Voici</p><form><select><option>password: hunter2</option></select></form><img src=\"https://x.example/password:%20hunter3/a.png\">");
        assertFalse(mail.html().contains("hunter2"), mail.html());
        assertFalse(mail.html().contains("hunter3"), mail.html());
        assertEquals(2, mail.masked());
    }

    @Test
    void masking_joins_no_attributes() {
        String html = Mails.htmlReply(
                        "<p>mot de passe : «A\" href=»</p><a title=\"A\" href=\"https://x.example/ onmouseover=alert(1) x\">y</a>")
                .html();
        assertTrue(org.jsoup.Jsoup.parse(html).select("[onmouseover]").isEmpty());
        assertTrue(html.contains("<a "));
    }

    @Test
    void a_desk_may_leave_secrets_as_they_are() {
        byte[] mail = Mails.bytes(Mails.FROM + "Subject: x\n\npassword: hunter2");
        IncomingMail read = MailReader.read(mail, new ReadOptions(false, Set.of()));
        assertEquals("password: hunter2", read.text());
        assertEquals(0, read.masked());
    }

    @Test
    void the_fingerprint_does_not_depend_on_masking() {
        byte[] mail = Mails.bytes(Mails.FROM + "Subject: x\n\npassword: hunter2");
        assertEquals(
                MailReader.read(mail).fingerprint(),
                MailReader.read(mail, new ReadOptions(false, Set.of())).fingerprint());
    }
}
