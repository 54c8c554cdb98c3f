package guichet.core.mail.mime;

import java.util.Arrays;
import java.util.Locale;

/**
 * Content-Transfer-Encoding (RFC 2045, section 6), lenient: what is no part of the encoding is passed over, never an
 * error.
 */
final class TransferEncoding {
    private static final byte[] VALUES = new byte[256];

    static {
        Arrays.fill(VALUES, (byte) -1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < 64; i++) {
            VALUES[alphabet.charAt(i)] = (byte) i;
        }
    }

    private TransferEncoding() {}

    /** @param text whether people read it: gateways and mailing lists add clear lines to what they do not look into */
    static byte[] decode(byte[] raw, String encoding, boolean text) {
        String name = encoding == null ? "" : encoding.toLowerCase(Locale.ROOT);
        if (name.contains("base64")) {
            return text ? Base64Text.decode(raw) : isForeign(raw) ? raw : base64(raw);
        }
        if (name.contains("quoted-printable")) {
            return quotedPrintable(raw);
        }
        if (name.contains("uue") || name.contains("uuencode")) {
            return Uuencode.first(raw).map(Uuencode.File::content).orElse(raw);
        }
        return raw;
    }

    /** A file that was never encoded, whatever its header says. */
    private static boolean isForeign(byte[] in) {
        int foreign = 0;
        for (byte b : in) {
            if (b < 0 || b < ' ' && b != '\r' && b != '\n' && b != '\t') {
                foreign++;
            }
        }
        return foreign > in.length / 4;
    }

    static boolean isBase64(byte b) {
        return VALUES[b & 0xFF] >= 0;
    }

    /** Ignores foreign bytes; a padded group may be followed by more. */
    static byte[] base64(byte[] in) {
        byte[] out = new byte[in.length / 4 * 3 + 3];
        return Arrays.copyOf(out, base64(in, 0, in.length, out, 0));
    }

    /** Decodes a range to a place in {@code out}; answers where that ends. */
    static int base64(byte[] in, int from, int to, byte[] out, int at) {
        int n = at;
        int held = 0;
        int bits = 0;
        for (int i = from; i < to; i++) {
            int value = VALUES[in[i] & 0xFF];
            if (value < 0) {
                if (in[i] == '=') {
                    held = 0;
                    bits = 0;
                }
                continue;
            }
            held = held << 6 | value;
            bits += 6;
            if (bits >= 8) {
                bits -= 8;
                out[n++] = (byte) (held >> bits);
            }
        }
        return n;
    }

    /** A "=" that starts no pair of hex digits stands for itself; blanks before a line end are transport padding. */
    static byte[] quotedPrintable(byte[] in) {
        byte[] out = new byte[in.length];
        int n = 0;
        for (int i = 0; i < in.length; i++) {
            byte b = in[i];
            if (b == '=') {
                int soft = softBreak(in, i + 1);
                if (soft > 0) {
                    i = soft - 1;
                    continue;
                }
                int high = i + 1 < in.length ? Character.digit(in[i + 1], 16) : -1;
                int low = i + 2 < in.length ? Character.digit(in[i + 2], 16) : -1;
                if (high >= 0 && low >= 0) {
                    out[n++] = (byte) (high << 4 | low);
                    i += 2;
                    continue;
                }
            } else if (b == '\n') {
                int end = n;
                boolean cr = end > 0 && out[end - 1] == '\r';
                if (cr) {
                    end--;
                }
                int kept = end;
                // Only literal blanks can end a line: encoded ones were written on purpose, but none can be told apart
                // here.
                while (kept > 0
                        && i - 1 - (cr ? 1 : 0) - (end - kept) >= 0
                        && (out[kept - 1] == ' ' || out[kept - 1] == '\t')
                        && in[i - 1 - (cr ? 1 : 0) - (end - kept)] == out[kept - 1]) {
                    kept--;
                }
                n = kept;
                if (cr) {
                    out[n++] = '\r';
                }
            }
            out[n++] = b;
        }
        return Arrays.copyOf(out, n);
    }

    /** Where the text goes on after a soft line break whose "=" ends at {@code at}, or -1. */
    private static int softBreak(byte[] in, int at) {
        int i = at;
        while (i < in.length && (in[i] == ' ' || in[i] == '\t')) {
            i++;
        }
        if (i == in.length) {
            return i;
        }
        if (in[i] == '\r') {
            return i + 1 < in.length && in[i + 1] == '\n' ? i + 2 : i + 1;
        }
        return in[i] == '\n' ? i + 1 : -1;
    }
}
