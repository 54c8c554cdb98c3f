package guichet.core.mail.mime;

import java.util.Arrays;

/**
 * Base64 that may not be all of a text: gateways put their warning before it and mailing lists their footer behind it,
 * in clear, and some clients only say that they encode. A single word could be either; it is what the lines around it
 * are.
 */
final class Base64Text {
    /** So many letters of the alphabet in a row are no word. */
    private static final int ENCODED = 24;
    /** A blank in place of a line end stands behind a whole line, one in a sentence behind a word. */
    private static final int LONGEST_WORD = 20;

    private static final boolean[] PUNCTUATION = new boolean[128];

    static {
        for (char mark : ".,:;'()<>@?\"".toCharArray()) {
            PUNCTUATION[mark] = true;
        }
    }

    private enum Kind {
        CLEAR,
        ENCODED,
        WORD
    }

    /** Lines up to a blank or a padded one, all of them clear or none; the blank lines before them are theirs. */
    private record Block(int start, int end, Kind kind) {}

    private final byte[] in;

    private Base64Text(byte[] in) {
        this.in = in;
    }

    static byte[] decode(byte[] in) {
        var text = new Base64Text(in);
        boolean anyClear = text.has(Kind.CLEAR);
        byte[] decoded = text.decode(anyClear);
        boolean onlyWords = !anyClear && !text.has(Kind.ENCODED);
        return onlyWords && hasControls(decoded) ? in : decoded;
    }

    private boolean has(Kind kind) {
        for (Block block = block(0); block.start < in.length; block = block(block.end)) {
            if (block.kind == kind) {
                return true;
            }
        }
        return false;
    }

    private byte[] decode(boolean anyClear) {
        var out = new byte[in.length + 1];
        int n = 0;
        Kind before = null;
        for (Block block = block(0); block.start < in.length; block = block(block.end)) {
            int at = block.start;
            Kind kind = block.kind != Kind.WORD ? block.kind : anyClear ? Kind.CLEAR : Kind.ENCODED;
            if (kind == Kind.CLEAR) {
                if (before == Kind.ENCODED && n > 0 && out[n - 1] != '\n') {
                    out[n++] = '\n';
                }
                System.arraycopy(in, at, out, n, block.end - at);
                n += block.end - at;
            } else {
                while (before == Kind.CLEAR && isBlank(in[at])) {
                    out[n++] = in[at++];
                }
                n = TransferEncoding.base64(in, at, block.end, out, n);
            }
            before = kind;
        }
        return Arrays.copyOf(out, n);
    }

    private Block block(int start) {
        Kind kind = null;
        int at = start;
        while (at < in.length) {
            int end = at;
            while (end < in.length && in[end] != '\n') {
                end++;
            }
            int first = at;
            int last = end;
            while (first < last && isBlank(in[first])) {
                first++;
            }
            while (last > first && isBlank(in[last - 1])) {
                last--;
            }
            boolean empty = first == last;
            Kind here = empty ? null : kind(first, last);
            boolean turns = kind != null && (empty || (here == Kind.CLEAR) != (kind == Kind.CLEAR));
            if (turns) {
                break;
            }
            at = Math.min(end + 1, in.length);
            if (kind == null || here == Kind.ENCODED) {
                kind = here;
            }
            if (kind == Kind.ENCODED && in[last - 1] == '=') {
                break;
            }
        }
        return new Block(start, at, kind == null ? Kind.WORD : kind);
    }

    private Kind kind(int first, int last) {
        boolean clear = false;
        boolean sentence = false;
        boolean letters = false;
        int word = first;
        int run = 0;
        int longest = 0;
        for (int i = first; i < last; i++) {
            byte b = in[i];
            boolean letter = TransferEncoding.isBase64(b) || b == '=';
            letters |= letter;
            run = letter ? run + 1 : 0;
            longest = Math.max(longest, run);
            sentence |= b == ':' || b == ',' || b == '.';
            clear |= b < 0 || PUNCTUATION[b];
            if (isBlank(b)) {
                clear |= i > word && i - word < LONGEST_WORD;
                word = i + 1;
            }
        }
        boolean encoded = longest >= ENCODED;
        if (!letters || sentence || clear && !encoded) { // a link has long words, and dots or a colon
            return Kind.CLEAR;
        }
        return encoded || in[last - 1] == '=' ? Kind.ENCODED : Kind.WORD;
    }

    /** What a word that was never encoded decodes into, and no text holds; UTF-16 and ISO-2022 have two of them. */
    private static boolean hasControls(byte[] text) {
        for (byte b : text) {
            if (b > 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != 0x1B) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBlank(byte b) {
        return b >= 0 && b <= ' ';
    }
}
