package guichet.core.mail.mime;

import java.util.List;
import java.util.Locale;

/**
 * A part of a mail: either a multipart with children, or a leaf with its decoded content.
 *
 * @param content what the transfer encoding hid; empty for a multipart
 */
public record Part(Headers headers, ContentType type, ContentType disposition, List<Part> children, byte[] content) {
    static final byte[] NONE = {};

    static Part leaf(Headers headers, byte[] content) {
        return new Part(headers, typeOf(headers), dispositionOf(headers), List.of(), content);
    }

    static Part multipart(Headers headers, List<Part> children) {
        return new Part(headers, typeOf(headers), dispositionOf(headers), children, NONE);
    }

    public boolean isMultipart() {
        return !children.isEmpty();
    }

    /** The name that the sender gave it: of the disposition, else of the type; decoded, on one line, or empty. */
    public String name() {
        return Headers.oneLine(disposition.parameter("filename").or(() -> disposition.parameter("name"))
                .or(() -> type.parameter("name")).or(() -> type.parameter("filename")).orElse(""));
    }

    /** Without its angle brackets, or empty. */
    public String contentId() {
        String id = headers.raw("Content-ID").strip();
        if (id.startsWith("<")) id = id.substring(1);
        return id.endsWith(">") ? id.substring(0, id.length() - 1) : id;
    }

    /** The content as text, in the charset that it says or seems to be in. */
    public String text() {
        return Charsets.decode(content, type.parameter("charset").orElse(null));
    }

    static ContentType typeOf(Headers headers) {
        ContentType type = ContentType.parse(headers.raw("Content-Type"));
        return switch (type.value()) {
            case "", "text", "plain" -> new ContentType("text/plain", type.parameters());
            case "html" -> new ContentType("text/html", type.parameters());
            default -> type;
        };
    }

    private static ContentType dispositionOf(Headers headers) {
        return ContentType.parse(headers.raw("Content-Disposition").toLowerCase(Locale.ROOT).startsWith("filename")
                ? "attachment; " + headers.raw("Content-Disposition") : headers.raw("Content-Disposition"));
    }
}
