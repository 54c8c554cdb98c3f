package guichet.local.rights;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Fails each test during which a stack denied a call, and says which, also where the caller made nothing of it. JUnit
 * finds it by itself wherever the local stack is on the tests' class path.
 */
public final class DeniedCallsFail
        implements BeforeAllCallback,
                AfterEachCallback,
                AfterAllCallback,
                TestExecutionExceptionHandler,
                LifecycleMethodExecutionExceptionHandler {

    /** When all tests are done. */
    private record End() implements AutoCloseable {
        @Override
        public void close() {
            RunFolder.open().reportUnused();
            failIfDenied(null);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        RunFolder.open();
        context.getRoot()
                .getStore(ExtensionContext.Namespace.create(DeniedCallsFail.class))
                .computeIfAbsent(End.class, _ -> new End(), End.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        failIfDenied(null);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        failIfDenied(null);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        failIfDenied(failure);
        throw failure;
    }

    @Override
    public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        failIfDenied(failure);
        throw failure;
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        failIfDenied(failure);
        throw failure;
    }

    /** @param failure what the test failed by, most likely on account of it; or null */
    private static void failIfDenied(Throwable failure) {
        var denied = RunFolder.open().take(RunFolder.DENIED);
        if (!denied.isEmpty()) {
            throw new AssertionError("The template's roles denied:\n  " + String.join("\n  ", denied), failure);
        }
    }
}
