package guichet.core.hours;

/**
 * A written form (a day, a time, a duration, a zone …) that cannot be read. It carries the bad value and what is
 * allowed instead.
 */
public final class HoursSyntaxException extends IllegalArgumentException {
    private static final int LONGEST_VALUE = 80;
    private final String what;
    private final String value;
    private final String allowed;

    HoursSyntaxException(String what, String value, String allowed) {
        super(what + ": \"" + shown(value) + "\" (allowed: " + allowed + ")");
        this.what = what;
        this.value = value;
        this.allowed = allowed;
    }

    /** What is wrong, without the value and what is allowed. */
    public String what() {
        return what;
    }

    public String value() {
        return value;
    }

    public String allowed() {
        return allowed;
    }

    private static String shown(String value) {
        String line = value.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE) + "…";
    }
}
