package guichet.core.mail.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.DefaultFieldBuilder;
import org.apache.james.mime4j.stream.RawField;

/**
 * Lines among headers that are none, and which Mime4j passes over. Where no header follows them the blank line before
 * the text was left out, and they are its beginning.
 */
final class StrayLines extends DefaultFieldBuilder {
    private static final int LONGEST = 1024 * 1024;
    /** What a header can be without its colon: its name, and a word. */
    private static final int MOST_WORDS = 2;

    private static final Set<String> NAMES = Set.of(
            "from",
            "to",
            "cc",
            "bcc",
            "reply-to",
            "sender",
            "return-path",
            "subject",
            "date",
            "message-id",
            "in-reply-to",
            "references",
            "received",
            "mime-version",
            "content-type",
            "content-transfer-encoding",
            "content-disposition",
            "content-id",
            "content-description");
    /** More of one word. */
    private static final Set<String> OTHER_NAMES = Set.of(
            "precedence",
            "importance",
            "priority",
            "sensitivity",
            "organization",
            "organisation",
            "comments",
            "keywords",
            "encoding",
            "newsgroups",
            "approved",
            "lines",
            "status",
            "path");

    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

    StrayLines() {
        super(-1);
    }

    void clear() {
        lines.reset();
    }

    /** What precedes the text, each line with its end; empty if nothing does. */
    byte[] take() {
        byte[] taken = isText() ? lines.toByteArray() : Part.NONE;
        lines.reset();
        return taken;
    }

    /** Null for a line that is to be passed over. */
    @Override
    public RawField build() throws MimeException {
        String name = name();
        boolean doubtful = !name.isEmpty() && (lines.size() > 0 || getRaw().byteAt(name.length()) != ':');
        if (name.isEmpty() || doubtful && !isName(name)) {
            keep();
            return null;
        }
        lines.reset();
        return super.build();
    }

    /** What stands before the colon and the blanks before that; empty if it cannot be a name. */
    private String name() {
        int end = 0;
        while (end < getRaw().length()
                && getRaw().byteAt(end) > ' '
                && getRaw().byteAt(end) < 127
                && getRaw().byteAt(end) != ':') {
            end++;
        }
        int colon = end;
        while (colon < getRaw().length() && (getRaw().byteAt(colon) == ' ' || getRaw().byteAt(colon) == '\t')) {
            colon++;
        }
        return colon < getRaw().length() && getRaw().byteAt(colon) == ':'
                ? new String(getRaw().buffer(), 0, end, StandardCharsets.US_ASCII)
                : "";
    }

    private void keep() {
        int length = Math.min(getRaw().length(), LONGEST - lines.size());
        lines.write(getRaw().buffer(), 0, length);
    }

    /** "Note: …" continues a text and "Note : …" may begin one, "X-Note: …" and "Subject : …" do not. */
    static boolean isName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return NAMES.contains(lower) || OTHER_NAMES.contains(lower) || name.indexOf('-') > 0;
    }

    private boolean isText() {
        for (String line : lines.toString(StandardCharsets.ISO_8859_1).split("\r?\n")) {
            String[] words = line.strip().split("\\s+", MOST_WORDS + 1);
            if (words.length > MOST_WORDS
                    || !words[0].isEmpty() && !NAMES.contains(words[0].toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }
}
