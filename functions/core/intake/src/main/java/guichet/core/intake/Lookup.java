package guichet.core.intake;

import guichet.core.access.Callers.Caller;
import guichet.core.command.TicketStore.KnownMail;
import guichet.core.ticket.Person;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketId;
import java.util.List;
import java.util.Optional;

/** What rules may ask besides the mail itself. However often one thing is asked for a mail, it is read once. */
public interface Lookup {
    /** What is known under a Message-ID. */
    Optional<KnownMail> mail(String messageId);

    Optional<Ticket> ticket(TicketId id);

    /** What was decided on a sender for good. */
    HoldMail.Standing standing(String address);

    /** Who somebody is to the desk. @param believed see {@link guichet.core.access.Callers#of(Person, boolean)} */
    Caller caller(Person sender, boolean believed);

    /** The ticket of a reply address of ours, if it was made for that sender. */
    Optional<TicketId> replyAddress(String recipient, String sender);

    /** What was assumed, not looked up, since this was last asked. */
    default List<String> assumed() {
        return List.of();
    }
}
