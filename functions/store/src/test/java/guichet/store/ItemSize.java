package guichet.store;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Bytes of an item, as the table bills them: names and values. */
final class ItemSize {
    private ItemSize() {}

    static int of(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .mapToInt(attribute -> bytes(attribute.getKey()) + of(attribute.getValue()))
                .sum();
    }

    private static int of(AttributeValue value) {
        return switch (value.type()) {
            case S -> bytes(value.s());
            case B -> value.b().asByteArrayUnsafe().length;
            case N -> (value.n().length() + 1) / 2 + 1;
            case BOOL, NUL -> 1;
            default -> throw new IllegalArgumentException("no item of ours holds a " + value.type());
        };
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
