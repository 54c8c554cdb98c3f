package guichet.core.mail;

import guichet.core.mail.html.HtmlRedaction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One mail's secrets: found in subject, text and text files, gone from all of them and from the HTML. */
final class Masking {
    private static final int LONGEST_FILE = 2_000_000;

    private final boolean on;
    private final Set<String> secrets = new LinkedHashSet<>();

    Masking(boolean on) {
        this.on = on;
    }

    int count() {
        return secrets.size();
    }

    String apply(String text) {
        if (!on) return text;
        SecretMasker.Masked masked = SecretMasker.mask(text);
        secrets.addAll(masked.secrets());
        return masked.text();
    }

    /** Tags may stand between a label and its value: what the text showed as secret goes wherever it stands. */
    String applyHtml(String html) {
        return secrets.isEmpty() || html.isEmpty() ? html : HtmlRedaction.replace(html, secrets, SecretMasker.MASK);
    }

    List<Attachment> apply(List<Attachment> attachments) {
        if (!on) return attachments;
        var masked = new ArrayList<Attachment>(attachments.size());
        for (Attachment a : attachments) masked.add(isText(a) ? masked(a) : a);
        return masked;
    }

    private Attachment masked(Attachment a) {
        boolean utf8 = isUtf8(a.content());
        var charset = utf8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        SecretMasker.Masked result = SecretMasker.mask(new String(a.content(), charset));
        String text = result.text();
        for (String secret : secrets) text = text.replace(secret, SecretMasker.MASK);
        secrets.addAll(result.secrets());
        return result.secrets().isEmpty() && text.equals(result.text()) ? a : a.with(text.getBytes(charset));
    }

    private static boolean isText(Attachment a) {
        if (a.size() > LONGEST_FILE) return false;
        String type = a.type();
        return type.startsWith("text/") || type.startsWith("message/") || type.equals("application/json") || type.equals("application/xml") || type.equals("application/x-yaml")
                || type.equals("application/x-pem-file") || type.equals("application/x-sh") || type.equals("application/sql");
    }

    private static boolean isUtf8(byte[] content) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(content));
            return true;
        } catch (java.nio.charset.CharacterCodingException other) {
            return false;
        }
    }
}
