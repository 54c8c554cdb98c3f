package guichet.local.source;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.local.aws.Http;
import guichet.local.lambda.Outcome;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Which records of a batch failed, by the rules of {@code ReportBatchItemFailures}. */
final class BatchAnswer {
    private BatchAnswer() {}

    /** @param partial whether the mapping looks at the answer at all */
    static Set<String> failed(Outcome outcome, boolean partial, Collection<String> ids) {
        return switch (outcome) {
            case Outcome.Failed ignored -> Set.copyOf(ids);
            case Outcome.Answered answered when !partial -> Set.of();
            case Outcome.Answered answered -> named(answered.payload(), ids);
        };
    }

    /** What cannot be read, or names what was not in the batch, fails all of it. */
    private static Set<String> named(byte[] answer, Collection<String> ids) {
        JsonNode json;
        try {
            json = Http.JSON.readTree(answer);
        } catch (IOException e) {
            return Set.copyOf(ids);
        }
        var failures = json.path("batchItemFailures");
        var failed = new HashSet<String>();
        for (var failure : failures) {
            var id = failure.path("itemIdentifier").asText("");
            if (!ids.contains(id)) {
                return Set.copyOf(ids);
            }
            failed.add(id);
        }
        return failed;
    }
}
