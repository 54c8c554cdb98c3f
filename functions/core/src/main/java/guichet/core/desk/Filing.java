package guichet.core.desk;

import java.util.Optional;
import java.util.Set;

/** Where mail files itself (S1-12): the first rule that fits gives queue and type. All that is given must fit. */
public record Filing(String name, Set<Fact> facts, Optional<String> from, Optional<String> subject, Optional<String> queue, Optional<String> type) {
    public enum Fact { SPAM, VIRUS, MAILING, AUTOMATIC }
}
