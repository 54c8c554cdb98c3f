package guichet.core.mail.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * RFC 2047 as clients write it: words with spaces inside, glued to text, within quotes, without padding, cut in the
 * middle of a character. Neighbouring words of one charset are joined as bytes before they are decoded.
 */
public final class EncodedWords {
    private static final int MOST_WORDS = 1_000;

    private EncodedWords() {}

    public static String decode(String text) {
        if (text == null || text.indexOf("=?") < 0) {
            return text;
        }
        var out = new StringBuilder(text.length());
        var pending = new ByteArrayOutputStream();
        String charset = null;
        String carry = "";
        int at = 0;
        int words = 0;
        int lastEnd = text.lastIndexOf("?=");
        while (at < text.length()) {
            int start = text.indexOf("=?", at);
            Word word = start < 0 || start >= lastEnd || ++words > MOST_WORDS ? null : Word.at(text, start);
            if (word == null) {
                finish(pending, carry, charset, out);
                carry = "";
                charset = null;
                int next = start < 0 ? text.length() : start + 2;
                out.append(text, at, next);
                at = next;
                continue;
            }
            boolean adjacent = charset != null && text.substring(at, start).isBlank();
            if (!adjacent || !charset.equalsIgnoreCase(word.charset) || word.base64 == null) {
                pending.writeBytes(base64(carry));
                carry = "";
                if (!adjacent || !charset.equalsIgnoreCase(word.charset)) {
                    flush(pending, charset, out);
                }
            }
            if (!adjacent) {
                out.append(text, at, start);
            }
            charset = word.charset;
            if (word.base64 == null) {
                pending.writeBytes(word.bytes);
            } else { // some clients cut within a group of four
                String joined = carry + word.base64;
                int whole = joined.endsWith("=") ? joined.length() : joined.length() / 4 * 4;
                pending.writeBytes(base64(joined.substring(0, whole)));
                carry = joined.substring(whole);
            }
            at = word.end;
        }
        finish(pending, carry, charset, out);
        return out.toString();
    }

    private static byte[] base64(String text) {
        return TransferEncoding.base64(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void finish(ByteArrayOutputStream pending, String carry, String charset, StringBuilder out) {
        pending.writeBytes(base64(carry));
        flush(pending, charset, out);
    }

    private static void flush(ByteArrayOutputStream pending, String charset, StringBuilder out) {
        if (pending.size() == 0) {
            return;
        }
        out.append(Charsets.decodeWords(pending.toByteArray(), charset));
        pending.reset();
    }

    private record Word(String charset, String base64, byte[] bytes, int end) {

        static Word at(String text, int start) {
            int charsetEnd = text.indexOf('?', start + 2);
            if (charsetEnd < 0
                    || charsetEnd - start > 62
                    || charsetEnd + 2 >= text.length()
                    || text.charAt(charsetEnd + 2) != '?') {
                return null;
            }
            int from = charsetEnd + 3;
            int end = text.indexOf("?=", from);
            if (end < 0) {
                return null;
            }
            String charset = text.substring(start + 2, charsetEnd);
            if (charset.isBlank() || charset.indexOf(' ') >= 0) {
                return null;
            }
            int language = charset.indexOf('*'); // RFC 2231, section 5
            if (language > 0) {
                charset = charset.substring(0, language);
            }
            String body = text.substring(from, end);
            return switch (text.charAt(charsetEnd + 1)) {
                case 'B', 'b' -> new Word(charset, body.replaceAll("\\s+", ""), null, end + 2);
                case 'Q', 'q' -> new Word(charset, null, quoted(body), end + 2);
                default -> null;
            };
        }

        private static byte[] quoted(String body) {
            var out = new ByteArrayOutputStream(body.length());
            for (int i = 0; i < body.length(); i++) {
                char c = body.charAt(i);
                if (c == '=' && i + 2 < body.length() && hex(body, i + 1) >= 0) {
                    out.write(hex(body, i + 1));
                    i += 2;
                } else if (c > 127) {
                    out.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
                } else {
                    out.write(c == '_' ? ' ' : c);
                }
            }
            return out.toByteArray();
        }

        private static int hex(String s, int at) {
            int high = Character.digit(s.charAt(at), 16);
            int low = Character.digit(s.charAt(at + 1), 16);
            return high < 0 || low < 0 ? -1 : high << 4 | low;
        }
    }
}
