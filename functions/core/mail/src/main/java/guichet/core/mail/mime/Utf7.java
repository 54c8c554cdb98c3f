package guichet.core.mail.mime;

import java.nio.charset.StandardCharsets;

/** RFC 2152, still sent by a few old clients; the JDK has no decoder for it. Broken runs are dropped. */
final class Utf7 {
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private Utf7() {}

    static String decode(byte[] bytes) {
        String in = new String(bytes, StandardCharsets.ISO_8859_1);
        var out = new StringBuilder(in.length());
        for (int i = 0; i < in.length(); i++) {
            if (in.charAt(i) != '+') {
                out.append(in.charAt(i));
                continue;
            }
            int end = i + 1;
            int bits = 0;
            int held = 0;
            for (; end < in.length() && BASE64.indexOf(in.charAt(end)) >= 0; end++) {
                held = held << 6 | BASE64.indexOf(in.charAt(end));
                bits += 6;
                if (bits >= 16) {
                    bits -= 16;
                    out.append((char) (held >> bits));
                    held &= (1 << bits) - 1;
                }
            }
            if (end == i + 1) {
                out.append('+');
            }
            i = end < in.length() && in.charAt(end) == '-' ? end : end - 1;
        }
        return out.toString();
    }
}
