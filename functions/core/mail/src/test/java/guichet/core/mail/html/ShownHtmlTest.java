package guichet.core.mail.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.html.HtmlMail;
import guichet.core.html.ShownHtml;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownHtmlTest {
    private static final String LINK = "https://files.example/logo?signed";

    private static ShownHtml shown(String mail, boolean withRemote) {
        return ShownHtml.of(
                HtmlMail.read(mail).clean(),
                id -> id.equals("logo@x") ? Optional.of(LINK) : Optional.empty(),
                withRemote,
                "[image]");
    }

    @Test
    void an_image_of_the_mail_stands_where_it_stood() {
        assertEquals(
                "<p>avant <img alt=\"Logo\" src=\"" + LINK + "\"> après</p>",
                shown("<p>avant <img src=\"cid:logo@x\" alt=\"Logo\"> après</p>", false)
                        .html());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cid:logo%40x", "CID:logo@x", " cid:logo@x ", "cid:&lt;logo@x&gt;"})
    void a_content_id_is_found_however_it_is_written(String source) {
        assertTrue(shown("<img src=\"" + source + "\">", false).html().contains(LINK));
    }

    @Test
    void an_image_that_is_not_there_is_its_caption() {
        assertEquals(
                "<span class=\"guichet-image\">Plan &amp; coupe</span>",
                shown("<img src=\"cid:lost@x\" alt=\"Plan &amp; coupe\">", false)
                        .html());
        assertEquals(
                "<span class=\"guichet-image\">[image]</span>",
                shown("<img src=\"cid:lost@x\">", false).html());
    }

    @Test
    void remote_images_are_counted_and_shown_only_when_asked_for() {
        var mail =
                "<img src=\"https://acme.example/a.png\" alt=A><img src=\"http://acme.example/b.png\"><img src=\"//acme.example/c.png\">";
        assertEquals(3, shown(mail, false).remote());
        assertFalse(
                shown(mail, false).html().contains("acme.example"),
                shown(mail, false).html());
        var asked = shown(mail, true);
        assertEquals(3, asked.remote());
        assertEquals(
                "<img alt=\"A\" src=\"https://acme.example/a.png\"><img src=\"http://acme.example/b.png\"><img src=\"https://acme.example/c.png\">",
                asked.html());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=https://t.example/p width=1 height=1>",
                "<img src=https://t.example/p style=\"width:1px;border:0\">",
                "<img src=https://t.example/p height=0>"
            })
    void a_tracking_pixel_leaves_no_trace_but_its_count(String pixel) {
        assertEquals(new ShownHtml("<p>x</p>", 1), shown("<p>x" + pixel + "</p>", false));
    }

    @Test
    void what_was_stored_is_cleaned_again() {
        var stored =
                "<p onclick=\"x()\">a</p><script>x()</script><img data-remote-src=\"javascript:x()\"><img src=\"https://t.example/p\"><p style=\"position:fixed;color:red\">b</p>";
        assertEquals(
                "<p>a</p><span class=\"guichet-image\">[image]</span><span class=\"guichet-image\">[image]</span><p style=\"color: red\">b</p>",
                ShownHtml.of(stored, _ -> Optional.empty(), true, "[image]").html());
    }

    @Test
    void cleaning_what_is_clean_changes_nothing() {
        var clean = HtmlMail.read(
                        "<body bgcolor=#eee><style>p.a{margin:0}</style><p class=a style=\"color:red\">é &lt;b&gt; <a href=https://x.example>x</a></p><table border=1><tr><td>1</table>")
                .clean();
        assertEquals(
                clean, ShownHtml.of(clean, _ -> Optional.empty(), false, "").html());
    }

    @Test
    void a_mail_that_repeats_its_image_without_end_stays_one_answer() {
        var link = LINK + "x".repeat(2_000);
        var html = ShownHtml.of(
                        HtmlMail.read("<img src=cid:a>".repeat(60_000)).clean(),
                        _ -> Optional.of(link),
                        false,
                        "[image]")
                .html();
        assertEquals(ShownHtml.MOST_IMAGES, Jsoup.parse(html).select("img").size());
        assertTrue(html.length() < 4_000_000, html.length() + " characters");
    }

    @Test
    void html_that_nests_without_end_is_shown_as_text() {
        var html = ShownHtml.of("<div>".repeat(5_000) + "fond <b>x</b>", _ -> Optional.empty(), false, "")
                .html();
        assertTrue(html.startsWith("<pre>") && html.contains("fond"), html.substring(0, 50));
        assertFalse(html.contains("<div"), "no tree was made of it");
    }
}
