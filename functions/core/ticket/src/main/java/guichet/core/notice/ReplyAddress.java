package guichet.core.notice;

import guichet.core.signing.SigningKeys;
import guichet.core.text.MailAddress;
import guichet.core.ticket.TicketId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The signed address that answers to our mails go to: {@code support+88.k1.<mac>@…}. It names the ticket even when the
 * client strips everything else; it lets its recipient add a message and never read one. The local part stays within 64
 * octets (RFC 5321, 4.5.3.1.1).
 */
public final class ReplyAddress {
    private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final Pattern TAG = Pattern.compile("([1-9][0-9]{0,11})\\.([a-z0-9]{1,8})\\.([a-z2-7]{16})");

    private static final int MAC_BYTES = 10;

    private ReplyAddress() {}

    /** @param deskAddress the desk's own, which the tag is put into */
    public static String of(SigningKeys keys, String deskAddress, TicketId ticket, String recipient) {
        int at = deskAddress.lastIndexOf('@');
        var mac = base32(keys.sign(MAC_BYTES, signed(ticket, recipient)));
        return deskAddress.substring(0, at) + "+" + ticket.number() + "." + keys.current() + "." + mac
                + deskAddress.substring(at);
    }

    /** The ticket that an envelope recipient names, if it was made for that sender; empty for any other address. */
    public static Optional<TicketId> verify(SigningKeys keys, String desk, String recipient, String sender) {
        return tag(recipient).flatMap(tag -> {
            var ticket = new TicketId(desk, Long.parseLong(tag.group(1)));
            return keys.verify(tag.group(2), unbase32(tag.group(3)), signed(ticket, sender))
                    ? Optional.of(ticket)
                    : Optional.empty();
        });
    }

    /** The ticket that it names, for whomever it was made: what a subject's tag says, and no more proof. */
    public static Optional<TicketId> named(String desk, String recipient) {
        return tag(recipient).map(tag -> new TicketId(desk, Long.parseLong(tag.group(1))));
    }

    /** Whether an address may be one of these: only the keys tell whether it is. */
    public static boolean isShapedLikeOne(String recipient) {
        return tag(recipient).isPresent();
    }

    private static Optional<MatchResult> tag(String recipient) {
        int plus = recipient.indexOf('+');
        int at = recipient.lastIndexOf('@');
        if (plus < 0 || at < plus) {
            return Optional.empty();
        }
        var match = TAG.matcher(recipient.substring(plus + 1, at).toLowerCase(Locale.ROOT));
        return match.matches() ? Optional.of(match) : Optional.empty();
    }

    private static String[] signed(TicketId ticket, String recipient) {
        return new String[] {"reply", ticket.toString(), MailAddress.kept(recipient)};
    }

    private static String base32(byte[] bytes) {
        var out = new StringBuilder();
        long bits = 0;
        int count = 0;
        for (byte b : bytes) {
            bits = bits << 8 | b & 0xff;
            for (count += 8; count >= 5; count -= 5) {
                out.append(DIGITS.charAt((int) (bits >> count - 5 & 31)));
            }
        }
        return out.toString();
    }

    private static byte[] unbase32(String text) {
        var out = new byte[text.length() * 5 / 8];
        long bits = 0;
        int count = 0;
        int next = 0;
        for (char c : text.toCharArray()) {
            bits = bits << 5 | DIGITS.indexOf(c);
            count += 5;
            if (count >= 8) {
                count -= 8;
                out[next++] = (byte) (bits >> count);
            }
        }
        return out;
    }
}
