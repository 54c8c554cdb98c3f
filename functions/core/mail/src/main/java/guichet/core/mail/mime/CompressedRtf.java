package guichet.core.mail.mime;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** MS-OXRTFCP: how Outlook packs the RTF of a mail. What is broken gives what comes before the break. */
final class CompressedRtf {
    private static final int PACKED = 0x75465A4C;
    private static final int PLAIN = 0x414C454D;
    private static final int HEADER = 16;
    private static final int WINDOW = 4_096;
    private static final int LONGEST = 4_000_000;
    /** What the window holds at first (section 2.1.2.1). */
    private static final byte[] BEGINNING = ("{\\r"
                    + "tf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript"
                    + " \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\r"
                    + "ed0\\green0\\blue0\r\n"
                    + "\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx")
            .getBytes(StandardCharsets.US_ASCII);

    private CompressedRtf() {}

    static byte[] unpack(byte[] in) {
        if (in.length < HEADER) {
            return Part.NONE;
        }
        int size = Math.clamp(int32(in, 4), 0, LONGEST);
        return switch (int32(in, 8)) {
            case PLAIN -> Arrays.copyOfRange(in, HEADER, HEADER + Math.min(size, in.length - HEADER));
            case PACKED -> unpack(in, (int) Math.min(size, 9L * in.length)); // two bytes stand for seventeen at most
            default -> Part.NONE;
        };
    }

    private static byte[] unpack(byte[] in, int size) {
        byte[] window = Arrays.copyOf(BEGINNING, WINDOW);
        byte[] out = new byte[size];
        int n = 0;
        int control = 0;
        for (int at = HEADER, token = 0; at < in.length && n < size; token++) {
            if (token % 8 == 0) {
                control = in[at++];
                if (at == in.length) {
                    break;
                }
            }
            boolean literal = (control >> token % 8 & 1) == 0;
            if (!literal && at + 1 == in.length) {
                break;
            }
            int reference = literal ? 0 : (in[at] & 0xFF) << 8 | in[at + 1] & 0xFF;
            int from = reference >> 4;
            if (!literal && from == (BEGINNING.length + n) % WINDOW) {
                break;
            }
            int length = literal ? 1 : (reference & 0xF) + 2;
            for (int i = 0; i < length && n < size; i++, n++) {
                byte b = literal ? in[at] : window[(from + i) % WINDOW];
                window[(BEGINNING.length + n) % WINDOW] = b;
                out[n] = b;
            }
            at += literal ? 1 : 2;
        }
        return Arrays.copyOf(out, n);
    }

    private static int int32(byte[] in, int at) {
        return in[at] & 0xFF | (in[at + 1] & 0xFF) << 8 | (in[at + 2] & 0xFF) << 16 | (in[at + 3] & 0xFF) << 24;
    }
}
