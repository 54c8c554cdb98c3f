package guichet.portal.http;

import com.fasterxml.jackson.core.JsonGenerator;
import guichet.core.desk.Language;
import guichet.core.desk.LocalizedText;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why a request is not carried out (RFC 9457), in the language that the caller reads.
 *
 * @param kind names the type of problem, for scripts: {@code urn:guichet:problem:KIND}
 * @param more further members: {@code field value allowed state changes}, texts, lists of texts, or {@link JsonBody}
 */
public record Problem(int status, String kind, LocalizedText title, LocalizedText detail, Map<String, Object> more) {
    public static final String MEDIA_TYPE = "application/problem+json";
    private static final int SHOWN = 80;

    public static Problem of(int status, String kind, LocalizedText title, LocalizedText detail) {
        return new Problem(status, kind, title, detail, Map.of());
    }

    /**
     * The same for a ticket that does not exist and for one that this caller may not see: nothing in it depends on
     * which.
     */
    public static Problem notFound() {
        return of(404, "not-found", ProblemWords.NOT_FOUND, ProblemWords.NOT_FOUND_DETAIL);
    }

    public static Problem notAllowed(LocalizedText why) {
        return of(403, "not-allowed", ProblemWords.NOT_ALLOWED, why);
    }

    /** @param allowed what would do; empty where that cannot be listed */
    public static Problem badValue(String field, String value, List<String> allowed, LocalizedText why) {
        var problem = of(400, "bad-value", ProblemWords.BAD_VALUE, why)
                .with("field", shown(field))
                .with("value", shown(value));
        return allowed.isEmpty() ? problem : problem.with("allowed", allowed);
    }

    /** A bad value of which one can say what was expected instead. */
    public static Problem expected(String field, String value, LocalizedText expected) {
        return badValue(field, value, List.of(), ProblemWords.BAD_VALUE_EXPECTED.with(field, shown(value), expected));
    }

    public Problem with(String name, Object value) {
        var longer = new LinkedHashMap<>(more);
        longer.put(name, value);
        return new Problem(status, kind, title, detail, longer);
    }

    public ProblemException asException() {
        return new ProblemException(this);
    }

    public byte[] json(Language language) {
        return ((JsonBody) out -> write(out, language)).bytes();
    }

    private void write(JsonGenerator out, Language language) throws IOException {
        out.writeStartObject();
        out.writeStringField("type", "urn:guichet:problem:" + kind);
        out.writeStringField("title", title.in(language));
        out.writeNumberField("status", status);
        out.writeStringField("detail", whole(detail.in(language)));
        for (var member : more.entrySet()) {
            out.writeFieldName(member.getKey());
            switch (member.getValue()) {
                case List<?> list -> {
                    out.writeStartArray();
                    for (var item : list) {
                        out.writeString(whole(item.toString()));
                    }
                    out.writeEndArray();
                }
                case JsonBody body -> body.write(out);
                default -> out.writeString(whole(member.getValue().toString()));
            }
        }
        out.writeEndObject();
    }

    /** The field that is wrong; empty where the problem is another. */
    Optional<String> field() {
        return Optional.ofNullable((String) more.get("field"));
    }

    /** With the value as the caller sent it, whatever was made of it before it was found wrong. */
    Problem echoing(String sent) {
        return with("value", shown(sent));
    }

    /** Halves of characters, which no JSON in UTF-8 can hold, are replaced. */
    private static String whole(String text) {
        return text.chars().noneMatch(c -> Character.isSurrogate((char) c))
                ? text
                : text.codePoints()
                        .map(point ->
                                point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xFFFD : point)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    /** What a caller sent, cut so that an answer is never as long as a hostile question. */
    public static String shown(String value) {
        return value.codePointCount(0, value.length()) <= SHOWN
                ? value
                : value.substring(0, value.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
