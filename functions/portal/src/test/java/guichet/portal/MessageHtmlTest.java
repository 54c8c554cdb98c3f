package guichet.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.ticket.Actor;
import guichet.core.ticket.Attachment;
import guichet.core.ticket.Body;
import guichet.core.ticket.Visibility;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class MessageHtmlTest extends Stories {
    private static final Attachment LOGO = new Attachment("f1", "logo.png", "image/png", 3, "logo@x");
    private static final Attachment DRAWING = new Attachment("f2", "plan.svg", "image/svg+xml", 3, "plan@x");

    @Test
    void a_message_with_html_says_where_it_is_shown_and_others_do_not() {
        var ticket = openedBy(World.ALICE);
        var seq = says(ticket, Visibility.PUBLIC, "<p>avant <img data-cid=\"logo@x\"></p>", LOGO);
        var items = read(World.ALICE, ticket).json().at("/timeline/items");
        assertEquals(
                "/api/tickets/" + ticket + "/messages/" + seq + "/html",
                items.get(items.size() - 1).get("html").asText());
        assertTrue(items.get(0).get("html").isNull() && items.get(1).get("html").isNull(), items.toString());
    }

    @Test
    void its_pictures_stand_where_they_stood_by_links_of_a_few_minutes() {
        var page = page(
                World.ALICE,
                "<p>avant <img data-cid=\"logo@x\" alt=\"Logo\"> après</p><img data-cid=\"plan@x\" alt=\"Plan\">",
                "",
                LOGO,
                DRAWING);
        var link = "https://files.example/cloud-1/f1?type=image/png&amp;signed";
        assertTrue(page.text().contains("<p>avant <img alt=\"Logo\" src=\"" + link + "\"> après</p>"), page.text());
        assertTrue(
                page.text().contains("<span class=\"guichet-image\">Plan</span>"),
                "a drawing is a document, which is not shown: " + page.text());
    }

    @Test
    void the_answer_lets_a_browser_run_nothing_and_fetch_only_those_pictures() {
        var page = page(
                World.ALICE, "<img data-cid=\"logo@x\"><img data-remote-src=\"https://t.example/a.png\">", "", LOGO);
        var policy =
                "default-src 'none'; img-src https://files.example; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
        assertEquals(
                "sandbox allow-popups allow-popups-to-escape-sandbox; " + policy + "; frame-ancestors 'self'",
                page.headers().get("content-security-policy"));
        assertTrue(
                page.text().contains("<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy + "\">"),
                "a frame filled by a script has no headers");
        assertEquals("nosniff", page.headers().get("x-content-type-options"));
        assertEquals("no-store", page.headers().get("cache-control"));
        assertEquals("no-referrer", page.headers().get("referrer-policy"));
        assertEquals(
                "text/html;charset=utf-8",
                page.headers().get("content-type").replace(" ", "").toLowerCase(java.util.Locale.ROOT),
                "said, so that nothing is read as UTF-7");
    }

    @Test
    void remote_images_are_counted_and_shown_only_when_asked_for() {
        var html = "<img data-remote-src=\"https://t.example/a.png\"><img data-remote-src=\"https://t.example/b.png\">";
        var hidden = page(World.ALICE, html, "");
        assertEquals("2", hidden.headers().get("guichet-remote-images"));
        assertFalse(hidden.text().contains("t.example"), hidden.text());
        assertTrue(hidden.text().contains("2 images distantes ne sont pas affichées."), hidden.text());
        assertTrue(hidden.headers().get("content-security-policy").contains("img-src 'none'"));

        var shown = Api.as(World.ALICE).get(hidden.path() + "?images=remote");
        assertTrue(
                shown.text().contains("src=\"https://t.example/a.png\"")
                        && !shown.text().contains("distantes"),
                shown.text());
        assertTrue(shown.headers().get("content-security-policy").contains("img-src https: http:;"));
        assertEquals("2", shown.headers().get("guichet-remote-images"));
    }

    @Test
    void another_word_for_images_is_refused_with_what_is_allowed() {
        var answer = page(World.ALICE, "<p>x</p>", "?images=all");
        assertEquals(400, answer.status());
        assertEquals("images", answer.json().get("field").asText());
    }

    @Test
    void who_may_not_see_the_message_finds_nothing() {
        var ticket = openedBy(World.ALICE);
        var open = "/api/tickets/" + ticket + "/messages/" + says(ticket, Visibility.PUBLIC, "<p>x</p>") + "/html";
        var internal =
                "/api/tickets/" + ticket + "/messages/" + says(ticket, Visibility.INTERNAL, "<p>x</p>") + "/html";
        for (var path : List.of(open, internal)) {
            assertEquals(200, Api.as(World.NADIA).get(path).status());
            assertEquals(404, Api.as(World.GINA).get(path).status());
            assertEquals(404, Api.as(World.SAM).get(path).status());
            assertEquals(404, Api.as(World.ANN).get(path).status(), "an agent of another desk");
            assertEquals(401, Api.anonymous().get(path).status());
        }
        assertEquals(200, Api.as(World.ALBERT).get(open).status());
        assertEquals(404, Api.as(World.ALICE).get(internal).status());
        assertEquals(
                Api.as(World.GINA).get("/api/tickets/cloud-999/messages/1/html").text(),
                Api.as(World.GINA).get(open).text(),
                "no more than of nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "2", "99", "-1", "x", "1e3", "99999999999999999999", "%20"})
    void what_is_no_message_with_html_is_not_there(String seq) {
        var ticket = openedBy(World.ALICE);
        assertEquals(
                404,
                Api.as(World.ALICE)
                        .get("/api/tickets/" + ticket + "/messages/" + seq + "/html")
                        .status());
    }

    @Test
    void html_that_was_stored_before_a_rule_of_today_is_cleaned_again() {
        var page = page(
                World.ALICE,
                "<p onclick=\"x()\">a</p><script>x()</script><iframe src=\"https://t.example\"></iframe></div></body><form action=x><input></form>",
                "");
        var mail = page.text().substring(page.text().indexOf("<div class=\"guichet-mail\">"));
        assertEquals(
                "<div class=\"guichet-mail\"><p>a</p></div>",
                mail.lines().findFirst().orElseThrow());
    }

    @Test
    void the_longest_mail_that_is_kept_stays_within_what_lambda_answers() {
        for (var piece :
                List.of("<img data-cid=\"logo@x\">", "\"'\u0001\t", "漢<b>漢</b>", "<a href=\"https://x.example\">")) {
            var page = page(World.ALICE, piece.repeat(1_000_000 / piece.length()), "", LOGO);
            assertEquals(200, page.status());
            var answered = Api.JSON
                    .createObjectNode()
                    .put("body", page.text())
                    .toString()
                    .getBytes(StandardCharsets.UTF_8)
                    .length;
            assertTrue(answered < 6_000_000, piece + ": " + answered + " bytes");
        }
    }

    private static Api.Answer page(String reader, String html, String query, Attachment... files) {
        var ticket = openedBy(World.ALICE);
        return Api.as(reader)
                .get("/api/tickets/" + ticket + "/messages/" + says(ticket, Visibility.PUBLIC, html, files) + "/html"
                        + query);
    }

    private static long says(String ticket, Visibility visibility, String html, Attachment... files) {
        return says(
                Actor.agent(World.NADIA, "Nadia Roux"),
                ticket,
                visibility,
                new Body("le texte", "", Optional.of(html), List.of(files)));
    }
}
