package guichet.store;

import static guichet.store.World.MONDAY;
import static guichet.store.World.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import guichet.core.desk.LocalizedText;
import guichet.core.notice.DeliveryFailure;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Calls for many items, of which a busy table takes some and leaves the rest. */
@Tag("aws")
class BatchesTest {
    private static final DeliveryFailure GONE = DeliveryFailure.forGood(LocalizedText.same("550 no such user"), MONDAY);
    private final String table = TestAws.get().table();

    /** A table that does only the first item of a call, so many times. */
    private static final class Busy implements ExecutionInterceptor {
        private int left;
        private SdkRequest asked;

        private Busy(int times) {
            left = times;
        }

        @Override
        public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
            return left <= 0
                    ? context.request()
                    : switch (context.request()) {
                        case BatchWriteItemRequest write ->
                            write.toBuilder()
                                    .requestItems(Map.of(
                                            table(write),
                                            write.requestItems()
                                                    .get(table(write))
                                                    .subList(0, 1)))
                                    .build();
                        case BatchGetItemRequest get ->
                            get.toBuilder()
                                    .requestItems(Map.of(table(get), keys(get, 0, 1)))
                                    .build();
                        case SdkRequest other -> other;
                    };
        }

        @Override
        public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
            asked = context.request();
        }

        @Override
        public SdkResponse modifyResponse(Context.ModifyResponse context, ExecutionAttributes attributes) {
            var busy = (asked instanceof BatchWriteItemRequest || asked instanceof BatchGetItemRequest) && left-- > 0;
            return !busy
                    ? context.response()
                    : switch (context.response()) {
                        case BatchWriteItemResponse write
                        when asked instanceof BatchWriteItemRequest all -> {
                            var items = all.requestItems().get(table(all));
                            yield write.toBuilder()
                                    .unprocessedItems(
                                            Map.of(table(all), items.subList(Math.min(1, items.size()), items.size())))
                                    .build();
                        }
                        case BatchGetItemResponse get
                        when asked instanceof BatchGetItemRequest all ->
                            get.toBuilder()
                                    .unprocessedKeys(Map.of(
                                            table(all),
                                            keys(
                                                    all,
                                                    1,
                                                    all.requestItems()
                                                            .get(table(all))
                                                            .keys()
                                                            .size())))
                                    .build();
                        case SdkResponse other -> other;
                    };
        }

        private static String table(BatchWriteItemRequest request) {
            return request.requestItems().keySet().iterator().next();
        }

        private static String table(BatchGetItemRequest request) {
            return request.requestItems().keySet().iterator().next();
        }

        private static KeysAndAttributes keys(BatchGetItemRequest request, int from, int to) {
            var all = request.requestItems().get(table(request));
            return all.toBuilder().keys(all.keys().subList(from, to)).build();
        }
    }

    @Test
    void a_notice_that_is_settled_is_known_by_its_mails_id_though_the_table_took_but_half() {
        var key = NoticeKey.of(id(88), 3, MONDAY, "alice@acme.example");
        var ledger = new NoticeLedger(TestAws.get().dynamoDb(new Busy(1)), table);
        ledger.claim(key, MONDAY);
        ledger.settle(key, "0102@ses", "alice@acme.example", MONDAY);
        assertEquals(new NoticeLedger.Claim.Sent("0102@ses"), ledger.claim(key, MONDAY));
        var known = new MailClaims(TestAws.get().dynamoDb(), table)
                .find("cloud", "0102@ses")
                .orElseThrow();
        assertEquals(id(88), known.ticket());
        assertEquals("", known.fingerprint());
    }

    @Test
    void items_that_were_left_unread_are_asked_for_again() {
        var addresses = IntStream.range(0, 3)
                .mapToObj(i -> "gone" + i + "@acme.example")
                .collect(Collectors.toSet());
        var senders = new Senders(TestAws.get().dynamoDb(), table);
        addresses.forEach(address -> senders.markUnreachable(address, GONE));
        var asked = Set.of("gone0@acme.example", "gone1@acme.example", "gone2@acme.example", "alice@acme.example");
        assertEquals(
                addresses,
                new Senders(TestAws.get().dynamoDb(new Busy(2)), table)
                        .unreachable(asked)
                        .keySet());
        assertEquals(GONE, senders.unreachable(asked).get("gone1@acme.example"));
        assertEquals(Map.of(), senders.unreachable(Set.of()));
    }

    @Test
    void more_than_a_call_takes_are_read_by_several() {
        var senders = new Senders(TestAws.get().dynamoDb(), table);
        senders.markUnreachable("gone150@acme.example", GONE);
        var asked = IntStream.range(0, 250)
                .mapToObj(i -> "gone" + i + "@acme.example")
                .collect(Collectors.toSet());
        assertEquals(Set.of("gone150@acme.example"), senders.unreachable(asked).keySet());
    }

    @Test
    void a_table_that_never_keeps_up_is_an_error_and_not_a_loss() {
        var key = NoticeKey.of(id(88), 3, MONDAY, "alice@acme.example");
        var lost = List.of(
                Attr.item(key.pk(), key.sk()),
                Attr.item("g#X", "A"),
                Attr.item("g#Y", "A"),
                Attr.item("g#Z", "A"),
                Attr.item("g#V", "A"),
                Attr.item("g#W", "A"),
                Attr.item("g#U", "A"),
                Attr.item("g#T", "A"));
        assertThrows(
                IllegalStateException.class,
                () -> new BatchWrite(TestAws.get().dynamoDb(new Busy(100)), table).put(lost));
    }
}
