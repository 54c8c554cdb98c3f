package guichet.core.files;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** A file name that Windows, macOS, Linux, S3 and a Content-Disposition header take, still readable. */
public final class SafeName {
    private static final int MOST_BYTES = 180;
    private static final Set<String> RESERVED = Set.of(
            "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1",
            "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

    private SafeName() {}

    public static String of(String name) {
        String s = Normalizer.normalize(name, Normalizer.Form.NFC);
        int slash = Math.max(s.lastIndexOf('/'), s.lastIndexOf('\\'));
        if (slash >= 0 && slash < s.length() - 1 && looksLikePath(s)) {
            s = s.substring(slash + 1);
        }
        var out = new StringBuilder(s.length());
        s.codePoints().forEach(c -> {
            if (isUnsafe(c)) {
                out.append('_');
            } else if (Character.getType(c) != Character.FORMAT) {
                out.appendCodePoint(c);
            }
        });
        String safe = trimEnds(out.toString());
        int dot = safe.indexOf('.');
        if (RESERVED.contains((dot < 0 ? safe : safe.substring(0, dot)).toLowerCase(Locale.ROOT))) {
            safe = "_" + safe;
        }
        safe = shorten(safe);
        return safe.isEmpty() ? "file" : safe;
    }

    /** {@code C:\Users\…\x.pdf} or {@code ../../x}: only the last step is a name. */
    private static boolean looksLikePath(String s) {
        return s.startsWith("/")
                || s.startsWith("\\")
                || s.startsWith("..")
                || s.length() > 2 && s.charAt(1) == ':' && Character.isLetter(s.charAt(0));
    }

    private static boolean isUnsafe(int c) {
        return c < ' '
                || c == 127
                || "<>:\"/\\|?*;%".indexOf(c) >= 0
                || c >= 0x80 && c < 0xA0
                || Character.isSurrogate((char) c) && c <= 0xFFFF
                || c == '\u2028'
                || c == '\u2029';
    }

    private static String trimEnds(String s) {
        int start = 0;
        int end = s.length();
        while (start < end && (s.charAt(start) == ' ' || s.charAt(start) == '.')) {
            start++;
        }
        while (end > start && (s.charAt(end - 1) == ' ' || s.charAt(end - 1) == '.')) {
            end--;
        }
        return s.substring(start, end);
    }

    /** Keeps the extension. */
    private static String shorten(String s) {
        if (bytes(s) <= MOST_BYTES) {
            return s;
        }
        int dot = s.lastIndexOf('.');
        String extension = dot > 0 && s.length() - dot <= 12 ? s.substring(dot) : "";
        String stem = s.substring(0, s.length() - extension.length());
        while (!stem.isEmpty() && bytes(stem) > MOST_BYTES - bytes(extension)) {
            int cut = Math.max(0, stem.length() - Math.max(1, (bytes(stem) - MOST_BYTES + bytes(extension)) / 4));
            if (cut > 0 && Character.isLowSurrogate(stem.charAt(cut))) {
                cut--;
            }
            stem = stem.substring(0, cut);
        }
        return trimEnds(stem + extension);
    }

    private static int bytes(String s) {
        return s.getBytes(StandardCharsets.UTF_8).length;
    }
}
