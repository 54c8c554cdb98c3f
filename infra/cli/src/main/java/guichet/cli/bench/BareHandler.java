package guichet.cli.bench;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

/**
 * A function that does nothing, as AWS's own examples are written: what Java and the runtime interface client cost by
 * themselves.
 */
public final class BareHandler implements RequestHandler<Map<String, Object>, Map<String, Object>> {
    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        return Map.of("statusCode", 200, "body", "{\"path\":\"" + event.get("rawPath") + "\"}");
    }
}
