package guichet.core.desk;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A recurring duty of the dispatcher, ticked off item by item (S0-04). Times are local to the desk's zone.
 *
 * @param days on which it is due, open or not
 * @param from when the checklist appears
 * @param doneBy after which what is not ticked raises {@code alert}
 * @param check the items of the list
 * @param table file (CSV) beside the desk file that says what is due on which day besides
 */
public record Duty(
        String name,
        Set<DayOfWeek> days,
        LocalTime from,
        LocalTime doneBy,
        List<LocalizedText> check,
        Optional<String> table,
        Alert alert) {}
