package guichet.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import guichet.core.desk.Language;
import guichet.fixtures.ThirdLanguage;
import guichet.fixtures.WordCheck;
import guichet.portal.http.AcceptLanguage;
import guichet.portal.http.Problem;
import guichet.runtime.Settings;
import guichet.store.Senders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordsTest {
    /** Problems are French where the caller asks for no language; what is primed for a snapshot is shown in one. */
    private static final Set<String> MEAN_ONE_LANGUAGE = Set.of("Problems", "Priming");

    @Test
    void all_that_the_portal_says_stands_in_files_one_a_language_and_nothing_else_does() {
        assertEquals(List.of(), WordCheck.mistakes(MEAN_ONE_LANGUAGE, Problem.class, Senders.class, Settings.class));
    }

    @Test
    void the_api_names_every_language() throws IOException {
        try (var in = Problem.class.getResourceAsStream("/guichet/portal/openapi.json")) {
            var named = new ObjectMapper()
                    .readTree(in)
                    .at("/components/schemas/Desk/properties/language/enum")
                    .valueStream()
                    .map(JsonNode::asText)
                    .toList();
            assertEquals(Language.codes(), named);
        }
    }

    static String problem() {
        var language = AcceptLanguage.preferred("de, xx;q=0.9, fr;q=0.2").orElseThrow();
        return new String(Problem.notFound().json(language), StandardCharsets.UTF_8);
    }

    @Test
    void a_caller_is_answered_in_a_third_language_once_it_has_a_line_and_files(@TempDir Path folder)
            throws IOException {
        assertTrue(problem().contains("\"title\":\"Introuvable\""), problem());
        try (var product = ThirdLanguage.learn(folder, Problem.class)) {
            var there = product.ask(WordsTest.class, "problem").toString();
            assertTrue(there.contains("\"title\":\"x:Not found\""), there);
        }
    }
}
