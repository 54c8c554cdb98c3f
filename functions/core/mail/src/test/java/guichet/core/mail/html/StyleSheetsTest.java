package guichet.core.mail.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.html.HtmlMail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StyleSheetsTest {

    private static String clean(String style, String body) {
        return HtmlMail.read("<html><head><style>" + style + "</style></head><body>" + body + "</body></html>")
                .clean();
    }

    @Test
    void what_outlook_says_of_its_paragraphs_is_said_by_each() {
        var style = """
                <!--
                /* Font Definitions */
                @font-face {font-family:Calibri; panose-1:2 15 5 2;}
                /* Style Definitions */
                p.MsoNormal, li.MsoNormal {margin:0cm; font-size:11.0pt; font-family:"Calibri",sans-serif; mso-fareast-language:EN-US;}
                a:link, span.MsoHyperlink {mso-style-priority:99; color:#0563C1;}
                @page WordSection1 {size:612.0pt 792.0pt; margin:70.85pt;}
                -->""";
        assertEquals(
                "<p style=\"margin: 0cm; font-size: 11.0pt; font-family: &quot;Calibri&quot;,sans-serif\">Bonjour</p>",
                clean(style, "<p class=MsoNormal>Bonjour</p>"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p{color:red} .a{color:blue}              | color: red; color: blue; color: green",
                ".a{color:blue} p{color:red}              | color: red; color: blue; color: green",
                ".a{color:red} .b{color:blue}             | color: red; color: blue; color: green",
                "#i{color:black} p.a{color:blue}          | color: blue; color: black; color: green",
                "@media print{p{color:red}} P{margin:0}   | margin: 0; color: green",
                "@import url(https://x); .a{margin:0}     | margin: 0; color: green",
                "p /* , b */ {margin:0}                   | margin: 0; color: green",
                "p:hover, div p, p[title], *{color:red}   | color: green",
                "p{color:red                              | color: green",
            })
    void the_weightier_and_the_later_rule_hold_and_the_elements_own_last(String sheet, String style) {
        assertEquals(
                "<p style=\"" + style + "\">x</p>", clean(sheet, "<p class=\"b a\" id=i style=\"color:green\">x</p>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p{background:url(https://t.example/p)}",
                "p{background:src(\"https://t.example/p\")}",
                "p{position:fixed;top:0}",
                "p{width:expression(alert(1))}",
                "@import 'https://t.example/p.css';",
                "p{background-image:image-set('https://t.example/p' 1x)}",
                "p{behavior:url(#x)}",
                "p{-moz-binding:url(https://t.example)}",
                "p{b\\61ckground:u\\72l(https://t.example)}",
                "p{color:red}</style><script>alert(1)</script><style>",
                "p{color:attr(data-x)}",
                "p{content:'x'}",
                "p{background:u/**/rl(https://t.example)}",
                "p{background:element(#x)}",
            })
    void no_style_sheet_brings_in_what_an_element_may_not_say(String sheet) {
        var clean = clean(sheet, "<p>x</p>");
        for (var bad : new String[] {"t.example", "position", "expression", "alert", "attr(", "content:", "element("}) {
            assertFalse(clean.contains(bad), clean);
        }
    }

    @Test
    void one_rule_for_every_paragraph_does_not_make_megabytes_of_a_mail() {
        var clean = clean("p{font-family:'" + "x".repeat(150) + "'}", "<p>x".repeat(100_000));
        assertTrue(clean.length() < 1_600_000, clean.length() + " characters");
    }

    @Test
    void the_bodys_own_colours_go_with_it() {
        assertEquals(
                "<div style=\"background-color: #eeeeee; color: navy\"><p>x</p></div>",
                HtmlMail.read("<body bgcolor=\"#eeeeee\" style=\"color:navy;word-wrap:x\"><p>x</p>")
                        .clean());
    }
}
