package guichet.core.mail.mime;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * UTF-8 that may be broken here and there. Letters of several bytes are no accident: among them a stray byte is Western
 * European, and one that the end cut off is none. Bytes are counted before any is copied, as a text may take a fifth of
 * the memory.
 */
public final class Utf8 {
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final byte[] UNKNOWN = "\uFFFD".getBytes(StandardCharsets.UTF_8);
    private static final byte[][] STRAY = new byte[256][];
    private static final int BROKEN = 0;
    private static final int CUT_OFF = -1;

    static {
        for (int b = 0; b < 256; b++) {
            STRAY[b] = new String(new byte[] {(byte) b}, WESTERN).getBytes(StandardCharsets.UTF_8);
        }
    }

    private Utf8() {}

    public static boolean isValid(byte[] bytes) {
        for (int i = 0; i < bytes.length; ) {
            int length = letter(bytes, i);
            if (length <= 0) {
                return false;
            }
            i += length;
        }
        return true;
    }

    /** Empty if no more than so many letters per stray byte are of several bytes: it is no UTF-8. */
    static Optional<String> mended(byte[] bytes, int lettersPerStray) {
        int letters = 0;
        int strays = 0;
        int size = 0;
        for (int i = 0; i < bytes.length; ) {
            int length = letter(bytes, i);
            if (length > 1) {
                letters++;
            }
            if (length == BROKEN) {
                strays++;
            }
            size += length == BROKEN ? STRAY[bytes[i] & 0xFF].length : length == CUT_OFF ? UNKNOWN.length : length;
            i = next(bytes, i, length);
        }
        return letters > strays * lettersPerStray
                ? Optional.of(new String(mended(bytes, new byte[size]), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private static byte[] mended(byte[] bytes, byte[] out) {
        int n = 0;
        for (int i = 0; i < bytes.length; ) {
            int length = letter(bytes, i);
            if (length > 0) {
                System.arraycopy(bytes, i, out, n, length);
                n += length;
            } else {
                byte[] instead = length == CUT_OFF ? UNKNOWN : STRAY[bytes[i] & 0xFF];
                System.arraycopy(instead, 0, out, n, instead.length);
                n += instead.length;
            }
            i = next(bytes, i, length);
        }
        return out;
    }

    private static int next(byte[] bytes, int at, int length) {
        return length == CUT_OFF ? bytes.length : at + Math.max(1, length);
    }

    /** How many bytes the letter at that place has (RFC 3629, section 4). */
    private static int letter(byte[] bytes, int at) {
        int lead = bytes[at] & 0xFF;
        if (lead < 0x80) {
            return 1;
        }
        int length = lead < 0xC2 || lead > 0xF4 ? BROKEN : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        for (int i = 1; i < length; i++) {
            if (at + i == bytes.length) {
                return CUT_OFF;
            }
            int next = bytes[at + i] & 0xFF;
            int least = i > 1 ? 0x80 : lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
            int most = i > 1 ? 0xBF : lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
            if (next < least || next > most) {
                return BROKEN;
            }
        }
        return length;
    }
}
