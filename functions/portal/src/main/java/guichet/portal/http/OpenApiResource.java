package guichet.portal.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The API's description: a file, which tests hold against what the API does. */
@Path("/api/openapi")
@Produces("application/json")
public class OpenApiResource {
    static final byte[] DOCUMENT = load();

    @GET
    public Response document() {
        return Response.ok(DOCUMENT).type("application/json").header("Cache-Control", "max-age=300").build();
    }

    private static byte[] load() {
        try (var in = OpenApiResource.class.getResourceAsStream("/guichet/portal/openapi.json")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
