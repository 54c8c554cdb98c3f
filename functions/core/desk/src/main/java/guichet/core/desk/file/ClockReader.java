package guichet.core.desk.file;

import guichet.core.desk.ClockRule;
import guichet.core.desk.Desk;
import guichet.core.hours.Durations;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One clock of {@code sla:}. */
final class ClockReader {
    static final Pattern COUNTS = Pattern.compile("from\\s+(\\S+)\\s+to\\s+(?:the\\s+first\\s+of\\s+)?(.+)");
    static final Pattern PERCENT = Pattern.compile("[0-9]{1,3}\\s*%");
    private static final Pattern DAYS = Pattern.compile("(?i)\\s*(?:P[^T]*[0-9][WD].*|[^PT]*[0-9]\\s*[wd].*)");
    private static final String FORM = "from a to b, or: from a to the first of b, c";
    private final NameRegistry known;
    private final Conditions conditions;

    ClockReader(NameRegistry known) {
        this.known = known;
        this.conditions = new Conditions(known);
    }

    Optional<ClockRule> read(String name, YamlNode place) {
        Identifiers.check(name, place);
        return place.entries().map(entries -> {
            var types = conditions.types(entries);
            var counts = entries.need("counts");
            var form = counts.flatMap(found -> found.text(
                    text -> Optional.of(COUNTS.matcher(text)).filter(Matcher::matches),
                    "it does not say from which state to which",
                    FORM));
            var from = form.flatMap(found -> conditions.states(found.group(1), counts.orElseThrow(), types).stream()
                            .findFirst())
                    .orElse("");
            var stops = new LinkedHashSet<String>();
            form.ifPresent(found -> Stream.of(found.group(2).strip().split("\\s*,\\s*", -1))
                    .forEach(state -> stops.addAll(conditions.states(state, counts.orElseThrow(), types))));
            var paused = conditions.states(entries.items("paused-in"), types);
            if (form.isPresent()) {
                checkPauses(entries, stops, paused, types);
            }
            var calendars = new LinkedHashSet<>(known.calendars);
            calendars.add(ClockRule.BY_CONTRACT);
            var calendar = entries.get("clock")
                    .flatMap(clock -> clock.oneOf("calendar", calendars))
                    .orElse(Desk.HOURS);
            entries.get("target").ifPresent(target -> checkDays(target, calendar));
            return new ClockRule(
                    name,
                    entries.label("label", name),
                    types,
                    from,
                    stops,
                    paused,
                    calendar,
                    entries.need("target").map(this::targets).orElse(Map.of()),
                    entries.get("warn-at").flatMap(ClockReader::percent));
        });
    }

    /** A state that both stops and pauses a clock stops it; the file must say that this is meant (S3-03, S3-05). */
    private void checkPauses(YamlEntries entries, Set<String> stops, Set<String> paused, Set<String> types) {
        var both = new LinkedHashSet<>(paused);
        both.retainAll(stops);
        for (var place : entries.items("stop-comes-first")) {
            place.text()
                    .ifPresent(name -> conditions.states(name, place, types).forEach(state -> {
                        if (!both.remove(state)) {
                            place.problem("this state does not both stop and pause the clock", name, "");
                        }
                    }));
        }
        both.forEach(state -> entries.get("paused-in")
                .orElse(entries.place())
                .problem(
                        "this state both stops and pauses the clock",
                        state,
                        "stop-comes-first: [" + state + "] if that is meant"));
    }

    /** One target for all priorities, or one for each. */
    private Map<String, Duration> targets(YamlNode place) {
        var targets = new LinkedHashMap<String, Duration>();
        if (!place.isMapping()) {
            duration(place)
                    .ifPresent(target -> known.priorities.keySet().forEach(priority -> targets.put(priority, target)));
            return targets;
        }
        var written = place.named();
        written.forEach((priority, target) -> {
            if (target.isOneOf(priority, "priority", known.priorities.keySet())) {
                targets.put(priority, duration(target).orElse(Duration.ZERO));
            }
        });
        known.priorities.keySet().stream()
                .filter(priority -> !written.containsKey(priority))
                .forEach(priority -> place.problem(
                        "no target for this priority", priority, "a duration for each priority, such as 4h"));
        return targets;
    }

    /** A day of a target is 24 hours of business, which is three days for a desk that opens for eight. */
    private void checkDays(YamlNode target, String calendar) {
        if (known.roundTheClock.contains(calendar)) {
            return;
        }
        var places = target.isMapping() ? target.named().values() : List.of(target);
        places.forEach(place -> place.text()
                .filter(text -> DAYS.matcher(text).matches())
                .ifPresent(text -> place.problem(
                        "this clock counts business time, and a day of it would be 24 business hours",
                        text,
                        "hours that the desk is open, such as 8h for a business day of eight")));
    }

    private static Optional<Duration> duration(YamlNode place) {
        return place.text(
                text -> Optional.of(Durations.parse(text)).filter(Duration::isPositive),
                "no time at all",
                "a duration such as 4h or 30m");
    }

    private static Optional<Integer> percent(YamlNode place) {
        return place.text(
                text -> PERCENT.matcher(text).matches()
                        ? Optional.of(Integer.parseInt(text.replace("%", "").strip()))
                                .filter(percent -> percent >= 1 && percent <= 99)
                        : Optional.empty(),
                "not a share of the target",
                "1% to 99%");
    }
}
