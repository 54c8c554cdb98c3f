package guichet.core.command;

import guichet.core.desk.LocalizedText;
import java.util.List;

/** Why a command is not carried out, in words that a person can read. */
public sealed interface Refusal {
    LocalizedText message();

    /** This one may not do that. */
    record NotAllowed(LocalizedText message) implements Refusal {}

    /** Possible once, but not in the ticket's present state; {@code allowed} says what is. */
    record NotNow(String state, List<String> allowed, LocalizedText message) implements Refusal {}

    /** A value is missing or wrong. @param allowed the values that would do; empty where that cannot be listed */
    record BadValue(String field, String value, List<String> allowed, LocalizedText message) implements Refusal {}

    static BadValue missing(String field) {
        return new BadValue(field, "", List.of(), RefusalWords.MISSING.with(field));
    }

    static BadValue unknown(String field, String value, List<String> allowed) {
        return new BadValue(field, value, allowed, RefusalWords.UNKNOWN.with(field, value, String.join(", ", allowed)));
    }

    /** @param most characters */
    static BadValue tooLong(String field, int most) {
        return new BadValue(field, "…", List.of(), RefusalWords.TOO_LONG.with(field, most));
    }
}
