package guichet.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import guichet.core.hours.Durations;
import guichet.core.hours.Explanation;
import guichet.core.hours.Interval;
import guichet.core.hours.Reason;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** An explanation of business time as the command line shows it, all times in the desk's zone. */
record HoursOutput(ZoneId zone, Explanation explanation) {
    /** With seconds always, and a fraction where there is one. */
    private static final DateTimeFormatter ISO = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    private static final DateTimeFormatter DAY_AND_TIME = new DateTimeFormatterBuilder()
            .appendPattern("EEE yyyy-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern(" xxx")
            .toFormatter(Locale.ENGLISH);

    private record Line(Interval interval, String counts) {}

    /**
     * {@code {"due": …, "business": "PT4H", "intervals": [{"from", "to"}]}}; no {@code due} where a span was measured.
     */
    String json() {
        ObjectNode root = new ObjectMapper().createObjectNode();
        explanation.due().ifPresent(due -> root.put("due", iso(due)));
        root.put("business", explanation.business().toString());
        var intervals = root.putArray("intervals");
        explanation
                .counted()
                .forEach(counted ->
                        intervals.addObject().put("from", iso(counted.from())).put("to", iso(counted.to())));
        try {
            return new ObjectMapper().writeValueAsString(root);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A line for each interval, counted ({@code +}) or not, and the sum. */
    String text() {
        List<Line> lines = new ArrayList<>();
        explanation
                .counted()
                .forEach(counted -> lines.add(new Line(counted, "+ " + Durations.format(counted.length()))));
        explanation
                .skipped()
                .forEach(skipped -> lines.add(new Line(skipped.interval(), "  " + reason(skipped.reason()))));
        lines.sort(Comparator.comparing(line -> line.interval().from()));
        var text = new StringBuilder();
        for (Line line : lines) {
            text.append(human(line.interval().from()))
                    .append(" - ")
                    .append(human(line.interval().to()))
                    .append("  ")
                    .append(line.counts())
                    .append('\n');
        }
        text.append("business time: ").append(Durations.format(explanation.business()));
        explanation
                .due()
                .ifPresent(due -> text.append("\ndue: ")
                        .append(human(due))
                        .append(" (")
                        .append(zone)
                        .append(')'));
        return text.toString();
    }

    private static String reason(Reason reason) {
        return switch (reason) {
            case Reason.OutsideHours() -> "outside hours";
            case Reason.Break() -> "break";
            case Reason.Closed(var day) -> day.name(Locale.ENGLISH);
        };
    }

    private String iso(Instant at) {
        return ISO.format(at.atZone(zone).toOffsetDateTime());
    }

    private String human(Instant at) {
        return DAY_AND_TIME.format(at.atZone(zone));
    }
}
