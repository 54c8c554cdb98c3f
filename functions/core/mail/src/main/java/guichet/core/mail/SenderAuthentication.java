package guichet.core.mail;

import guichet.core.mail.mime.Headers;
import guichet.core.text.DomainName;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether the address in From is the sender's own (RFC 8601), as the receiving service saw it: DMARC pass, or SPF or
 * DKIM pass aligned with From's domain (RFC 7489, relaxed). Only the topmost Authentication-Results counts, and only if
 * SES wrote it: whatever stands below came with the mail.
 *
 * @param dmarcFailed DMARC was evaluated and failed, whoever From names: such a mail is not even acknowledged
 * @param reason for people to read
 */
public record SenderAuthentication(boolean authenticated, boolean dmarcFailed, String reason) {
    private static final String AUTHORITY = "amazonses.com";
    private static final String NOT_ONE = "From does not name exactly one sender.";
    /**
     * Second-level names under which registries of two-letter domains register; short, and erring towards "not
     * aligned".
     */
    private static final Set<String> REGISTRY_LABELS = Set.of(
            "co", "com", "net", "org", "gov", "gouv", "edu", "ac", "asso", "or", "ne", "go", "gob", "ltd", "plc", "sch",
            "nhs", "police", "mod", "nom", "tm", "presse", "prd", "mil", "id", "in", "info", "biz", "web", "k12");

    static SenderAuthentication of(Headers headers, List<Mailbox> froms) {
        boolean one = froms.size() == 1 && froms.getFirst().valid();
        String domain = one ? froms.getFirst().domain() : ""; // with which nothing is aligned
        String header = headers.raw("Authentication-Results");
        String[] results = header.split(";", 50);
        if (!authority(results[0]).equals(AUTHORITY)) {
            return no(false, one ? "The receiving service said nothing about the sender." : NOT_ONE);
        }
        boolean spf = false;
        boolean dkim = false;
        boolean failed = false;
        String envelope = "";
        for (int i = 1; i < results.length; i++) {
            String result = withoutComments(results[i]).strip().toLowerCase(Locale.ROOT);
            if (result.startsWith("dmarc=pass") && aligned(property(result, "header.from"), domain)) {
                return yes("DMARC passed for " + domain + ".");
            }
            failed |= result.startsWith("dmarc=fail");
            spf |= result.startsWith("spf=pass");
            if (envelope.isEmpty()) {
                envelope = firstOf(property(result, "smtp.mailfrom"), property(result, "envelope-from"));
            }
            if (result.startsWith("dkim=pass")) {
                dkim |= aligned(firstOf(property(result, "header.d"), property(result, "header.i")), domain);
            }
        }
        if (failed) {
            return no(true, one ? "DMARC failed for " + domain + "." : "DMARC failed. " + NOT_ONE);
        }
        if (!one) {
            return no(false, NOT_ONE);
        }
        if (dkim) {
            return yes("DKIM passed for " + domain + ".");
        }
        if (spf && aligned(envelope, domain)) {
            return yes("SPF passed for " + domain + ".");
        }
        return no(false, "No check passed that speaks for " + domain + ".");
    }

    private static SenderAuthentication yes(String reason) {
        return new SenderAuthentication(true, false, reason);
    }

    private static SenderAuthentication no(boolean dmarcFailed, String reason) {
        return new SenderAuthentication(false, dmarcFailed, reason);
    }

    /** The authserv-id, without its version. */
    private static String authority(String first) {
        String s = withoutComments(first).strip().toLowerCase(Locale.ROOT);
        int blank = s.indexOf(' ');
        return blank < 0 ? s : s.substring(0, blank);
    }

    private static String property(String result, String name) {
        for (String token : result.split("\\s+")) {
            if (!token.startsWith(name + "=")) {
                continue;
            }
            String value = token.substring(name.length() + 1).replace("\"", "");
            int at = value.lastIndexOf('@');
            return at < 0 ? value : value.substring(at + 1);
        }
        return "";
    }

    private static String firstOf(String a, String b) {
        return a.isEmpty() ? b : a;
    }

    private static String withoutComments(String s) {
        var out = new StringBuilder(s.length());
        int depth = 0;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')' && depth > 0) {
                depth--;
            } else if (depth == 0) {
                out.append(c);
            }
        }
        return out.toString();
    }

    static boolean aligned(String authenticated, String from) {
        return !authenticated.isEmpty()
                && !from.isEmpty()
                && organizational(authenticated).equals(organizational(from));
    }

    /**
     * The domain that someone registered: the last two labels, or three where the second-last is a registry's own under
     * a two-letter domain (example.co.uk). Without the public suffix list, so customers of one shared suffix that it
     * alone knows (alice.github.io) count as one.
     */
    static String organizational(String written) {
        String domain = DomainName.kept(written);
        String[] labels = domain.split("\\.");
        int n = labels.length;
        if (n <= 2) {
            return domain;
        }
        boolean registry = labels[n - 1].length() == 2 && REGISTRY_LABELS.contains(labels[n - 2]);
        int keep = registry ? 3 : 2;
        return String.join(".", List.of(labels).subList(n - keep, n));
    }
}
