package guichet.core.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no mail client shows of HTML is no text, unless there is no other. */
class HiddenHtmlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div style=\"display:none;max-height:0\">fantôme</div>",
                        "<div style='color:red; DISPLAY : none !important'>fantôme</div>",
                        "<p style=\"visibility:hidden\">fantôme</p>", "<span style=\"font-size:0\">fantôme</span>",
                "<span style=\"font-size:0px;color:#fff\"><b>fantôme</b></span>",
                        "<div style=\"max-height:0px;overflow:hidden\">fantôme<p>encore</p></div>",
                        "<p hidden>fantôme</p>", "<div style=\"mso-hide:all;display:none\">fantôme</div>",
                "<div style=\"height:0;overflow:hidden\">fantôme</div>",
                        "<p class=a style=\"font:14px Arial;font-size:0\">fantôme</p>",
                        "<style>a{color:red}</style><p style=\"font-size:0\"><b>fantôme</b></p>",
            })
    void what_is_hidden_is_no_text(String hidden) {
        assertEquals(
                "Bonjour",
                Mails.htmlReply("<body>" + hidden + "<p>Bonjour</p></body>").text());
        assertEquals(
                "Bonjour\n\nAlice",
                Mails.htmlReply("<body><p>Bonjour</p>" + hidden + "<p>Alice</p></body>")
                        .text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div style=\"display:none\">Bonjour</div>",
                "<div style=\"display:none\"><p>Bonjour</p></div><p>&nbsp;</p>",
                "<div style=\"visibility:hidden\">Bonjour</div><img src=a>",
            })
    void what_is_hidden_is_the_text_where_nothing_else_is(String html) {
        assertEquals("Bonjour", Mails.htmlReply(html).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div style=\"display:none;display:block\">Bonjour</div>",
                "<div style=\"font-size:0\"><p style=\"font-size:14px\">Bonjour</p></div>",
                "<div style=\"font-size:0\"><table><tr><td>Bonjour</td></tr></table></div>",
                "<div style=\"font-size:0\"><font size=3>Bonjour</font></div>",
                "<a style=\"mso-hide:all\">Bonjour</a>",
                "<div style=\"max-height:0\">Bonjour</div>",
                "<div style=\"font-size:0\"><span style=\"font-size:medium\">Bonjour</span></div>",
                "<div style=\"visibility:hidden\"><p style=\"visibility:visible\">Bonjour</p></div>",
                "<div style=\"-x-display:none\">Bonjour</div>",
                "<div style=\"max-height:0.5em;overflow:hidden\">Bonjour</div>",
                "<div style=\"font-size:0\"><p style=\"font:14px Arial\">Bonjour</p></div>",
                "<style>.b{font-size:14px}</style><div style=\"font-size:0\"><p class=b>Bonjour</p></div>",
                "<style>#b{font-size:14px}</style><div style=\"font-size:0\"><p id=b><i>Bonjour</i></p></div>",
                "<style>p{font-size:14px}</style><div style=\"font-size:0\"><p>Bonjour</p></div>",
                "<div style=\"font-size:0;font:14px Arial\">Bonjour</div>",
                "<style>.b{visibility:visible}</style><div style=\"visibility:hidden\"><p class=b>Bonjour</p></div>",
            })
    void what_some_client_shows_is_text(String html) {
        assertEquals("Bonjour\n\nAlice", Mails.htmlReply(html + "<p>Alice</p>").text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"font-size:0;", "color:red;"})
    void a_style_as_long_as_the_mail_is_not_read_again_for_every_letter(String declaration) {
        String html = "<div style=\"" + declaration.repeat(30_000) + "\">" + "<b>x</b>".repeat(60_000) + "</div>";
        assertTimeout(Duration.ofSeconds(10), () -> Mails.htmlReply(html));
    }

    @Test
    void a_style_without_a_colon_is_read_once() {
        String html = "<div style=\"" + ";".repeat(950_000) + "\">x</div>";
        assertTimeout(
                Duration.ofSeconds(10),
                () -> assertEquals("x", Mails.htmlReply(html).text()));
    }

    @Test
    void long_styles_around_a_text_are_read_once_and_not_for_every_letter() {
        String html = ("<div style=\"" + "color:red;".repeat(200) + "\">").repeat(20) + "<b>x</b>".repeat(100_000);
        assertTimeout(Duration.ofSeconds(10), () -> Mails.htmlReply(html));
    }

    @Test
    void what_says_nothing_itself_is_as_hidden_as_what_it_is_in() {
        String deep = "<b>".repeat(30) + "fantôme" + "</b>".repeat(30);
        assertEquals(
                "Bonjour",
                Mails.htmlReply("<p>Bon<span style=\"font-size:0\">" + deep + "<!-- --></span><i>jour</i></p>")
                        .text());
        assertEquals(
                "Bonjour",
                Mails.htmlReply("<p>Bon<span style=\"visibility:hidden\"><span hidden><i>x</i></span>" + deep
                                + "</span>jour</p>")
                        .text());
    }
}
