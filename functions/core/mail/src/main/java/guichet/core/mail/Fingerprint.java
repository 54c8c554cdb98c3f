package guichet.core.mail;

import guichet.core.mail.mime.Headers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What stays the same when a server delivers a mail twice: raw bytes do not, since each hop adds headers. */
final class Fingerprint {
    private Fingerprint() {}

    static String of(Headers headers, Content content) {
        MessageDigest sha;
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
        for (String name : new String[] {"From", "Date", "Subject"}) {
            add(sha, Headers.oneLine(headers.raw(name)));
        }
        add(sha, Headers.oneLine(content.text()));
        for (MailAttachment attachment : content.attachments()) {
            add(sha, attachment.name());
            add(sha, Integer.toString(attachment.size()));
            sha.update(attachment.content());
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private static void add(MessageDigest sha, String part) {
        sha.update(part.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0);
    }
}
