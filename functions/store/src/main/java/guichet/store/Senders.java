package guichet.store;

import guichet.core.desk.Language;
import guichet.core.desk.LocalizedText;
import guichet.core.notice.DeliveryFailure;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What is remembered of addresses, whoever they belong to: who was let in or kept out, and whom mail does not reach. In
 * lower case.
 */
public final class Senders {
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
                .collect(Collectors.toMap(
                        item -> addressOf.get(Attr.text(item, Keys.PK)),
                        item -> new DeliveryFailure(
                                LocalizedText.of(language ->
                                        Attr.optional(item, reason(language)).orElse(Attr.text(item, "reason"))),
                                Attr.instant(item, "at").orElseThrow(),
                                Attr.instant(item, "until"))));
    }

    public void markUnreachable(String address, DeliveryFailure failure) {
        var attributes = new LinkedHashMap<String, AttributeValue>();
        failure.reason().forms().forEach((language, reason) -> attributes.put(reason(language), Attr.s(reason)));
        attributes.put("at", Attr.at(failure.at()));
        failure.until().ifPresent(until -> attributes.put("until", Attr.at(until)));
        put(item(Keys.unreachable(address), attributes));
    }

    /** French and English were first, and keep their names. */
    private static String reason(Language language) {
        return switch (language.code()) {
            case "fr" -> "raison";
            case "en" -> "reason";
            default -> "reason-" + language.code();
        };
    }

    /** Somebody wrote from it, or said that it works again. */
    public void clearUnreachable(String address) {
        db.deleteItem(delete -> delete.tableName(table).key(Attr.key(Keys.unreachable(address), Keys.ALONE)));
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
