package guichet.portal.http;

import com.fasterxml.jackson.core.JsonGenerator;
import guichet.core.desk.Language;
import guichet.core.desk.LocalizedText;
import java.io.IOException;
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

    public static void texts(JsonGenerator out, String field, Map<String, String> texts) throws IOException {
        out.writeObjectFieldStart(field);
        for (var entry : texts.entrySet()) {
            out.writeStringField(entry.getKey(), entry.getValue());
        }
        out.writeEndObject();
    }
}
