package guichet.core.intake;

import guichet.core.access.Callers;
import guichet.core.access.Callers.Caller;
import guichet.core.command.TicketStore;
import guichet.core.command.TicketStore.KnownMail;
import guichet.core.desk.Desk;
import guichet.core.notice.ReplyAddress;
import guichet.core.people.Directory;
import guichet.core.signing.SigningKeys;
import guichet.core.ticket.Person;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a desk's table says, as long as one mail is decided on. */
final class StoredLookup implements Lookup {
    private final Desk desk;
    private final TicketStore store;
    private final Callers callers;
    private final HoldMail held;
    private final SigningKeys keys;
    private final Map<String, Optional<KnownMail>> mails = new HashMap<>();
    private final Map<TicketId, Optional<Ticket>> tickets = new HashMap<>();
    private final Map<String, HoldMail.Standing> standings = new HashMap<>();
    private final Map<Asked, Caller> senders = new HashMap<>();

    private record Asked(Person sender, boolean believed) {}

    StoredLookup(Desk desk, TicketStore store, Directory directory, HoldMail held, SigningKeys keys) {
        this.desk = desk;
        this.store = store;
        this.callers = new Callers(desk, directory);
        this.held = held;
        this.keys = keys;
    }

    @Override
    public Optional<KnownMail> mail(String messageId) {
        return mails.computeIfAbsent(messageId, id -> store.mail(desk.id(), id));
    }

    @Override
    public Optional<Ticket> ticket(TicketId id) {
        return tickets.computeIfAbsent(id, store::find);
    }

    @Override
    public HoldMail.Standing standing(String address) {
        return standings.computeIfAbsent(address, sender -> held.standing(desk.id(), sender));
    }

    @Override
    public Caller caller(Person sender, boolean believed) {
        return senders.computeIfAbsent(
                new Asked(sender, believed), asked -> callers.of(asked.sender(), asked.believed()));
    }

    @Override
    public Optional<TicketId> replyAddress(String recipient, String sender) {
        return ReplyAddress.verify(keys, desk.id(), recipient, sender);
    }
}
