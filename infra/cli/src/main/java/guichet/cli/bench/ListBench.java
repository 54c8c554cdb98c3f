package guichet.cli.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import guichet.core.signing.SigningKeys;
import guichet.store.SignedCursors;
import guichet.store.TicketFilter;
import guichet.store.TicketQueries;
import guichet.store.TicketQuery;
import guichet.store.desks.Desks;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a customer of a large organization sees first. */
final class ListBench implements Bench {
    private static final int ROWS = 25;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String name() {
        return "list";
    }

    @Override
    public List<BenchResult> run(Setting setting) throws Exception {
        var stored = fill(setting);
        var stack = setting.stack().get();
        var request = HttpRequest.newBuilder(stack.uri().resolve("/api/desks/cloud/tickets?view=organization"))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + stack.token(TicketFill.ALICE.address()))
                .build();
        var processes = setting.stack().processes();
        try (var client = HttpClient.newHttpClient()) {
            var requests = setting.scale().requests();
            ask(client, request, setting.scale().warmUp());
            var before = processes.cpu();
            ask(client, request, requests);
            var portal = processes.cpuSince(before).get("Portal") * 1_000 / requests;
            var page = String.format(
                    java.util.Locale.ROOT, "organization's page of %d rows, %,d tickets stored", ROWS, stored);
            var read = readUnits(setting);
            return List.of(
                    BenchResult.atMost(
                            3,
                            name(),
                            page + ": CPU of Portal a request",
                            portal,
                            "ms",
                            "user + system over " + requests
                                    + " requests by HTTP, one after another, after a warm-up of "
                                    + setting.scale().warmUp(),
                            Map.of()),
                    BenchResult.atMost(
                            4,
                            name(),
                            page + ": read units",
                            read.units(),
                            "",
                            "ConsumedCapacity of the same list by the same code: " + String.join(", ", read.calls()),
                            Map.of()));
        }
    }

    private static void ask(HttpClient client, HttpRequest request, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            var answer = client.send(request, BodyHandlers.ofByteArray());
            var rows = answer.statusCode() == 200
                    ? JSON.readTree(answer.body()).path("items").size()
                    : 0;
            if (rows != ROWS) {
                throw new IllegalStateException("the list answered " + answer.statusCode() + " with " + rows + " rows");
            }
        }
    }

    private static UnitMeter.Read readUnits(Setting setting) throws Exception {
        var meter = new UnitMeter();
        try (var db = setting.stack().dynamoDb(meter)) {
            var queries = new TicketQueries(
                    db, setting.stack().table(), new SignedCursors(new SigningKeys("k1", Map.of("k1", new byte[32]))));
            queries.list(
                    new TicketQuery.OfOrganization("cloud", "acme"),
                    TicketFilter.NONE,
                    ROWS,
                    TicketFill.ALICE.address(),
                    Optional.empty());
            return meter.take();
        }
    }

    /** As many tickets as were asked for, unless another measurement has stored them in this run. */
    private static int fill(Setting setting) throws Exception {
        try (var db = setting.stack().dynamoDb(new UnitMeter())) {
            var desk = Desks.in(setting.root().resolve("desks")).desk("cloud").orElseThrow();
            var fill = new TicketFill(desk, db, setting.stack().table());
            var missing = Math.max(ROWS, setting.size() - setting.stack().stored());
            fill.open(missing, Instant.now());
            setting.stack().addStored(missing);
            setting.stack().get().settle();
            return setting.stack().stored();
        }
    }
}
