package guichet.core.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page tells besides its words: where links lead, numbers of lists, and what stands for a picture. */
class HtmlTellsTest {
    private static String text(String html) {
        return Mails.htmlReply("<p>" + html + "</p>").text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Voir <a href=\"https://wiki.acme.example/dépôt?page=2\">la page</a>, svp.|Voir la page"
                        + " <https://wiki.acme.example/dépôt?page=2>, svp.",
                "<a href=\"https://wiki.acme.example/a\">wiki</a>et|wiki <https://wiki.acme.example/a> et",
                "Écrire à <a href=\"mailto:paul@acme.example?subject=x\">Paul</a>|Écrire à Paul <paul@acme.example>",
                "<a href=\"tel:+33123456789\">Appelez-moi</a>|Appelez-moi <+33123456789>",
                "<a href=\"file://serveur/plans\">les plans</a>|les plans <file://serveur/plans>",
                "<a href=\"https://wiki.acme.example/un&#10; deux>\">x</a>|x <https://wiki.acme.example/un%20deux%3E>",
                "<a href=\"https://wiki.acme.example/tr%C3%A8s-long\">https://wiki.acme.example/tr…</a>|"
                        + "https://wiki.acme.example/tr… <https://wiki.acme.example/tr%C3%A8s-long>",
                "<a href=\"https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwiki.acme.example%2Fa&data=05\">"
                        + "ici</a>|ici <https://wiki.acme.example/a>",
                "<a href=\"https://wiki.acme.example/a\"><img src=\"cid:x\" alt=\"Schéma\"></a>|"
                        + "[Schéma] <https://wiki.acme.example/a>",
            })
    void a_link_keeps_its_target_where_its_words_do_not_say_it(String html, String text) {
        assertEquals(text, text(html));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<a href=\"https://www.acme.example/\">acme.example</a>|acme.example",
                "<a href=\"https://wiki.acme.example/a\">(https://wiki.acme.example/a)</a>|(https://wiki.acme.example/a)",
                "<a href=\"https://wiki.acme.example/%C3%A9t%C3%A9\">wiki.acme.example/été</a>|wiki.acme.example/été",
                "<a href=\"mailto:Paul@acme.example\">paul@acme.example</a>|paul@acme.example",
                "<a href=\"tel:+33123456789\">01 23 45 67 89</a>|01 23 45 67 89",
                "<a href=\"#bas\">plus bas</a>|plus bas",
                "<a href=\"javascript:alert(1)\">x</a>|x",
                "<a href=\"data:text/html,x\">x</a>|x",
                "<a href=\"cid:plan\">x</a>|x",
                "<a name=haut>haut</a>|haut",
                "a<a href=\"https://acme.example/lot\"><img src=\"https://acme.example/lot.png\"></a>|a",
                "a<a href=\"https://acme.example/lot\" style=\"display:none\">lire en ligne</a>|a",
            })
    void a_link_whose_words_say_it_or_that_leads_nowhere_is_its_words(String html, String text) {
        assertEquals(text, text(html));
    }

    @Test
    void a_plain_form_without_the_targets_says_the_same_as_its_page() {
        var links = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            links.append("<a href=\"https://wiki.acme.example/chapitre/" + i + "/annexe-" + i + "\">ici</a> ");
        }
        var mail = Mails.read(Mails.FROM + "MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\n"
                + "Content-Type: text/plain; charset=utf-8\n\nLes chapitres sont ici.\n--b\n"
                + "Content-Type: text/html; charset=utf-8\n\n<p>Les chapitres sont " + links + "</p>\n--b--\n");
        assertEquals("Les chapitres sont ici.", mail.text());
    }

    @Test
    void a_key_in_the_query_of_a_target_is_no_secret_of_the_sender() {
        var mail = Mails.htmlReply(
                "<p><a href=\"https://news.example/?token=4f5e6d7c8b9a0f1e2d3c&password=Tr0ub4dor\">Lire</a></p>");
        assertEquals(0, mail.masked());
        assertEquals("Lire <https://news.example/?token=4f5e6d7c8b9a0f1e2d3c&password=Tr0ub4dor>", mail.text());
    }

    @Test
    void a_secret_that_the_words_tell_goes_from_targets_as_well_however_it_is_written_there() {
        var mail = Mails.htmlReply("<p>mot de passe : Zx9!kLm#42</p><p><a"
                + " href=\"https://acme.example/login?p=Zx9!kLm%2342\">entrer</a> <a"
                + " href=\"https://acme.example/a?n=1\">suite</a></p>");
        assertEquals(1, mail.masked());
        assertFalse(mail.text().contains("kLm"), mail.text());
        assertTrue(mail.text().contains("entrer <https://acme.example/login?p="), mail.text());
        assertTrue(mail.text().endsWith("suite <https://acme.example/a?n=1>"), mail.text());
    }

    @Test
    void lists_have_the_numbers_that_a_browser_shows() {
        assertEquals(
                "1. ouvrir\n2. cliquer\n  a. à gauche\n  b. à droite\n    - vite\n3. attendre",
                text(
                        "</p><ol><li>ouvrir<li>cliquer<ol type=a><li>à gauche<li>à droite<ul><li>vite</ul></ol><li>attendre"
                                + "</ol>"));
        assertEquals("5. cinq\n9. neuf\n10. dix", text("</p><ol start=5><li>cinq<li value=9>neuf<li>dix</ol>"));
        assertEquals("3. c\n2. b\n1. a", text("</p><ol reversed><li>c<li>b<li>a</ol>"));
        assertEquals("iv. q\nv. c", text("</p><ol type=i start=4><li>q<li>c</ol>"));
        assertEquals("AA. x", text("</p><ol type=A start=27><li>x</ol>"));
        assertEquals("0. x\na. y", text("</p><ol type=a start=0><li>x<li>y</ol>"));
        assertEquals("1. x", text("</p><ol start=beaucoup><li>x</ol>"));
    }

    @Test
    void the_mark_of_an_item_stands_before_its_words_also_where_they_are_a_paragraph() {
        assertEquals(
                "1. ouvrir\n\n2. cliquer\n\nfin", text("</p><ol><li><p>ouvrir</p></li><li><p>cliquer</p></ol>fin"));
        assertEquals("1. ouvrir\n2. cliquer", text("</p><ol><li><div>ouvrir</div><li><div>cliquer</div></ol>"));
        assertEquals("1.\n2. b", text("</p><ol><li></li><li>b</ol>"));
        assertEquals("1.\n  - a", text("</p><ol><li><ul><li>a</ul></ol>"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "C'est lent <img alt=\"🙁\" width=18 height=18>.|C'est lent 🙁.",
                "<img src=\"cid:a\" alt=\"Message : disque plein\"> depuis hier|[Message : disque plein] depuis hier",
                "État : <img src=x alt=KO width=16 height=16>|État : [KO]",
                "Voir<img src=x alt=\"le logo du dépôt est coupé en deux à droite\">|"
                        + "Voir[le logo du dépôt est coupé en deux à droite]",
            })
    void a_picture_is_told_by_its_words(String html, String text) {
        assertEquals(text, text(html));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=x alt=\"suivi\" width=1 height=1>",
                "<img src=x alt=\"suivi\" style=\"width:0px\">",
                "<img src=x alt=\"suivi\" style=\"display:none\">",
                "<img src=x alt=\"image001.png\">",
                "<img src=x alt=\"Image en ligne 1\">",
                "<img src=x alt=\"\">",
                "<img src=x alt=\"Une image contenant texte&#10;Description générée automatiquement\">",
                "<a href=\"https://linkedin.example/acme\"><img src=x alt=\"LinkedIn\"></a>",
                "<img src=x alt=\"Logo Acme\">",
                "<img src=x>",
            })
    void what_counts_readers_decorates_or_has_no_words_of_a_person_is_not_told(String picture) {
        assertEquals("Bonjour.", text("Bonjour" + picture + "."));
    }

    @Test
    void what_a_signature_shows_is_not_told() {
        var mail = Mails.htmlReply(
                "<p>Oui.</p><div class=\"gmail_signature\">Alice<img src=x alt=\"Acme, les dépôts\"></div>");
        assertEquals("Oui.", mail.visible());
        assertFalse(mail.text().contains("dépôts"), mail.text());
    }

    @Test
    void no_sender_sets_the_marks_of_ours_not_even_by_their_numbers() {
        var mail = Mails.htmlReply("<p>Oui.</p><div>&#xE0F0;</div><p>Et voici la suite.</p>");
        assertTrue(mail.visible().contains("Et voici la suite."), mail.visible());
        assertEquals("x <https://a.example/>", text("<a href=\"https://a.example/&#xE0F3;\">&#xE0F3;x</a>"));
    }
}
