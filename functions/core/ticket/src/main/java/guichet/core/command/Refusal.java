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
        return new BadValue(
                field,
                "",
                List.of(),
                new LocalizedText("« " + field + " » est obligatoire.", "“" + field + "” is required."));
    }

    static BadValue unknown(String field, String value, List<String> allowed) {
        var list = String.join(", ", allowed);
        return new BadValue(
                field,
                value,
                allowed,
                new LocalizedText(
                        "« " + field + " » : valeur inconnue « " + value + " » ; possibles : " + list + ".",
                        "“" + field + "”: unknown value “" + value + "”; allowed: " + list + "."));
    }

    static NotAllowed notAllowed(String fr, String en) {
        return new NotAllowed(new LocalizedText(fr, en));
    }
}
