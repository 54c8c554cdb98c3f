package guichet.core.intake;

import guichet.core.command.TicketStore.KnownMail;
import guichet.core.notice.OwnMessageId;
import guichet.core.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the mails lead that a mail answers.
 *
 * @param tickets of the nearest ancestor first
 * @param unseen bare ids of ancestors that nothing is known of, the root first
 */
public record Ancestry(List<TicketId> tickets, List<String> unseen) {
    static Ancestry of(Lookup lookup, InboundMail mail) {
        var tickets = new ArrayList<TicketId>();
        var unseen = new ArrayList<String>();
        for (var ancestor : mail.ancestors()) {
            lookup.mail(ancestor)
                    .map(KnownMail::ticket)
                    .or(() -> OwnMessageId.parse(ancestor)
                            .filter(ticket -> ticket.desk().equals(mail.desk().id())))
                    .ifPresentOrElse(tickets::add, () -> unseen.addFirst(ancestor));
        }
        return new Ancestry(tickets.stream().distinct().toList(), unseen);
    }
}
