package guichet.local.probe;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.local.Config;
import guichet.local.aws.Http;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** A project whose functions are all {@link Probe}: a template, and the zip. */
public final class ProbeProject {
    private final Path folder;

    public ProbeProject(Path folder) throws IOException {
        this.folder = folder;
        for (var name : List.of("template.yaml", "mail.yaml")) {
            try (var in = ProbeProject.class.getResourceAsStream("/stack/" + name)) {
                Files.copy(in, folder.resolve(name));
            }
        }
        ProbeZip.write(folder.resolve("function.zip"));
    }

    public Config config() {
        return Config.forTests(folder.resolve("template.yaml"))
                .withEnvironment(Map.of("PROBE_LOG", folder.resolve("probe.log").toString()));
    }

    public Path folder() {
        return folder;
    }

    /** Puts something else into the template. */
    public void replace(String text, String by) throws IOException {
        var template = folder.resolve("template.yaml");
        Files.writeString(template, Files.readString(template).replace(text, by));
    }

    /** Every event that any function was given, in order. */
    public List<JsonNode> events() throws IOException {
        var log = folder.resolve("probe.log");
        return Files.exists(log)
                ? Files.readAllLines(log).stream()
                        .filter(l -> l.endsWith("}"))
                        .map(l -> Http.parse(l.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                        .toList()
                : List.of();
    }

    /** Blocks until a function, in its own process, has been given such an event. */
    public void await(Predicate<JsonNode> wanted) throws IOException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (events().stream().noneMatch(wanted)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("no such event came");
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    /** The records of the events that came from queues or streams, each as often as it was delivered. */
    public List<JsonNode> records() throws IOException {
        return events().stream()
                .filter(e -> e.has("Records"))
                .flatMap(e -> {
                    var records = new java.util.ArrayList<JsonNode>();
                    e.get("Records").forEach(records::add);
                    return records.stream();
                })
                .toList();
    }

    /** The texts of delivered records that hold a word. */
    public List<String> texts(String word) throws IOException {
        return records().stream().map(Probe::body).filter(b -> b.contains(word)).toList();
    }
}
