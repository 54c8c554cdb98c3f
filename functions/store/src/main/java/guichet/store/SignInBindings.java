package guichet.store;

import guichet.core.text.MailAddress;
import guichet.store.Transaction.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Which mail address each {@code sub} of the sign-in service stands for, since access was approved. One address belongs
 * to one sub and one sub to one address, whole at any time: so an address that passes to somebody else takes nobody
 * along who had it before. What the person may do is not here: desk file and directory say it of the address.
 */
public final class SignInBindings {
    private static final String SUB = "sub";
    private static final String ADDRESS = "address";
    /**
     * Two at once at the same person or address are next to impossible; more often than this means that something else
     * is wrong.
     */
    private static final int ATTEMPTS = 4;

    private final DynamoDbClient db;
    private final String table;

    public SignInBindings(DynamoDbClient db, String table) {
        this.db = db;
        this.table = table;
    }

    /** @param address in lower case; @param by who approved it, in words */
    public record Binding(String sub, String address, String by, Instant at) {
        public Binding {
            address = MailAddress.kept(address);
        }
    }

    /**
     * What a binding took the place of.
     *
     * @param address that the sub stood for before
     * @param sub that the address belonged to before; it stands for nobody now
     */
    public record Before(Optional<String> address, Optional<String> sub) {}

    /** The address, in lower case, that a sub stands for; read consistently, since it authorises. */
    public Optional<String> address(String sub) {
        return bySub(sub).map(Binding::address);
    }

    /** To whom an address belongs. */
    public Optional<Binding> of(String address) {
        return subOf(address).flatMap(this::bySub);
    }

    /** The same twice changes nothing, not even who approved it and when. */
    public Before bind(Binding binding) {
        for (var attempt = 1; ; attempt++) {
            var before = new Before(address(binding.sub()), subOf(binding.address()));
            if (before.equals(new Before(Optional.of(binding.address()), Optional.of(binding.sub())))
                    || write(binding, before)) {
                return before;
            }
            if (attempt == ATTEMPTS) {
                throw new IllegalStateException("the binding of " + binding.address() + " kept changing");
            }
        }
    }

    /** Takes access back. @return the binding that was, if there was one */
    public Optional<Binding> release(String address) {
        for (var attempt = 1; ; attempt++) {
            var found = of(address);
            if (found.isEmpty()
                    || run(List.of(
                            delete(
                                    Keys.binding(found.get().sub()),
                                    ADDRESS,
                                    found.get().address()),
                            delete(
                                    Keys.boundAddress(found.get().address()),
                                    SUB,
                                    found.get().sub())))) {
                return found;
            }
            if (attempt == ATTEMPTS) {
                throw new IllegalStateException("the binding of " + address + " kept changing");
            }
        }
    }

    /** @return false if it is no longer as it was before */
    private boolean write(Binding binding, Before before) {
        var person = Attr.item(Keys.binding(binding.sub()), Keys.ALONE);
        person.put(SUB, Attr.s(binding.sub()));
        person.put(ADDRESS, Attr.s(binding.address()));
        Attr.put(person, "by", binding.by());
        person.put("at", Attr.at(binding.at()));
        var owner = Attr.item(Keys.boundAddress(binding.address()), Keys.ALONE);
        owner.put(SUB, Attr.s(binding.sub()));
        var writes = new ArrayList<>(List.of(put(person, ADDRESS, before.address()), put(owner, SUB, before.sub())));
        before.address()
                .filter(former -> !former.equals(binding.address()))
                .ifPresent(former -> writes.add(delete(Keys.boundAddress(former), SUB, binding.sub())));
        before.sub()
                .filter(former -> !former.equals(binding.sub()))
                .ifPresent(former -> writes.add(delete(Keys.binding(former), ADDRESS, binding.address())));
        return run(writes);
    }

    private boolean run(List<TransactWriteItem> writes) {
        return new Transaction<Void>(db, Backoff.JITTER)
                .run(writes.stream()
                        .map(write -> new Step<Void>(write, () -> null))
                        .toList())
                .isEmpty();
    }

    private TransactWriteItem put(Map<String, AttributeValue> item, String attribute, Optional<String> was) {
        var put = Put.builder().tableName(table).item(item);
        was.ifPresentOrElse(
                value -> put.conditionExpression("#was = :was")
                        .expressionAttributeNames(Map.of("#was", attribute))
                        .expressionAttributeValues(Map.of(":was", Attr.s(value))),
                () -> put.conditionExpression("attribute_not_exists(pk)"));
        return TransactWriteItem.builder().put(put.build()).build();
    }

    private TransactWriteItem delete(String pk, String attribute, String was) {
        return TransactWriteItem.builder()
                .delete(Delete.builder()
                        .tableName(table)
                        .key(Attr.key(pk, Keys.ALONE))
                        .conditionExpression("#was = :was")
                        .expressionAttributeNames(Map.of("#was", attribute))
                        .expressionAttributeValues(Map.of(":was", Attr.s(was)))
                        .build())
                .build();
    }

    private Optional<Binding> bySub(String sub) {
        return find(Keys.binding(sub))
                .map(item -> new Binding(
                        Attr.text(item, SUB),
                        Attr.text(item, ADDRESS),
                        Attr.text(item, "by"),
                        Attr.instant(item, "at").orElseThrow()));
    }

    private Optional<String> subOf(String address) {
        return find(Keys.boundAddress(MailAddress.kept(address))).map(item -> Attr.text(item, SUB));
    }

    private Optional<Map<String, AttributeValue>> find(String pk) {
        var found = db.getItem(
                get -> get.tableName(table).key(Attr.key(pk, Keys.ALONE)).consistentRead(true));
        return found.hasItem() ? Optional.of(found.item()) : Optional.empty();
    }
}
