package guichet.core.text;

import java.text.Normalizer;
import java.util.Locale;

/** Mail addresses, as mails and forms write them. */
public final class MailAddress {
    private MailAddress() {}

    /** As it is kept and compared: in lower case, its domain in A-labels (RFC 5890). Parts may be patterns. */
    public static String kept(String written) {
        String address = Normalizer.normalize(written, Normalizer.Form.NFC);
        int at = address.lastIndexOf('@');
        return at < 0
                ? address.toLowerCase(Locale.ROOT)
                : address.substring(0, at).toLowerCase(Locale.ROOT) + "@" + DomainName.kept(address.substring(at + 1));
    }

    /** As people read it: its domain in U-labels where that cannot deceive, see {@link DomainName#shown}. */
    public static String shown(String kept) {
        int at = kept.lastIndexOf('@');
        return at < 0 ? kept : kept.substring(0, at + 1) + DomainName.shown(kept.substring(at + 1));
    }

    /** Whether SES takes it: it carries no letters but ASCII's before the "@" (RFC 6531 is none of its services). */
    public static boolean canBeWrittenTo(String address) {
        return address.chars().allMatch(c -> c < 128);
    }

    /** Well-formed enough to name someone: a local part, one domain, no blank outside of quotes. */
    public static boolean isWellFormed(String s) {
        int at = s.lastIndexOf('@');
        if (at < 1 || at == s.length() - 1 || s.length() > 320) {
            return false;
        }
        String local = s.substring(0, at);
        boolean quoted = local.length() > 1 && local.startsWith("\"") && local.endsWith("\"");
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c < ' ' || c == 127) {
                return false;
            }
            boolean inQuotes = quoted && i < at;
            if (!inQuotes
                    && (c == ' ' || c == '<' || c == '>' || c == '"' || c == ',' || c == ';' || c == '(' || c == ')'
                            || c == '\\')) {
                return false;
            }
            if (!inQuotes && c == '@' && i != at) {
                return false;
            }
        }
        return s.charAt(at + 1) != '.' && !s.endsWith(".");
    }
}
