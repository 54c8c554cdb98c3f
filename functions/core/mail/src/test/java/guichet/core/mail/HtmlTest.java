package guichet.core.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {

    @Test
    void lines_break_where_a_browser_breaks_them() {
        assertEquals(
                "Titre\n\nUn paragraphe sur deux lignes.\n\n- un\n- deux\na b\nfin",
                Mails.htmlReply(
                                "<h1>Titre</h1><p>Un paragraphe\n sur deux\t lignes.</p><ul><li>un<li>deux</ul><table><tr><td>a</td><td>b</td></tr></table><div>fin</div>")
                        .text());
    }

    @Test
    void code_keeps_its_lines() {
        assertEquals(
                "a {\n  b: 1;\n}", Mails.htmlReply("<pre>a {\n  b: 1;\n}</pre>").text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<iframe src=\"https://evil.example\"></iframe>",
                "<form action=\"https://evil.example\"><input name=p></form>",
                "<svg onload=alert(1)>",
                "<style>*{background:url(https://evil.example)}</style>",
                "<div style=\"background:url(https://evil.example/t.gif)\">x</div>",
                "<div style=\"width:expression(alert(1))\">x</div>",
                "<link rel=stylesheet href=https://evil.example>",
                "<meta http-equiv=refresh content=\"0;url=https://evil.example\">",
                "<object data=https://evil.example></object>",
                "<a href=\"data:text/html,x\">x</a>",
                "<base href=https://evil.example>",
                "<img src=\"https://evil.example/t.gif\">",
                "<img srcset=\"https://evil.example/t.gif 2x\">",
                "<table background=\"https://evil.example/t.gif\"><tr><td>x</td></tr></table>",
                "<video src=https://evil.example></video>",
                "<div style=\"b\\61ckground:u\\72l(https://evil.example)\">x</div>",
                "<button formaction=https://evil.example>x</button>",
                "<math href=javascript:alert(1)>x</math>",
                "<embed src=https://evil.example>",
                "<img src=\"data:image/svg+xml,<svg onload=alert(1)>\">",
                "<img src=\"data:text/html,alert\">",
                "<picture><source srcset=https://evil.example/t.gif><img src=x></picture>",
                "<input type=image src=https://evil.example/t.gif>",
                "<body background=https://evil.example/t.gif><p>Bonjour</p>",
                "<a href=\"java&#9;script:alert(1)\">x</a>",
                "<a href=\" &#1;javascript:alert(1)\">x</a>",
                "<isindex action=javascript:alert(1)>",
                "<frameset onload=alert(1)>",
                "<div style=\"list-style-image:url(https://evil.example)\">x</div>",
                "<p style='background:src(\"https://evil.example\")'>x</p>",
            })
    void nothing_in_html_runs_or_fetches(String html) {
        String clean = Mails.htmlReply("<p>Bonjour</p>" + html).html();
        assertTrue(clean.contains("Bonjour"));
        for (String bad : new String[] {
            "<script",
            "alert",
            "javascript",
            "<iframe",
            "<form",
            "<input",
            "onerror",
            "onload",
            "<style",
            "url(",
            "<link",
            "<meta",
            "<object",
            "<base",
            " src=",
            "srcset",
            "background=",
            "<video",
            "expression",
            "formaction",
            "data:"
        }) {
            assertFalse(clean.contains(bad), bad + " in " + clean);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg><script>alert(1)</script></svg>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
                "<template><script>alert(1)</script></template>",
                "<svg><style><img src=x onerror=alert(1)></style></svg>",
                "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=x onerror=alert(1)&gt;\">",
                "<xmp><img src=x onerror=alert(1)></xmp>",
                "<plaintext><script>alert(1)</script>"
            })
    void what_hides_in_raw_text_becomes_no_element(String html) {
        var shown = Jsoup.parse(Mails.htmlReply("<p>Bonjour</p>" + html).html());
        assertTrue(shown.text().contains("Bonjour"));
        assertEquals(
                "",
                shown.select("script, style, img[src], svg, math, template, noscript, [onerror], [onload]")
                        .outerHtml());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "position:fixed;top:0;left:0",
                "position: absolute",
                "POSITION:sticky",
                "z-index:99999",
                "opacity:0",
                "transform:scale(9)",
                "clip-path:inset(0)",
                "pointer-events:none",
                "content:'x'",
                "animation:x 1s",
                "filter:invert(1)"
            })
    void nothing_lays_itself_over_the_page(String style) {
        assertEquals(
                "<div>x</div>",
                Mails.htmlReply("<div style=\"" + style + "\">x</div>").html());
    }

    @ParameterizedTest
    @ValueSource(strings = {"charset=utf-7", "charset=\"UTF-7\"", "charset=unicode-1-1-utf-7"})
    void a_charset_that_hides_its_tags_hides_nothing(String charset) {
        var mail = Mails.read(Mails.FROM + "Subject: x\nMIME-Version: 1.0\nContent-Type: text/html; " + charset
                + "\n\n<p>a</p>+ADw-script+AD4-alert(1)+ADw-/script+AD4-<p>b</p>");
        assertFalse(mail.html().contains("<script") || mail.html().contains("alert(1)</script"), mail.html());
    }

    @Test
    void tags_of_a_charset_that_is_not_the_mails_own_stay_text() {
        assertEquals(
                "+ADw-script+AD4-alert(1)",
                Mails.htmlReply("+ADw-script+AD4-alert(1)").html());
        assertEquals(
                "\u00bcscript\u00bealert(1)",
                Mails.read(
                                Mails.FROM
                                        + "Subject: x\nMIME-Version: 1.0\nContent-Type: text/html; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n=BCscript=BEalert(1)")
                        .html());
    }

    @Test
    void a_link_goes_where_it_says_and_to_a_tab_of_its_own() {
        var clean = Mails.htmlReply(
                        "<base href=\"https://evil.example/\" target=_top><a href=\"/x\" target=_top>relative</a><a href=\"https://acme.example\" target=\"_parent\" rel=opener>absolute</a>")
                .html();
        assertFalse(clean.contains("_top") || clean.contains("_parent") || clean.contains("rel=\"opener\""), clean);
        assertTrue(
                clean.contains(
                                "<a href=\"https://acme.example\" target=\"_blank\" rel=\"nofollow noopener noreferrer\">")
                        || clean.contains(
                                "href=\"https://acme.example\" rel=\"nofollow noopener noreferrer\" target=\"_blank\""),
                clean);
    }

    @Test
    void pictures_of_the_mail_and_of_the_net_are_placeholders() {
        String clean = Mails.htmlReply(
                        "<img src=\"cid:logo@x\" alt=Logo><img src=\"https://acme.example/a.png\" width=10>")
                .html();
        assertTrue(clean.contains("data-cid=\"logo@x\""));
        assertTrue(clean.contains("data-remote-src=\"https://acme.example/a.png\""));
        assertFalse(clean.contains(" src="));
    }

    @Test
    void a_mail_cannot_set_placeholders_itself() {
        assertFalse(Mails.htmlReply("<img data-cid=\"x\" data-remote-src=\"javascript:alert(1)\">")
                .html()
                .contains("data-"));
    }

    @Test
    void links_open_elsewhere_and_harmless_style_stays() {
        String clean = Mails.htmlReply("<a href=\"https://acme.example\" style=\"color: red; position: fixed\">x</a>")
                .html();
        assertTrue(clean.contains("rel=\"nofollow noopener noreferrer\"") && clean.contains("target=\"_blank\""));
        assertTrue(clean.contains("style=\"color: red\""));
    }

    @Test
    void letters_too_small_to_see_are_parted_from_those_that_are_seen() {
        assertEquals(
                "xq G zz O kk",
                Mails.htmlReply(
                                "<div style=\"font-size:1px\">xq<span style=\"font-size:20pt\">G</span>zz<span style=\"font-size:20pt\">O</span>kk</div>")
                        .text());
        assertEquals(
                "Lorem",
                Mails.htmlReply("<p style=\"font-size:10pt\"><span style=\"font-size:20pt\">L</span>orem</p>")
                        .text());
    }

    @Test
    void a_sender_cannot_set_the_marks_of_history() {
        assertEquals(
                "avant\naprès",
                Mails.htmlReply("avant<br>\uE0F0<br>après").visible().replace("\n\n", "\n"));
        assertEquals("avant\n\naprès", Mails.reply("avant\n\uE0F0\naprès").visible());
    }

    @Test
    void deep_and_long_html_stays_within_bounds() {
        assertTrue(Mails.htmlReply("<div>".repeat(50_000) + "fond").text().contains("fond"));
        String text = Mails.htmlReply("<b>x</b> ".repeat(150_000)).text();
        assertTrue(text.length() <= 1_000_000);
    }
}
