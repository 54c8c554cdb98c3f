package guichet.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/**
 * A conditional transaction whose steps each say what it means when their condition does not hold. The first such step,
 * in the order given, speaks. Conflicts with another transaction, and throttling, are tried again, a few times.
 */
final class Transaction<R> {
    private static final int ATTEMPTS = 6;

    /** @param refused what became of the write, when this step's condition did not hold */
    record Step<R>(TransactWriteItem write, Supplier<R> refused) {}

    private final DynamoDbClient db;
    private final Backoff backoff;

    Transaction(DynamoDbClient db, Backoff backoff) {
        this.db = db;
        this.backoff = backoff;
    }

    /** Empty when all of it is written; else the step that was refused. */
    Optional<Step<R>> run(List<Step<R>> steps) {
        // The SDK adds a token to each request, so that its own retry of a request that did succeed writes nothing
        // twice.
        var request = TransactWriteItemsRequest.builder()
                .transactItems(steps.stream().map(Step::write).toList())
                .build();
        for (var attempt = 1; ; attempt++) {
            try {
                db.transactWriteItems(request);
                return Optional.empty();
            } catch (TransactionCanceledException e) {
                var refused = refused(steps, e.cancellationReasons());
                if (refused.isPresent()) {
                    return refused;
                }
                if (attempt == ATTEMPTS || !passing(e.cancellationReasons())) {
                    throw e;
                }
            } catch (TransactionInProgressException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
            backoff.pause(attempt);
        }
    }

    private Optional<Step<R>> refused(List<Step<R>> steps, List<CancellationReason> reasons) {
        for (var i = 0; i < reasons.size(); i++) {
            if ("ConditionalCheckFailed".equals(reasons.get(i).code())) {
                return Optional.of(steps.get(i));
            }
        }
        return Optional.empty();
    }

    private static boolean passing(List<CancellationReason> reasons) {
        return reasons.stream().map(CancellationReason::code).allMatch(code -> switch (code) {
            case null -> true;
            case "None", "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded" -> true;
            default -> false;
        });
    }
}
