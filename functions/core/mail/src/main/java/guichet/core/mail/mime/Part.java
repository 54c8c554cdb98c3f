package guichet.core.mail.mime;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A part of a mail: either a multipart with children, or a leaf with its decoded content.
 *
 * @param content what the transfer encoding hid; empty for a multipart
 */
public record Part(Headers headers, ContentType type, ContentType disposition, List<Part> children, byte[] content) {
    static final byte[] NONE = {};
    static final int MOST_TYPES = 5;

    static Part leaf(Headers headers, byte[] content) {
        return new Part(headers, typeOf(headers), dispositionOf(headers), List.of(), content);
    }

    static Part multipart(Headers headers, List<Part> children) {
        return new Part(headers, typeOf(headers), dispositionOf(headers), children, NONE);
    }

    /** Of a multipart that has no parts. */
    static Part text(Headers headers, byte[] content) {
        ContentType type = typesOf(headers)
                .filter(ContentType::isText)
                .findFirst()
                .orElse(new ContentType("text/plain", typeOf(headers).parameters()));
        return new Part(headers, type, dispositionOf(headers), List.of(), content);
    }

    public boolean isMultipart() {
        return !children.isEmpty();
    }

    /** The name that the sender gave it: of the disposition, else of the type; decoded, on one line, or empty. */
    public String name() {
        return headers.hasFallback() ? name(dispositionOf(headers), typeOf(headers)) : name(disposition, type);
    }

    private static String name(ContentType disposition, ContentType type) {
        return Headers.oneLine(disposition
                .parameter("filename")
                .or(() -> disposition.parameter("name"))
                .or(() -> type.parameter("name"))
                .or(() -> type.parameter("filename"))
                .orElse(""));
    }

    /** Without its angle brackets, or empty. */
    public String contentId() {
        String id = headers.raw("Content-ID").strip();
        if (id.startsWith("<")) {
            id = id.substring(1);
        }
        return id.endsWith(">") ? id.substring(0, id.length() - 1) : id;
    }

    /** The content as text, in the charset that it says or seems to be in. */
    public String text() {
        return Charsets.decode(content, charset());
    }

    /** A page may name one itself, which counts where the mail names none, or one that the page cannot be in. */
    private String charset() {
        String declared = type.parameter("charset").orElse(null);
        if (!type.is("text/html")) {
            return declared;
        }
        return MetaCharset.in(content)
                .filter(own -> !own.equalsIgnoreCase(declared) && !Charsets.fits(content, declared))
                .orElse(declared);
    }

    static ContentType typeOf(Headers headers) {
        return typesOf(headers)
                .reduce((first, next) -> next.overrules(first) ? next : first)
                .orElseGet(() -> new ContentType("text/plain", Map.of()));
    }

    private static Stream<ContentType> typesOf(Headers headers) {
        return headers.all("Content-Type").stream()
                .limit(MOST_TYPES)
                .map(ContentType::parse)
                .map(type -> switch (type.value()) {
                    case "", "text", "plain" -> new ContentType("text/plain", type.parameters());
                    case "html" -> new ContentType("text/html", type.parameters());
                    default -> type;
                });
    }

    private static ContentType dispositionOf(Headers headers) {
        return ContentType.parse(
                headers.raw("Content-Disposition").toLowerCase(Locale.ROOT).startsWith("filename")
                        ? "attachment; " + headers.raw("Content-Disposition")
                        : headers.raw("Content-Disposition"));
    }
}
