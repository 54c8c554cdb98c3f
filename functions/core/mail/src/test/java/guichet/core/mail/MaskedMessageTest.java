package guichet.core.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that are no mail, and which of the files beside them are texts. */
class MaskedMessageTest {
    private static final String SECRET = "Tr0ub4dor3";
    private static final String TELLING = "Mot de passe : " + SECRET + "\n";

    private static MailAttachment file(String name, String type, String text) {
        return new MailAttachment(name, type, text.getBytes(UTF_8), "", false);
    }

    private static String words(MaskedMessage message, int file) {
        return new String(message.files().get(file).content().content(), UTF_8);
    }

    @Test
    void what_only_a_file_tells_goes_from_the_text_and_from_the_names_as_well() {
        var masked = MaskedMessage.of(
                "J'ai essayé " + SECRET + " en vain",
                List.of(file("a.txt", "text/plain", TELLING), file(SECRET + ".txt", "text/plain", "rien")));
        assertEquals("J'ai essayé •••••• en vain", masked.text());
        assertEquals("Mot de passe : ••••••\n", words(masked, 0));
        assertEquals("••••••.txt", masked.files().get(1).content().name());
        assertEquals(1, masked.secrets());
        assertEquals(
                List.of(1, 0),
                masked.files().stream().map(MaskedMessage.File::secrets).toList());
    }

    @Test
    void what_only_the_text_tells_goes_from_the_files() {
        var masked = MaskedMessage.of(TELLING, List.of(file("a.txt", "text/plain", "connexion de bob, " + SECRET)));
        assertEquals("connexion de bob, ••••••", words(masked, 0));
    }

    @Test
    void without_a_secret_all_stays_byte_for_byte() {
        var file = file("a.txt", "text/plain", "mot de passe oublié\r\n");
        var masked = MaskedMessage.of("Bonjour", List.of(file));
        assertArrayEquals(file.content(), masked.files().getFirst().content().content());
        assertEquals(0, masked.secrets());
    }

    @Test
    void a_mail_that_is_uploaded_is_masked_as_one() {
        var mail = "From: a@b.example\r\nSubject: x\r\n\r\n" + TELLING;
        var masked = MaskedMessage.of("Voici", List.of(file("m.eml", "message/rfc822", mail)));
        assertFalse(words(masked, 0).contains(SECRET));
        assertEquals(1, masked.secrets());
    }

    @Test
    void a_file_that_goes_beyond_what_is_looked_into_is_left_as_it_is_and_hides_none_after_it() {
        var large = file("a.txt", "text/plain", TELLING.repeat(MaskedMessage.MOST_LOOKED_INTO / TELLING.length() + 1));
        var masked = MaskedMessage.of("", List.of(large, file("b.txt", "text/plain", "password: hunter2zz")));
        assertArrayEquals(large.content(), masked.files().getFirst().content().content());
        assertEquals("password: ••••••", words(masked, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "journal.log, application/octet-stream, text/plain",
        ".env, application/octet-stream, text/plain",
        "notes, application/x-unknown, text/plain",
        "page.HTML, application/octet-stream, text/html",
        "page.htm, text/plain, text/html",
        "m.eml, application/octet-stream, message/rfc822",
        "a.csv, text/csv, text/csv",
        "a.json, application/json, application/json"
    })
    void a_text_is_known_by_its_type_or_by_how_it_begins(String name, String type, String expected) {
        assertEquals(Optional.of(expected), TextFiles.type(name, type, "clé=é\r\n\t".getBytes(ISO_8859_1)));
    }

    @Test
    void a_text_in_wide_letters_is_known_by_its_mark() {
        assertEquals(
                Optional.of("text/plain"),
                TextFiles.type("a", "application/octet-stream", "\ufeffabc".getBytes(UTF_16LE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0089PNG\r\n\u001a\n\0\0", "PK\u0003\u0004", "%PDF-1.7\n%abc", "{\\rtf1 abc}", "ab\0cd"})
    void what_does_not_begin_as_a_text_is_none(String beginning) {
        assertEquals(
                Optional.empty(), TextFiles.type("a.txt", "application/octet-stream", beginning.getBytes(ISO_8859_1)));
    }
}
