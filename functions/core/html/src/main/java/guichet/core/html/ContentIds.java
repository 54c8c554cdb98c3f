package guichet.core.html;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Content ids as they are compared: a {@code cid:} address is percent-encoded (RFC 2392), and some clients leave the
 * brackets of the header.
 */
public final class ContentIds {
    private ContentIds() {}

    public static String bare(String cid) {
        String id = cid.strip();
        if (id.indexOf('%') >= 0) {
            try {
                id = URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException notEncoded) {
                // then it is meant as it stands
            }
        }
        return id.startsWith("<") && id.endsWith(">") ? id.substring(1, id.length() - 1) : id;
    }
}
