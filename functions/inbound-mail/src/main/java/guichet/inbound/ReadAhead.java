package guichet.inbound;

import guichet.core.desk.Desk;
import guichet.core.intake.InboundMail;
import guichet.core.intake.UnreachableAddresses;
import guichet.core.people.Directory;
import guichet.inbound.InboundMessage.Delivery;
import guichet.store.Senders;
import guichet.store.TicketBatch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a batch's mails hold and will ask of the table, read for all of them together; each mail takes its part once.
 */
final class ReadAhead {
    /**
     * A raw mail from the inbox.
     *
     * @param recipients of the envelope, or what stands for them
     * @param mails as each desk reads it that the envelope names
     */
    record OpenedMail(byte[] raw, List<String> recipients, List<InboundMail> mails) {}

    private final Map<Delivery, Optional<OpenedMail>> opened;
    private final TicketBatch tickets;
    private final UnreachableAddresses unreachable;

    ReadAhead(Map<Delivery, Optional<OpenedMail>> opened, TicketBatch tickets, Directory directory, Senders senders) {
        this.opened = new HashMap<>(opened);
        this.tickets = tickets;
        var all = opened.values().stream()
                .flatMap(Optional::stream)
                .flatMap(mail -> mail.mails().stream())
                .toList();
        this.unreachable = new UnreachableInTable(senders, all);
        all.stream()
                .collect(Collectors.groupingBy(InboundMail::desk))
                .forEach((desk, mails) -> ask(desk, mails, directory));
    }

    private void ask(Desk desk, List<InboundMail> mails, Directory directory) {
        var known = tickets.readAhead(
                desk.id(), mails.stream().flatMap(ReadAhead::messageIds).collect(Collectors.toSet()));
        tickets.expect(desk.id(), (int) mails.stream()
                .filter(InboundMail::startsAConversation)
                .filter(mail -> !known.containsKey(mail.messageId()))
                .count());
        directory.contacts(
                desk.id(),
                mails.stream()
                        .filter(mail -> mail.incoming().authentication().authenticated())
                        .map(mail -> mail.from().address())
                        .filter(address -> desk.staffMember(address).isEmpty())
                        .collect(Collectors.toSet()));
    }

    private static Stream<String> messageIds(InboundMail mail) {
        return Stream.concat(Stream.of(mail.messageId()), mail.ancestors().stream());
    }

    TicketBatch tickets() {
        return tickets;
    }

    UnreachableAddresses unreachable() {
        return unreachable;
    }

    /** The mail, as it was read ahead, if it was; the second time it is to be read anew. */
    Optional<OpenedMail> take(Delivery delivery, Function<Delivery, Optional<OpenedMail>> open) {
        var ahead = opened.remove(delivery);
        return ahead == null ? open.apply(delivery) : ahead;
    }
}
