package guichet.core.desk.file;

import guichet.core.desk.FollowUps;
import guichet.core.desk.FollowUps.Effect;
import guichet.core.desk.Level;
import guichet.core.desk.LocalizedText;
import guichet.core.desk.Queue;
import guichet.core.hours.Delay;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code queues:} (S1-01), {@code levels:} (S4-05) and {@code follow-ups:}. */
final class QueueReader {
    static final String AT_ONCE = "at once";
    private final NameRegistry known;

    QueueReader(NameRegistry known) {
        this.known = known;
    }

    /** A desk that names no queue has one. The first is where requests arrive, and so cannot be obsolete. */
    Map<String, Queue> queues(Map<String, YamlNode> places) {
        var queues = new LinkedHashMap<String, Queue>();
        places.forEach((name, place) -> {
            Identifiers.check(name, place);
            place.entries().map(entries -> queue(name, entries)).ifPresent(queue -> queues.put(name, queue));
        });
        known.queues.addAll(places.keySet());
        if (queues.isEmpty()) {
            queues.put(
                    "requests",
                    new Queue(
                            "requests",
                            DefaultWords.QUEUE,
                            LocalizedText.same(""),
                            true,
                            List.of(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()));
            known.queues.add("requests");
        }
        queues.values().stream()
                .findFirst()
                .filter(first -> !first.valid())
                .ifPresent(first -> places.get(first.id())
                        .problem(
                                "requests arrive in the first queue, which cannot be obsolete",
                                first.id(),
                                "a valid queue"));
        return queues;
    }

    private Queue queue(String name, YamlEntries entries) {
        var valid = entries.flag("valid", true);
        if (!valid) {
            known.obsoleteQueues.add(name);
        }
        return new Queue(
                name,
                entries.label("label", name),
                entries.label("purpose", ""),
                valid,
                workedBy(entries.items("worked-by")),
                entries.get("empties-after").flatMap(QueueReader::emptiesAfter),
                entries.get("follow-ups").flatMap(QueueReader::followUps),
                entries.get("forwards-to").flatMap(Identifiers::address));
    }

    private List<String> workedBy(List<YamlNode> places) {
        var allowed = Stream.concat(known.groups.stream(), known.staff.stream()).toList();
        return places.stream()
                .flatMap(place -> place.oneOf("group or agent", allowed).stream())
                .toList();
    }

    Map<String, Level> levels(Optional<YamlNode> place) {
        var levels = new LinkedHashMap<String, Level>();
        if (place.isPresent() && place.get().isMapping()) {
            place.get()
                    .named()
                    .forEach((name, level) -> level.entries()
                            .ifPresent(entries -> levels.put(
                                    name,
                                    new Level(
                                            name,
                                            entries.label("label", name),
                                            workedBy(entries.items("worked-by"))))));
        } else {
            place.ifPresent(list -> list.items()
                    .forEach(item -> item.text().ifPresent(name -> {
                        if (levels.put(name, new Level(name, LocalizedText.same(name), List.of())) != null) {
                            item.problem("this level stands here twice", name, "");
                        }
                    })));
        }
        levels.keySet().forEach(name -> Identifiers.check(name, place.orElseThrow()));
        known.levels.addAll(levels.keySet());
        return levels;
    }

    static Optional<Delay> wait(YamlNode place) {
        return place.text(text -> Optional.of(Delay.parse(text)), "", "");
    }

    private static Optional<Delay> emptiesAfter(YamlNode place) {
        return place.text().filter(AT_ONCE::equals).isPresent()
                ? Optional.of(new Delay.Calendar(0, Duration.ZERO))
                : wait(place);
    }

    static Optional<FollowUps> followUps(YamlNode place) {
        return place.entries().map(entries -> {
            var first = entries.need("to-closed")
                    .flatMap(effect -> EnumValues.one(effect, "follow-up", Effect.class))
                    .orElse(Effect.REOPEN);
            var within = entries.get("within").flatMap(QueueReader::wait);
            var then = entries.get("then").flatMap(effect -> EnumValues.one(effect, "follow-up", Effect.class));
            if (!KeyRule.THEN.isKept(entries)) {
                place.problem(
                        "\"within\" says how long, \"then\" what comes after: both or neither",
                        "",
                        "{ to-closed: reopen, within: 30d, then: new-ticket }");
            }
            return new FollowUps(first, within, then.orElse(first));
        });
    }
}
