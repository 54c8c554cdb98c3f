package guichet.local.aws;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Every mail that SES took, in the order it took them: an {@code .eml} file each, and its envelope beside it as JSON.
 */
public final class Outbox {
    /**
     * @param id SES's own, which stands in the mail's Message-ID
     * @param to the envelope's recipients, blind copies included
     */
    public record Sent(String id, Instant at, String from, List<String> to, Map<String, String> tags, Path file) {
        public byte[] raw() {
            try {
                return Files.readAllBytes(file);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    private final Path folder;
    private final boolean sync;
    private final List<Sent> mails = new CopyOnWriteArrayList<>();
    private int number;

    Outbox(Path folder, boolean sync) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.sync = sync;
        try (var files = Files.list(folder)) {
            var found = new ArrayList<Sent>();
            for (var file :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                found.add(read(file));
                number = Integer.parseInt(file.getFileName().toString().substring(0, 8));
            }
            mails.addAll(found);
        }
    }

    /** All mails, oldest first. */
    public List<Sent> all() {
        return List.copyOf(mails);
    }

    public List<Sent> to(String address) {
        return mails.stream()
                .filter(m -> m.to().stream().anyMatch(a -> a.equalsIgnoreCase(address)))
                .toList();
    }

    public Sent find(String id) {
        return mails.stream().filter(m -> m.id().equals(id)).findFirst().orElse(null);
    }

    synchronized Sent add(String id, Instant at, String from, List<String> to, Map<String, String> tags, byte[] raw)
            throws IOException {
        var name = "%08d-%s".formatted(++number, id);
        var file = folder.resolve(name + ".eml");
        DurableFiles.write(file, raw, sync);
        var json = Http.JSON
                .createObjectNode()
                .put("id", id)
                .put("at", at.toString())
                .put("from", from);
        to.forEach(json.putArray("to")::add);
        tags.forEach(json.putObject("tags")::put);
        DurableFiles.write(folder.resolve(name + ".json"), Http.JSON.writeValueAsBytes(json), sync);
        var sent = new Sent(id, at, from, List.copyOf(to), Map.copyOf(tags), file);
        mails.add(sent);
        return sent;
    }

    private static Sent read(Path file) throws IOException {
        var json = DurableFiles.readJson(file);
        var to = new ArrayList<String>();
        json.get("to").forEach(a -> to.add(a.asText()));
        var tags = new HashMap<String, String>();
        json.get("tags")
                .properties()
                .forEach(t -> tags.put(t.getKey(), t.getValue().asText()));
        var mail = file.resolveSibling(file.getFileName().toString().replaceFirst("\\.json$", ".eml"));
        return new Sent(
                json.get("id").asText(),
                Instant.parse(json.get("at").asText()),
                json.get("from").asText(),
                to,
                tags,
                mail);
    }
}
