package guichet.core.text;

/** Mail addresses, as mails and forms write them. */
public final class MailAddress {
    private MailAddress() {}

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
