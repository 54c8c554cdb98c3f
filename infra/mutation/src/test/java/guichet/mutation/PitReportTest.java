package guichet.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import guichet.mutation.Mutant.Fate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PitReportTest {
    @Test
    void a_mutant_is_known_by_its_outermost_class_its_method_and_what_was_broken() throws IOException {
        var mutants = read(mutation("KILLED", "guichet.core.sla.Clocks$Due", "negated conditional"));

        assertEquals(List.of(new Mutant("Clocks", 12, "due", "negated conditional", Fate.FOUND)), mutants);
        assertEquals("Clocks due: negated conditional", mutants.getFirst().key());
    }

    @Test
    void one_that_hangs_the_tests_is_found_and_one_that_no_test_comes_by_is_not() throws IOException {
        var fates = read(mutation("TIMED_OUT", "a.B", "x")
                        + mutation("NO_COVERAGE", "a.B", "x")
                        + mutation("SURVIVED", "a.B", "x"))
                .stream()
                .map(Mutant::fate)
                .toList();

        assertEquals(List.of(Fate.FOUND, Fate.NOT_COVERED, Fate.SURVIVED), fates);
    }

    @Test
    void a_word_of_pit_that_is_not_known_is_no_success() {
        assertThrows(IllegalStateException.class, () -> read(mutation("STARTED", "a.B", "x")));
    }

    private static List<Mutant> read(String mutations) throws IOException {
        var xml = "<mutations>" + mutations + "</mutations>";
        return PitReport.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static String mutation(String status, String type, String what) {
        return "<mutation status='" + status + "'><mutatedClass>" + type + "</mutatedClass><mutatedMethod>due"
                + "</mutatedMethod><lineNumber>12</lineNumber><description>" + what + "</description></mutation>";
    }
}
