package guichet.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * SSM's parameter store: get one, several, or all under a path; put. Secure ones come only to who asks for decryption.
 */
public final class Parameters implements AutoCloseable {
    private record Parameter(String type, String value, int version) {}

    private final Path file;
    private final Http http;
    private final Map<String, Parameter> parameters = new TreeMap<>();

    Parameters(Path file, Door door) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            DurableFiles.readJson(file)
                    .properties()
                    .forEach(e -> parameters.put(
                            e.getKey(),
                            new Parameter(
                                    e.getValue().get("type").asText(),
                                    e.getValue().get("value").asText(),
                                    e.getValue().get("version").asInt())));
        }
        this.http = JsonRpc.serve("ssm", door, this::call);
    }

    URI uri() {
        return http.uri();
    }

    /** Keeps what is there; makes and stores it when nothing is. */
    public synchronized String ensureSecret(String name, Supplier<String> secret) throws IOException {
        if (!parameters.containsKey(name)) {
            put(name, "SecureString", secret.get());
        }
        return parameters.get(name).value();
    }

    private void put(String name, String type, String value) throws IOException {
        var old = parameters.get(name);
        parameters.put(name, new Parameter(type, value, old == null ? 1 : old.version() + 1));
        var json = Http.JSON.createObjectNode();
        parameters.forEach((n, p) ->
                json.putObject(n).put("type", p.type()).put("value", p.value()).put("version", p.version()));
        DurableFiles.write(file, Http.JSON.writeValueAsBytes(json), true);
    }

    private synchronized ObjectNode call(String operation, JsonNode request) throws IOException {
        var decrypt = request.path("WithDecryption").asBoolean();
        var answer = Http.JSON.createObjectNode();
        switch (operation) {
            case "GetParameter" ->
                answer.set("Parameter", json(existing(request.path("Name").asText()), decrypt));
            case "GetParameters" -> {
                var found = answer.putArray("Parameters");
                var invalid = answer.putArray("InvalidParameters");
                for (var name : request.path("Names")) {
                    if (parameters.containsKey(name.asText())) {
                        found.add(json(name.asText(), decrypt));
                    } else {
                        invalid.add(name.asText());
                    }
                }
            }
            case "GetParametersByPath" -> {
                var path = request.path("Path").asText();
                var prefix = path.endsWith("/") ? path : path + "/";
                var found = answer.putArray("Parameters");
                parameters.keySet().stream()
                        .filter(n -> n.startsWith(prefix)
                                && (request.path("Recursive").asBoolean() || n.indexOf('/', prefix.length()) < 0))
                        .forEach(n -> found.add(json(n, decrypt)));
            }
            case "PutParameter" -> {
                var name = request.path("Name").asText();
                if (parameters.containsKey(name) && !request.path("Overwrite").asBoolean()) {
                    throw new JsonRpc.Refusal("ParameterAlreadyExists", "The parameter already exists.");
                }
                put(
                        name,
                        request.path("Type").asText("String"),
                        request.path("Value").asText());
                answer.put("Version", parameters.get(name).version());
            }
            default ->
                throw new JsonRpc.Refusal("UnknownOperationException", "The local stack does not emulate " + operation);
        }
        return answer;
    }

    private String existing(String name) {
        if (!parameters.containsKey(name)) {
            throw new JsonRpc.Refusal("ParameterNotFound", "Parameter " + name + " not found.");
        }
        return name;
    }

    private ObjectNode json(String name, boolean decrypt) {
        var parameter = parameters.get(name);
        var hidden = parameter.type().equals("SecureString") && !decrypt;
        return Http.JSON
                .createObjectNode()
                .put("Name", name)
                .put("Type", parameter.type())
                .put("Value", hidden ? "(encrypted)" : parameter.value())
                .put("Version", parameter.version())
                .put("DataType", "text")
                .put("LastModifiedDate", Instant.EPOCH.getEpochSecond())
                .put(
                        "ARN",
                        "arn:aws:ssm:" + EmbeddedAws.REGION + ":" + EmbeddedAws.ACCOUNT + ":parameter"
                                + (name.startsWith("/") ? name : "/" + name));
    }

    @Override
    public void close() {
        http.close();
    }
}
