package guichet.core.desk.file;

import java.util.Objects;

/**
 * One thing wrong in a file that a person wrote, told so that it can be mended without a manual.
 *
 * @param file the file as the user named it
 * @param line counted from 1; 0 where the file as a whole is meant
 * @param path the keys that lead to the place, such as {@code hours.open.mon-fri[1]}; may be empty
 * @param value the bad value as written; may be empty
 * @param allowed what may stand there instead; may be empty
 * @param message what is wrong, in one line
 */
public record FileProblem(String file, int line, String path, String value, String allowed, String message) {
    private static final int LONGEST_VALUE = 80;

    public FileProblem {
        Objects.requireNonNull(file);
        path = Objects.requireNonNullElse(path, "");
        value = Objects.requireNonNullElse(value, "");
        allowed = Objects.requireNonNullElse(allowed, "");
        Objects.requireNonNull(message);
    }

    /** {@code file:line: path: message: "value" (allowed: …)}, always a single line. */
    @Override
    public String toString() {
        var text = new StringBuilder(file);
        if (line > 0) {
            text.append(':').append(line);
        }
        if (!path.isEmpty()) {
            text.append(": ").append(path);
        }
        text.append(": ").append(message);
        if (!value.isEmpty()) {
            text.append(": \"").append(shown(value)).append('"');
        }
        if (!allowed.isEmpty()) {
            text.append(" (allowed: ").append(allowed).append(')');
        }
        return text.toString().replaceAll("\\p{Cntrl}", " ");
    }

    private static String shown(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
    }
}
