package guichet.portal.held;

import guichet.store.HeldMail;
import guichet.store.HeldMail.Verdict;
import guichet.store.HeldMailTable.Decided;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A desk's mails that wait for a decision: a port. */
public interface HeldMailDecisions {
    /** At most so many, oldest first, after that id. */
    List<HeldMail> list(String desk, Optional<String> after, int size);

    Decided decide(String desk, String id, Verdict verdict, String by, Instant at);
}
