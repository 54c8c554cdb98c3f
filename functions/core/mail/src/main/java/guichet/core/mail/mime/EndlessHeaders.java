package guichet.core.mail.mime;

import java.util.Arrays;

/**
 * More lines of headers than any mail has. What comes after them is taken for the text, so that nothing of it is lost:
 * one by one they would cost seconds, since Mime4j throws an exception for each line that is no header.
 */
final class EndlessHeaders {
    private static final int MOST_LINES = 20_000;

    private EndlessHeaders() {}

    /** The very same bytes where the headers end in time. */
    static byte[] end(byte[] mail) {
        int lines = 0;
        for (int at = 0; at + 1 < mail.length; at++) {
            if (mail[at] != '\n') {
                continue;
            }
            if (mail[at + 1] == '\n' || mail[at + 1] == '\r') {
                return mail;
            }
            if (++lines == MOST_LINES) {
                return withBlankLine(mail, at + 1);
            }
        }
        return mail;
    }

    private static byte[] withBlankLine(byte[] mail, int at) {
        byte[] ended = Arrays.copyOf(mail, mail.length + 2);
        ended[at] = '\r';
        ended[at + 1] = '\n';
        System.arraycopy(mail, at, ended, at + 2, mail.length - at);
        return ended;
    }
}
