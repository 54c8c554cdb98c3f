package guichet.portal.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Answers that are JSON, meant for this caller alone. */
public final class Answers {
    private Answers() {
    }

    public static Response ok(JsonBody body) {
        return of(200, body).build();
    }

    public static Response.ResponseBuilder of(int status, JsonBody body) {
        return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body.bytes())
                .header(HttpHeaders.CACHE_CONTROL, "no-store").header(HttpHeaders.VARY, "Accept-Language, Authorization");
    }
}
