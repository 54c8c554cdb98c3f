package guichet.core.mail;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Message-ID, In-Reply-To and References (RFC 5322, section 3.6.4): the ids without angle brackets, in their order. */
final class MessageIds {
    private static final int LONGEST = 500;

    private MessageIds() {}

    /** The id of a header that holds one; broken clients leave the brackets out. */
    static String one(String header) {
        List<String> ids = all(header, 1);
        if (!ids.isEmpty()) {
            return ids.getFirst();
        }
        String bare = header.strip();
        return bare.isEmpty() || bare.indexOf(' ') >= 0 || bare.length() > LONGEST
                ? ""
                : bare.replace("<", "").replace(">", "");
    }

    static List<String> all(String header, int most) {
        var ids = new LinkedHashSet<String>();
        int at = 0;
        while (ids.size() < most) {
            int open = header.indexOf('<', at);
            int close = open < 0 ? -1 : header.indexOf('>', open);
            if (close < 0) {
                break;
            }
            String id = header.substring(open + 1, close).replaceAll("\\s+", "");
            if (!id.isEmpty() && id.length() <= LONGEST) {
                ids.add(id);
            }
            at = close + 1;
        }
        if (ids.isEmpty()) {
            for (String token : header.replaceAll("[<>]", "").split("[\\s,]+")) {
                if (ids.size() < most && token.indexOf('@') > 0 && token.length() <= LONGEST) {
                    ids.add(token);
                }
            }
        }
        return new ArrayList<>(ids);
    }

    /** References can grow without bound; the first names the thread, the last are the nearest. */
    static List<String> references(String header, int most) {
        List<String> all = all(header, 10_000);
        if (all.size() <= most) {
            return all;
        }
        var kept = new ArrayList<String>();
        kept.add(all.getFirst());
        kept.addAll(all.subList(all.size() - most + 1, all.size()));
        return kept;
    }
}
