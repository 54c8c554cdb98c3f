package guichet.portal.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * A value as a request holds it, letter for letter: what a problem shows, whatever was made of the value before it was
 * found wrong.
 */
final class SentValue {
    private static final JsonFactory JSON = new JsonFactory();

    private SentValue() {}

    /**
     * @param field as problems name it: a name in the body, {@code requester.email}, a parameter, a header
     * @return empty where it was not sent, or is no single value
     */
    static Optional<String> of(Request request, String field) {
        try {
            return inBody(request.body(), field)
                    .or(() -> inBody(request.body(), "fields." + field))
                    .or(() -> inBody(request.body(), field.replaceFirst("^inputs[.]", "")))
                    .or(() -> request.query(field))
                    .or(() -> request.header(field.toLowerCase(Locale.ROOT)));
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> inBody(byte[] body, String path) {
        try (var in = JSON.createParser(body)) {
            return in.nextToken() == JsonToken.START_OBJECT ? within(in, path) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** A name may hold a point: the whole is tried before its first step. */
    private static Optional<String> within(JsonParser in, String path) throws IOException {
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            var name = in.currentName();
            var value = in.nextToken();
            if (path.equals(name)) {
                return value.isScalarValue() && value != JsonToken.VALUE_NULL
                        ? Optional.of(in.getText())
                        : Optional.empty();
            }
            if (value == JsonToken.START_OBJECT && path.startsWith(name + ".")) {
                return within(in, path.substring(name.length() + 1));
            }
            in.skipChildren();
        }
        return Optional.empty();
    }
}
