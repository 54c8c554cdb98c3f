package guichet.core.mail;

import guichet.core.mail.mime.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The parts by which a machine reports on another mail (RFC 6522); what lies within a mail passed on is not its own.
 */
final class Reports {
    private final List<Part> parts = new ArrayList<>();

    private Reports() {}

    static Reports of(Part root) {
        var reports = new Reports();
        reports.collect(root);
        return reports;
    }

    private void collect(Part part) {
        if (isMail(part)) {
            return;
        }
        parts.add(part);
        part.children().forEach(this::collect);
    }

    static boolean isMail(Part part) {
        return switch (part.type().value()) {
            case "message/rfc822",
                    "text/rfc822-headers",
                    "message/rfc822-headers",
                    "message/global",
                    "message/global-headers" -> true;
            default -> false;
        };
    }

    /** Why it is a machine's; empty for what people write. */
    Optional<String> why() {
        return parts.stream()
                .map(part -> part.type().value())
                .flatMap(type -> why(type).stream())
                .findFirst();
    }

    private static Optional<String> why(String type) {
        return switch (type) {
            case "message/disposition-notification", "message/global-disposition-notification" ->
                Optional.of("A receipt: its reader's client says what became of a mail (RFC 8098).");
            case "message/delivery-status", "message/global-delivery-status" ->
                Optional.of("A delivery report that tells of no failure (RFC 3464).");
            case "message/feedback-report" -> Optional.of("A report of abuse (RFC 5965).");
            default -> Optional.empty();
        };
    }
}
