package guichet.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import guichet.store.StoredCommit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BatchTest {
    private static final byte NEWER_DICTIONARY = 99;
    private final List<Integer> handled = new ArrayList<>();

    private static SqsBatch batch(String... bodies) {
        return new SqsBatch(Stream.of(bodies)
                .map(body -> new SqsBatch.Message("id-of-" + body, body, Map.of(), "arn"))
                .toList());
    }

    private static BatchResponse failed(String... bodies) {
        return BatchResponse.of(Stream.of(bodies).map(body -> "id-of-" + body).toList());
    }

    private static int read(String body) {
        return Integer.parseInt(body);
    }

    private void handle(Batch.Read<Integer> read) throws Exception {
        if (read.body() < 0) {
            throw new Exception("below zero");
        }
        handled.add(read.body());
    }

    @Test
    void a_message_that_cannot_be_read_and_one_that_fails_come_again_alone() {
        assertEquals(
                failed("poison", "-2"),
                Batch.each(batch("1", "poison", "-2", "3"), BatchTest::read, _ -> this::handle));
        assertEquals(List.of(1, 3), handled);
    }

    /** A lease that a process left when it died is no mishap: whoever reads the log for errors need not see it. */
    @Test
    void what_is_only_not_yet_its_turn_comes_again_and_leaves_a_line_but_no_error_and_no_trace() {
        var logged = new ArrayList<LogRecord>();
        var log = Logger.getLogger(Batch.class.getName());
        var keeper = new Handler() {
            @Override
            public void publish(LogRecord line) {
                logged.add(line);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        log.addHandler(keeper);
        try {
            assertEquals(failed("1"), Batch.each(batch("1"), BatchTest::read, _ -> _ -> {
                throw new NotYetException("somebody else is at it");
            }));
        } finally {
            log.removeHandler(keeper);
        }
        assertEquals(
                List.of("INFO message id-of-1 comes again: somebody else is at it null"),
                logged.stream()
                        .map(line -> line.getLevel() + " " + line.getMessage() + " " + line.getThrown())
                        .toList());
    }

    @Test
    void what_is_prepared_once_sees_every_message_that_can_be_read() {
        var seen = new ArrayList<Integer>();
        Batch.each(batch("1", "poison", "2"), BatchTest::read, messages -> {
            messages.forEach(read -> seen.add(read.body()));
            return this::handle;
        });
        assertEquals(List.of(1, 2), seen);
    }

    @Test
    void where_the_preparation_fails_all_come_again_and_none_is_handled() {
        assertEquals(failed("poison", "1", "2"), Batch.each(batch("1", "poison", "2"), BatchTest::read, _ -> {
            throw new IllegalStateException("the table is away");
        }));
        assertEquals(List.of(), handled);
    }

    @Test
    void what_only_a_newer_version_knows_fails_its_own_message_and_the_others_are_handled() {
        assertEquals(failed("2"), Batch.each(batch("1", "2", "3"), BatchTest::read, messages -> {
            if (messages.stream().anyMatch(message -> message.body() == 2)) {
                StoredCommit.unpack("id", new byte[] {NEWER_DICTIONARY});
            }
            return this::handle;
        }));
        assertEquals(List.of(1, 3), handled);
    }

    @Test
    void a_message_of_a_newer_form_comes_again() {
        var newer = "{\"format\":2,\"at\":\"2026-03-02T09:00:00Z\",\"due\":[]}";
        var known = "{\"at\":\"2026-03-02T09:00:00Z\",\"due\":[],\"colour\":\"red\"}";
        var read = new ArrayList<DueMessage>();
        assertEquals(failed(newer), Batch.each(batch(newer, known), DueMessage.FORMAT::read, _ -> message -> {
            read.add(message.body());
        }));
        assertEquals(List.of(new DueMessage("2026-03-02T09:00:00Z", List.of())), read);
    }

    @Test
    void nothing_is_prepared_for_nothing() {
        assertEquals(failed("poison"), Batch.each(batch("poison"), BatchTest::read, _ -> fail("prepared")));
        assertEquals(BatchResponse.ALL_DONE, Batch.each(batch(), BatchTest::read, _ -> fail("prepared")));
    }

    @Test
    void a_stream_goes_on_from_the_first_that_failed() {
        assertEquals(BatchResponse.of(List.of("7")), Batch.upTo(List.of("7", "9")));
        assertEquals(BatchResponse.ALL_DONE, Batch.upTo(List.of()));
    }
}
