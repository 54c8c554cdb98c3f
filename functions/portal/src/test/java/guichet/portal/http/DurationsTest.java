package guichet.portal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Durations as RFC 3339 has them (appendix A). */
class DurationsTest {
    private static final String GRAMMAR = "PT([0-9]+H([0-9]+M([0-9]+S)?)?|[0-9]+M([0-9]+S)?|[0-9]+S)";

    @ParameterizedTest
    @CsvSource({
        "0, PT0S",
        "59, PT59S",
        "60, PT1M",
        "61, PT1M1S",
        "3600, PT1H",
        "3601, PT1H0M1S",
        "3660, PT1H1M",
        "14400, PT4H",
        "97200, PT27H",
        "360000, PT100H"
    })
    void a_duration_leaves_no_unit_out_between_two_and_knows_no_days(long seconds, String written) {
        assertEquals(written, ViewJson.written(Duration.ofSeconds(seconds)));
        assertTrue(written.matches(GRAMMAR));
    }

    @ParameterizedTest
    @CsvSource({"PT0.5S, PT0S", "PT1M0.999S, PT1M"})
    void a_part_of_a_second_is_left_out(Duration length, String written) {
        assertEquals(written, ViewJson.written(length));
    }
}
