package guichet.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import guichet.store.Format;
import java.util.function.UnaryOperator;

/**
 * JSON that our functions send: to each other by a {@link Format}, and to others as it is; and what AWS sends to them.
 */
public final class MessageJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private MessageJson() {}

    /** How messages of one kind are written; see {@link Format#of}. */
    @SafeVarargs
    public static <T> Format<T> format(String kind, Class<T> type, UnaryOperator<ObjectNode>... upcasters) {
        return Format.of(kind, type, MAPPER, upcasters);
    }

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalArgumentException if the text is not JSON of that shape */
    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a " + type.getSimpleName() + ": " + e.getOriginalMessage());
        }
    }
}
