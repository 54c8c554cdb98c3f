package guichet.store.desks;

import guichet.core.desk.Desk;
import guichet.core.desk.file.DeskFile;
import guichet.core.desk.file.PeopleFile;
import guichet.core.people.People;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The desks that run here: a folder each, with {@code desk.yaml} and {@code people.yaml}. A desk is read when it is
 * first asked for, so that a function that wakes up for one reads one. Whatever is wrong with a desk is an
 * {@link IllegalStateException}.
 */
public final class Desks {
    /**
     * One line a desk: its folder, then its addresses. Within a jar there is no folder to list, and no need to read all
     * for an address.
     */
    static final String INDEX = "index.txt";

    private final Source source;
    private final Map<String, List<String>> addresses;
    private final Map<String, Desk> read = new ConcurrentHashMap<>();

    private interface Source {
        /** Empty if there is no such file. */
        Optional<byte[]> read(String path) throws IOException;
    }

    private Desks(Source source) {
        this.source = source;
        this.addresses = DeskIndex.parse(new String(content(INDEX), StandardCharsets.UTF_8));
    }

    /** The desks that are packed with the functions. */
    public static Desks bundled() {
        return Bundled.DESKS;
    }

    /** The desks of a folder such as {@code desks/}. */
    public static Desks in(Path folder) {
        return new Desks(path -> {
            var file = folder.resolve(path);
            return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        });
    }

    public List<String> ids() {
        return List.copyOf(addresses.keySet());
    }

    public Optional<Desk> desk(String id) {
        return addresses.containsKey(id) ? Optional.of(read.computeIfAbsent(id, this::read)) : Optional.empty();
    }

    public List<Desk> all() {
        return addresses.keySet().stream()
                .map(this::desk)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The desk that one of its addresses reaches; a tag ({@code support+x@…}) makes no difference. */
    public Optional<Desk> ofAddress(String address) {
        var wanted = Desk.untagged(address);
        return addresses.entrySet().stream()
                .filter(desk -> desk.getValue().contains(wanted))
                .findFirst()
                .flatMap(desk -> desk(desk.getKey()));
    }

    /** The domains that the desks write from, each once: what SES must be able to sign for. */
    public List<String> mailDomains() {
        return addresses.values().stream()
                .map(List::getFirst)
                .map(address -> address.substring(address.indexOf('@') + 1))
                .distinct()
                .toList();
    }

    /** The sample organizations and people that come with a desk. */
    public People people(Desk desk) {
        var path = desk.id() + "/people.yaml";
        return file(path)
                .map(content -> PeopleFile.read(desk, path, content).orThrow())
                .orElse(new People(List.of(), List.of()));
    }

    private Desk read(String id) {
        var path = id + "/desk.yaml";
        var desk = DeskFile.read(path, content(path)).orThrow();
        if (!desk.id().equals(id)) {
            throw new IllegalStateException(path + ": the desk \"" + desk.id() + "\" stands in the folder of another");
        }
        return desk;
    }

    private byte[] content(String path) {
        return file(path).orElseThrow(() -> new IllegalStateException("desks/" + path + " is missing"));
    }

    private Optional<byte[]> file(String path) {
        try {
            return source.read(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Bundled {
        static final Desks DESKS = new Desks(path -> {
            try (InputStream in = Desks.class.getResourceAsStream("/desks/" + path)) {
                return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
            }
        });
    }
}
