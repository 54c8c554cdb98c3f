package guichet.inbound;

import guichet.core.intake.InboundMail;
import guichet.core.intake.UnreachableAddresses;
import guichet.core.notice.DeliveryFailure;
import guichet.store.Senders;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The addresses that mail does not reach, as the table has them: of a batch's senders by one read; those that were not
 * among them when the batch began are asked for alone.
 */
final class UnreachableInTable implements UnreachableAddresses {
    private final Senders senders;
    private final Set<String> asked;
    private final Set<String> marked;

    UnreachableInTable(Senders senders, List<InboundMail> mails) {
        this.senders = senders;
        this.asked = mails.stream()
                .filter(mail -> mail.incoming().authentication().authenticated())
                .map(mail -> mail.from().address())
                .filter(address -> !address.isBlank())
                .collect(Collectors.toCollection(HashSet::new));
        this.marked = new HashSet<>(senders.unreachable(asked).keySet());
    }

    @Override
    public boolean contains(String address) {
        if (asked.add(address)) {
            marked.addAll(senders.unreachable(Set.of(address)).keySet());
        }
        return marked.contains(address);
    }

    @Override
    public boolean mark(String address, DeliveryFailure failure) {
        if (!senders.markUnreachable(address, failure)) {
            return false;
        }
        asked.add(address);
        marked.add(address);
        return true;
    }

    @Override
    public void lift(String address, Instant at) {
        senders.clearUnreachable(address, at);
        marked.remove(address);
    }
}
