package guichet.core.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class InlineImagesTest {
    private static final String PNG = "\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n";

    private static String mixed(String... parts) {
        return Mails.FROM
                + "To: support@cloud.example\nSubject: Photos\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n"
                + String.join("\n--b\n", parts) + "\n--b--\n";
    }

    private static String html(String html) {
        return "Content-Type: text/html; charset=utf-8\n\n" + html;
    }

    private static String plain(String text) {
        return "Content-Type: text/plain; charset=utf-8\n\n" + text;
    }

    private static String picture(String more) {
        return "Content-Type: image/png; name=photo.png\nContent-Disposition: inline; filename=photo.png" + more + PNG;
    }

    @Test
    void a_picture_between_two_pieces_of_html_stands_between_them() {
        var mail = Mails.read(mixed(html("<p>avant</p>"), picture(""), html("<p>après</p>")));
        var id = mail.attachments().getFirst().contentId();
        assertFalse(id.isEmpty());
        assertEquals(
                "<p>avant</p><img class=\"guichet-in-place\" data-cid=\"" + id + "\" alt=\"photo.png\"><p>après</p>",
                mail.html());
        assertEquals("avant\n\naprès", mail.text());
    }

    @Test
    void a_picture_between_two_plain_texts_stands_between_them_in_the_html_form() {
        var mail = Mails.read(mixed(plain("voici la panne <1>"), picture(""), plain("Envoyé de mon iPhone")));
        assertTrue(
                mail.html()
                        .matches(
                                "(?s)<pre>voici la panne &lt;1&gt;\\s*</pre><img [^>]*alt=\"photo.png\"><pre>Envoyé de mon iPhone\\s*</pre>"),
                mail.html());
        assertTrue(mail.text().startsWith("voici la panne <1>"), mail.text());
    }

    @Test
    void a_picture_that_the_html_names_stands_only_there() {
        var mail =
                Mails.read(mixed(html("<p>avant <img src=\"cid:p%401\"> après</p>"), picture("\nContent-ID: <p@1>")));
        assertEquals("<p>avant <img data-cid=\"p%401\"> après</p>", mail.html());
    }

    @Test
    void a_file_to_be_saved_has_no_place_in_the_text() {
        var mail = Mails.read(mixed(
                plain("voir la photo"),
                "Content-Type: image/png; name=photo.png\nContent-Disposition: attachment; filename=photo.png" + PNG));
        assertEquals("", mail.html());
    }

    @Test
    void neither_svg_nor_a_document_has_a_place_in_the_text() {
        for (var type : new String[] {"image/svg+xml", "application/pdf", "text/html; name=x.html", "image/tiff"}) {
            assertFalse(
                    Mails.read(mixed(
                                    plain("voir"),
                                    "Content-Type: " + type + "\nContent-Disposition: inline; filename=x.bin" + PNG))
                            .html()
                            .contains("<img"),
                    type);
        }
    }

    @Test
    void a_picture_beside_a_plain_alternative_loses_none_of_its_text() {
        var mail = Mails.read(
                Mails.FROM + "Subject: x\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\n"
                        + plain("le texte") + "\n--b\n" + picture("") + "\n--b--\n");
        assertTrue(mail.html().contains("le texte") && mail.html().contains("<img"), mail.html());
        assertEquals("le texte", mail.text());
    }

    @Test
    void a_name_that_is_markup_stays_a_name() {
        var mail = Mails.read(mixed(
                plain("x"),
                "Content-Type: image/png\nContent-ID: <\"><script>alert(1)</script>>\nContent-Disposition: inline; filename=\"'><script>alert(2)<.png\""
                        + PNG));
        assertFalse(mail.html().contains("<script"), mail.html());
    }
}
