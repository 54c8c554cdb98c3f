package guichet.core.html;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jsoup.nodes.Element;

/** What stands before the items of lists: a dash, or the number that a browser shows (HTML, section 4.4.5). */
final class ListItems {
    private static final int DEEPEST = 10;
    private static final int HIGHEST = 999_999;
    private static final int HIGHEST_ROMAN = 3_999;
    private static final int[] VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] ROMAN = {"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};

    private final Deque<Count> open = new ArrayDeque<>();

    /** A list and the number of its next item. */
    private static final class Count {
        private final boolean ordered;
        private final String type;
        private final int step;
        private int next;

        Count(Element list) {
            ordered = list.normalName().equals("ol");
            type = list.attr("type");
            boolean down = list.hasAttr("reversed");
            step = down ? -1 : 1;
            next = number(list.attr("start"), down ? items(list) : 1);
        }

        private static int items(Element list) {
            return (int) list.children().stream()
                    .filter(child -> child.normalName().equals("li"))
                    .count();
        }
    }

    static boolean isList(String name) {
        return name.equals("ul") || name.equals("ol");
    }

    void open(Element list) {
        open.push(new Count(list));
    }

    void close() {
        open.poll();
    }

    /** With the blank behind it, indented as deep as its list lies in others. */
    String mark(Element item) {
        if (open.isEmpty()) {
            return "- ";
        }
        var count = open.peek();
        String indent = "  ".repeat(Math.min(open.size() - 1, DEEPEST));
        if (!count.ordered) {
            return indent + "- ";
        }
        int number = number(item.attr("value"), count.next);
        count.next = number + count.step;
        return indent + label(number, item.hasAttr("type") ? item.attr("type") : count.type) + ". ";
    }

    private static int number(String written, int otherwise) {
        try {
            return written.isEmpty() ? otherwise : Math.clamp(Integer.parseInt(written.strip()), -HIGHEST, HIGHEST);
        } catch (NumberFormatException none) {
            return otherwise;
        }
    }

    private static String label(int number, String type) {
        return number < 1
                ? String.valueOf(number)
                : switch (type) {
                    case "a" -> letters(number);
                    case "A" -> letters(number).toUpperCase(java.util.Locale.ROOT);
                    case "i" -> roman(number);
                    case "I" -> roman(number).toUpperCase(java.util.Locale.ROOT);
                    default -> String.valueOf(number);
                };
    }

    private static String letters(int number) {
        var letters = new StringBuilder();
        for (int left = number; left > 0; left = (left - 1) / 26) {
            letters.insert(0, (char) ('a' + (left - 1) % 26));
        }
        return letters.toString();
    }

    private static String roman(int number) {
        if (number > HIGHEST_ROMAN) {
            return String.valueOf(number);
        }
        var roman = new StringBuilder();
        int left = number;
        for (int i = 0; i < VALUES.length; i++) {
            for (; left >= VALUES[i]; left -= VALUES[i]) {
                roman.append(ROMAN[i]);
            }
        }
        return roman.toString();
    }
}
