package guichet.local.mail;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a command is given, as far as the server does not look at it itself (RFC 5321, 4.1.2 and 4.1.1.11). */
final class SmtpParameters {
    private static final Pattern PATH =
            Pattern.compile("\\s*(MAIL\\s+FROM|RCPT\\s+TO):\\s*(<[^>]*>|[^\\s<]\\S*)?(.*)", Pattern.CASE_INSENSITIVE);
    private static final Set<String> BODIES = Set.of("7BIT", "8BITMIME", "BINARYMIME");
    private static final int SHOWN = 40;

    private SmtpParameters() {}

    /** The answer to a line that will not do. */
    static Optional<String> problem(String line) {
        if (line.chars().anyMatch(c -> c < ' ' && c != '\t' || c == 0x7f)) {
            return Optional.of("501 5.5.2 A command holds no control characters");
        }
        var path = PATH.matcher(line);
        if (!path.matches()) {
            return Optional.empty();
        }
        var mail = path.group(1).toUpperCase(Locale.ROOT).startsWith("MAIL");
        for (var parameter : path.group(3).strip().split("\\s+")) {
            var problem = parameter.isEmpty() ? Optional.<String>empty() : problem(mail, parameter);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> problem(boolean mail, String parameter) {
        var end = parameter.indexOf('=');
        var name = (end < 0 ? parameter : parameter.substring(0, end)).toUpperCase(Locale.ROOT);
        var value = end < 0 ? "" : parameter.substring(end + 1);
        if (mail && name.equals("SIZE")) {
            if (!value.matches("[0-9]{1,20}")) {
                return Optional.of("501 5.5.4 " + shown(parameter) + " is no size");
            }
            return new BigInteger(value).compareTo(BigInteger.valueOf(SmtpIn.MAX_BYTES)) > 0
                    ? Optional.of("552 5.3.4 Message size exceeds fixed limit")
                    : Optional.empty();
        }
        if (mail && name.equals("BODY")) {
            return BODIES.contains(value.toUpperCase(Locale.ROOT))
                    ? Optional.empty()
                    : Optional.of("501 5.5.4 " + shown(parameter) + " is no body that is known");
        }
        if (mail && parameter.equalsIgnoreCase("SMTPUTF8")) {
            return Optional.empty();
        }
        return Optional.of("555 5.5.4 " + shown(parameter) + " is no parameter that is known");
    }

    private static String shown(String parameter) {
        var plain = parameter.replaceAll("[^ -~]", "?");
        return plain.length() <= SHOWN ? plain : plain.substring(0, SHOWN) + "...";
    }
}
