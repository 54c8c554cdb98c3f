package guichet.store;

import guichet.core.notice.LoopProtection.Cap;
import guichet.core.notice.LoopProtection.Tally;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Counts by one conditional write each: an item for each party and day in UTC, with a count for the day and one for
 * each hour.
 */
public final class LoopTally implements Tally {
    private static final Duration KEPT = Duration.ofDays(2);
    private static final String DAY = "day";

    private final DynamoDbClient db;
    private final String table;

    public LoopTally(DynamoDbClient db, String table) {
        this.db = db;
        this.table = table;
    }

    @Override
    public Optional<Full> count(String desk, Cap cap, Instant at) {
        return count(desk, cap, 1, at);
    }

    /** So many more at once: all of them, or none. */
    Optional<Full> count(String desk, Cap cap, int mails, Instant at) {
        if (mails > Math.min(cap.perDay(), cap.perHour())) {
            return Optional.of(cap.perDay() <= cap.perHour() ? Full.DAY : Full.HOUR);
        }
        try {
            db.updateItem(update -> update.tableName(table)
                    .key(key(desk, cap, at))
                    .updateExpression("SET #expires = :expires ADD #day :mails, #hour :mails")
                    .conditionExpression(
                            "(attribute_not_exists(#day) OR #day < :perDay) AND (attribute_not_exists(#hour) OR #hour"
                                    + " < :perHour)")
                    .expressionAttributeNames(Map.of("#expires", Keys.EXPIRES, "#day", DAY, "#hour", hour(at)))
                    .expressionAttributeValues(Map.of(
                            ":expires",
                            Attr.n(at.plus(KEPT).getEpochSecond()),
                            ":mails",
                            Attr.n(mails),
                            ":perDay",
                            Attr.n(cap.perDay() - mails + 1L),
                            ":perHour",
                            Attr.n(cap.perHour() - mails + 1L)))
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return Optional.empty();
        } catch (ConditionalCheckFailedException full) {
            return Optional.of(Attr.number(full.item(), DAY) + mails > cap.perDay() ? Full.DAY : Full.HOUR);
        }
    }

    @Override
    public Optional<Full> full(String desk, Cap cap, Instant at) {
        var found = db.getItem(get -> get.tableName(table).key(key(desk, cap, at)));
        if (!found.hasItem()) {
            return Optional.empty();
        }
        if (counted(found.item(), DAY) >= cap.perDay()) {
            return Optional.of(Full.DAY);
        }
        return counted(found.item(), hour(at)) >= cap.perHour() ? Optional.of(Full.HOUR) : Optional.empty();
    }

    private static long counted(Map<String, AttributeValue> item, String window) {
        return item.containsKey(window) ? Attr.number(item, window) : 0;
    }

    @Override
    public void giveBack(String desk, Cap cap, Instant at) {
        giveBack(desk, cap, 1, at);
    }

    void giveBack(String desk, Cap cap, int mails, Instant at) {
        db.updateItem(update -> update.tableName(table)
                .key(key(desk, cap, at))
                .updateExpression("ADD #day :mails, #hour :mails")
                .expressionAttributeNames(Map.of("#day", DAY, "#hour", hour(at)))
                .expressionAttributeValues(Map.of(":mails", Attr.n(-mails))));
    }

    private static Map<String, AttributeValue> key(String desk, Cap cap, Instant at) {
        return Attr.key(
                Keys.answers(desk, cap.whom()),
                LocalDate.ofInstant(at, ZoneOffset.UTC).toString());
    }

    private static String hour(Instant at) {
        return "h" + at.atZone(ZoneOffset.UTC).getHour();
    }
}
