package guichet.core.intake;

import guichet.core.command.TicketStore;
import guichet.core.notice.OwnMessageId;
import guichet.core.notice.ReplyAddress;
import guichet.core.signing.SigningKeys;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The tickets that a mail may belong to: the signed reply address first, then In-Reply-To and References, then the
 * subject's tags.
 */
final class Threading {
    /** A mail may list a thousand ancestors; the nearest few and the root tell as much. */
    private static final int MOST_ANCESTORS = 8;

    private static final int LONGEST_CHAIN = 50;

    /** @param found a ticket and what led to it, best first @param unseen ancestors that nothing is known of */
    record Candidates(SequencedMap<TicketId, String> found, List<String> unseen) {}

    private Threading() {}

    static Candidates candidates(String desk, InboundMail mail, TicketStore store, SigningKeys keys) {
        SequencedMap<TicketId, String> found = new LinkedHashMap<>();
        ReplyAddress.verify(keys, desk, mail.recipient(), mail.from().address())
                .ifPresent(ticket -> found.put(ticket, "the reply address"));
        var unseen = new java.util.ArrayList<String>();
        for (var ancestor : nearestFirst(mail.ancestors())) {
            var known = store.mail(desk, ancestor)
                    .map(TicketStore.KnownMail::ticket)
                    .or(() -> OwnMessageId.parse(ancestor)
                            .filter(ticket -> ticket.desk().equals(desk)));
            known.ifPresentOrElse(
                    ticket -> found.putIfAbsent(ticket, "a mail that it answers"), () -> unseen.addFirst(ancestor));
        }
        mail.failure()
                .flatMap(InboundMail.Failure::original)
                .flatMap(id -> store.mail(desk, id))
                .ifPresent(known -> found.putIfAbsent(known.ticket(), "the mail that came back"));
        mail.tags().stream()
                .filter(ticket -> ticket.desk().equals(desk))
                .forEach(ticket -> found.putIfAbsent(ticket, "the subject"));
        return new Candidates(found, unseen);
    }

    /** The ticket that goes on, where one was merged into another, and that into a third. */
    static Optional<Ticket> survivor(TicketStore store, TicketId id) {
        var ticket = store.find(id);
        for (int steps = 0;
                steps < LONGEST_CHAIN && ticket.flatMap(Ticket::mergedInto).isPresent();
                steps++) {
            ticket = store.find(ticket.get().mergedInto().get());
        }
        return ticket;
    }

    private static List<String> nearestFirst(List<String> ancestors) {
        var nearest = ancestors.reversed();
        if (nearest.size() <= MOST_ANCESTORS) {
            return nearest;
        }
        var some = new java.util.ArrayList<>(nearest.subList(0, MOST_ANCESTORS - 1));
        some.add(ancestors.getFirst());
        return some;
    }
}
