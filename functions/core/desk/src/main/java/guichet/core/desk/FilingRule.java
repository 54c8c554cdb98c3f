package guichet.core.desk;

import java.util.Optional;
import java.util.Set;

/**
 * Where mail files itself (S1-12): the first rule that fits gives queue and type. All that is given must fit.
 *
 * @param from a sender's address, in lower case; {@code *} stands for anything
 * @param subject words of the subject, whatever their case; {@code *} stands for anything
 * @param callerIn of a voicemail (S1-13)
 */
public record FilingRule(
        String name,
        Set<Fact> facts,
        Optional<String> from,
        Optional<String> subject,
        Optional<String> queue,
        Optional<String> type,
        Optional<CallerIn> callerIn) {
    /** Where the telephone system's mail names the caller, whose phone ticket it becomes. */
    public enum CallerIn {
        SENDER,
        SUBJECT,
        TEXT
    }

    public enum Fact {
        SPAM,
        VIRUS,
        MAILING,
        AUTOMATIC
    }
}
