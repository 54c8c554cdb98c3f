package guichet.core.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoryFileTest {
    private static final Desks CLOUD = Desks.read("cloud");

    /** All that is wrong with a story of these steps, the first of which stands in line 4. */
    private static List<String> problems(String... steps) {
        return problemsOf("story: S3-01 a title\ndesk: cloud\nsteps:\n"
                + Stream.of(steps).map(step -> "- " + step).collect(Collectors.joining("\n")) + "\n");
    }

    private static List<String> problemsOf(String text) {
        var read = StoryFile.read("a.yaml", text);
        return Stream.concat(
                        read.problems().stream(),
                        read.story().stream().flatMap(story -> StoryChecks.check(story, CLOUD.cast()).stream()))
                .map(Object::toString)
                .toList();
    }

    private static void assertOneProblem(String steps, String... parts) {
        var problems = problems("2026-03-02 10:00 alice@acme.example mails \"Jira est lent\"", steps);
        assertEquals(1, problems.size(), problems::toString);
        for (var part : parts) {
            assertTrue(problems.getFirst().contains(part), () -> part + " is not in " + problems.getFirst());
        }
        assertTrue(problems.getFirst().startsWith("a.yaml:5:"), problems.getFirst());
    }

    @Test
    void a_title_names_its_capabilities_first() {
        var story = StoryFile.read(
                        "a.yaml",
                        "story: S3-11 S3-12 a silent customer\ndesk: cloud\nsteps:\n- 2026-03-02 10:00 sweeps stop\n")
                .story()
                .orElseThrow();
        assertEquals(List.of("S3-11", "S3-12"), story.ids());
        assertEquals("a silent customer", story.title());
        assertTrue(problemsOf("story: a silent customer\ndesk: cloud\nsteps:\n- 2026-03-02 10:00 sweeps stop\n")
                .getFirst()
                .startsWith("a.yaml:1: story: not capability ids"));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "nadia@cloud.example mvoes to en-cours                        | {who} moves to {state}",
                "nadia@cloud.example moves attente-client saying \"Alors ?\"  | {who} moves to {state}",
                "state is fermee                                              | the state is {state}",
                "alice@acme.example was sent accuse                           | {who} is sent {text}",
                "the clock response runs at 3h                                | the clock {clock} is {phase}",
                "alice@acme.example is sending \"Bonjour\"                    | {who} is sent \"{quote}\"",
                "alice mails \"Bonjour\"                                      | {who} mails \"{subject}\"",
                "nobody is sent nothing                                       | nobody is sent anything",
                "nadia@cloud.example assigned to karim@cloud.example          | {who} assigns to {to}",
            })
    void a_sentence_that_nobody_knows_gets_the_nearest_known_form(String sentence, String form) {
        assertOneProblem(sentence, "no such sentence", form);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "nadia@cloud.example moves to en-cuors                             | unknown state; did you mean \"en-cours\"?",
                "the state is ferme                                                | did you mean \"fermee\"?",
                "alcie@acme.example mails \"Bonjour\"                              | did you mean \"alice@acme.example\"?",
                "gina@globx.example mails \"Hello\"                                | did you mean \"gina@globex.example\"?",
                "alice@acme.example escalates because slow                         | unknown reason",
                "alice@acme.example is sent acuse                                  | did you mean \"accuse\"?",
                "the clock reponse is running                                      | did you mean \"response\"?",
                "the clock response is runing                                      | did you mean \"running\"?",
                "the clock response is running at 3x                               | not a duration",
                "nadia@cloud.example sets priority to urgent                       | unknown priority",
                "nadia@cloud.example moves to queue suport                         | did you mean \"support\"?",
                "nadia@cloud.example moves to planifiee with wehn=x saying \"x\"   | did you mean \"when\"?",
                "nadia@cloud.example moves to planifiee with when=x, when=y        | given twice",
                "2026-02-30 10:00 sweeps stop                                      | there is no such time",
                "2026-03-29 02:30 sweeps stop                                      | there is no such time",
                "2026-10-25 02:30 sweeps stop                                      | this time comes twice",
                "2026-10-25 02:30+03:00 sweeps stop                                | there is no such time",
                "2026-03-01 10:00 sweeps stop                                      | time goes back here",
                "the clock response is running, due 2026-10-25 02:30               | this time comes twice",
            })
    void what_a_sentence_names_must_be_there(String sentence, String problem) {
        assertOneProblem(sentence, problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-10-25 02:30+02:00 sweeps stop",
                "stranger@provider.example mails \"Bonjour\"",
                "the state is resolu",
                "nadia@cloud.example moves to nowhere and is refused",
                "nadia@cloud.example moves to nowhere and is refused because of \"to\"",
                "alice@acme.example mails \"a \\\"quoted\\\" subject\""
            })
    void and_these_are_there(String sentence) {
        assertEquals(List.of(), problems("2026-03-02 10:00 alice@acme.example mails \"Jira est lent\"", sentence));
    }

    @Test
    void the_first_step_says_when_it_is() {
        assertTrue(problems("sweeps stop").getFirst().contains("the first step must say when it is"));
    }

    @Test
    void a_colon_outside_quotes_is_told_as_what_it_is() {
        assertOneProblem("nadia@cloud.example moves to attente-client: \"Alors ?\"", "no colon", "saying");
    }

    @Test
    void every_mistake_is_told_with_its_line() {
        var problems =
                problems("2026-03-02 10:00 sweeps stop", "nonsense", "sweeps go on", "the state is fermee or so");
        assertEquals(
                List.of("a.yaml:5", "a.yaml:7"),
                problems.stream().map(problem -> problem.substring(0, 8)).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "- a list",
                "story: [",
                "story: S3-01 x\ndesk: cloud\nsteps: none\n",
                "story: S3-01 x\ndesk: cloud\n",
                "storry: x\n",
                "story: S3-01 x\nstory: S3-01 y\ndesk: cloud\nsteps:\n- 2026-03-02 10:00 sweeps stop\n",
                "&a [*a, *a]",
                "\u0000"
            })
    void whatever_else_is_no_story_is_told_and_not_thrown(String text) {
        assertTrue(!StoryFile.read("a.yaml", text).problems().isEmpty());
    }

    @Test
    void a_long_quotation_is_read_like_a_short_one() {
        assertEquals(
                List.of(), problems("2026-03-02 10:00 alice@acme.example mails \"" + "é \\\" ".repeat(20_000) + "\""));
    }

    @Test
    void deep_nesting_is_refused_where_it_begins() {
        assertEquals(
                "a.yaml:1: not YAML: nested more than 30 levels deep",
                StoryFile.read("a.yaml", "[".repeat(50_000))
                        .problems()
                        .getFirst()
                        .toString());
    }

    @Test
    void aliases_that_would_multiply_without_end_are_refused_at_once() {
        var bomb = "story: S3-01 x\ndesk: cloud\nx0: &x0 [a, a]\n"
                + IntStream.rangeClosed(1, 40)
                        .mapToObj(i -> "x" + i + ": &x" + i + " [*x" + (i - 1) + ", *x" + (i - 1) + "]\n")
                        .collect(Collectors.joining());
        assertEquals(
                List.of("a.yaml:3: not YAML: anchors and aliases (& and *) are not used in these files"),
                StoryFile.read("a.yaml", bomb).problems().stream()
                        .map(Object::toString)
                        .toList());
    }
}
