package guichet.local.mail;

import guichet.local.aws.MailBytes;
import guichet.local.aws.Outbox;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;

/**
 * A mail that went out, as a person or a script looks at it.
 *
 * @param headers the first of each name, unfolded and decoded
 * @param text the first plain text part, or null
 * @param html the first HTML part, or null
 */
public record MailView(
        Outbox.Sent sent, String subject, Map<String, String> headers, String text, String html, String raw) {

    public static MailView of(Outbox.Sent sent) {
        var bytes = sent.raw();
        var headers = new LinkedHashMap<String, String>();
        MailBytes.of(bytes)
                .fields()
                .forEach(f ->
                        headers.putIfAbsent(f.name(), DecoderUtil.decodeEncodedWords(f.value(), DecodeMonitor.SILENT)));
        String text = null;
        String html = null;
        try {
            var message = new DefaultMessageBuilder().parseMessage(new ByteArrayInputStream(bytes));
            text = find(message, "text/plain");
            html = find(message, "text/html");
        } catch (IOException e) {
            text = "(" + e.getMessage() + ")";
        }
        var subject = headers.entrySet().stream()
                .filter(h -> h.getKey().equalsIgnoreCase("Subject"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
        return new MailView(sent, subject, headers, text, html, new String(bytes, StandardCharsets.UTF_8));
    }

    private static String find(Entity entity, String type) throws IOException {
        if (entity.getBody() instanceof Multipart parts) {
            for (var part : parts.getBodyParts()) {
                var found = find(part, type);
                if (found != null) {
                    return found;
                }
            }
            return null;
        }
        if (!type.equals(entity.getMimeType())
                || "attachment".equals(entity.getDispositionType())
                || !(entity.getBody() instanceof TextBody body)) {
            return null;
        }
        var charset = charset(body.getMimeCharset());
        return new String(body.getInputStream().readAllBytes(), charset).replace("\r\n", "\n");
    }

    private static Charset charset(String name) {
        try {
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
