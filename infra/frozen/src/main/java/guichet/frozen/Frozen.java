package guichet.frozen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipInputStream;

/**
 * What a version of this program wrote once, as it lay in the table, on the queues and on disk. It never changes; its
 * README says how it came about, and what a test on it shows.
 *
 * @param version the folder's name
 */
public record Frozen(String version) {
    /** The first that was kept. */
    public static final Frozen OF_2026_11 = new Frozen("0.1-2026-11");

    /** Where {@link #longText} lay in the bucket of files. */
    public static final String LONG_TEXT_KEY = "texts/cloud/7/b7nPUWGyYCmz2CROzm8RuA";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A message as it lay on its queue: {@code due}, {@code notice} and so on, by the name of its file. */
    public String message(String name) {
        return text("messages/" + name + ".json");
    }

    /** Every item of the table, in DynamoDB's JSON. */
    public List<JsonNode> items() {
        return lines("items.jsonl");
    }

    /** The records of the table's stream that fanout was given, in order, as DynamoDB gives them. */
    public List<JsonNode> records() {
        return lines("records.jsonl");
    }

    /** The events that it put on the company's bus for them, in order. */
    public List<JsonNode> bus() {
        return lines("bus.jsonl");
    }

    /** What its API answered an agent for each ticket, on 2026-11-27 at 15:00 UTC. */
    public List<JsonNode> tickets() {
        return lines("tickets.jsonl");
    }

    /** The object that held the text of a message too long for the table, under {@link #LONG_TEXT_KEY}. */
    public byte[] longText() {
        return bytes("text.packed");
    }

    /** Puts the local stack's data folder there, a copy for each who asks. */
    public void dataInto(Path folder) throws IOException {
        try (var zip = new ZipInputStream(open("data.zip"))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(zip, file);
            }
        }
    }

    private List<JsonNode> lines(String name) {
        return text(name).lines().map(Frozen::json).toList();
    }

    private String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private byte[] bytes(String name) {
        try (var in = open(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream open(String name) throws IOException {
        var in = Frozen.class.getResourceAsStream(version + "/" + name);
        if (in == null) {
            throw new FileNotFoundException(version + "/" + name);
        }
        return in;
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
