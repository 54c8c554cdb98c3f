package guichet.local.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.local.aws.Http;
import guichet.local.probe.ProbeZip;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LambdaFunctionTest {
    static final long PATIENCE = 60;

    @TempDir
    static Path folder;

    FunctionCode code;
    LambdaFunction function;

    @BeforeAll
    void start() throws Exception {
        code = FunctionCode.unpack(ProbeZip.write(folder.resolve("function.zip")), folder.resolve("run"));
        function = LambdaFunction.start(spec("Probe", ProbeZip.HANDLER), folder.resolve("logs"), System.out::println);
        function.ready().get(PATIENCE, TimeUnit.SECONDS);
    }

    @AfterAll
    void stop() {
        function.close();
    }

    @Test
    void a_handler_answers_under_the_real_runtime_interface_client() throws Exception {
        var answer = assertInstanceOf(Outcome.Answered.class, invoke("ok"));

        assertEquals(0, Http.parse(answer.payload()).path("batchItemFailures").size());
    }

    @Test
    void what_a_handler_throws_is_the_outcome_and_its_process_goes_on() throws Exception {
        var pid = pid();

        var failed = assertInstanceOf(Outcome.Failed.class, invoke("throw"));

        assertEquals("java.lang.IllegalStateException", failed.type());
        assertEquals("asked to", failed.message());
        invoke("ok");
        assertEquals(pid, pid());
    }

    @Test
    void a_process_that_is_killed_fails_its_invocation_and_another_takes_its_place() throws Exception {
        var pid = pid();
        var hanging = function.invoke(event("hang"));
        invokedHang();
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();

        var failed = assertInstanceOf(Outcome.Failed.class, hanging.get(PATIENCE, TimeUnit.SECONDS));

        assertEquals("Runtime.ExitError", failed.type());
        assertInstanceOf(Outcome.Answered.class, invoke("ok"));
        assertNotEquals(pid, pid());
    }

    @Test
    void an_invocation_that_outlasts_the_timeout_fails_and_the_next_one_works() throws Exception {
        var failed = assertInstanceOf(Outcome.Failed.class, invoke("hang"));

        assertEquals("Sandbox.Timedout", failed.type());
        assertTrue(failed.message().endsWith("Task timed out after 3.00 seconds"), failed.message());
        assertInstanceOf(Outcome.Answered.class, invoke("ok"));
    }

    @Test
    void a_function_that_cannot_start_says_so_in_one_line() throws Exception {
        try (var broken = LambdaFunction.start(
                spec("Broken", "absent.Handler::handleRequest"), folder.resolve("logs"), l -> {})) {
            broken.ready().get(PATIENCE, TimeUnit.SECONDS);
            var failed = assertInstanceOf(
                    Outcome.Failed.class, broken.invoke(event("ok")).get(PATIENCE, TimeUnit.SECONDS));
            assertTrue(failed.message().contains("absent.Handler"), failed.message());
        }
        var crash = new FunctionSpec(
                "Crash",
                code,
                ProbeZip.HANDLER,
                128,
                Duration.ofSeconds(3),
                Map.of("JAVA_TOOL_OPTIONS", "-Xmx1k"),
                false,
                1);
        try (var broken = LambdaFunction.start(crash, folder.resolve("logs"), l -> {})) {
            var refused =
                    assertThrows(ExecutionException.class, () -> broken.ready().get(PATIENCE, TimeUnit.SECONDS));
            assertTrue(
                    refused.getCause()
                            .getMessage()
                            .startsWith("function Crash ended with exit code 1 before it was ready"),
                    refused.getMessage());
        }
    }

    /** Until the process has the event in hand. */
    private void invokedHang() throws IOException, InterruptedException {
        var log = folder.resolve("probe.log");
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        while (!(java.nio.file.Files.exists(log)
                        && java.nio.file.Files.readString(log).contains("hang"))
                && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
    }

    private long pid() {
        return function.processes().getFirst().pid();
    }

    private Outcome invoke(String body) throws Exception {
        return function.invoke(event(body)).get(PATIENCE, TimeUnit.SECONDS);
    }

    static byte[] event(String body) {
        return "{\"Records\":[{\"messageId\":\"1\",\"body\":\"%s\"}]}"
                .formatted(body)
                .getBytes(StandardCharsets.UTF_8);
    }

    private FunctionSpec spec(String name, String handler) {
        return new FunctionSpec(
                name,
                code,
                handler,
                256,
                Duration.ofSeconds(3),
                Map.of("PROBE_LOG", folder.resolve("probe.log").toString()),
                false,
                1);
    }
}
