package guichet.store;

import guichet.core.desk.Language;
import guichet.core.desk.LocalizedText;
import guichet.core.notice.DeliveryFailure;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * What is remembered of addresses, whoever they belong to: who was let in or kept out, and whom mail does not reach. In
 * lower case.
 */
public final class Senders {
    /** When a mark was lifted, in milliseconds since 1970; what is left of a mark then. */
    private static final String LIFTED = "lifted";

    private final DynamoDbClient db;
    private final String table;

    public Senders(DynamoDbClient db, String table) {
        this.db = db;
        this.table = table;
    }

    /** @param allowed always, or never; @param by who decided */
    public record Standing(boolean allowed, String by, Instant at) {}

    public Optional<Standing> standing(String desk, String address) {
        return find(Keys.sender(desk, address))
                .map(item -> new Standing(
                        item.get("allowed").bool(),
                        Attr.text(item, "by"),
                        Attr.instant(item, "at").orElseThrow()));
    }

    public void decide(String desk, String address, Standing standing) {
        put(item(desk, address, standing));
    }

    static Map<String, AttributeValue> item(String desk, String address, Standing standing) {
        return item(
                Keys.sender(desk, address),
                Map.of(
                        "allowed",
                        AttributeValue.fromBool(standing.allowed()),
                        "by",
                        Attr.s(standing.by()),
                        "at",
                        Attr.at(standing.at())));
    }

    /**
     * Those among them that mail did not reach, by one read; also where that is over by now. Bounces and complaints are
     * the address's, whatever desk wrote to it.
     */
    public Map<String, DeliveryFailure> unreachable(Set<String> addresses) {
        var addressOf = addresses.stream().collect(Collectors.toMap(Keys::unreachable, address -> address));
        return BatchRead.eventually(db, table)
                .items(addressOf.keySet().stream()
                        .map(pk -> Attr.key(pk, Keys.ALONE))
                        .toList())
                .stream()
                .filter(item -> item.containsKey("at"))
                .collect(Collectors.toMap(
                        item -> addressOf.get(Attr.text(item, Keys.PK)),
                        item -> new DeliveryFailure(
                                LocalizedText.of(language ->
                                        Attr.optional(item, reason(language)).orElse(Attr.text(item, "reason"))),
                                Attr.instant(item, "at").orElseThrow(),
                                Attr.instant(item, "until"))));
    }

    /**
     * Unless the mark was lifted since that failure, or an older one is for good and this may pass: an event that comes
     * again undoes nothing.
     *
     * @return whether it is marked by this now
     */
    public boolean markUnreachable(String address, DeliveryFailure failure) {
        var attributes = new LinkedHashMap<String, AttributeValue>();
        failure.reason().forms().forEach((language, reason) -> attributes.put(reason(language), Attr.s(reason)));
        attributes.put("at", Attr.at(failure.at()));
        failure.until().ifPresent(until -> attributes.put("until", Attr.at(until)));
        var newest = "(attribute_not_exists(#lifted) OR #lifted < :failed)";
        var noWeaker = " AND (attribute_not_exists(#at) OR attribute_exists(#until))";
        var names = new HashMap<>(Map.of("#lifted", LIFTED));
        if (failure.until().isPresent()) {
            names.putAll(Map.of("#at", "at", "#until", "until"));
        }
        try {
            db.putItem(put -> put.tableName(table)
                    .item(item(Keys.unreachable(address), attributes))
                    .conditionExpression(failure.until().isPresent() ? newest + noWeaker : newest)
                    .expressionAttributeNames(names)
                    .expressionAttributeValues(Map.of(":failed", millis(failure.at()))));
            return true;
        } catch (ConditionalCheckFailedException outdated) {
            return false;
        }
    }

    private static AttributeValue millis(Instant at) {
        return AttributeValue.fromN(Long.toString(at.toEpochMilli()));
    }

    /** French and English were first, and keep their names. */
    private static String reason(Language language) {
        return switch (language.code()) {
            case "fr" -> "raison";
            case "en" -> "reason";
            default -> "reason-" + language.code();
        };
    }

    /** Somebody wrote from it, or said that it works again: what failed until then no longer counts. */
    public void clearUnreachable(String address, Instant at) {
        put(item(Keys.unreachable(address), Map.of(LIFTED, millis(at))));
    }

    private Optional<Map<String, AttributeValue>> find(String pk) {
        var found = db.getItem(get -> get.tableName(table).key(Attr.key(pk, Keys.ALONE)));
        return found.hasItem() ? Optional.of(found.item()) : Optional.empty();
    }

    private static Map<String, AttributeValue> item(String pk, Map<String, AttributeValue> attributes) {
        var item = new LinkedHashMap<>(Attr.item(pk, Keys.ALONE));
        item.putAll(attributes);
        return item;
    }

    private void put(Map<String, AttributeValue> item) {
        db.putItem(put -> put.tableName(table).item(item));
    }
}
