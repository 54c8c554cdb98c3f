package guichet.core.ticket;

import java.util.Optional;
import java.util.regex.Pattern;

/** A ticket's public id, e.g. {@code cloud-88}. Numbers are per desk, never reused, with gaps allowed. */
public record TicketId(String desk, long number) {
    private static final Pattern WRITTEN = Pattern.compile("([a-z][a-z0-9]{0,31})-([1-9][0-9]{0,11})");

    public static Optional<TicketId> parse(String written) {
        var match = WRITTEN.matcher(written == null ? "" : written);
        return match.matches()
                ? Optional.of(new TicketId(match.group(1), Long.parseLong(match.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return desk + "-" + number;
    }
}
