package guichet.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The written form of one kind of thing: a JSON object whose first property is the number of the form. What carries no
 * number is of form 1, as everything was before forms had numbers. An older form is read through upcasters, a step for
 * each number; a newer one is refused, so that whoever asked tries again, until a function that knows it answers.
 *
 * <p>Readers pass over properties that they do not know, and read a missing one as empty: one that is added needs no
 * new number. What an older reader would take for something else needs one (decision 35).
 */
public final class Format<T> {
    /** The property that holds the number. */
    public static final String NUMBER = "format";

    private static final int UNNUMBERED = 1;

    private final String kind;
    private final Class<T> type;
    private final ObjectMapper mapper;
    private final List<UnaryOperator<ObjectNode>> upcasters;

    private record Numbered<T>(
            @JsonProperty(NUMBER) int number, @JsonUnwrapped T content) {}

    private Format(String kind, Class<T> type, ObjectMapper mapper, List<UnaryOperator<ObjectNode>> upcasters) {
        this.kind = kind;
        this.type = type;
        this.mapper = mapper;
        this.upcasters = upcasters;
    }

    /**
     * @param kind what it is, for whoever reads that it cannot be read
     * @param upcasters the first makes form 2 of form 1, the second form 3 of form 2, and so on
     */
    @SafeVarargs
    public static <T> Format<T> of(
            String kind, Class<T> type, ObjectMapper mapper, UnaryOperator<ObjectNode>... upcasters) {
        return new Format<>(kind, type, mapper, List.of(upcasters));
    }

    /** The number of what is written. */
    public int number() {
        return UNNUMBERED + upcasters.size();
    }

    public byte[] write(T value) {
        try {
            return mapper.writeValueAsBytes(new Numbered<>(number(), value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String writeText(T value) {
        return new String(write(value), StandardCharsets.UTF_8);
    }

    public T read(String json) {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @throws NewerFormatException if it was written by a version of this program that knows more
     * @throws IllegalArgumentException if it is nothing that was ever written
     */
    public T read(byte[] json) {
        try {
            var written = numberOf(json);
            if (written > number()) {
                throw new NewerFormatException(
                        "a " + kind + " of format " + written + "; this version reads up to " + number());
            }
            return written == number() ? mapper.readValue(json, type) : upcast(json, written);
        } catch (InvalidTypeIdException e) {
            throw new NewerFormatException(
                    "a " + kind + " that holds “" + e.getTypeId() + "”, which this version does not know");
        } catch (InvalidFormatException e) {
            throw e.getTargetType().isEnum()
                    ? new NewerFormatException(
                            "a " + kind + " that holds “" + e.getValue() + "”, which this version does not know")
                    : unreadable(e);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private IllegalArgumentException unreadable(IOException e) {
        return new IllegalArgumentException("not a " + kind + " as one was ever written", e);
    }

    private int numberOf(byte[] json) throws IOException {
        try (var parser = mapper.createParser(json)) {
            return parser.nextToken() == JsonToken.START_OBJECT
                            && NUMBER.equals(parser.nextFieldName())
                            && parser.nextToken() == JsonToken.VALUE_NUMBER_INT
                    ? parser.getIntValue()
                    : UNNUMBERED;
        }
    }

    private T upcast(byte[] json, int written) throws IOException {
        var older = mapper.readValue(json, ObjectNode.class);
        for (var upcaster : upcasters.subList(written - UNNUMBERED, upcasters.size())) {
            older = upcaster.apply(older);
        }
        return mapper.treeToValue(older, type);
    }
}
