package guichet.core.mail;

import guichet.core.mail.mime.Headers;
import java.util.Locale;

/** What SES's scanners said; only its own, topmost headers count. */
public record Verdicts(Verdict spam, Verdict virus) {
    public enum Verdict {
        PASS,
        FAIL,
        GRAY,
        UNKNOWN
    }

    static Verdicts of(Headers headers) {
        return new Verdicts(verdict(headers.raw("X-SES-Spam-Verdict")), verdict(headers.raw("X-SES-Virus-Verdict")));
    }

    private static Verdict verdict(String value) {
        return switch (value.strip().toUpperCase(Locale.ROOT)) {
            case "PASS" -> Verdict.PASS;
            case "FAIL" -> Verdict.FAIL;
            case "GRAY" -> Verdict.GRAY;
            default -> Verdict.UNKNOWN;
        };
    }
}
