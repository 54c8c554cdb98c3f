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

    /** First all secrets are found, in all forms of the mail: one that only the HTML gives away must go from the text as well. */
    void find(String subject, String text, String html) {
        if (!on) return;
        find(subject);
        find(text);
        if (!html.isEmpty()) HtmlRedaction.of(html).texts().forEach(this::find);
    }

    private void find(String text) {
        secrets.addAll(SecretMasker.mask(text).secrets());
    }

    String apply(String text) {
        if (!on) return text;
        String masked = SecretMasker.mask(text).text();
        for (String secret : secrets) masked = masked.replace(secret, SecretMasker.MASK);
        return masked;
    }

    /** Tags may stand between a label and its value: what any form showed as secret goes wherever it stands. Empty if that cannot be made sure. */
    String applyHtml(String html) {
        if (secrets.isEmpty() || html.isEmpty()) return html;
        String masked = HtmlRedaction.of(html).without(secrets, SecretMasker.MASK);
        boolean clean = HtmlRedaction.of(masked).texts().stream().allMatch(text -> SecretMasker.mask(text).secrets().isEmpty());
        return clean ? masked : "";
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
