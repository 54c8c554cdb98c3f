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
            return wrong(input, value.substring(0, 40) + "…", RefusalWords.EXPECTED_CHARACTERS.with(LONGEST));
        }
        return switch (input.kind()) {
            case TEXT, LONG_TEXT -> Optional.empty();
            case OWNER ->
                desk.staffMember(value).isPresent()
                        ? Optional.empty()
                        : wrong(input, value, RefusalWords.EXPECTED_AGENT);
            case CHOICE, PRIORITY ->
                input.choices().containsKey(value)
                        ? Optional.empty()
                        : Optional.of(Refusal.unknown(
                                input.name(), value, List.copyOf(input.choices().keySet())));
            case INSTANT ->
                parses(() -> Instant.parse(value))
                        ? Optional.empty()
                        : wrong(input, value, RefusalWords.EXPECTED_INSTANT);
            case DATE ->
                parses(() -> LocalDate.parse(value))
                        ? Optional.empty()
                        : wrong(input, value, RefusalWords.EXPECTED_DATE);
            case AMOUNT ->
                value.matches("[0-9]{1,9}([.][0-9]{1,2})?")
                        ? Optional.empty()
                        : wrong(input, value, RefusalWords.EXPECTED_AMOUNT);
            case NUMBER, DAYS ->
                value.matches("[0-9]{1,9}([.][0-9]{1,4})?")
                        ? Optional.empty()
                        : wrong(input, value, RefusalWords.EXPECTED_NUMBER);
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

    private static Optional<Refusal> wrong(Input input, String value, LocalizedText expected) {
        return Optional.of(new Refusal.BadValue(
                input.name(), value, List.of(), RefusalWords.WRONG.with(input.name(), value, expected)));
    }
}
