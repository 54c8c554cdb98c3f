package guichet.core.desk.file;

import guichet.core.desk.LocalizedText;
import guichet.core.desk.RequestType;
import guichet.core.desk.TextUse;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The names that a desk file has defined so far, against which the rest of it is read, and what its texts are used for.
 */
final class NameRegistry {
    final Set<String> staff = new LinkedHashSet<>();
    final Set<String> groups = new LinkedHashSet<>();
    final Set<String> calendars = new LinkedHashSet<>();
    /** Of the calendars, {@code contract} too, those by which a day is 24 hours of business. */
    final Set<String> roundTheClock = new LinkedHashSet<>();

    final Set<String> contracts = new LinkedHashSet<>();
    final Set<String> queues = new LinkedHashSet<>();
    final Set<String> obsoleteQueues = new LinkedHashSet<>();
    final Map<String, LocalizedText> priorities = new LinkedHashMap<>();
    final Set<String> levels = new LinkedHashSet<>();
    final Map<String, RequestType> types = new LinkedHashMap<>();
    final Set<String> texts = new LinkedHashSet<>();
    final Map<String, Set<TextUse>> uses = new LinkedHashMap<>();
    boolean dispatcher;

    /** The text of that name, which is used there for that. */
    Optional<String> text(YamlNode place, TextUse use) {
        var name = place.oneOf("text", texts);
        name.ifPresent(known ->
                uses.computeIfAbsent(known, _ -> EnumSet.noneOf(TextUse.class)).add(use));
        return name;
    }

    /** The types that a rule is about: those named, or all. */
    Stream<RequestType> types(Set<String> named) {
        return types.values().stream().filter(type -> named.isEmpty() || named.contains(type.id()));
    }
}
