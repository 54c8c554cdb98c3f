package guichet.cli.bench.against;

import guichet.cli.bench.Yardstick;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a figure is the time of: so many pieces of work, each of which is a multiple of those yardsticks.
 *
 * @param each what one piece is called; empty where the figure is of one
 */
record Work(List<Yardstick> yardsticks, double pieces, String each) {
    private static final Work NOTHING = new Work(List.of(), 1, "");
    private static final Pattern MAILS = Pattern.compile("([\\d,]+) mails");
    private static final Pattern DUE = Pattern.compile("([\\d,]+) due");
    private static final List<String> TIMES = List.of("s", "ms", "/s");
    private static final List<Yardstick> CALLS = List.of(Yardstick.GET_ITEM, Yardstick.TRANSACTION);

    /** Those that a row's figures are multiples of, so that they are measured beside it; none where it counts. */
    static List<Yardstick> yardsticks(String row) {
        return switch (row) {
            case "mails", "sweep" -> CALLS;
            case "list" -> List.of(Yardstick.GET_ITEM);
            case "reading" -> List.of(Yardstick.WALK);
            case "cold" -> List.of(Yardstick.BARE_START);
            default -> List.of();
        };
    }

    static Work of(Figure.Key key) {
        if (!TIMES.contains(key.unit())) {
            return NOTHING;
        }
        var cpu = key.figure().contains("CPU"); // else it is a clock's, which the yardsticks of calls are not
        return switch (key.name()) {
            case "mails" -> cpu ? counted(key, MAILS, "a mail") : NOTHING;
            case "sweep" -> cpu ? counted(key, DUE, "a ticket due") : NOTHING;
            case "list" -> cpu ? new Work(yardsticks("list"), 1, "a request") : NOTHING;
            default -> new Work(yardsticks(key.name()), 1, "");
        };
    }

    private static Work counted(Figure.Key key, Pattern number, String each) {
        var found = number.matcher(key.figure());
        return found.find()
                ? new Work(
                        yardsticks(key.name()),
                        Double.parseDouble(found.group(1).replace(",", "")),
                        each)
                : NOTHING;
    }

    /** Of one piece. */
    double seconds(double measured, String unit) {
        return switch (unit) {
            case "s" -> measured / pieces;
            case "ms" -> measured / 1_000 / pieces;
            case "/s" -> 1 / measured;
            default -> throw new IllegalArgumentException("no time in " + unit);
        };
    }
}
