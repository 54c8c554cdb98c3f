package guichet.store.desks;

import guichet.core.text.MailAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which desks there are, and the addresses of each: lines of {@code id address address …}; {@code #} starts a comment.
 */
final class DeskIndex {
    private DeskIndex() {}

    static Map<String, List<String>> parse(String text) {
        Map<String, List<String>> desks = new LinkedHashMap<>();
        text.lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .forEach(line -> {
                    var words = List.of(line.split("\\s+"));
                    desks.put(
                            words.getFirst(),
                            words.stream().skip(1).map(MailAddress::kept).toList());
                });
        return desks;
    }
}
