package guichet.portal.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import guichet.core.desk.LocalizedText;
import guichet.core.text.Nearest;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON bodies strictly: every mistake names the field, the value and what is allowed. Depth and lengths are
 * bounded.
 */
public final class RequestBodies {
    /** Bytes: a text of {@link #LONGEST_TEXT} characters in any script, and what is around it. */
    public static final int LARGEST = 4 * 1024 * 1024;

    /** Characters of a message. */
    public static final int LONGEST_TEXT = 1_000_000;

    private static final int DEEPEST = 10;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LARGEST)
                            .maxNumberLength(40)
                            .maxNameLength(200)
                            .maxDocumentLength(LARGEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .withCoercionConfig(
                    LogicalType.Textual,
                    coercion -> List.of(
                                    CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)
                            .forEach(shape -> coercion.setCoercion(shape, CoercionAction.Fail)))
            .build();

    private RequestBodies() {}

    /** @throws ProblemException where the body is not JSON of that shape */
    public static <T> T read(byte[] body, Class<T> type) {
        if (body == null || body.length == 0) {
            throw malformed(ProblemWords.MALFORMED_EMPTY).asException();
        }
        if (body.length > LARGEST) {
            throw tooLarge().asException();
        }
        try {
            var read = MAPPER.readValue(body, type);
            if (read == null) {
                throw malformed(ProblemWords.MALFORMED_EMPTY).asException();
            }
            return read;
        } catch (UnrecognizedPropertyException e) {
            throw unknownField(path(e), names(e.getKnownPropertyIds())).asException();
        } catch (MismatchedInputException e) {
            throw wrongType(e).asException();
        } catch (StreamConstraintsException e) {
            throw malformed(ProblemWords.MALFORMED_TOO_DEEP).asException();
        } catch (JsonProcessingException e) {
            if (e.getCause() instanceof StreamConstraintsException) {
                throw malformed(ProblemWords.MALFORMED_TOO_DEEP).asException();
            }
            var at = e.getLocation();
            throw malformed(ProblemWords.MALFORMED_AT.with(at.getLineNr(), at.getColumnNr()))
                    .asException();
        } catch (IOException e) {
            throw malformed(ProblemWords.MALFORMED_UNREADABLE).asException();
        }
    }

    /** An object whose values are texts, numbers or booleans, as text; for bodies whose fields the desk file names. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> object(byte[] body) {
        return read(body, Map.class);
    }

    public static Problem unknownField(String field, List<String> allowed) {
        var list = String.join(", ", allowed);
        var shown = Problem.shown(field);
        return Problem.badValue(
                field,
                field,
                allowed,
                Nearest.to(field, allowed)
                        .map(near -> ProblemWords.UNKNOWN_FIELD_NEAR.with(shown, list, near))
                        .orElseGet(() -> ProblemWords.UNKNOWN_FIELD.with(shown, list)));
    }

    static Problem tooLarge() {
        return Problem.of(413, "too-large", ProblemWords.TOO_LARGE, ProblemWords.TOO_LARGE_DETAIL.with(LARGEST));
    }

    private static Problem malformed(LocalizedText why) {
        return Problem.of(400, "malformed", ProblemWords.MALFORMED, ProblemWords.MALFORMED_DETAIL.with(why));
    }

    private static Problem wrongType(MismatchedInputException e) {
        return Problem.expected(path(e), value(e), expected(e.getTargetType()));
    }

    private static LocalizedText expected(Class<?> target) {
        if (target == String.class) {
            return ProblemWords.EXPECTED_TEXT;
        }
        if (target != null && Collection.class.isAssignableFrom(target)) {
            return ProblemWords.EXPECTED_LIST;
        }
        return target != null && Number.class.isAssignableFrom(target)
                ? ProblemWords.EXPECTED_WHOLE_NUMBER
                : ProblemWords.EXPECTED_OBJECT;
    }

    private static String value(JsonMappingException e) {
        try {
            return e.getProcessor() instanceof JsonParser parser && parser.getText() != null ? parser.getText() : "";
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static String path(JsonMappingException e) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            if (step.getFieldName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            } else {
                path.append('[').append(step.getIndex()).append(']');
            }
        }
        return path.isEmpty() ? "body" : Problem.shown(path.toString());
    }

    private static List<String> names(Collection<Object> known) {
        return known == null
                ? List.of()
                : known.stream().map(Object::toString).sorted().toList();
    }
}
