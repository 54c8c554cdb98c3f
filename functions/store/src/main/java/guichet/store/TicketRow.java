package guichet.store;

import guichet.core.ticket.Person;
import guichet.core.ticket.TicketId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A ticket as a list shows it: from an index, so perhaps a moment old. The subject may be cut. */
public record TicketRow(
        TicketId id,
        String type,
        String subject,
        String state,
        String priority,
        Person requester,
        Optional<Person> owner,
        Instant opened,
        Optional<Instant> waitingSince) {
    static final String SUBJECT = "subject";
    static final String STATE = "state";
    static final String PRIORITY = "priority";
    static final String TYPE = "type";
    static final String REQUESTER = "requester";
    static final String OWNER = "owner";
    static final String OPENED = "opened";
    static final String WAITING_SINCE = "waitingSince";

    static TicketRow read(Map<String, AttributeValue> item) {
        return new TicketRow(
                Keys.ticketOf(Attr.text(item, Keys.PK)).orElseThrow(),
                Attr.text(item, TYPE),
                Attr.text(item, SUBJECT),
                Attr.text(item, STATE),
                Attr.text(item, PRIORITY),
                person(Attr.text(item, REQUESTER)),
                Attr.optional(item, OWNER).map(TicketRow::person),
                Attr.instant(item, OPENED).orElseThrow(),
                Attr.instant(item, WAITING_SINCE));
    }

    static String written(Person person) {
        return person.name().isEmpty() ? person.address() + "\n" : person.address() + "\n" + person.name();
    }

    private static Person person(String written) {
        var end = written.indexOf('\n');
        return new Person(written.substring(0, end), written.substring(end + 1));
    }
}
