package guichet.stack;

import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One polite stack for all tests that ask for a {@link Helpdesk}, started with the first; two portals, so that requests
 * do meet.
 */
final class SharedHelpdesk implements ParameterResolver {
    private record Running(Helpdesk desk) implements AutoCloseable {
        static Running start() {
            try {
                return new Running(Helpdesk.start(Helpdesk.config().withProcesses(Map.of("Portal", 2))));
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            desk.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Helpdesk.class;
    }

    @Override
    public Helpdesk resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedHelpdesk.class))
                .computeIfAbsent(Running.class, _ -> Running.start(), Running.class)
                .desk();
    }
}
