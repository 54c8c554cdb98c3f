package guichet.core.mail.reply;

import java.util.Arrays;
import java.util.Optional;

/**
 * The mail that a text passes on, by the header block that clients write above it.
 *
 * @param from what the block says of its sender, as it stands
 * @param subject as it stands; empty where the block has none
 * @param above what whoever passes it on wrote themselves
 * @param marked whether a line says that a mail is passed on, as no reply's quotation does
 */
public record PassedOn(String from, String subject, String above, String text, boolean marked) {
    private static final int MOST_LINES = 5_000;

    public static Optional<PassedOn> find(String whole) {
        String[] lines = unquoted(whole.split("\n", MOST_LINES));
        Kind[] kinds = Lines.classify(lines);
        int start = 0;
        while (start < kinds.length && kinds[start] != Kind.HEADER) {
            start++;
        }
        int end = start;
        while (end < kinds.length && kinds[end] == Kind.HEADER) {
            end++;
        }
        int above = start;
        while (above > 0 && (kinds[above - 1] == Kind.EMPTY || kinds[above - 1] == Kind.ATTRIBUTION)) {
            above--;
        }
        String from = "";
        String subject = "";
        for (int i = start; i < end; i++) {
            if (from.isEmpty() && HeaderBlock.isFrom(lines[i])) {
                from = HeaderBlock.valueOf(lines[i]);
            } else if (subject.isEmpty() && HeaderBlock.isSubject(lines[i])) {
                subject = HeaderBlock.valueOf(lines[i]);
            }
        }
        if (from.isEmpty()) {
            return Optional.empty();
        }
        boolean marked = Arrays.stream(lines, above, start).anyMatch(Separators::isForward);
        return Optional.of(
                new PassedOn(from, subject, joined(lines, 0, above), joined(lines, end, lines.length), marked));
    }

    /** Apple Mail quotes what it passes on. */
    private static String[] unquoted(String[] lines) {
        int marker = 0;
        while (marker < lines.length && !Separators.isForward(lines[marker])) {
            marker++;
        }
        for (int i = marker + 1; i < lines.length && (lines[i].isBlank() || lines[i].startsWith(">")); i++) {
            lines[i] = lines[i].replaceFirst("^> ?", "");
        }
        return lines;
    }

    private static String joined(String[] lines, int from, int to) {
        return String.join("\n", Arrays.copyOfRange(lines, from, to)).strip();
    }
}
