package guichet.core.mail.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;

/** RFC 1843: Chinese in seven bits, between {@code ~{} and {@code ~}}; the JDK has no decoder for it. */
final class Hz {
    private static final Charset GB = Charset.forName("gb18030");

    private Hz() {}

    static String decode(byte[] bytes) {
        var out = new ByteArrayOutputStream(bytes.length);
        boolean chinese = false;
        for (int i = 0; i < bytes.length; i++) {
            byte b = bytes[i];
            byte next = i + 1 < bytes.length ? bytes[i + 1] : 0;
            if (b == '~' && (next == '{' || next == '}')) {
                chinese = next == '{';
                i++;
            } else if (b == '~' && !chinese && next == '~') {
                out.write(b);
                i++;
            } else if (b == '~' && isLineEnd(next)) {
                i += next == '\r' && i + 2 < bytes.length && bytes[i + 2] == '\n' ? 2 : 1; // the line goes on
            } else if (chinese && b > ' ' && next > ' ') {
                out.write(b | 0x80);
                out.write(next | 0x80);
                i++;
            } else {
                chinese &= b != '\n'; // a line begins in ASCII
                out.write(b);
            }
        }
        return out.toString(GB);
    }

    private static boolean isLineEnd(byte b) {
        return b == '\r' || b == '\n';
    }
}
