package guichet.store;

import guichet.core.command.TicketCommit;
import guichet.core.command.TicketStore.KnownMail;
import guichet.core.command.WriteResult;
import guichet.core.ticket.MailRef;
import guichet.core.ticket.RecordedEvent;
import guichet.core.ticket.TicketEvent.MessageAdded;
import guichet.core.ticket.TicketId;
import guichet.store.Transaction.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Which ticket a Message-ID belongs to, per desk. A received mail's id is claimed once and for all, with its sender and
 * fingerprint; an ancestor that we never saw is claimed for the ticket, and the mail itself may still come and join it.
 */
final class MailClaims {
    private static final String TICKET = "ticket";
    private static final String SENDER = "sender";
    private static final String FINGERPRINT = "print";
    private static final String SENT_TO = "sentTo";

    private final DynamoDbClient db;
    private final String table;

    MailClaims(DynamoDbClient db, String table) {
        this.db = db;
        this.table = table;
    }

    Optional<KnownMail> find(String desk, String messageId) {
        var found =
                db.getItem(get -> get.tableName(table).key(key(desk, messageId)).consistentRead(true));
        return found.hasItem() ? Optional.of(read(found.item())) : Optional.empty();
    }

    /** Of those that are known, by id. */
    Map<String, KnownMail> findAll(String desk, Collection<String> messageIds) {
        var idOf = messageIds.stream()
                .distinct()
                .collect(Collectors.toMap(id -> Keys.mail(desk, id), Function.identity()));
        return BatchRead.consistently(db, table)
                .items(idOf.keySet().stream()
                        .map(pk -> Attr.key(pk, Keys.ALONE))
                        .toList())
                .stream()
                .collect(Collectors.toMap(item -> idOf.get(Attr.text(item, Keys.PK)), MailClaims::read));
    }

    private static KnownMail read(Map<String, AttributeValue> item) {
        return new KnownMail(
                TicketId.parse(Attr.text(item, TICKET)).orElseThrow(),
                Attr.text(item, SENDER),
                Attr.text(item, FINGERPRINT),
                Optional.of(Attr.text(item, SENT_TO)).filter(to -> !to.isEmpty()));
    }

    void rememberSent(TicketId ticket, String messageId, String to) {
        db.updateItem(update -> update.tableName(table)
                .key(key(ticket.desk(), messageId))
                .updateExpression("SET #ticket = :ticket, #to = :to")
                .expressionAttributeNames(Map.of("#ticket", TICKET, "#to", SENT_TO))
                .expressionAttributeValues(Map.of(":ticket", Attr.s(ticket.toString()), ":to", Attr.s(to))));
    }

    /** What {@link #rememberSent} leaves of an id that nobody has claimed. */
    static Map<String, AttributeValue> sent(TicketId ticket, String messageId, String to) {
        var item = Attr.item(Keys.mail(ticket.desk(), messageId), Keys.ALONE);
        item.put(TICKET, Attr.s(ticket.toString()));
        item.put(SENT_TO, Attr.s(to));
        return item;
    }

    List<Step<WriteResult>> of(TicketCommit commit) {
        var ticket = commit.after().id();
        var steps = new ArrayList<Step<WriteResult>>();
        var claimed = new HashSet<String>();
        for (var recorded : commit.events()) {
            if (recorded.event() instanceof MessageAdded message
                    && message.mail().isPresent()) {
                var mail = message.mail().get();
                if (claimed.add(mail.messageId())) {
                    steps.add(received(ticket, recorded, mail));
                }
                mail.claims().stream().filter(claimed::add).forEach(id -> steps.add(ancestor(ticket, id)));
            }
        }
        return steps;
    }

    private Step<WriteResult> received(TicketId ticket, RecordedEvent recorded, MailRef mail) {
        return claim(
                ticket,
                mail.messageId(),
                "SET #ticket = :ticket, #sender = :sender, #print = :print",
                "attribute_not_exists(pk) OR (#ticket = :ticket AND attribute_not_exists(#print))",
                Map.of("#ticket", TICKET, "#sender", SENDER, "#print", FINGERPRINT),
                Map.of(
                        ":ticket",
                        Attr.s(ticket.toString()),
                        ":sender",
                        Attr.s(recorded.by().address()),
                        ":print",
                        Attr.s(mail.fingerprint())));
    }

    private Step<WriteResult> ancestor(TicketId ticket, String messageId) {
        return claim(
                ticket,
                messageId,
                "SET #ticket = :ticket",
                "attribute_not_exists(pk) OR #ticket = :ticket",
                Map.of("#ticket", TICKET),
                Map.of(":ticket", Attr.s(ticket.toString())));
    }

    private Step<WriteResult> claim(
            TicketId ticket,
            String messageId,
            String set,
            String condition,
            Map<String, String> names,
            Map<String, AttributeValue> values) {
        var update = Update.builder()
                .tableName(table)
                .key(key(ticket.desk(), messageId))
                .updateExpression(set)
                .conditionExpression(condition)
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .build();
        return new Step<>(
                TransactWriteItem.builder().update(update).build(),
                () -> find(ticket.desk(), messageId)
                        .<WriteResult>map(known -> new WriteResult.Claimed(messageId, known.ticket()))
                        .orElseGet(WriteResult.Stale::new));
    }

    private static Map<String, AttributeValue> key(String desk, String messageId) {
        return Attr.key(Keys.mail(desk, messageId), Keys.ALONE);
    }
}
