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
    private final List<Part> mails = new ArrayList<>();

    private Reports() {}

    static Reports of(Part root) {
        var reports = new Reports();
        reports.collect(root);
        return reports;
    }

    private void collect(Part part) {
        if (isMail(part)) {
            mails.add(part);
            return;
        }
        parts.add(part);
        part.children().forEach(this::collect);
    }

    private static boolean isMail(Part part) {
        return switch (part.type().value()) {
            case "message/rfc822",
                    "text/rfc822-headers",
                    "message/rfc822-headers",
                    "message/global",
                    "message/global-headers" -> true;
            default -> false;
        };
    }

    /** What they say of each recipient of a mail (RFC 3464). */
    List<DeliveryStatus> statuses() {
        return parts.stream()
                .filter(part -> isDeliveryStatus(part.type().value()))
                .flatMap(part -> DeliveryStatus.read(part.text()).stream())
                .toList();
    }

    /** The mail that they are about, or its headers. */
    Optional<Part> original() {
        return mails.stream().findFirst();
    }

    private static boolean isDeliveryStatus(String type) {
        return type.equals("message/delivery-status") || type.equals("message/global-delivery-status");
    }

    /** Why it is a machine's; empty for what people write. */
    Optional<String> why() {
        return parts.stream()
                .map(part -> part.type().value())
                .flatMap(type -> why(type).stream())
                .findFirst();
    }

    private static Optional<String> why(String type) {
        if (isDeliveryStatus(type)) {
            return Optional.of("A delivery report that tells of no failure (RFC 3464).");
        }
        return switch (type) {
            case "message/disposition-notification", "message/global-disposition-notification" ->
                Optional.of("A receipt: its reader's client says what became of a mail (RFC 8098).");
            case "message/feedback-report" -> Optional.of("A report of abuse (RFC 5965).");
            default -> Optional.empty();
        };
    }
}
