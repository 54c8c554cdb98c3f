package guichet.portal.http;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The API's description: a file, which tests hold against what the API does. */
@Singleton
public class OpenApiResource implements Resource {
    private static final byte[] DOCUMENT = load();

    @Override
    public void routes(Routes routes) {
        routes.get(
                "/api/openapi",
                _ -> Response.of(200, "application/json", DOCUMENT).with("cache-control", "max-age=300"));
    }

    private static byte[] load() {
        try (var in = OpenApiResource.class.getResourceAsStream("/guichet/portal/openapi.json")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
