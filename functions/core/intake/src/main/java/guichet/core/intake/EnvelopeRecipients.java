package guichet.core.intake;

import guichet.core.mail.IncomingMail;
import guichet.core.mail.Mailbox;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whom a mail was for, where SES's notification of it was lost: SES's own Received header says one recipient; To and Cc
 * may say more.
 */
public final class EnvelopeRecipients {
    private static final Pattern FOR = Pattern.compile("(?i)\\bfor\\s+<?([^\\s<>;@]{1,64}@[^\\s<>;]{1,253})");
    private static final int HEAD = 16_384;

    private EnvelopeRecipients() {}

    public static List<String> fromHeaders(IncomingMail mail, byte[] raw) {
        var found = new ArrayList<String>();
        var match = FOR.matcher(
                topmostReceived(new String(raw, 0, Math.min(HEAD, raw.length), StandardCharsets.ISO_8859_1)));
        if (match.find()) {
            found.add(match.group(1));
        }
        Stream.concat(mail.to().stream(), mail.cc().stream())
                .filter(Mailbox::valid)
                .map(Mailbox::address)
                .forEach(found::add);
        return found;
    }

    /** That header with its folded lines; empty where there is none. */
    private static String topmostReceived(String head) {
        var received = new StringBuilder();
        for (var line : head.split("\r?\n")) {
            var continues = line.startsWith(" ") || line.startsWith("\t");
            if (received.isEmpty() ? line.regionMatches(true, 0, "Received:", 0, 9) : continues) {
                received.append(line).append(' ');
            } else if (!received.isEmpty() || line.isEmpty()) {
                break;
            }
        }
        return received.toString();
    }
}
