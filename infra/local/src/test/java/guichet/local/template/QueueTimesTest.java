package guichet.local.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long what was lost lies still, and how long what fails is tried: decision 45, held against the template. */
class QueueTimesTest {
    private static final Duration LONGEST_STILL = Duration.ofMinutes(2);
    /** A deploy, or Lambda without room: what comes again until then is no dead letter. */
    private static final Duration LEAST_PATIENCE = Duration.ofMinutes(15);
    /** A notice waits for the lease of a sender that died, and a fifth of it for the mail service's word. */
    private static final Duration LEASE = Duration.ofMinutes(6);

    private final List<Read> queues = new ArrayList<>();

    /** A queue that a function reads. @param tries until a message is dead */
    private record Read(String name, Duration timeout, Duration window, Duration visibility, int tries) {
        Duration patience() {
            return visibility.multipliedBy(tries);
        }
    }

    @BeforeEach
    void read() throws IOException {
        var template = Template.read(Path.of("../../template.yaml"), "guichet", Map.of());
        var all = template.resources("AWS::SQS::Queue");
        all.keySet().forEach(id -> template.exists(id, Map.of("Arn", id)));
        for (var function : template.resources("AWS::Serverless::Function").values()) {
            for (var event : function.parts("Events").values()) {
                if (event.need("Type").equals("SQS")) {
                    var name = event.part("Properties").need("Queue");
                    var queue = all.get(name);
                    queues.add(new Read(
                            name,
                            Duration.ofSeconds(function.number("Timeout", 3)),
                            Duration.ofSeconds(event.part("Properties").number("MaximumBatchingWindowInSeconds", 0)),
                            Duration.ofSeconds(queue.number("VisibilityTimeout", 30)),
                            queue.part("RedrivePolicy").number("maxReceiveCount", 0)));
                }
            }
        }
        assertEquals(5, queues.size(), queues.toString());
    }

    /** AWS refuses a mapping that shows a message again while its function may still be at it. */
    @Test
    void no_message_is_shown_again_while_its_function_may_still_be_at_it() {
        queues.forEach(queue ->
                assertTrue(queue.visibility().compareTo(queue.timeout().plus(queue.window())) > 0, queue.toString()));
    }

    @Test
    void what_was_lost_with_its_process_comes_back_within_two_timeouts_of_its_function() {
        queues.forEach(queue -> assertTrue(
                queue.visibility().compareTo(queue.timeout().multipliedBy(2)) <= 0
                        && queue.visibility().compareTo(LONGEST_STILL) <= 0,
                queue.toString()));
    }

    @Test
    void what_cannot_be_handled_is_tried_for_a_quarter_of_an_hour_at_least_and_mail_and_notices_for_half_an_hour() {
        queues.forEach(queue -> assertTrue(queue.patience().compareTo(LEAST_PATIENCE) >= 0, queue.toString()));
        queues.stream()
                .filter(queue -> !queue.name().matches("DueQueue|FeedbackQueue"))
                .forEach(queue -> assertTrue(queue.patience().compareTo(LEASE.multipliedBy(5)) >= 0, queue.toString()));
    }
}
