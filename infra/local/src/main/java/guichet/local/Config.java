package guichet.local;

import guichet.local.source.Rudeness;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How a stack is set up.
 *
 * @param template the project's template.yaml; function zips are looked for relative to it
 * @param data where everything is kept; null for a temporary folder that goes with the stack
 * @param fresh whether to throw away what the data folder holds
 * @param httpPort 0 for a free one
 * @param smtpPort 0 for a free one
 * @param schedule whether the sweep runs each minute
 * @param rudeness how badly deliveries behave
 * @param processes how many processes a function has, by its logical id; one where nothing is said
 * @param visibility every queue's visibility timeout instead of the template's; null for the template's
 * @param window every queue's batching window instead of the template's; null for the template's
 * @param parameters of the template, beyond its defaults
 * @param environment added to every function's own
 * @param mailDomains that mail is sent from, each the {@code MailDomain} of a deployment that this stack plays: what
 *     one of them may, it may; none: the template's own
 * @param patience how long settling waits while nothing moves; five times that at most
 * @param console told in one line what a person at the terminal must know
 */
public record Config(
        Path template,
        Path data,
        boolean fresh,
        int httpPort,
        int smtpPort,
        boolean schedule,
        Rudeness rudeness,
        Map<String, Integer> processes,
        Duration visibility,
        Duration window,
        Map<String, String> parameters,
        Map<String, String> environment,
        List<String> mailDomains,
        Duration patience,
        Consumer<String> console) {

    static final String STACK_NAME = "guichet";

    /** For tests in this JVM: free ports, no schedule, nothing kept. */
    public static Config forTests(Path template) {
        return new Config(
                template,
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
                Map.of(),
                List.of(),
                Duration.ofMinutes(2),
                line -> {});
    }

    /**
     * As the environment says: {@code GUICHET_HTTP_PORT}, {@code GUICHET_SMTP_PORT}, {@code GUICHET_DATA},
     * {@code GUICHET_RUDE}, {@code GUICHET_SCHEDULE} (on, off), {@code GUICHET_PROCESSES}
     * ({@code Portal=2,Notifier=2}), {@code GUICHET_VISIBILITY} (seconds).
     *
     * @throws IllegalArgumentException naming the variable, its value and what is allowed
     */
    public static Config fromEnvironment(Path root, boolean fresh, Map<String, String> env) {
        return new Config(
                root.resolve("template.yaml"),
                root.resolve(env.getOrDefault("GUICHET_DATA", ".guichet")),
                fresh,
                number(env, "GUICHET_HTTP_PORT", 8080, 65535),
                number(env, "GUICHET_SMTP_PORT", 2525, 65535),
                onOff(env, "GUICHET_SCHEDULE"),
                Rudeness.of(env.get("GUICHET_RUDE")),
                processes(env.getOrDefault("GUICHET_PROCESSES", "")),
                env.containsKey("GUICHET_VISIBILITY")
                        ? Duration.ofSeconds(number(env, "GUICHET_VISIBILITY", 0, 43200))
                        : null,
                null,
                Map.of(),
                Map.of(),
                List.of(),
                Duration.ofMinutes(1),
                System.out::println);
    }

    private static int number(Map<String, String> env, String name, int otherwise, int most) {
        var text = env.get(name);
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        if (!text.matches("\\d{1,6}") || Integer.parseInt(text) > most) {
            throw new IllegalArgumentException(name + " is " + text + "; it may be a whole number from 0 to " + most);
        }
        return Integer.parseInt(text);
    }

    private static boolean onOff(Map<String, String> env, String name) {
        return switch (env.getOrDefault(name, "on")) {
            case "on" -> true;
            case "off" -> false;
            case String other -> throw new IllegalArgumentException(name + " is " + other + "; it may be on or off");
        };
    }

    private static Map<String, Integer> processes(String text) {
        var processes = new HashMap<String, Integer>();
        for (var pair : text.isBlank() ? new String[0] : text.trim().split("\\s*,\\s*")) {
            if (!pair.matches("\\w+=[1-9]\\d?")) {
                throw new IllegalArgumentException(
                        "GUICHET_PROCESSES has " + pair + "; it may hold FUNCTION=NUMBER, with commas between");
            }
            processes.put(
                    pair.substring(0, pair.indexOf('=')), Integer.parseInt(pair.substring(pair.indexOf('=') + 1)));
        }
        return processes;
    }

    public Config withData(Path folder) {
        return with(draft -> draft.data = folder);
    }

    public Config withPorts(int http, int smtp) {
        return with(draft -> {
            draft.httpPort = http;
            draft.smtpPort = smtp;
        });
    }

    public Config withRudeness(Rudeness rude) {
        return with(draft -> draft.rudeness = rude);
    }

    public Config withProcesses(Map<String, Integer> number) {
        return with(draft -> draft.processes = number);
    }

    public Config withVisibility(Duration timeout) {
        return with(draft -> draft.visibility = timeout);
    }

    /** Nobody waits for company: tests that settle after each step need not sit windows out. */
    public Config withWindow(Duration limit) {
        return with(draft -> draft.window = limit);
    }

    public Config withEnvironment(Map<String, String> variables) {
        return with(draft -> draft.environment = variables);
    }

    public Config withPatience(Duration limit) {
        return with(draft -> draft.patience = limit);
    }

    public Config withMailDomains(List<String> domains) {
        return with(draft -> draft.mailDomains = domains);
    }

    private Config with(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.config();
    }

    /** All parts, to be changed before they are a setup again. */
    private static final class Draft {
        private final Path template;
        private Path data;
        private final boolean fresh;
        private int httpPort;
        private int smtpPort;
        private final boolean schedule;
        private Rudeness rudeness;
        private Map<String, Integer> processes;
        private Duration visibility;
        private Duration window;
        private final Map<String, String> parameters;
        private Map<String, String> environment;
        private List<String> mailDomains;
        private Duration patience;
        private final Consumer<String> console;

        private Draft(Config config) {
            template = config.template();
            data = config.data();
            fresh = config.fresh();
            httpPort = config.httpPort();
            smtpPort = config.smtpPort();
            schedule = config.schedule();
            rudeness = config.rudeness();
            processes = config.processes();
            visibility = config.visibility();
            window = config.window();
            parameters = config.parameters();
            environment = config.environment();
            mailDomains = config.mailDomains();
            patience = config.patience();
            console = config.console();
        }

        private Config config() {
            return new Config(
                    template,
                    data,
                    fresh,
                    httpPort,
                    smtpPort,
                    schedule,
                    rudeness,
                    processes,
                    visibility,
                    window,
                    parameters,
                    environment,
                    mailDomains,
                    patience,
                    console);
        }
    }
}
