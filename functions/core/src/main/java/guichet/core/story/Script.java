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
    private static final String INDENT = " ".repeat(18);
    private final ZoneId zone;
    private final List<String> lines = new ArrayList<>();

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
        lines.add(Times.show(now, zone) + "  " + withoutTime(step));
    }

    void refused(String why) {
        lines.add(INDENT + "refused: " + oneLine(why));
    }

    void happened(List<Happening> news) {
        for (var happening : news) {
            lines.add(switch (happening) {
                case Happening.Noted noted -> noted.who().isEmpty()
                        ? Times.show(noted.at(), zone) + "    " + noted.ticket() + " " + oneLine(noted.what())
                        : INDENT + noted.ticket() + " " + oneLine(noted.what());
                case Happening.Sent sent -> INDENT + "mail to " + sent.to() + ": " + (sent.text().isEmpty() ? "" : sent.text() + " ")
                        + "“" + oneLine(sent.words()) + "” (" + String.join("; ", sent.why()) + ")";
                case Happening.Withheld withheld -> INDENT + "no mail to " + withheld.to() + ": " + withheld.reason() + " (" + withheld.rule() + ")";
            });
        }
    }

    void held(Step step) {
        lines.add(INDENT + "✓ " + withoutTime(step));
    }

    void failed(Failure failure) {
        lines.add(INDENT + "✗ line " + failure.line() + ": " + failure.step());
        lines.add(INDENT + "    expected: " + oneLine(failure.expected()));
        lines.add(INDENT + "    actual:   " + oneLine(failure.actual()));
    }

    private static String withoutTime(Step step) {
        return step.when().isPresent() ? step.text().replaceFirst("^" + Times.PATTERN + " ", "") : step.text();
    }

    static String oneLine(String text) {
        var line = text.strip().replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
