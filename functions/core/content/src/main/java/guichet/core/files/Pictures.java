package guichet.core.files;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Files that a browser shows as a picture and as nothing else. No SVG: it is a document, with all that documents can
 * do.
 */
public final class Pictures {
    private static final Map<String, String> BY_TYPE = Map.ofEntries(
            Map.entry("image/png", "image/png"),
            Map.entry("image/x-png", "image/png"),
            Map.entry("image/jpeg", "image/jpeg"),
            Map.entry("image/jpg", "image/jpeg"),
            Map.entry("image/pjpeg", "image/jpeg"),
            Map.entry("image/gif", "image/gif"),
            Map.entry("image/webp", "image/webp"),
            Map.entry("image/avif", "image/avif"),
            Map.entry("image/bmp", "image/bmp"),
            Map.entry("image/x-ms-bmp", "image/bmp"));
    private static final Map<String, String> BY_EXTENSION = Map.of(
            "png",
            "image/png",
            "jpg",
            "image/jpeg",
            "jpeg",
            "image/jpeg",
            "gif",
            "image/gif",
            "webp",
            "image/webp",
            "bmp",
            "image/bmp");

    private Pictures() {}

    /** The media type to show it as; by its name only where its sender named no type. Empty for what is no picture. */
    public static Optional<String> type(String declared, String name) {
        String type = declared.toLowerCase(Locale.ROOT);
        if (!type.equals("application/octet-stream")) {
            return Optional.ofNullable(BY_TYPE.get(type));
        }
        return Optional.ofNullable(
                BY_EXTENSION.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)));
    }
}
