package guichet.core.command;

import guichet.core.desk.Desk;
import guichet.core.desk.Input;
import guichet.core.desk.LocalizedText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether a value fits the input that it is given for. */
final class FieldValues {
    static final int LONGEST = 2_000;
    /** Days: the longest wait of the desk language, ten years. */
    private static final int LONGEST_WAIT = 3653;

    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private FieldValues() {}

    static Optional<Refusal> refuse(Desk desk, Input input, String value) {
        if (CommandRules.characters(value) > LONGEST) {
            return wrong(
                    input,
                    value.substring(0, value.offsetByCodePoints(0, 40)) + "…",
                    RefusalWords.EXPECTED_CHARACTERS.with(LONGEST));
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
                isWithin(() -> Instant.parse(value))
                        ? Optional.empty()
                        : wrong(input, value, RefusalWords.EXPECTED_INSTANT);
            case DATE ->
                isWithin(() -> LocalDate.parse(value)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant())
                        ? Optional.empty()
                        : wrong(input, value, RefusalWords.EXPECTED_DATE);
            case AMOUNT ->
                value.matches("[0-9]{1,9}([.][0-9]{1,2})?")
                        ? Optional.empty()
                        : wrong(input, value, RefusalWords.EXPECTED_AMOUNT);
            case NUMBER ->
                value.matches("[0-9]{1,9}([.][0-9]{1,4})?")
                        ? Optional.empty()
                        : wrong(input, value, RefusalWords.EXPECTED_NUMBER);
            case DAYS ->
                value.matches("[0-9]{1,4}([.][0-9]{1,4})?") && Double.parseDouble(value) <= LONGEST_WAIT
                        ? Optional.empty()
                        : wrong(input, value, RefusalWords.EXPECTED_DAYS.with(LONGEST_WAIT));
        };
    }

    /** A day in the desk's zone, or an instant, that is over. @param value that {@link #refuse} does not refuse */
    static Optional<Refusal> refusePast(Desk desk, Input input, String value, Instant now) {
        return switch (input.kind()) {
            case INSTANT ->
                Instant.parse(value).isBefore(now)
                        ? wrong(input, value, RefusalWords.EXPECTED_LATER)
                        : Optional.empty();
            case DATE ->
                LocalDate.parse(value)
                                .isBefore(LocalDate.ofInstant(now, desk.hours().zone()))
                        ? wrong(input, value, RefusalWords.EXPECTED_DAY_AHEAD)
                        : Optional.empty();
            case TEXT, LONG_TEXT, OWNER, CHOICE, PRIORITY, AMOUNT, NUMBER, DAYS -> Optional.empty();
        };
    }

    /** Whether it is a time that somebody may mean. */
    private static boolean isWithin(Supplier<Instant> parsing) {
        try {
            var at = parsing.get();
            return !at.isBefore(FIRST) && at.isBefore(LAST);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static Optional<Refusal> wrong(Input input, String value, LocalizedText expected) {
        return Optional.of(new Refusal.BadValue(
                input.name(), value, List.of(), RefusalWords.WRONG.with(input.name(), value, expected)));
    }
}
