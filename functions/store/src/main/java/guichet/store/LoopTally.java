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

/** Counts by one conditional write each: an item for each party and day in UTC, with a count for the day and one for each hour. */
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
        try {
            db.updateItem(update -> update.tableName(table).key(key(desk, cap, at))
                    .updateExpression("SET #expires = :expires ADD #day :one, #hour :one")
                    .conditionExpression("(attribute_not_exists(#day) OR #day < :perDay) AND (attribute_not_exists(#hour) OR #hour < :perHour)")
                    .expressionAttributeNames(Map.of("#expires", Keys.EXPIRES, "#day", DAY, "#hour", hour(at)))
                    .expressionAttributeValues(Map.of(":expires", Attr.n(at.plus(KEPT).getEpochSecond()), ":one", Attr.n(1),
                            ":perDay", Attr.n(cap.perDay()), ":perHour", Attr.n(cap.perHour())))
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return Optional.empty();
        } catch (ConditionalCheckFailedException full) {
            return Optional.of(Attr.number(full.item(), DAY) >= cap.perDay() ? Full.DAY : Full.HOUR);
        }
    }

    @Override
    public void giveBack(String desk, Cap cap, Instant at) {
        db.updateItem(update -> update.tableName(table).key(key(desk, cap, at)).updateExpression("ADD #day :one, #hour :one")
                .expressionAttributeNames(Map.of("#day", DAY, "#hour", hour(at))).expressionAttributeValues(Map.of(":one", Attr.n(-1))));
    }

    private static Map<String, AttributeValue> key(String desk, Cap cap, Instant at) {
        return Attr.key(Keys.answers(desk, cap.whom()), LocalDate.ofInstant(at, ZoneOffset.UTC).toString());
    }

    private static String hour(Instant at) {
        return "h" + at.atZone(ZoneOffset.UTC).getHour();
    }
}
