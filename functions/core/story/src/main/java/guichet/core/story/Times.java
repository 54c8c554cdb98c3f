package guichet.core.story;

import guichet.core.story.Story.When;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** A story's times: the desk's local time, to the minute. */
final class Times {
    static final String ALLOWED =
            "2026-03-02 10:00, local time of the desk; 2026-10-25 02:30+01:00 for a time that comes twice";
    static final String PATTERN = "[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}(?:[+-][0-9]{2}:[0-9]{2})?";
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private Times() {}

    /** @throws StoryProblem if there is no such date or time of day */
    static When read(String written) {
        try {
            var local = LocalDateTime.parse(written.substring(0, 16).replace(' ', 'T'));
            return new When(
                    local,
                    written.length() == 16 ? Optional.empty() : Optional.of(ZoneOffset.of(written.substring(16))));
        } catch (DateTimeException bad) {
            throw new StoryProblem("there is no such time", written, ALLOWED);
        }
    }

    /** @throws StoryProblem if the zone skips that time, or has it twice and nothing says which is meant */
    static Instant at(When when, ZoneId zone) {
        var offsets = zone.getRules().getValidOffsets(when.local());
        var fitting = when.offset()
                .map(offset -> offsets.contains(offset) ? java.util.List.of(offset) : java.util.List.<ZoneOffset>of())
                .orElse(offsets);
        if (fitting.size() == 1) {
            return when.local().toInstant(fitting.getFirst());
        }
        throw new StoryProblem(
                fitting.isEmpty() ? "in " + zone + " there is no such time" : "in " + zone + " this time comes twice",
                show(when),
                fitting.isEmpty()
                        ? ""
                        : String.join(
                                " or ",
                                offsets.stream()
                                        .map(offset -> FORM.format(when.local()) + offset)
                                        .toList()));
    }

    static String show(Instant at, ZoneId zone) {
        var local = at.atZone(zone);
        var twice = zone.getRules().getValidOffsets(local.toLocalDateTime()).size() > 1;
        var seconds = local.getSecond() == 0 ? "" : ":%02d".formatted(local.getSecond());
        return FORM.format(local) + seconds + (twice ? local.getOffset() : "");
    }

    private static String show(When when) {
        return FORM.format(when.local())
                + when.offset().map(ZoneOffset::toString).orElse("");
    }
}
