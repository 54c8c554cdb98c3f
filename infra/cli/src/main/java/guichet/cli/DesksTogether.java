package guichet.cli;

import guichet.core.desk.Desk;
import guichet.core.desk.file.FileProblem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is wrong with desks that would run side by side, although each by itself is right. */
final class DesksTogether {
    private final Map<Path, Desk> desks = new LinkedHashMap<>();
    /** As they were named. */
    private final Map<Path, Path> files = new LinkedHashMap<>();

    /** The same file named twice is one. */
    void add(Path file, Desk desk) {
        desks.putIfAbsent(file.toAbsolutePath().normalize(), desk);
        files.putIfAbsent(file.toAbsolutePath().normalize(), file);
    }

    List<FileProblem> problems() {
        var problems = new ArrayList<FileProblem>();
        var seen = new LinkedHashMap<String, Path>();
        desks.forEach((path, desk) -> desk.addresses().forEach(address -> {
            var other = seen.putIfAbsent(address, path);
            if (other != null) {
                problems.add(problem(
                        path,
                        "address",
                        address,
                        "an address of one desk only; one that forwards to a desk stands at that desk",
                        "this address stands in " + files.get(other) + " too, and a mail to it reaches one desk"));
            }
        }));
        desks.forEach((path, desk) -> desk.staff()
                .forEach(member -> desks.values().stream()
                        .filter(other -> other != desk && other.isOurs(member.address()))
                        .findFirst()
                        .ifPresent(other -> problems.add(problem(
                                path,
                                "people",
                                member.address(),
                                "the address of a person who works here",
                                "this is an address of the desk " + other.id())))));
        return problems;
    }

    private FileProblem problem(Path path, String key, String address, String allowed, String message) {
        return new FileProblem(files.get(path).toString(), line(path, address), key, address, allowed, message);
    }

    /** The first line that holds it; 0 if none does as it is read. */
    private static int line(Path file, String address) {
        var lines = new String(DeskFiles.content(file), StandardCharsets.UTF_8)
                .lines()
                .toList();
        for (int line = 0; line < lines.size(); line++) {
            if (lines.get(line).toLowerCase(Locale.ROOT).contains(address)) {
                return line + 1;
            }
        }
        return 0;
    }
}
