package guichet.cli.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import guichet.local.Stack;
import guichet.local.folder.Folders;
import guichet.local.lambda.ColdStart;
import guichet.local.lambda.FunctionSpec;
import guichet.local.lambda.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long the first caller waits for a portal that has to be started, against a handler that does nothing. */
final class ColdBench implements Bench {
    private static final String BARE = "bare, AOT cache";
    private static final String PORTAL = "portal, AOT cache";
    private static final String BARE_DEPLOYED = "bare, as deployed";
    private static final String PORTAL_DEPLOYED = "portal, as deployed";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param event what the first caller asks for */
    private record Candidate(String name, FunctionSpec spec, byte[] event) {}

    @Override
    public String name() {
        return "cold";
    }

    @Override
    public List<BenchResult> run(Setting setting) throws Exception {
        var folder = Files.createTempDirectory("guichet-cold");
        try {
            return run(setting, folder);
        } finally {
            Folders.delete(folder);
        }
    }

    private List<BenchResult> run(Setting setting, Path folder) throws Exception {
        var stack = setting.stack().get();
        var pinned = BareStarts.pinned();
        var starts = new ColdStart(pinned.orElse(List.of()), folder.resolve("starts.log"));
        var portal = stack.function("Portal").spec().onDemand().withJavaOptions("-XX:ActiveProcessorCount=1");
        var bare = new FunctionSpec(
                "Bare",
                BareStarts.code(folder),
                BareHandler.class.getName() + "::handleRequest",
                portal.memoryMb(),
                portal.timeout(),
                portal.environment(),
                false,
                1);
        var list = event(stack, "/api/desks/cloud/tickets", "view=organization");
        var trainedBare = BareStarts.trained(starts, bare, list, folder.resolve("bare.aot"));
        var trainedPortal = BareStarts.trained(starts, portal, list, folder.resolve("portal.aot"));
        var candidates = List.of(
                new Candidate(BARE, trainedBare, list),
                new Candidate(PORTAL, trainedPortal, list),
                new Candidate(
                        "portal, AOT cache, its API description", trainedPortal, event(stack, "/api/openapi", "")),
                new Candidate(BARE_DEPLOYED, bare.withCode(bare.code().asDeployed()), list),
                new Candidate(PORTAL_DEPLOYED, portal.withCode(portal.code().asDeployed()), list));
        var rounds = setting.scale().starts();
        var millis = measured(starts, candidates, rounds);
        var how = "median of " + rounds
                + " starts each, turn by turn, from the start of the process to its first answer (a customer's list of"
                + " tickets: desk file, directory and index are read for it); "
                + pinned.map(command -> "pinned to one core by " + String.join(" ", command))
                        .orElse("one processor for the JVM (-XX:ActiveProcessorCount=1), not pinned")
                + "; flags " + portal.environment().get("JAVA_TOOL_OPTIONS");
        return List.of(
                BenchResult.atMost(
                        3,
                        name(),
                        "start of portal to first answer, against a bare handler",
                        millis.get(PORTAL) / millis.get(BARE),
                        "×",
                        how + "; all jars on the class path, an AOT cache each, trained by one start",
                        Map.of()),
                BenchResult.reported(name(), "start of portal to first answer", millis.get(PORTAL), "ms", how, millis),
                BenchResult.reported(
                        name(),
                        "the same as deployed, without AOT cache, against a bare handler",
                        millis.get(PORTAL_DEPLOYED) / millis.get(BARE_DEPLOYED),
                        "×",
                        how
                                + "; classes and libraries as unzipped from function.zip, loaded by the runtime's own"
                                + " class loader; no snapshot (SnapStart)",
                        Map.of()));
    }

    private static Map<String, Double> measured(ColdStart starts, List<Candidate> candidates, int rounds)
            throws IOException, InterruptedException {
        var all = new LinkedHashMap<String, List<Double>>();
        for (int round = 0; round < rounds; round++) {
            for (var candidate : candidates) {
                var start = starts.run(candidate.spec(), candidate.event());
                if (!(start.outcome() instanceof Outcome.Answered answered)
                        || JSON.readTree(answered.payload()).path("statusCode").asInt() != 200) {
                    throw new IOException(candidate.name() + " did not answer 200 but " + start.outcome());
                }
                all.computeIfAbsent(candidate.name(), _ -> new ArrayList<>())
                        .add(start.took().toNanos() / 1e6);
            }
        }
        var medians = new LinkedHashMap<String, Double>();
        all.forEach((name, millis) -> medians.put(name, Figures.median(millis)));
        return medians;
    }

    /** What the gateway hands over (payload format 2.0) when Alice asks, with the claims of a token of hers. */
    private static byte[] event(Stack stack, String path, String query) throws IOException {
        var token = stack.token(TicketFill.ALICE.address());
        var event = JSON.createObjectNode()
                .put("version", "2.0")
                .put("rawPath", path)
                .put("rawQueryString", query)
                .put("isBase64Encoded", false);
        event.putObject("headers").put("accept", "application/json").put("authorization", "Bearer " + token);
        var context = event.putObject("requestContext")
                .put("requestId", "cold")
                .put("timeEpoch", Instant.now().toEpochMilli());
        context.putObject("http").put("method", "GET").put("path", path);
        context.putObject("authorizer")
                .putObject("jwt")
                .set("claims", JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1])));
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }
}
