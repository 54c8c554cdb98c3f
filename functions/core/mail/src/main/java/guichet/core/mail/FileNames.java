package guichet.core.mail;

import guichet.core.mail.mime.Part;
import java.util.Locale;
import java.util.Map;

/** Names for files that came without one, and types for those whose container names none. */
final class FileNames {
    private static final Map<String, String> EXTENSIONS = Map.ofEntries(
            Map.entry("text/plain", "txt"),
            Map.entry("text/html", "html"),
            Map.entry("text/csv", "csv"),
            Map.entry("text/calendar", "ics"),
            Map.entry("text/vcard", "vcf"),
            Map.entry("text/x-vcard", "vcf"),
            Map.entry("text/xml", "xml"),
            Map.entry("text/rtf", "rtf"),
            Map.entry("application/pdf", "pdf"),
            Map.entry("application/zip", "zip"),
            Map.entry("application/msword", "doc"),
            Map.entry("application/rtf", "rtf"),
            Map.entry("application/vnd.ms-excel", "xls"),
            Map.entry("application/json", "json"),
            Map.entry("application/xml", "xml"),
            Map.entry("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
            Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
            Map.entry("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
            Map.entry("application/pkcs7-mime", "p7m"),
            Map.entry("application/x-pkcs7-mime", "p7m"),
            Map.entry("application/pkcs7-signature", "p7s"),
            Map.entry("application/x-pkcs7-signature", "p7s"),
            Map.entry("application/pgp-signature", "asc"),
            Map.entry("application/pgp-encrypted", "asc"),
            Map.entry("application/pgp-keys", "asc"),
            Map.entry("image/jpeg", "jpg"),
            Map.entry("image/jpg", "jpg"),
            Map.entry("image/png", "png"),
            Map.entry("image/gif", "gif"),
            Map.entry("image/svg+xml", "svg"),
            Map.entry("image/webp", "webp"),
            Map.entry("image/tiff", "tif"),
            Map.entry("image/bmp", "bmp"),
            Map.entry("image/heic", "heic"),
            Map.entry("audio/mpeg", "mp3"),
            Map.entry("audio/wav", "wav"),
            Map.entry("audio/x-wav", "wav"),
            Map.entry("audio/mp4", "m4a"),
            Map.entry("audio/ogg", "ogg"),
            Map.entry("video/mp4", "mp4"),
            Map.entry("video/quicktime", "mov"),
            Map.entry("message/delivery-status", "txt"),
            Map.entry("message/disposition-notification", "txt"),
            Map.entry("text/rfc822-headers", "txt"));

    private FileNames() {}

    /**
     * What else names a part: its Content-Location, or the start of a Content-ID such as {@code image001.png@01DA2B};
     * else its type.
     */
    static String forPart(Part part) {
        String location = part.headers().decoded("Content-Location");
        if (looksLikeName(location)) {
            return location;
        }
        int at = part.contentId().indexOf('@');
        String id = at < 0 ? "" : part.contentId().substring(0, at);
        return looksLikeName(id) ? id : forType(part.type().value());
    }

    private static boolean looksLikeName(String s) {
        int dot = s.lastIndexOf('.');
        return dot > 0
                && s.length() - dot >= 3
                && s.length() - dot <= 6
                && s.length() < 200
                && s.indexOf('/') < 0
                && s.indexOf(':') < 0
                && s.substring(dot + 1).chars().allMatch(Character::isLetterOrDigit)
                && s.substring(dot + 1).chars().anyMatch(Character::isLetter);
    }

    private static String forType(String type) {
        String extension = EXTENSIONS.getOrDefault(type, "bin");
        int slash = type.indexOf('/');
        String stem = switch (slash < 0 ? "" : type.substring(0, slash)) {
            case "image" -> "image";
            case "audio" -> "audio";
            case "video" -> "video";
            case "text" -> type.equals("text/calendar") ? "calendar" : "document";
            default ->
                switch (type) {
                    case "message/delivery-status" -> "delivery-status";
                    case "message/disposition-notification" -> "disposition-notification";
                    case "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature" ->
                        "signature";
                    default -> "attachment";
                };
        };
        return stem + "." + extension;
    }

    static String typeOf(String name) {
        int dot = name.lastIndexOf('.');
        String extension = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        for (var entry : EXTENSIONS.entrySet()) {
            if (entry.getValue().equals(extension)
                    && !entry.getKey().startsWith("message/")
                    && !entry.getKey().contains("x-")) {
                return entry.getKey();
            }
        }
        return "application/octet-stream";
    }
}
