package guichet.core.mail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The first event of a calendar (RFC 5545), by the properties that a reader wants to know.
 *
 * @param method of the calendar, in upper case, such as {@code REQUEST} or {@code CANCEL}; empty where it says none
 * @param properties by name, in upper case; the first, where one stands several times
 */
record CalendarEvent(String method, Map<String, Property> properties, List<Property> attendees) {
    private static final int LONGEST = 200_000;
    private static final int MOST_ATTENDEES = 50;

    /** @param parameters by name, in upper case */
    record Property(Map<String, String> parameters, String value) {
        /** With its escapes undone (RFC 5545, 3.3.11). */
        String text() {
            var out = new StringBuilder();
            for (int i = 0; i < value.length(); i++) {
                var c = value.charAt(i);
                if (c != '\\' || i + 1 == value.length()) {
                    out.append(c);
                    continue;
                }
                var escaped = value.charAt(++i);
                out.append(escaped == 'n' || escaped == 'N' ? '\n' : escaped);
            }
            return out.toString().strip();
        }
    }

    /** Empty where it holds no event. */
    static Optional<CalendarEvent> read(String calendar) {
        var method = "";
        var inside = false;
        var depth = 0;
        var properties = new HashMap<String, Property>();
        var attendees = new ArrayList<Property>();
        for (var line : unfolded(calendar)) {
            var name = name(line);
            if (!inside) {
                method = name.equals("METHOD") ? property(line).value().strip().toUpperCase(Locale.ROOT) : method;
                inside = line.strip().equalsIgnoreCase("BEGIN:VEVENT");
                continue;
            }
            if (line.strip().equalsIgnoreCase("END:VEVENT")) {
                return Optional.of(new CalendarEvent(method, Map.copyOf(properties), List.copyOf(attendees)));
            }
            depth += name.equals("BEGIN") ? 1 : name.equals("END") ? -1 : 0; // an alarm within has a text of its own
            if (depth > 0 || name.isEmpty()) {
                continue;
            }
            if (name.equals("ATTENDEE") && attendees.size() < MOST_ATTENDEES) {
                attendees.add(property(line));
            } else {
                properties.putIfAbsent(name, property(line));
            }
        }
        return Optional.empty();
    }

    /** A line that begins with a blank goes on the one before (RFC 5545, 3.1). */
    private static List<String> unfolded(String calendar) {
        var text = calendar.substring(0, Math.min(calendar.length(), LONGEST));
        return text.replaceAll("\r?\n[ \t]", "").lines().toList();
    }

    private static String name(String line) {
        int end = 0;
        while (end < line.length() && (Character.isLetterOrDigit(line.charAt(end)) || line.charAt(end) == '-')) {
            end++;
        }
        return end < line.length() && (line.charAt(end) == ':' || line.charAt(end) == ';')
                ? line.substring(0, end).toUpperCase(Locale.ROOT)
                : "";
    }

    /** The value begins at the first colon that stands in no quotes. */
    private static Property property(String line) {
        var parameters = new HashMap<String, String>();
        var quoted = false;
        int from = line.length();
        for (int i = 0; i < line.length(); i++) {
            var c = line.charAt(i);
            quoted ^= c == '"';
            if (!quoted && (c == ';' || c == ':')) {
                if (from < i) {
                    parameter(line.substring(from, i), parameters);
                }
                from = i + 1;
                if (c == ':') {
                    return new Property(Map.copyOf(parameters), line.substring(from));
                }
            }
        }
        return new Property(Map.copyOf(parameters), "");
    }

    private static void parameter(String written, Map<String, String> parameters) {
        int equals = written.indexOf('=');
        if (equals > 0) {
            parameters.put(
                    written.substring(0, equals).toUpperCase(Locale.ROOT),
                    written.substring(equals + 1).replace("\"", ""));
        }
    }

    /** Empty for one that is not there, or says nothing. */
    Optional<Property> find(String name) {
        return Optional.ofNullable(properties.get(name))
                .filter(known -> !known.value().isBlank());
    }
}
