package guichet.local.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs small test classes within a test, as JUnit runs any. */
class DeniedCallsFailTest {
    private static final String SAYS = "The template's roles denied:\n  Worker may not s3:GetObject on x (GetObject, as"
            + " WorkerRole, because nothing allows it)";

    @TempDir
    Path folder;

    private String outer;

    @BeforeEach
    void ownFolder() {
        outer = System.setProperty(RunFolder.PROPERTY, folder.toString());
    }

    @AfterEach
    void outerFolder() {
        System.setProperty(RunFolder.PROPERTY, outer);
    }

    private static void deny(Denials denials) {
        denials.add(new Denial(
                "Worker", "WorkerRole", "GetObject", Need.of("s3:GetObject", "x"), "because nothing allows it"));
    }

    private record Failed(String what, Throwable by) {}

    private static List<Failed> failures(Class<?> tests) {
        var failed = new ArrayList<Failed>();
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(tests))
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
                .build();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                result.getThrowable().ifPresent(by -> failed.add(new Failed(test.getDisplayName(), by)));
            }
        });
        return failed;
    }

    static class Swallowing {
        @Test
        void denied() {
            deny(new Denials());
        }

        @Test
        void expected() {
            var denials = new Denials();
            denials.expect("s3:Get");
            deny(denials);
        }
    }

    @Test
    void a_test_fails_by_a_denial_that_the_caller_swallowed_and_not_by_one_that_it_wanted() {
        var failures = failures(Swallowing.class);
        assertEquals(List.of("denied()"), failures.stream().map(Failed::what).toList());
        assertEquals(SAYS, failures.getFirst().by().getMessage());
    }

    static class Failing {
        @Test
        void denied() {
            deny(new Denials());
            throw new IllegalStateException("what came of it");
        }
    }

    @Test
    void a_test_that_fails_says_first_what_was_denied() {
        var failure = failures(Failing.class).getFirst().by();
        assertEquals(SAYS, failure.getMessage());
        assertEquals("what came of it", failure.getCause().getMessage());
    }

    static class Beforehand {
        @BeforeAll
        static void denied() {
            deny(new Denials());
            throw new IllegalStateException("what came of it");
        }

        @Test
        void never() {}
    }

    static class Afterwards {
        @Test
        void passes() {}

        @AfterAll
        static void denied() {
            deny(new Denials());
        }
    }

    @Test
    void a_class_fails_by_what_was_denied_before_or_after_its_tests() {
        for (var tests : List.of(Beforehand.class, Afterwards.class)) {
            var failures = failures(tests);
            assertEquals(1, failures.size(), failures.toString());
            assertTrue(failures.getFirst().what().endsWith(tests.getSimpleName()), failures.toString());
            assertEquals(SAYS, failures.getFirst().by().getMessage());
        }
    }

    @ExtendWith(Late.class)
    static class Followed {
        @Test
        void passes() {}
    }

    /** Something that is stopped when all tests are done. */
    static final class Late implements BeforeAllCallback {
        private record Stack() implements AutoCloseable {
            @Override
            public void close() {
                deny(new Denials());
            }
        }

        @Override
        public void beforeAll(ExtensionContext context) {
            context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(Stack.class, _ -> new Stack(), Stack.class);
        }
    }

    @Test
    void the_run_fails_by_what_was_denied_after_its_last_test() {
        assertEquals(SAYS, failures(Followed.class).getFirst().by().getMessage());
    }

    static class Elsewhere {
        @Test
        void denied_in_another_process() throws IOException {
            Files.writeString(Path.of(System.getProperty(RunFolder.PROPERTY), RunFolder.DENIED), "another may not\n");
        }
    }

    @Test
    void a_denial_in_another_process_counts_as_much() {
        assertEquals(
                "The template's roles denied:\n  another may not",
                failures(Elsewhere.class).getFirst().by().getMessage());
    }

    @Test
    void what_was_granted_and_not_used_is_written_down_when_all_is_done() throws IOException {
        new RunFolder(folder).append(RunFolder.GRANTED, List.of("A: a", "A: b", "B: a"));
        new RunFolder(folder).append(RunFolder.USED, List.of("A: b", "C: c"));
        new RunFolder(folder).append(RunFolder.GRANTED, List.of("A: a", "A: b", "B: a"));
        assertTrue(failures(Afterwards.class).size() == 1);
        assertEquals(List.of("A: a", "B: a"), Files.readAllLines(folder.resolve(RunFolder.UNUSED)));
    }
}
