package guichet.store;

import static guichet.store.World.ALICE;
import static guichet.store.World.BRUNO;
import static guichet.store.World.id;
import static guichet.store.World.mail;
import static guichet.store.World.opening;
import static guichet.store.World.to;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.command.WriteResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Writes whose outcome is not heard, and writes that the table puts off. */
@Tag("aws")
class UnheardTest {
    private final String table = TestAws.get().table();
    private final BlobsInMemory blobs = new BlobsInMemory();
    private final List<Integer> pauses = new ArrayList<>();

    private DynamoTicketStore store(ExecutionInterceptor... interceptors) {
        return new DynamoTicketStore(TestAws.get().dynamoDb(interceptors), table, blobs, () -> "", pauses::add);
    }

    /** The table did it, and the answer is lost on the way. */
    private static final class LostAnswer implements ExecutionInterceptor {
        @Override
        public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
            if (context.response() instanceof TransactWriteItemsResponse) {
                throw SdkClientException.create("the connection was reset");
            }
        }
    }

    /** The table refuses at first, for a reason that passes. */
    private static final class Refusing implements ExecutionInterceptor {
        private final AtomicInteger left;
        private final String code;

        private Refusing(int times, String code) {
            this.left = new AtomicInteger(times);
            this.code = code;
        }

        @Override
        public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
            if (context.request() instanceof TransactWriteItemsRequest && left.getAndDecrement() > 0) {
                throw TransactionCanceledException.builder()
                        .message("cancelled")
                        .cancellationReasons(
                                CancellationReason.builder().code("None").build(),
                                CancellationReason.builder().code(code).build())
                        .build();
            }
        }
    }

    @Test
    void a_write_that_succeeded_unheard_is_done() {
        var commit = opening(1).mails(mail("first"), "Bonjour").key("k", "b").commit();
        assertEquals(new WriteResult.Done(), store(new LostAnswer()).write(commit));
        assertEquals(Optional.of(commit.after()), store().find(id(1)));
        var change = to(commit.after(), BRUNO, Duration.ofHours(1))
                .says("x".repeat(5_000))
                .commit();
        assertEquals(new WriteResult.Done(), store(new LostAnswer()).write(change));
        assertEquals(Optional.of(change.after()), store().find(id(1)));
    }

    @Test
    void a_write_that_failed_unheard_is_said_to_have_failed() {
        var table = "no-such-" + this.table;
        var broken = new DynamoTicketStore(TestAws.get().dynamoDb(), table, blobs, () -> "", pauses::add);
        assertThrows(
                software.amazon.awssdk.core.exception.SdkException.class,
                () -> broken.write(opening(1).says("x").commit()));
    }

    @Test
    void conflicts_and_throttling_are_tried_again_with_a_pause_between() {
        for (var code : List.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded")) {
            pauses.clear();
            var number = store().nextNumber("cloud");
            assertEquals(
                    new WriteResult.Done(),
                    store(new Refusing(3, code)).write(opening(number).says("x").commit()));
            assertEquals(List.of(1, 2, 3), pauses);
        }
    }

    @Test
    void what_does_not_pass_is_not_tried_for_ever() {
        assertThrows(
                TransactionCanceledException.class,
                () -> store(new Refusing(100, "TransactionConflict"))
                        .write(opening(1).says("x").commit()));
        assertEquals(5, pauses.size());
        pauses.clear();
        assertThrows(
                TransactionCanceledException.class,
                () -> store(new Refusing(100, "ValidationError"))
                        .write(opening(1).says("x").commit()));
        assertEquals(List.of(), pauses);
    }

    @Test
    void whoever_loses_a_race_leaves_an_object_that_nothing_names_and_no_others_text() {
        var ticket = opening(1).says("Bonjour").commit();
        store().write(ticket);
        var winner = to(ticket.after(), BRUNO, Duration.ofHours(1))
                .says("w".repeat(5_000))
                .commit();
        var loser = to(ticket.after(), ALICE, Duration.ofHours(1))
                .says("l".repeat(5_000))
                .commit();
        assertEquals(new WriteResult.Done(), store().write(winner));
        assertEquals(new WriteResult.Stale(), store().write(loser));
        assertEquals(2, blobs.objects.size());
        assertTrue(
                store().body(id(1), winner.after().seq()).orElseThrow().text().startsWith("www"));
    }

    @Test
    void a_commit_too_large_for_the_table_is_refused_in_words() {
        var random = new java.util.Random(7);
        var noise = random.ints(600_000, 33, 0x3000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        var commit = opening(1)
                .with(new guichet.core.ticket.TicketEvent.Escalated("other", noise))
                .commit();
        var refused = assertThrows(IllegalArgumentException.class, () -> store().write(commit));
        assertTrue(refused.getMessage().contains("cloud-1"), refused.getMessage());
    }
}
