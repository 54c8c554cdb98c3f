package guichet.local.rights;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a policy says with {@code *} (anything) and {@code ?} (any one character). */
record Wildcard(String text, Pattern pattern) {
    /** Of an action, whose case makes no difference. */
    static Wildcard action(String text) {
        return new Wildcard(text, compile(text.toLowerCase(Locale.ROOT), ".*", "."));
    }

    /** Of a condition's value. */
    static Wildcard value(String text) {
        return new Wildcard(text, compile(text, ".*", "."));
    }

    /** Of an ARN: a wildcard keeps within its segment, but for an asterisk at the segment's end. */
    static Wildcard arn(String text) {
        var ends = text.replaceAll("\\*(?=:|$)", "\0");
        return new Wildcard(text, compile(ends, "[^:]*", "[^:]"));
    }

    private static Pattern compile(String text, String any, String one) {
        var regex = new StringBuilder();
        text.chars()
                .forEach(c -> regex.append(
                        switch (c) {
                            case '\0' -> ".*";
                            case '*' -> any;
                            case '?' -> one;
                            default -> Pattern.quote(Character.toString(c));
                        }));
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    boolean matches(String value) {
        return pattern.matcher(value).matches();
    }
}
