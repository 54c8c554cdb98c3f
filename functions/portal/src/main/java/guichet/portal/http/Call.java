package guichet.portal.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import guichet.core.desk.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The request as the gateway handed it over. Its time is the one time there is: nothing in the portal reads a clock. */
@RequestScoped
public class Call {
    private final APIGatewayV2HTTPEvent event;

    @Inject
    public Call(APIGatewayV2HTTPEvent event) {
        this.event = event;
    }

    /** When the gateway took the request. */
    public Instant now() {
        return Instant.ofEpochMilli(context().getTimeEpoch());
    }

    /** What the authorizer vouches for; empty where it was not asked. */
    public Map<String, String> claims() {
        var authorizer = context().getAuthorizer();
        var claims = authorizer == null || authorizer.getJwt() == null ? null : authorizer.getJwt().getClaims();
        return claims == null ? Map.of() : claims;
    }

    public Optional<Language> language() {
        return Languages.preferred(header("accept-language").orElse(null));
    }

    public String method() {
        return context().getHttp().getMethod();
    }

    public String path() {
        return event.getRawPath();
    }

    public String requestId() {
        return context().getRequestId();
    }

    /** @param name in lower case, as the gateway gives names */
    public Optional<String> header(String name) {
        return event.getHeaders() == null ? Optional.empty() : Optional.ofNullable(event.getHeaders().get(name));
    }

    public Optional<String> idempotencyKey() {
        var key = header("idempotency-key");
        if (key.isPresent() && !key.get().matches("[\\x21-\\x7e]{1,200}")) {
            throw Problem.expected("Idempotency-Key", key.get(), "1 à 200 caractères ASCII visibles", "1 to 200 visible ASCII characters").asException();
        }
        return key;
    }

    /** The version that the caller saw last, as its {@code ETag} said; empty for none and for {@code *}. */
    public OptionalLong ifMatch() {
        var tag = header("if-match").filter(written -> !written.strip().equals("*"));
        if (tag.isEmpty()) {
            return OptionalLong.empty();
        }
        var written = tag.get().strip();
        if (!written.matches("(W/)?\"[0-9]{1,18}\"")) {
            throw Problem.expected("If-Match", written, "un ETag que nous avons donné, comme \"12\"", "an ETag of ours, such as \"12\"").asException();
        }
        return OptionalLong.of(Long.parseLong(written.substring(written.indexOf('"') + 1, written.length() - 1)));
    }

    private RequestContext context() {
        return event.getRequestContext();
    }
}
