package guichet.local.mail;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What SES found out about a mail. All is well unless the mail's {@value #HEADER} header says otherwise:
 * {@code spam=FAIL, dmarc=FAIL}; the checks are spam, virus, spf, dkim, dmarc, the verdicts PASS, FAIL, GRAY,
 * PROCESSING_FAILED.
 */
record VerdictHeader(Map<Check, String> found) {
    static final String HEADER = "X-Guichet-Verdict";
    private static final List<String> KNOWN = List.of("PASS", "FAIL", "GRAY", "PROCESSING_FAILED");

    enum Check {
        SPAM,
        VIRUS,
        SPF,
        DKIM,
        DMARC
    }

    /** @param header null where there is none; what it says wrongly is passed over */
    static VerdictHeader of(String header, boolean hasFrom) {
        var found = new EnumMap<Check, String>(Check.class);
        for (var check : Check.values()) {
            // Nothing can be aligned with a From that is not there.
            found.put(check, hasFrom || check.compareTo(Check.DKIM) < 0 ? "PASS" : "GRAY");
        }
        for (var part :
                header == null ? new String[0] : header.toUpperCase(Locale.ROOT).split("[,;]")) {
            var pair = part.trim().split("\\s*=\\s*");
            for (var check : Check.values()) {
                if (pair.length == 2 && check.name().equals(pair[0]) && KNOWN.contains(pair[1])) {
                    found.put(check, pair[1]);
                }
            }
        }
        return new VerdictHeader(found);
    }

    String of(Check check) {
        return found.get(check);
    }

    /** SPF or DKIM that pass while DMARC fails belong to a domain other than From's. */
    boolean aligned() {
        return !of(Check.DMARC).equals("FAIL");
    }

    /** In the words of Authentication-Results. */
    String result(Check check) {
        return switch (of(check)) {
            case "PASS" -> "pass";
            case "FAIL" -> "fail";
            case "GRAY" -> "none";
            default -> "temperror";
        };
    }
}
