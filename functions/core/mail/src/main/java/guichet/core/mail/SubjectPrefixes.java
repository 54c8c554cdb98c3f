package guichet.core.mail;

import java.util.Locale;
import java.util.Set;

/**
 * "RE: TR: AW:" in front of a subject, in the languages of clients, doubled, numbered, with a blank before the colon.
 */
final class SubjectPrefixes {
    private static final Set<String> REPLY = Set.of(
            "re", "aw", "sv", "antw", "réf", "ref", "rép", "rep", "réponse", "r", "rv", "odp", "vs", "ynt", "yn", "bls",
            "res", "απ", "vá", "ats", "回复", "回覆", "答复", "返信", "atb", "ha", "отв", "відп", "ré", "antwort", "betr");
    private static final Set<String> FORWARD = Set.of(
            "fw",
            "fwd",
            "tr",
            "wg",
            "rv:",
            "enc",
            "i",
            "vb",
            "doorst",
            "vs:",
            "pd",
            "vl",
            "fs",
            "转发",
            "轉寄",
            "转寄",
            "転送",
            "tov",
            "i:",
            "переслано",
            "пер",
            "trans",
            "inoltro",
            "rif",
            "továbbítás",
            "ilt",
            "πρθ",
            "enrut");
    private static final int LONGEST_PREFIX = 14;

    private SubjectPrefixes() {}

    static boolean isReply(String subject) {
        return REPLY.contains(first(subject));
    }

    static boolean isForward(String subject) {
        return FORWARD.contains(first(subject));
    }

    /** The subject without any prefixes. */
    static String strip(String subject) {
        String s = subject.strip();
        for (int i = 0; i < 50; i++) {
            String prefix = first(s);
            if (!REPLY.contains(prefix) && !FORWARD.contains(prefix)) {
                return s;
            }
            s = s.substring(colon(s) + 1).strip();
        }
        return s;
    }

    private static String first(String subject) {
        int colon = colon(subject);
        if (colon < 1 || colon > LONGEST_PREFIX) {
            return "";
        }
        String prefix = subject.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        int bracket = Math.max(prefix.indexOf('['), prefix.indexOf('(')); // "Re[2]", "Re(3)"
        if (bracket > 0) {
            prefix = prefix.substring(0, bracket).strip();
        }
        while (prefix.length() > 1 && Character.isDigit(prefix.charAt(prefix.length() - 1)) || prefix.endsWith("^")) {
            prefix = prefix.substring(0, prefix.length() - 1);
        }
        return prefix;
    }

    private static int colon(String subject) {
        int ascii = subject.indexOf(':');
        int full = subject.indexOf('：');
        return ascii < 0 ? full : full < 0 ? ascii : Math.min(ascii, full);
    }
}
