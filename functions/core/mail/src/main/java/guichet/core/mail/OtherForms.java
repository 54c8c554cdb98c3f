package guichet.core.mail;

import guichet.core.mail.mime.Part;
import guichet.core.mail.mime.Utf8;
import java.util.Optional;
import java.util.Set;

/**
 * Forms of a body that few clients write. They are read where a mail has no other; beside one they are what their
 * sender's client could not show, and nobody's file (RFC 2046, 5.1.4).
 */
final class OtherForms {
    enum Form {
        HTML,
        RTF,
        /** Also a file beside a body: one opens it to put it into a diary. */
        CALENDAR,
        PLAIN
    }

    private static final int LOOKED_AT = 4_096;
    /** Labels of clients that do not know what they send. */
    private static final Set<String> UNTELLING = Set.of(
            "application/octet-stream",
            "application/unknown",
            "application/x-unknown",
            "application/x-unknown-content-type",
            "application/text",
            "application/txt",
            "application/json",
            "application/xml");

    private OtherForms() {}

    /**
     * Of a part that its sender gave no name, and did not send as a file.
     *
     * @param alone whether it is all that the mail holds
     */
    static Optional<Form> of(Part part, boolean alone) {
        if (part.disposition().is("attachment") || !alone && !part.name().isEmpty()) {
            return Optional.empty();
        }
        var type = part.type().value();
        return switch (type) {
            case "application/xhtml+xml", "application/html", "text/x-html", "text/xhtml", "text/xhtml+xml" ->
                Optional.of(Form.HTML);
            case "text/rtf", "application/rtf", "application/x-rtf", "text/x-rtf" -> Optional.of(Form.RTF);
            case "text/calendar", "application/ics" -> Optional.of(Form.CALENDAR);
            case "text/vcard", "text/x-vcard", "text/directory" -> Optional.empty();
            default ->
                type.startsWith("text/") || type.endsWith("+json") || alone && isText(part)
                        ? Optional.of(Form.PLAIN)
                        : Optional.empty();
        };
    }

    /** A text under a label that says nothing, or nothing that is known: letters, and none that only programs write. */
    private static boolean isText(Part part) {
        var content = part.content();
        var type = part.type().value();
        var known = type.matches("(application|image|audio|video|font|model|message|multipart)/.+");
        if (content.length == 0 || known && !UNTELLING.contains(type)) {
            return false;
        }
        for (int i = 0; i < Math.min(content.length, LOOKED_AT); i++) {
            int b = content[i] & 0xff;
            if (b < ' ' && b != '\n' && b != '\r' && b != '\t') {
                return false;
            }
        }
        return Utf8.isValid(content);
    }
}
