package guichet.core.desk.file;

import guichet.core.desk.LocalizedText;
import guichet.core.desk.Priorities;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code priority:}, with the matrix of impact and urgency (S2-12). */
final class PriorityReader {

    private PriorityReader() {}

    static Priorities read(Optional<YamlNode> place, NameRegistry known) {
        var priorities = place.flatMap(YamlNode::entries)
                .map(entries -> read(entries, known))
                .orElse(new Priorities(
                        Map.of("normal", DefaultWords.PRIORITY), "normal", Map.of(), Map.of(), Map.of()));
        known.priorities.putAll(priorities.levels());
        return priorities;
    }

    private static Priorities read(YamlEntries entries, NameRegistry known) {
        var levels =
                EnumValues.named(entries.need("levels").map(YamlNode::named).orElse(Map.of()));
        known.priorities.putAll(levels);
        var normal = entries.need("normal")
                .flatMap(place -> place.oneOf("priority", levels.keySet()))
                .orElse("");
        var impacts = EnumValues.named(entries.named("impact"));
        var urgencies = EnumValues.named(entries.named("urgency"));
        if (!impacts.isEmpty() || !urgencies.isEmpty()) {
            entries.needHere("matrix");
        }
        var matrix = new LinkedHashMap<String, Map<String, String>>();
        entries.get("matrix").ifPresent(place -> {
            place.named().forEach((impact, row) -> {
                if (row.isOneOf(impact, "impact", impacts.keySet())) {
                    matrix.put(impact, row(row, urgencies, known));
                }
            });
            missing(impacts, matrix, place, "impact");
        });
        return new Priorities(levels, normal, impacts, urgencies, matrix);
    }

    private static Map<String, String> row(YamlNode place, Map<String, LocalizedText> urgencies, NameRegistry known) {
        var row = new LinkedHashMap<String, String>();
        place.named().forEach((urgency, cell) -> {
            if (cell.isOneOf(urgency, "urgency", urgencies.keySet())) {
                row.put(
                        urgency,
                        cell.oneOf("priority", known.priorities.keySet()).orElse(""));
            }
        });
        missing(urgencies, row, place, "urgency");
        return row;
    }

    private static void missing(Map<String, LocalizedText> wanted, Map<String, ?> given, YamlNode place, String what) {
        wanted.keySet().stream()
                .filter(name -> !given.containsKey(name))
                .forEach(name -> place.problem(
                        "the matrix has nothing for this " + what, name, "a priority for each impact and urgency"));
    }
}
