package guichet.core.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many of the secrets that people write are found, and how often one is seen where none is. */
class LabelledSecretsTest {
    private static final Pattern SECRET = Pattern.compile("⟦(.*?)⟧", Pattern.DOTALL);

    /** @param secrets none where nothing is to be masked */
    private record Sample(String text, List<String> secrets) {
        static Sample of(String line) {
            var marked = line.substring(line.indexOf('\t') + 1).replace("\\n", "\n");
            var secrets = SECRET.matcher(marked).results().map(m -> m.group(1)).toList();
            assertEquals(line.charAt(0) == '+', !secrets.isEmpty(), line);
            return new Sample(marked.replace("⟦", "").replace("⟧", ""), secrets);
        }

        /** Which are still there, in whole or in part. */
        List<String> missed() {
            var masked = SecretMasker.mask(text);
            return secrets.stream()
                    .filter(secret -> masked.text().contains(secret)
                            || masked.secrets().stream().noneMatch(found -> found.contains(secret)))
                    .toList();
        }

        boolean isAlarm() {
            return secrets.isEmpty() && !SecretMasker.mask(text).text().equals(text);
        }
    }

    private static List<Sample> samples(String part) {
        try (var in = LabelledSecretsTest.class.getResourceAsStream("labelled.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .dropWhile(line -> !line.equals("## " + part))
                    .skip(1)
                    .takeWhile(line -> !line.startsWith("## "))
                    .map(Sample::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the kinds that docs/secrets.md names as missed: whoever finds one of them takes it off the list. */
    private static final List<String> KNOWN_TO_BE_MISSED = List.of(
            "T00r!",
            "cassidius-elisum9",
            "Fuchs88!",
            "Fuchs89!",
            "coquelicot",
            "pivoine",
            "le chat est gris!",
            "884 221",
            "482710",
            "T00r!",
            "Maple!22",
            "Maple!23x",
            "MAPLE23",
            "Maple!23",
            "Maple!23",
            "amber forest violin candle orbit pepper garden lemon",
            "Médor",
            "123",
            "maple tree",
            "maple",
            "4471",
            "663 201",
            "4-8-1-2");

    @ParameterizedTest
    @ValueSource(strings = {"given", "added"})
    void every_secret_is_found_but_those_that_are_known_to_be_missed(String part) {
        var missed = samples(part).stream()
                .flatMap(sample -> sample.missed().stream())
                .toList();
        assertEquals(part.equals("given") ? List.of() : KNOWN_TO_BE_MISSED, missed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"given", "added"})
    void where_there_is_no_secret_nothing_is_masked(String part) {
        var harmless = samples(part).stream()
                .filter(sample -> sample.secrets.isEmpty())
                .toList();
        assertTrue(harmless.size() > 100, part);
        assertEquals(
                List.of(),
                harmless.stream().filter(Sample::isAlarm).map(Sample::text).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"given", "added"})
    void what_stands_around_a_secret_stays(String part) {
        for (var sample : samples(part)) {
            var extra = SecretMasker.mask(sample.text()).secrets().stream()
                    .filter(found -> sample.secrets().stream()
                            .noneMatch(secret -> secret.contains(found) || found.contains(secret)))
                    .toList();
            assertEquals(List.of(), extra, sample.text());
        }
    }

    @Test
    void what_was_masked_once_is_masked_no_further() {
        for (var part : List.of("given", "added")) {
            for (var sample : samples(part)) {
                var once = SecretMasker.mask(sample.text()).text();
                assertEquals(once, SecretMasker.mask(once).text(), sample.text());
            }
        }
    }
}
