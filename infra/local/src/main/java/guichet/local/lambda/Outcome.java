package guichet.local.lambda;

import guichet.local.aws.Http;
import java.nio.charset.StandardCharsets;

/** What came of an invocation. */
public sealed interface Outcome {
    /** The handler's answer, as it wrote it. */
    record Answered(byte[] payload) implements Outcome {}

    /** The handler threw, took too long, or its process ended: Lambda's own error document. */
    record Failed(String type, String message) implements Outcome {
        public byte[] payload() {
            return Http.JSON
                    .createObjectNode()
                    .put("errorMessage", message)
                    .put("errorType", type)
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
        }
    }
}
