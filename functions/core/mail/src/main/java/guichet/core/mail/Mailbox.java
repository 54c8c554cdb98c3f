package guichet.core.mail;

import guichet.core.text.DomainName;
import guichet.core.text.MailAddress;

/**
 * A mailbox of an address header (RFC 5322, section 3.4).
 *
 * @param address bare and as written, its domain in A-labels if it has letters beyond ASCII; of a header that holds no
 *     valid address the one that it seems to mean, or the header itself, see {@link #valid()}
 * @param name what people read, decoded; may be empty
 * @param valid whether the address was well-formed: one that had to be guessed never tells who someone is
 */
public record Mailbox(String address, String name, boolean valid) {
    public Mailbox {
        int at = address.lastIndexOf('@');
        if (valid && address.chars().anyMatch(c -> c >= 128)) {
            address = address.substring(0, at + 1) + DomainName.kept(address.substring(at + 1));
        }
    }

    public static final Mailbox NOBODY = new Mailbox("", "", false);

    /** As people read it. */
    public String shownAddress() {
        return valid ? MailAddress.shown(address) : address;
    }

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
