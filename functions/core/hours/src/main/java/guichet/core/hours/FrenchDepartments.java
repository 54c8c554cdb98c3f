package guichet.core.hours;

import java.time.MonthDay;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * French departments by number. Jollyday lacks the overseas ones, and gives Moselle (57) neither Good Friday nor the
 * right name of 26 December: the local law of Alsace-Moselle (ordinance of 16 August 1892; Code du travail L3134-13) is
 * one for 57, 67 and 68.
 */
final class FrenchDepartments {
    /** What the days that commemorate the abolition of slavery are called. */
    static final ClosedDay ABOLISHED = locale -> HoursWords.ABOLITION.in(locale.getLanguage());

    private static final Set<String> ALSACE_MOSELLE = Set.of("57", "67", "68");
    private static final Map<String, MonthDay> ABOLITION = Map.of(
            "971",
            MonthDay.of(5, 27),
            "972",
            MonthDay.of(5, 22),
            "973",
            MonthDay.of(6, 10),
            "974",
            MonthDay.of(12, 20),
            "976",
            MonthDay.of(4, 27),
            "977",
            MonthDay.of(10, 9),
            "978",
            MonthDay.of(5, 28));
    private static final Set<String> NUMBERS = numbers();

    private FrenchDepartments() {}

    static void check(String department) {
        if (NUMBERS.contains(department)) {
            return;
        }
        // A number has no nearest one that would be likelier than the next; only the lost zero is.
        String hint = NUMBERS.contains("0" + department) ? "; did you mean \"0" + department + "\"?" : "";
        throw new HoursSyntaxException(
                "no such French department" + hint,
                department,
                "a department's number: 01 to 19, 2A, 2B, 21 to 95, 971 to 974, 976 to 978");
    }

    /**
     * The region of Jollyday's French calendar that has this department's holidays; none where the national ones are
     * all.
     */
    static Optional<String> calendar(String department) {
        return ALSACE_MOSELLE.contains(department) ? Optional.of("67") : Optional.empty();
    }

    /** The day on which this department commemorates the abolition of slavery: Code du travail L3422-2. */
    static Optional<MonthDay> abolition(String department) {
        return Optional.ofNullable(ABOLITION.get(department));
    }

    private static Set<String> numbers() {
        Set<String> numbers = new TreeSet<>(ABOLITION.keySet());
        IntStream.rangeClosed(1, 95)
                .filter(number -> number != 20)
                .forEach(number -> numbers.add("%02d".formatted(number)));
        numbers.add("2A");
        numbers.add("2B");
        return numbers;
    }
}
