package guichet.core.mail;

/**
 * A mailbox of an address header (RFC 5322, section 3.4).
 *
 * @param address bare and as written; of a header that holds no valid address the one that it seems to mean, or the
 *     header itself, see {@link #valid()}
 * @param name what people read, decoded; may be empty
 * @param valid whether the address was well-formed: one that had to be guessed never tells who someone is
 */
public record Mailbox(String address, String name, boolean valid) {
    public static final Mailbox NOBODY = new Mailbox("", "", false);

    /** Where an answer can go: the address, or the one that most likely is meant; empty if there is none. */
    public String reachable() {
        if (valid) {
            return address;
        }
        String best = "";
        for (String token : address.split("[\\s<>()\\[\\],;\"']+")) {
            int at = token.lastIndexOf('@');
            if (at > 0 && at < token.length() - 1) {
                best = token;
            }
        }
        return best;
    }

    /** Lower case, after the last "@"; empty if there is none. */
    public String domain() {
        int at = address.lastIndexOf('@');
        return at < 0 ? "" : address.substring(at + 1).toLowerCase(java.util.Locale.ROOT);
    }
}
