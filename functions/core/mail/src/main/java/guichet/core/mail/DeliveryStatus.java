package guichet.core.mail;

import guichet.core.mail.Bounce.Failure;
import guichet.core.mail.mime.Headers;
import guichet.core.text.MailAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a {@code message/delivery-status} part says of one recipient (RFC 3464, 2.3). Each has an action and a status of
 * its own.
 */
final class DeliveryStatus {
    private static final int MOST_RECIPIENTS = 100;
    private static final int LONGEST_TEXT = 50_000;
    private static final int LONGEST_DIAGNOSTIC = 500;

    private String finalRecipient = "";
    private String originalRecipient = "";
    private String action = "";
    private String status = "";
    private String diagnostic = "";

    private DeliveryStatus() {}

    /** Those that the part speaks of; blank lines part them, or, in careless reports, the next one's name. */
    static List<DeliveryStatus> read(String part) {
        var all = new ArrayList<DeliveryStatus>();
        var one = new DeliveryStatus();
        var field = "";
        for (var line : part.substring(0, Math.min(part.length(), LONGEST_TEXT)).split("\r?\n")) {
            if (line.isBlank() && one.isNamed()) {
                all.add(one);
                one = new DeliveryStatus();
                field = "";
                continue;
            }
            if (line.startsWith(" ") || line.startsWith("\t")) {
                one.goOn(field, line);
                continue;
            }
            int colon = line.indexOf(':');
            if (colon < 1) {
                continue;
            }
            field = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            if (one.isOverAt(field)) {
                all.add(one);
                one = new DeliveryStatus();
            }
            one.take(field, line.substring(colon + 1).strip());
        }
        if (one.isNamed()) {
            all.add(one);
        }
        return all.stream().limit(MOST_RECIPIENTS).toList();
    }

    private boolean isNamed() {
        return !finalRecipient.isEmpty() || !originalRecipient.isEmpty();
    }

    /** Whether that field can only be the next one's: this one has it, or has all that it needs. */
    private boolean isOverAt(String field) {
        var complete = !finalRecipient.isEmpty() && !action.isEmpty() && !status.isEmpty();
        return switch (field) {
            case "final-recipient" -> !finalRecipient.isEmpty();
            case "original-recipient" -> !originalRecipient.isEmpty() || complete;
            default -> false;
        };
    }

    private void take(String field, String value) {
        var typed = value.substring(value.indexOf(';') + 1).strip(); // "rfc822; a@b"
        switch (field) {
            case "final-recipient" -> finalRecipient = typed;
            case "original-recipient" -> originalRecipient = typed;
            case "action" -> action = value.toLowerCase(Locale.ROOT);
            case "status" -> status = value.split(" ", 2)[0];
            case "diagnostic-code" -> diagnostic = Headers.oneLine(typed);
            default -> {
                // What the report says of itself, and what other servers added.
            }
        }
    }

    private void goOn(String field, String line) {
        if (field.equals("diagnostic-code") && diagnostic.length() < LONGEST_DIAGNOSTIC) {
            diagnostic = Headers.oneLine(diagnostic + " " + line);
        }
    }

    /** It arrived, or went on to where nobody reports from; an action that is not given is no success. */
    boolean isWell() {
        return !action.isEmpty() && !action.startsWith("failed") && !isDelayed();
    }

    private boolean isDelayed() {
        return action.startsWith("delayed");
    }

    /** Empty where it names nobody that mail could be written to. */
    Optional<Failure> failure() {
        var address = address(finalRecipient).or(() -> address(originalRecipient));
        return address.map(reached -> new Failure(
                reached,
                address(originalRecipient).orElse(reached),
                isDelayed() || action.isEmpty() && status.startsWith("4"),
                status,
                diagnostic));
    }

    private static Optional<String> address(String written) {
        return Optional.of(MailAddress.kept(written.replace("<", "").replace(">", "")))
                .filter(MailAddress::isWellFormed);
    }
}
