package guichet.core.story;

import guichet.core.story.Played.Failure;
import guichet.core.story.Story.Step;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Writes down what happens while a story is played. */
final class Script {
    private static final int LONGEST = 160;
    private static final int MARGIN = 24;
    private final ZoneId zone;
    private final List<String> lines = new ArrayList<>();
    private String shown = "";

    Script(ZoneId zone) {
        this.zone = zone;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    void title(Story story) {
        lines.add(String.join(" ", story.ids()) + " " + story.title());
    }

    void doing(Instant now, Step step) {
        shown = "";
        line(now, withoutTime(step));
    }

    void refused(Instant now, String why) {
        line(now, "    refused: " + oneLine(why));
    }

    void happened(List<StoryEvent> news) {
        for (var happening : news) {
            line(
                    happening.at(),
                    "    "
                            + switch (happening) {
                                case StoryEvent.Noted noted -> noted.ticket() + " " + oneLine(noted.what());
                                case StoryEvent.Sent sent ->
                                    "mail to " + sent.to() + ": " + (sent.text().isEmpty() ? "" : sent.text() + " ")
                                            + "“" + oneLine(sent.words()) + "” (" + String.join("; ", sent.why()) + ")";
                                case StoryEvent.Withheld withheld ->
                                    "no mail to " + withheld.to() + ": " + withheld.reason() + " (" + withheld.rule()
                                            + ")";
                            });
        }
    }

    void held(Instant now, Step step) {
        line(now, "  ✓ " + withoutTime(step));
    }

    void failed(Instant now, Failure failure) {
        line(now, "  ✗ line " + failure.line() + ": " + failure.step());
        line(now, "      expected: " + oneLine(failure.expected()));
        line(now, "      actual:   " + oneLine(failure.actual()));
    }

    /** The time stands where it is another than the line before's. */
    private void line(Instant at, String text) {
        var time = Times.show(at, zone);
        lines.add((time.equals(shown) ? " ".repeat(MARGIN) : time + " ".repeat(Math.max(1, MARGIN - time.length())))
                + text);
        shown = time;
    }

    private static String withoutTime(Step step) {
        return step.when().isPresent() ? step.text().replaceFirst("^" + Times.PATTERN + " ", "") : step.text();
    }

    static String oneLine(String text) {
        var line = text.strip().replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
