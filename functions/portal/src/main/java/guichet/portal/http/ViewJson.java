package guichet.portal.http;

import com.fasterxml.jackson.core.JsonGenerator;
import guichet.core.desk.Language;
import guichet.core.desk.LocalizedText;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What every view writes: words in the reader's language, named things as {@code {id, label}}, instants in UTC. */
public final class ViewJson {
    private ViewJson() {}

    public static void named(JsonGenerator out, String id, LocalizedText label, Language language) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", id);
        out.writeStringField("label", label.in(language));
        out.writeEndObject();
    }

    /** In the map's order. */
    public static void choices(JsonGenerator out, String field, Map<String, LocalizedText> choices, Language language)
            throws IOException {
        out.writeArrayFieldStart(field);
        for (var choice : choices.entrySet()) {
            named(out, choice.getKey(), choice.getValue(), language);
        }
        out.writeEndArray();
    }

    public static void instant(JsonGenerator out, String field, Optional<Instant> at) throws IOException {
        out.writeStringField(field, at.map(Instant::toString).orElse(null));
    }

    public static void text(JsonGenerator out, String field, Optional<String> text) throws IOException {
        out.writeStringField(field, text.orElse(null));
    }

    /**
     * As RFC 3339 writes durations (appendix A): whole seconds, in hours, minutes and seconds. Never in days: of the
     * time that a desk counts, a day has as many hours as it is open.
     */
    public static void duration(JsonGenerator out, String field, Optional<Duration> length) throws IOException {
        out.writeStringField(field, length.map(ViewJson::written).orElse(null));
    }

    /** An hour and a second are {@code PT1H0M1S}: the grammar leaves out no unit in between. */
    static String written(Duration length) {
        var hours = length.toHours();
        var minutes = length.toMinutesPart();
        var seconds = length.toSecondsPart();
        return "PT" + (hours > 0 ? hours + "H" : "")
                + (minutes > 0 || hours > 0 && seconds > 0 ? minutes + "M" : "")
                + (seconds > 0 || hours == 0 && minutes == 0 ? seconds + "S" : "");
    }

    public static void texts(JsonGenerator out, String field, Map<String, String> texts) throws IOException {
        out.writeObjectFieldStart(field);
        for (var entry : texts.entrySet()) {
            out.writeStringField(entry.getKey(), entry.getValue());
        }
        out.writeEndObject();
    }
}
