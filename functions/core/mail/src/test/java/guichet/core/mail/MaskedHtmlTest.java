package guichet.core.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The HTML of a masked mail never shows what was masked, nor what only the HTML gave away (S2-03). */
class MaskedHtmlTest {
    private static final ReadOptions MASKING = new ReadOptions(true, Set.of());

    private static IncomingMail masked(String mail) {
        return MailReader.read(Mails.bytes(mail), MASKING);
    }

    private static IncomingMail html(String html) {
        return masked(Mails.FROM + "Subject: x\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n" + html);
    }

    private static IncomingMail alternatives(String plain, String html) {
        return masked(Mails.FROM
                + "Subject: x\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n"
                + plain + "\n--b\nContent-Type: text/html; charset=utf-8\n\n" + html + "\n--b--\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Mot de passe : <b>Soleil42!</b></p>",
                "<table><tr><td>Mot de passe :</td><td>Soleil42!</td></tr></table>",
                "<p>Mot de passe&nbsp;: So<i></i>leil42!</p>",
                "<p title=\"mot de passe : Soleil42!\">x</p>",
                "<p>mot de passe : Soleil42! <a href=\"https://x.example/?p=Soleil42%21\">x</a></p>",
                "<img src=\"https://x.example/?pw=Soleil42!\" alt=\"mdp=Soleil42!\">",
                "<p>mot de passe : Soleil42!</p><p style=\"font-family:'Soleil42!'\">x</p>",
                "<div style=\"display:none\">mot de passe : Soleil42!</div><p>Bonjour</p>",
                "<a href=\"https://root:Soleil42!@x.example/\">x</a>",
                "<p>mot de passe : Soleil42!</p><p>So<b>leil</b>42!</p>",
            })
    void the_html_shows_no_secret_wherever_it_stands(String html) {
        var mail = html(html);
        var shown = mail.html() + mail.text() + mail.quoted();
        assertFalse(shown.contains("leil42") || shown.contains("42!") || shown.contains("42%21"), shown);
        assertTrue(mail.masked() > 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<br>", "</div><div>", "</p><p>", "</td></tr><tr><td>"})
    void a_key_of_many_lines_is_gone_however_its_lines_are_parted(String between) {
        var key = "-----BEGIN PRIVATE KEY-----" + between + "MIIEvQIBADANBgkqhkiG9w0BAQEF" + between
                + "AASCBKcwggSjAgEAAoIBAQC7VJTU" + between + "-----END PRIVATE KEY-----";
        var mail = html("<table><tr><td><div><p>" + key + "</p></div></td></tr></table>");
        assertFalse((mail.html() + mail.text()).contains("AASCBKcwggSjAgEAAoIBAQC7VJTU"), mail.html());
    }

    @Test
    void a_secret_that_only_the_html_form_holds_is_found() {
        var mail = alternatives(
                "Bonjour, voici de quoi vous connecter au serveur de test. Cordialement, Alice",
                "<p>Bonjour, voici de quoi vous connecter au serveur de test. mdp : Soleil42!</p><p>Cordialement, Alice</p>");
        assertFalse((mail.html() + mail.text()).contains("Soleil42"), mail.html());
        assertEquals(1, mail.masked(), "so only the masked form of the raw mail is kept");
    }

    @Test
    void a_secret_that_only_the_html_form_tells_as_one_goes_from_the_text_too() {
        var mail = alternatives(
                "Bonjour, voici de quoi vous connecter au serveur de test avec Soleil42! comme convenu hier",
                "<p title=\"mdp : Soleil42!\">Bonjour, voici de quoi vous connecter au serveur de test avec Soleil42! comme convenu hier</p>");
        assertFalse((mail.html() + mail.text()).contains("Soleil42"), mail.text());
    }

    @Test
    void what_a_link_carries_to_be_counted_is_no_secret_of_its_sender() {
        var mail = html("<a href=\"https://news.example/unsubscribe?token=4f5e6d7c8b9a\">Se désabonner</a>");
        assertEquals(0, mail.masked());
        assertTrue(mail.html().contains("token=4f5e6d7c8b9a"), mail.html());
    }

    @Test
    void html_without_a_secret_stays_as_it_was() {
        var html = "<p style=\"color: red\" title=\"mot de passe oublié\">J'ai oublié mon <b>mot de passe</b></p>";
        assertEquals(html, html(html).html());
    }
}
