package guichet.portal.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a resource answers.
 *
 * @param headers by name, in lower case
 * @param body in UTF-8
 */
public record Response(int status, Map<String, String> headers, byte[] body) {
    static final String JSON = "application/json";
    static final String HTML = "text/html";

    /** Meant for this caller alone. */
    public static Response of(int status, JsonBody body) {
        return of(status, JSON, body.bytes()).forThisCaller();
    }

    /** A page of HTML, meant for this caller alone. */
    public static Response page(String html) {
        return of(200, HTML + ";charset=utf-8", html.getBytes(StandardCharsets.UTF_8))
                .forThisCaller();
    }

    private Response forThisCaller() {
        return with("cache-control", "no-store").with("vary", "Accept-Language, Authorization");
    }

    public static Response ok(JsonBody body) {
        return of(200, body);
    }

    static Response of(int status, String type, byte[] body) {
        return new Response(status, Map.of("content-type", type), body);
    }

    public Response with(String header, String value) {
        var longer = new LinkedHashMap<>(headers);
        longer.put(header, value);
        return new Response(status, longer, body);
    }

    /** What a HEAD is answered. */
    Response withoutBody() {
        return new Response(status, headers, new byte[0]);
    }

    /** As the gateway takes it from a function (payload format 2.0). */
    void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeNumberField("statusCode", status);
        out.writeObjectFieldStart("headers");
        for (var header : headers.entrySet()) {
            out.writeStringField(header.getKey(), header.getValue());
        }
        out.writeEndObject();
        out.writeFieldName("body");
        out.writeUTF8String(body, 0, body.length);
        out.writeBooleanField("isBase64Encoded", false);
        out.writeEndObject();
    }
}
