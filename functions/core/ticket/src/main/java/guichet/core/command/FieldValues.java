package guichet.core.command;

import guichet.core.desk.Desk;
import guichet.core.desk.Input;
import guichet.core.desk.LocalizedText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** Whether a value fits the input that it is given for. */
final class FieldValues {
    static final int LONGEST = 2_000;

    private FieldValues() {}

    static Optional<Refusal> refuse(Desk desk, Input input, String value) {
        if (value.length() > LONGEST) {
            return wrong(
                    input,
                    value.substring(0, 40) + "…",
                    "au plus " + LONGEST + " caractères",
                    "at most " + LONGEST + " characters");
        }
        return switch (input.kind()) {
            case TEXT, LONG_TEXT -> Optional.empty();
            case OWNER ->
                desk.staffMember(value).isPresent()
                        ? Optional.empty()
                        : wrong(input, value, "l'adresse d'un agent", "the address of an agent");
            case CHOICE, PRIORITY ->
                input.choices().containsKey(value)
                        ? Optional.empty()
                        : Optional.of(Refusal.unknown(
                                input.name(), value, List.copyOf(input.choices().keySet())));
            case INSTANT ->
                parses(() -> Instant.parse(value))
                        ? Optional.empty()
                        : wrong(
                                input,
                                value,
                                "un instant ISO 8601 en UTC, comme 2026-03-06T09:00:00Z",
                                "an ISO 8601 instant in UTC, such as 2026-03-06T09:00:00Z");
            case DATE ->
                parses(() -> LocalDate.parse(value))
                        ? Optional.empty()
                        : wrong(
                                input,
                                value,
                                "une date ISO 8601, comme 2026-03-06",
                                "an ISO 8601 date, such as 2026-03-06");
            case AMOUNT ->
                value.matches("[0-9]{1,9}([.][0-9]{1,2})?")
                        ? Optional.empty()
                        : wrong(input, value, "un montant, comme 1250.50", "an amount, such as 1250.50");
            case NUMBER, DAYS ->
                value.matches("[0-9]{1,9}([.][0-9]{1,4})?")
                        ? Optional.empty()
                        : wrong(input, value, "un nombre", "a number");
        };
    }

    private static boolean parses(Runnable parsing) {
        try {
            parsing.run();
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static Optional<Refusal> wrong(Input input, String value, String fr, String en) {
        return Optional.of(new Refusal.BadValue(
                input.name(),
                value,
                List.of(),
                new LocalizedText(
                        "« " + input.name() + " » : « " + value + " » ne convient pas ; attendu : " + fr + ".",
                        "“" + input.name() + "”: “" + value + "” will not do; expected: " + en + ".")));
    }
}
