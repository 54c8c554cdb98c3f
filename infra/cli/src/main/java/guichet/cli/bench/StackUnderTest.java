package guichet.cli.bench;

import guichet.local.Config;
import guichet.local.Stack;
import guichet.local.StartException;
import guichet.local.source.Rudeness;
import guichet.store.Aws;
import guichet.store.desks.Desks;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A stack of the bench's own: on free ports, with nothing kept, started when it is first asked for. One process a
 * function, as the template says of them; the sweep of each minute is off, so that it comes when a measurement calls
 * for it.
 */
public final class StackUnderTest implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final Path root;
    private final Map<String, String> environment;
    private final Preparation preparation;
    private Stack stack;
    private Processes processes;
    private int stored;

    /** What a stack needs before it takes mail: keys, and people. */
    public interface Preparation {
        void prepare(Stack stack) throws IOException;
    }

    /** @param environment put over every function's own */
    public StackUnderTest(Path root, Map<String, String> environment, Preparation preparation) {
        this.root = root;
        this.environment = environment;
        this.preparation = preparation;
    }

    /** One more of the same kind, with its own variables put over these. */
    StackUnderTest another(Map<String, String> variables) {
        var all = new HashMap<>(environment);
        all.putAll(variables);
        return new StackUnderTest(root, all, preparation);
    }

    Stack get() throws StartException, IOException {
        if (stack == null) {
            stack = Stack.start(new Config(
                    root.resolve("template.yaml"),
                    null,
                    false,
                    0,
                    0,
                    false,
                    Rudeness.NONE,
                    Map.of(),
                    null,
                    null,
                    Map.of(),
                    environment,
                    Desks.in(root.resolve("desks")).mailDomains(),
                    PATIENCE,
                    System.err::println));
            preparation.prepare(stack);
        }
        return stack;
    }

    Processes processes() throws StartException, IOException {
        if (processes == null) {
            processes = new Processes(get());
        }
        return processes;
    }

    String table() throws StartException, IOException {
        return get().function("Portal").spec().environment().get("GUICHET_TABLE");
    }

    DynamoDbClient dynamoDb(UnitMeter meter) throws StartException, IOException {
        return Aws.at(get().aws().dynamodb())
                .client(DynamoDbClient.builder()
                        .overrideConfiguration(override -> override.addExecutionInterceptor(meter)));
    }

    /** How many tickets the measurements of this run have stored by themselves. */
    int stored() {
        return stored;
    }

    void addStored(int tickets) {
        stored += tickets;
    }

    @Override
    public void close() {
        if (stack != null) {
            stack.close();
        }
    }
}
