package guichet.core.intake;

import guichet.core.access.Callers;
import guichet.core.access.Callers.Caller;
import guichet.core.command.TicketStore.KnownMail;
import guichet.core.desk.Desk;
import guichet.core.notice.ReplyAddress;
import guichet.core.people.Directory;
import guichet.core.ticket.Person;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * For whoever explains a mail without a table: nothing is known of any mail, ticket or sender, and each time it says
 * so.
 */
public final class AssumedLookup implements Lookup {
    private final Callers callers;
    private final String people;
    private final Set<String> assumed = new LinkedHashSet<>();

    /** @param people where the directory comes from */
    public AssumedLookup(Desk desk, Directory directory, String people) {
        this.callers = new Callers(desk, directory);
        this.people = people;
    }

    @Override
    public Optional<KnownMail> mail(String messageId) {
        assumed.add("no mail " + messageId + " is known");
        return Optional.empty();
    }

    @Override
    public Optional<Ticket> ticket(TicketId id) {
        assumed.add("there is no ticket " + id);
        return Optional.empty();
    }

    @Override
    public HoldMail.Standing standing(String address) {
        assumed.add("nobody has decided on mail of " + address + " for good");
        return HoldMail.Standing.UNDECIDED;
    }

    @Override
    public Caller caller(Person sender, boolean believed) {
        if (believed) {
            assumed.add("the directory holds " + people);
        }
        return callers.of(sender, believed);
    }

    @Override
    public Optional<TicketId> replyAddress(String recipient, String sender) {
        if (ReplyAddress.isShapedLikeOne(recipient)) {
            assumed.add("the reply address " + recipient + " is not signed for " + sender);
        }
        return Optional.empty();
    }

    @Override
    public List<String> assumed() {
        var since = List.copyOf(assumed);
        assumed.clear();
        return since;
    }
}
