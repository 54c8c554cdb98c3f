package guichet.local.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.local.aws.Http;
import guichet.local.lambda.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BatchAnswerTest {
    static final Set<String> IDS = Set.of("a", "b");

    @Test
    void an_answer_without_failures_is_success() {
        for (var answer : List.of("", "null", "{}", "{\"batchItemFailures\":null}", "{\"batchItemFailures\":[]}")) {
            assertEquals(Set.of(), failed(answer), answer);
        }
    }

    @Test
    void a_named_record_fails_alone() {
        assertEquals(Set.of("b"), failed("{\"batchItemFailures\":[{\"itemIdentifier\":\"b\"}]}"));
    }

    @Test
    void an_answer_that_makes_no_sense_fails_the_whole_batch() {
        for (var answer : List.of(
                "not json",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"x\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}",
                "{\"batchItemFailures\":[{\"id\":\"a\"}]}")) {
            assertEquals(IDS, failed(answer), answer);
        }
    }

    @Test
    void a_filter_looks_at_every_field_it_names() {
        var filter = new EventFilter(
                List.of(
                        "{\"eventName\":[\"INSERT\"],\"dynamodb\":{\"NewImage\":{\"kind\":{\"S\":[\"commit\",{\"prefix\":\"x-\"}]},\"n\":[{\"exists\":false}]}}}"));

        assertTrue(filter.takes(record("INSERT", "{\"kind\":{\"S\":\"commit\"}}")));
        assertTrue(filter.takes(record("INSERT", "{\"kind\":{\"S\":\"x-1\"}}")));
        assertFalse(filter.takes(record("MODIFY", "{\"kind\":{\"S\":\"commit\"}}")));
        assertFalse(filter.takes(record("INSERT", "{\"kind\":{\"S\":\"head\"}}")));
        assertFalse(filter.takes(record("INSERT", "{\"kind\":{\"S\":\"commit\"},\"n\":1}")));
        assertFalse(filter.takes(record("INSERT", "{}")));
    }

    private static com.fasterxml.jackson.databind.JsonNode record(String name, String image) {
        return Http.parse("{\"eventName\":\"%s\",\"dynamodb\":{\"NewImage\":%s}}"
                .formatted(name, image)
                .getBytes(StandardCharsets.UTF_8));
    }

    private static Set<String> failed(String answer) {
        return BatchAnswer.failed(new Outcome.Answered(answer.getBytes(StandardCharsets.UTF_8)), true, IDS);
    }
}
