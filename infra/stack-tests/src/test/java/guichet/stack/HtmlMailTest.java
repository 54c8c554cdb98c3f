package guichet.stack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("stack")
@ExtendWith(SharedHelpdesk.class)
class HtmlMailTest {
    private static final byte[] PIXEL = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Helpdesk desk;

    HtmlMailTest(Helpdesk desk) {
        this.desk = desk;
    }

    @Test
    void an_html_mail_is_shown_as_it_was_meant_with_its_picture_where_it_stood() throws Exception {
        var html = "<p>avant <img src=\"cid:capture@acme\" alt=\"Capture\"> apr&egrave;s</p><script>alert(1)</script>"
                + "<img src=\"https://t.example/a.png\" alt=\"Logo\"><form action=\"https://t.example\"><input name=\"p\"></form>"
                + "<!-- long -->" + "<p>x</p>".repeat(1_000);
        desk.mail(Helpdesk.ALICE, related("Capture dans le texte", html));
        desk.settle();
        var ticket = desk.ticket("Capture dans le texte");

        var items = desk.as(Helpdesk.ALICE).get("/api/tickets/" + ticket).json().at("/timeline/items");
        var path = items.valueStream()
                .map(item -> item.path("html"))
                .filter(at -> at.isTextual())
                .findFirst()
                .orElseThrow()
                .asText();
        var page = Jsoup.parse(desk.as(Helpdesk.ALICE).get(path).text());

        var picture = page.select("p img[alt=Capture]").attr("src");
        assertEquals("avant après", page.select("p:has(img)").text());
        var got = HTTP.send(HttpRequest.newBuilder(URI.create(picture)).build(), BodyHandlers.ofByteArray());
        assertEquals(200, got.statusCode());
        assertEquals("image/png", got.headers().firstValue("Content-Type").orElseThrow());
        assertArrayEquals(PIXEL, got.body());

        assertEquals(
                "default-src 'none'; img-src "
                        + URI.create(picture).resolve("/").toString().replaceFirst("/$", "")
                        + "; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
                page.select("meta[http-equiv=Content-Security-Policy]").attr("content"));
        assertTrue(page.select("script, form, input, iframe").isEmpty(), page.html());
        assertFalse(page.html().contains("t.example"), page.html());
        assertEquals("Logo", page.select(".guichet-image").text());
        assertEquals(
                "One remote picture is not shown.", page.select(".guichet-note").text());
        Document asked =
                Jsoup.parse(desk.as(Helpdesk.ALICE).get(path + "?images=remote").text());
        assertEquals("https://t.example/a.png", asked.select("img[alt=Logo]").attr("src"));

        assertEquals(200, desk.as(Helpdesk.NADIA).get(path).status());
        assertEquals(404, desk.as(Helpdesk.GINA).get(path).status(), "not for another organization");
    }

    private static byte[] related(String subject, String html) {
        return Mail.from("Alice Martin <" + Helpdesk.ALICE + ">", subject)
                .id("html." + Integer.toHexString(subject.hashCode()) + "@acme.example")
                .with("MIME-Version", "1.0")
                .with("Content-Type", "multipart/related; boundary=b")
                .says("--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html
                        + "\r\n--b\r\nContent-Type: image/png; name=capture.png\r\nContent-ID: <capture@acme>\r\nContent-Disposition: inline; filename=capture.png\r\n"
                        + "Content-Transfer-Encoding: base64\r\n\r\n"
                        + Base64.getMimeEncoder().encodeToString(PIXEL) + "\r\n--b--\r\n")
                .raw();
    }
}
