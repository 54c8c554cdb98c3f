package guichet.store;

import guichet.core.notice.LoopProtection.Cap;
import guichet.core.notice.LoopProtection.Tally;
import guichet.core.text.MailAddress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tally of one batch of notices: what the batch may need of a cap that many share (a domain, all strangers) is
 * taken by one write, and what it did not need given back at its end. Whoever dies in between has counted too many,
 * which is safe.
 */
public final class BatchTally implements Tally, AutoCloseable {
    private record Party(String desk, Cap cap, Instant hour) {}

    private final LoopTally tally;
    private final List<String> addresses = new ArrayList<>();
    private final Map<Party, Integer> inHand = new HashMap<>();

    public BatchTally(LoopTally tally) {
        this.tally = tally;
    }

    /** Whom the batch may write to, each as often as it may. */
    public void expect(List<String> recipients) {
        addresses.addAll(recipients);
    }

    @Override
    public Optional<Full> count(String desk, Cap cap, Instant at) {
        if (!isShared(cap)) {
            return tally.count(desk, cap, at);
        }
        var party = party(desk, cap, at);
        var left = inHand.computeIfAbsent(party, _ -> take(party, at));
        if (left == 0) {
            return tally.count(desk, cap, at);
        }
        inHand.put(party, left - 1);
        return Optional.empty();
    }

    /** None, where so many would be too many: then they are counted one by one. */
    private int take(Party party, Instant at) {
        var wanted = (int) addresses.stream()
                .filter(address -> MailAddress.kept(address).endsWith(party.cap.whom())
                        || party.cap.whom().equals("@"))
                .count();
        return wanted > 1 && tally.count(party.desk, party.cap, wanted, at).isEmpty() ? wanted : 0;
    }

    @Override
    public Optional<Full> full(String desk, Cap cap, Instant at) {
        return tally.full(desk, cap, at);
    }

    @Override
    public void giveBack(String desk, Cap cap, Instant at) {
        if (isShared(cap)) {
            inHand.merge(party(desk, cap, at), 1, Integer::sum);
        } else {
            tally.giveBack(desk, cap, at);
        }
    }

    @Override
    public void close() {
        inHand.forEach((party, left) -> {
            if (left > 0) {
                tally.giveBack(party.desk, party.cap, left, party.hour);
            }
        });
        inHand.clear();
    }

    private static boolean isShared(Cap cap) {
        return cap.whom().startsWith("@");
    }

    private static Party party(String desk, Cap cap, Instant at) {
        return new Party(desk, cap, at.truncatedTo(ChronoUnit.HOURS));
    }
}
