package guichet.core.mail.mime;

import java.util.Arrays;

/**
 * Line ends that a gateway spoiled on the way: CR CR LF, or CR alone. Only the headers tell, as a file that came as it
 * is may hold any bytes; where they are right nothing is touched.
 */
final class LineEnds {
    private LineEnds() {}

    /** The very same bytes where the headers end as they should. */
    static byte[] mend(byte[] mail) {
        int line = 0;
        while (line < mail.length) {
            int end = line;
            int doubled = -1;
            while (end < mail.length && mail[end] != '\n') {
                if (doubled < 0 && end > line && mail[end] == '\r' && mail[end - 1] == '\r') {
                    doubled = end;
                }
                end++;
            }
            if (doubled >= 0 && !isReturns(mail, doubled, end) && areFields(mail, line, doubled - 1)) {
                return fromReturns(mail, line);
            }
            if (isReturns(mail, line, end)) {
                return end - line < 2 || end == mail.length ? mail : withoutDoubled(mail);
            }
            line = end + 1;
        }
        return mail;
    }

    private static boolean isReturns(byte[] mail, int from, int to) {
        for (int i = from; i < to; i++) {
            if (mail[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    /** Several, each of which begins as a header does or goes on with one. */
    private static boolean areFields(byte[] mail, int from, int to) {
        int fields = 0;
        for (int at = from; at < to; at++) {
            int end = at;
            while (end < to && mail[end] != '\r') {
                end++;
            }
            if (mail[at] != ' ' && mail[at] != '\t') {
                if (!MimeMessage.startsHeader(mail, at)) {
                    return false;
                }
                fields++;
            }
            at = end;
        }
        return fields > 1;
    }

    /** Every CR that stands alone is a line end from there on. */
    private static byte[] fromReturns(byte[] mail, int from) {
        byte[] mended = mail.clone();
        for (int i = from; i < mended.length; i++) {
            if (mended[i] == '\r' && (i + 1 == mended.length || mended[i + 1] != '\n')) {
                mended[i] = '\n';
            }
        }
        return mended;
    }

    private static byte[] withoutDoubled(byte[] mail) {
        byte[] mended = new byte[mail.length];
        int n = 0;
        for (byte b : mail) {
            if (b == '\n') {
                while (n > 1 && mended[n - 1] == '\r' && mended[n - 2] == '\r') {
                    n--;
                }
            }
            mended[n++] = b;
        }
        return Arrays.copyOf(mended, n);
    }
}
