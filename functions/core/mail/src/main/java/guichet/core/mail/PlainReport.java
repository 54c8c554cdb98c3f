package guichet.core.mail;

import guichet.core.mail.Bounce.Failure;
import guichet.core.mail.mime.Headers;
import guichet.core.text.MailAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A delivery failure in words: Sendmail, qmail and Exim name the recipient in a sentence and append the original's
 * header. What it says of one is taken to hold of all.
 */
final class PlainReport {
    private static final int LONGEST_TEXT = 50_000;
    private static final int MOST_RECIPIENTS = 10;
    private static final List<String> REFUSALS = List.of("550", "552", "553", "554");

    private final Mailbox robot;
    private final Set<String> recipients = new LinkedHashSet<>();
    private String messageId = "";
    private String status = "";
    private String diagnostic = "";

    private PlainReport(Mailbox robot) {
        this.robot = robot;
    }

    /**
     * @param named whom a header names already
     * @param messageId of the mail that came back, where a part holds it; else empty
     */
    static Bounce read(String text, Mailbox robot, List<String> named, String messageId) {
        var report = new PlainReport(robot);
        report.messageId = messageId;
        named.forEach(address -> report.recipients.add(MailAddress.kept(address)));
        report.read(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
        return report.bounce();
    }

    private void read(String text) {
        boolean original = false;
        for (var line : text.split("\n")) {
            var words = line.strip();
            var lower = words.toLowerCase(Locale.ROOT);
            if (lower.startsWith("message-id:") && messageId.isEmpty()) {
                messageId = MessageIds.one(words.substring(11).strip());
            }
            original |= lower.startsWith("return-path:")
                    || lower.startsWith("received:")
                    || lower.contains("original message")
                    || lower.contains("copy of the message");
            if (!original && recipients.size() < MOST_RECIPIENTS) {
                sentence(words, lower);
            }
        }
    }

    private void sentence(String words, String lower) {
        var address = new Mailbox(words, "", false).reachable().replaceAll("[:.]+$", "");
        if (MailAddress.isWellFormed(address)
                && !address.equalsIgnoreCase(robot.address())
                && !BounceReader.isRobot(new Mailbox(address, "", true))) {
            recipients.add(MailAddress.kept(address));
        }
        if (status.isEmpty()) {
            status = enhancedStatus(words);
        }
        if (diagnostic.isEmpty() && (REFUSALS.stream().anyMatch(lower::startsWith) || lower.contains("said:"))) {
            diagnostic = Headers.oneLine(words);
        }
    }

    private static String enhancedStatus(String line) {
        for (var word : line.split("[\\s()<>#,]+")) {
            if (word.matches("[245]\\.\\d{1,3}\\.\\d{1,3}")) {
                return word;
            }
        }
        return "";
    }

    private Bounce bounce() {
        return new Bounce(
                recipients.stream()
                        .map(address -> new Failure(address, address, status.startsWith("4"), status, diagnostic))
                        .toList(),
                messageId);
    }
}
