package guichet.core.mail.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Files that stand in a text between {@code begin 644 name} and {@code end}, as old clients and scanners send them. */
public final class Uuencode {
    private static final int MOST_FILES = 50;

    /** What was found, and the text without it. */
    public record Split(String text, List<File> files) {}

    public record File(String name, byte[] content) {}

    private Uuencode() {}

    static Optional<File> first(byte[] raw) {
        List<File> files = split(new String(raw, StandardCharsets.ISO_8859_1)).files();
        return files.isEmpty() ? Optional.empty() : Optional.of(files.getFirst());
    }

    public static Split split(String text) {
        if (!text.startsWith("begin ") && !text.contains("\nbegin ")) {
            return new Split(text, List.of());
        }
        var kept = new StringBuilder(text.length());
        var files = new ArrayList<File>();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String name = files.size() < MOST_FILES ? nameIn(lines[i]) : null;
            int end = name == null ? -1 : endOf(lines, i + 1);
            if (end < 0) {
                kept.append(lines[i]).append(i + 1 < lines.length ? "\n" : "");
                continue;
            }
            var content = new ByteArrayOutputStream();
            for (int line = i + 1; line < end; line++) {
                decodeLine(lines[line], content);
            }
            files.add(new File(name, content.toByteArray()));
            i = end;
        }
        return new Split(kept.toString(), files);
    }

    private static String nameIn(String line) {
        String s = line.stripTrailing();
        if (!s.startsWith("begin ") || s.length() < 11 || s.length() > 300) {
            return null;
        }
        for (int i = 6; i < 9; i++) {
            if (s.charAt(i) < '0' || s.charAt(i) > '7') {
                return null;
            }
        }
        int name = s.indexOf(' ', 6);
        return name < 9 || name > 10 ? null : s.substring(name + 1).strip();
    }

    /** The index of the closing line, if all between has the length that its first character says. */
    private static int endOf(String[] lines, int from) {
        for (int i = from; i < lines.length; i++) {
            String line = stripCr(lines[i]);
            if (line.equals("end")) {
                return i > from ? i : -1;
            }
            if (line.isEmpty() || line.equals("`") || line.isBlank()) {
                continue;
            }
            int bytes = line.charAt(0) - 32 & 63;
            int needed = (bytes + 2) / 3 * 4;
            if (line.charAt(0) < ' ' || line.charAt(0) > '`' || line.length() - 1 > needed + 3) {
                return -1;
            }
        }
        return -1;
    }

    private static void decodeLine(String raw, ByteArrayOutputStream out) {
        String line = stripCr(raw);
        if (line.isEmpty()) {
            return;
        }
        int left = line.charAt(0) - 32 & 63;
        for (int i = 1; left > 0 && i < line.length(); i += 4) {
            int group = 0;
            for (int j = 0; j < 4; j++) {
                group = group << 6 | (i + j < line.length() ? line.charAt(i + j) - 32 & 63 : 0);
            }
            for (int j = 0; j < 3 && left > 0; j++, left--) {
                out.write(group >> 16 - 8 * j);
            }
        }
    }

    private static String stripCr(String line) {
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }
}
