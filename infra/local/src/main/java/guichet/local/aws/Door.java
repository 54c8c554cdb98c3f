package guichet.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Where calls come in: reads who signed one, and has the gatekeeper asked. As long as there is none, every call may
 * pass; the account's owner ({@link EmbeddedAws#ACCESS_KEY}: tools, tests, the stack itself) always does.
 */
final class Door {
    private static final Pattern SIGNER = Pattern.compile("Credential=([^/,\\s]+)/");

    private volatile Gatekeeper gatekeeper = call -> Optional.empty();

    void guard(Gatekeeper by) {
        gatekeeper = by;
    }

    /** @param request read only where somebody has to look at it */
    Optional<String> refusal(String caller, String service, String operation, Supplier<JsonNode> request) {
        return caller.equals(EmbeddedAws.ACCESS_KEY)
                ? Optional.empty()
                : gatekeeper.denies(new ApiCall(caller, service, operation, request.get()));
    }

    /** Whose key signed the request, or made the link that it follows; empty: nobody's. */
    static String caller(HttpExchange exchange) {
        var signed = caller(exchange.getRequestHeaders().getFirst("Authorization"));
        var link = signed.isEmpty() ? Http.query(exchange.getRequestURI()).get("X-Amz-Credential") : null;
        return link == null ? signed : link.substring(0, Math.max(0, link.indexOf('/')));
    }

    static String caller(String authorization) {
        var signer = authorization == null ? null : SIGNER.matcher(authorization);
        return signer != null && signer.find() ? signer.group(1) : "";
    }

    /** {@code AmazonSQS.SendMessage} is {@code SendMessage}. */
    static String operation(String target) {
        return target == null ? "" : target.substring(target.lastIndexOf('.') + 1);
    }
}
