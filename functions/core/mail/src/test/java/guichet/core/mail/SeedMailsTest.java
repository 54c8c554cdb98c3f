package guichet.core.mail;

import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the fuzzer begins with, and what it found once ({@code found-*}). */
class SeedMailsTest {
    static Stream<Path> mails() throws IOException {
        var folder = Path.of(
                URI.create(SeedMailsTest.class.getResource("/mail/seeds").toString()));
        try (var files = Files.list(folder)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("mails")
    void a_seed_is_read_within_two_seconds(Path mail) throws IOException {
        byte[] raw = Files.readAllBytes(mail);
        assertTimeout(Duration.ofSeconds(2), () -> Readable.check(raw));
    }

    static Stream<Arguments> longMails() throws IOException {
        return LongSeeds.mails().entrySet().stream().map(mail -> Arguments.of(mail.getKey(), mail.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("longMails")
    void a_long_seed_is_read_within_two_seconds(String name, byte[] raw) {
        assertTrue(raw.length >= 4_000 && raw.length <= 10_000, () -> name + " has " + raw.length + " bytes");
        assertTimeout(Duration.ofSeconds(2), () -> Readable.check(raw));
    }
}
