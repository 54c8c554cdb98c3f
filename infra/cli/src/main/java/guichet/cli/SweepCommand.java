package guichet.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fires the scheduled sweep of the running stack, as if it were some time. */
@Command(name = "sweep", description = "Fires the scheduled sweep of the running stack, as if it were TIME.")
final class SweepCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Spec
    CommandSpec spec;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "ISO 8601 with an offset, e.g. 2026-03-06T09:00:00+01:00; now if left out")
    String at;

    @Override
    public Integer call() throws InterruptedException {
        var instant = at == null ? Instant.now() : parse(at);
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ListenPorts.http() + "/_local/sweep"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"at\":\"" + instant + "\"}"))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new CommandFailure("the stack answered " + response.statusCode() + ": " + response.body());
            }
            spec.commandLine().getOut().println(response.body());
            return 0;
        } catch (ConnectException e) {
            throw new CommandFailure(
                    "nobody answers at 127.0.0.1:" + ListenPorts.http() + "; is the stack running (./guichet start)?");
        } catch (IOException e) {
            throw new CommandFailure("the sweep failed: " + e.getMessage());
        }
    }

    private static Instant parse(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new CommandFailure("--at " + text
                    + " is not a time; allowed: ISO 8601 with an offset, e.g. 2026-03-06T09:00:00+01:00");
        }
    }
}
