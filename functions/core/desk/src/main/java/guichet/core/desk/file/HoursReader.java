package guichet.core.desk.file;

import guichet.core.hours.ClosedDays;
import guichet.core.hours.Holidays;
import guichet.core.hours.HoursSyntaxException;
import guichet.core.hours.OpeningHours;
import guichet.core.hours.PublicHolidays;
import guichet.core.hours.TimeRange;
import guichet.core.hours.WeekdayRange;
import guichet.core.hours.WeeklyHours;
import guichet.core.hours.Zones;
import guichet.core.text.Nearest;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads an {@code hours:} block. It goes on after a mistake, so that all of them are told at once, each with its line.
 */
public final class HoursReader {
    /** Open at all times. */
    static final String ALWAYS = "always";

    private static final String OPEN =
            "days with their openings, such as mon-fri: [\"9:00-12:00\", \"14:00-18:00\"], or always";

    private final String file;
    private final List<FileProblem> problems;

    private HoursReader(String file, List<FileProblem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /**
     * The hours that {@code block}, the value of an {@code hours:} key, describes; empty if it has a mistake.
     *
     * @param file what the problems call the file
     * @param path the keys that lead to the block, such as {@code hours}
     * @param problems to which mistakes are added
     */
    public static Optional<OpeningHours> read(String file, String path, Node block, List<FileProblem> problems) {
        List<FileProblem> found = new ArrayList<>();
        Optional<OpeningHours> hours = new HoursReader(file, found).block(block, path);
        problems.addAll(found);
        return found.isEmpty() ? hours : Optional.empty();
    }

    private Optional<OpeningHours> block(Node block, String path) {
        if (!(block instanceof MappingNode mapping)) {
            problem(block, path, "not a block of opening hours", String.join(", ", SectionKeys.HOURS.keys()));
            return Optional.empty();
        }
        Map<String, Node> entries = entries(mapping, path, SectionKeys.HOURS);
        Optional<ZoneId> zone = required(entries, "zone", mapping, path, "an IANA name such as Europe/Paris")
                .flatMap(node -> scalar(node, at(path, "zone"), "an IANA name such as Europe/Paris", Zones::parse));
        Optional<WeeklyHours> week =
                required(entries, "open", mapping, path, OPEN).flatMap(node -> open(node, at(path, "open")));
        Holidays closed =
                entries.containsKey("closed") ? closed(entries.get("closed"), at(path, "closed")) : Holidays.NONE;
        return zone.flatMap(z -> week.map(w -> new OpeningHours(z, w, closed)));
    }

    private Optional<WeeklyHours> open(Node node, String path) {
        if (node instanceof ScalarNode scalar) {
            if (scalar.getValue().strip().equals(ALWAYS)) {
                return Optional.of(WeeklyHours.ALWAYS);
            }
            problem(node, path, "not opening hours" + Nearest.hint(scalar.getValue(), List.of(ALWAYS)), OPEN);
            return Optional.empty();
        }
        if (!(node instanceof MappingNode mapping)) {
            problem(node, path, "not opening hours", OPEN);
            return Optional.empty();
        }
        Map<DayOfWeek, List<TimeRange>> week = new EnumMap<>(DayOfWeek.class);
        Map<DayOfWeek, Integer> lines = new EnumMap<>(DayOfWeek.class);
        for (NodeTuple entry : mapping.getValue()) {
            String key = text(entry.getKeyNode());
            List<TimeRange> ranges = openings(entry.getValueNode(), at(path, key));
            scalar(entry.getKeyNode(), path, WeekdayRange.ALLOWED, WeekdayRange::parse)
                    .ifPresent(days -> days.forEach(day -> {
                        Integer earlier = lines.putIfAbsent(day, line(entry.getKeyNode()));
                        if (earlier == null) {
                            week.put(day, ranges);
                        } else {
                            problem(
                                    entry.getKeyNode(),
                                    path,
                                    WeekdayRange.name(day) + " comes twice, first in line " + earlier,
                                    "each day once");
                        }
                    }));
        }
        return problems.isEmpty() ? attempt(mapping, path, () -> new WeeklyHours(week)) : Optional.empty();
    }

    private List<TimeRange> openings(Node node, String path) {
        List<TimeRange> ranges = new ArrayList<>();
        int before = problems.size();
        items(node, path)
                .forEach((place, item) ->
                        scalar(item, place, TimeRange.ALLOWED, TimeRange::parse).ifPresent(ranges::add));
        if (problems.size() == before) {
            attempt(node, path, () -> WeeklyHours.join(ranges));
        }
        return ranges;
    }

    private Holidays closed(Node node, String path) {
        List<ClosedDays> rules = new ArrayList<>();
        items(node, path).forEach((place, item) -> {
            Optional<? extends ClosedDays> rule = item instanceof MappingNode mapping
                    ? calendar(mapping, place)
                    : scalar(item, place, ClosedDays.ALLOWED, ClosedDays::parse);
            rule.ifPresent(rules::add);
        });
        return Holidays.of(rules);
    }

    private Optional<PublicHolidays> calendar(MappingNode mapping, String path) {
        Map<String, Node> entries = entries(mapping, path, SectionKeys.HOLIDAYS);
        Node region = entries.get("region");
        return required(entries, "holidays", mapping, path, "a country code such as FR")
                .flatMap(country ->
                        scalar(country, at(path, "holidays"), "a country code such as FR", PublicHolidays::of))
                .flatMap(country -> region == null
                        ? Optional.of(country)
                        : scalar(
                                region,
                                at(path, "region"),
                                "a region's code; for France a department's number",
                                code -> PublicHolidays.of(country.country(), code)));
    }

    /**
     * The items of a list by their place in it; a single item may stand without the list, and nothing at all is an
     * empty list.
     */
    private Map<String, Node> items(Node node, String path) {
        Map<String, Node> items = new LinkedHashMap<>();
        if (node instanceof SequenceNode list) {
            for (Node item : list.getValue()) {
                items.put(path + "[" + items.size() + "]", item);
            }
        } else if (!(node instanceof ScalarNode scalar) || !scalar.getValue().isEmpty()) {
            items.put(path, node);
        }
        return items;
    }

    private Map<String, Node> entries(MappingNode mapping, String path, SectionKeys section) {
        var known = section.keys();
        Map<String, Node> entries = new LinkedHashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            String key = text(entry.getKeyNode());
            if (!known.contains(key)) {
                problem(entry.getKeyNode(), path, "unknown key" + Nearest.hint(key, known), String.join(", ", known));
            } else if (entries.putIfAbsent(key, entry.getValueNode()) != null) {
                problem(entry.getKeyNode(), path, "this key comes twice", "each key once");
            }
        }
        return entries;
    }

    private Optional<Node> required(Map<String, Node> entries, String key, Node parent, String path, String allowed) {
        Node node = entries.get(key);
        if (node == null) {
            problems.add(new FileProblem(file, line(parent), path, "", allowed, "\"" + key + "\" is missing"));
        }
        return Optional.ofNullable(node);
    }

    private <T> Optional<T> scalar(Node node, String path, String allowed, Function<String, T> parse) {
        if (node instanceof ScalarNode scalar) {
            return attempt(node, path, () -> parse.apply(scalar.getValue()));
        }
        problem(node, path, "a single value is wanted here", allowed);
        return Optional.empty();
    }

    private <T> Optional<T> attempt(Node node, String path, Supplier<T> parse) {
        try {
            return Optional.of(parse.get());
        } catch (HoursSyntaxException bad) {
            problems.add(new FileProblem(file, line(node), path, bad.value(), bad.allowed(), bad.what()));
            return Optional.empty();
        }
    }

    private void problem(Node node, String path, String message, String allowed) {
        problems.add(new FileProblem(file, line(node), path, text(node), allowed, message));
    }

    private static String at(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }
}
