package guichet.inbound;

import guichet.core.desk.Desk;
import guichet.core.intake.Receiving;
import guichet.core.people.Directory;
import guichet.inbound.OpenedMail.ForDesk;
import guichet.store.TicketBatch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a batch's mails hold and will ask of the table, read for all of them together; each mail takes its part once.
 */
final class ReadAhead {
    private final Map<Delivery, Optional<OpenedMail>> opened;
    private final TicketBatch tickets;

    ReadAhead(Map<Delivery, Optional<OpenedMail>> opened, TicketBatch tickets, Directory directory) {
        this.opened = new HashMap<>(opened);
        this.tickets = tickets;
        opened.values().stream()
                .flatMap(Optional::stream)
                .flatMap(mail -> mail.desks().stream())
                .collect(Collectors.groupingBy(ForDesk::desk))
                .forEach((desk, mails) -> ask(desk, mails, directory));
    }

    private void ask(Desk desk, List<ForDesk> mails, Directory directory) {
        var known = tickets.readAhead(
                desk.id(), mails.stream().flatMap(ForDesk::messageIds).collect(Collectors.toSet()));
        tickets.expect(desk.id(), (int) mails.stream()
                .filter(ForDesk::startsAConversation)
                .filter(mail -> !known.containsKey(Receiving.messageId(mail.mail())))
                .count());
        directory.contacts(
                desk.id(),
                mails.stream()
                        .map(ForDesk::mail)
                        .filter(mail -> mail.authentication().authenticated())
                        .map(mail -> Receiving.person(mail.from()).address())
                        .filter(address -> desk.staffMember(address).isEmpty())
                        .collect(Collectors.toSet()));
    }

    TicketBatch tickets() {
        return tickets;
    }

    /** The mail, as it was read ahead, if it was; the second time it is to be read anew. */
    Optional<OpenedMail> take(Delivery delivery, Function<Delivery, Optional<OpenedMail>> open) {
        var ahead = opened.remove(delivery);
        return ahead == null ? open.apply(delivery) : ahead;
    }
}
