package guichet.portal.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A JSON value that is written straight to its bytes, without a tree or a bean in between. */
@FunctionalInterface
public interface JsonBody {
    JsonFactory FACTORY = new JsonFactory();

    void write(JsonGenerator out) throws IOException;

    default byte[] bytes() {
        try (var bytes = new ByteArrayBuilder(4096);
                var out = FACTORY.createGenerator(bytes)) {
            write(out);
            out.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
