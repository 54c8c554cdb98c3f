package guichet.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.codec.EncoderUtil;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;

/** A SendEmail request as a raw mail with its envelope. */
record SesMail(String from, List<String> to, byte[] raw) {
    private static final int MAX_RECIPIENTS = 50;
    private static final int MAX_BYTES = 40 * 1024 * 1024;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    /** Message-ID and Date are SES's own, whatever the request says. */
    static SesMail of(JsonNode request, String messageId, Instant now) throws IOException {
        var content = request.path("Content");
        MailBytes mail;
        if (content.has("Raw")) {
            mail = MailBytes.of(decoded(content.path("Raw").path("Data").asText()));
        } else if (content.has("Simple")) {
            mail = MailBytes.of(simple(request, content.path("Simple")));
        } else {
            throw SesError.badRequest("Content must be Raw or Simple");
        }
        var from = address(request.path("FromEmailAddress").asText(mail.first("From")));
        var to = recipients(request.path("Destination"), mail);
        mail.without("Message-ID", "Date", "Bcc", "Return-Path");
        mail.prepend("Date", DATE.format(now.atOffset(ZoneOffset.UTC)));
        mail.prepend("Message-ID", "<" + messageId + "@" + EmbeddedAws.REGION + ".amazonses.com>");
        var raw = mail.bytes();
        if (raw.length > MAX_BYTES) {
            throw SesError.badRequest(
                    "Message length is more than " + MAX_BYTES + " bytes long: '" + raw.length + "'.");
        }
        return new SesMail(from, to, raw);
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw SesError.badRequest("Content.Raw.Data is not base64");
        }
    }

    static String address(String header) {
        if (header == null) {
            throw SesError.badRequest("Missing From");
        }
        var parsed = LenientAddressParser.DEFAULT.parseAddressList(header).flatten();
        if (parsed.size() != 1 || parsed.getFirst().getDomain() == null) {
            throw SesError.badRequest("Not an address: " + header);
        }
        return parsed.getFirst().getAddress();
    }

    private static List<String> recipients(JsonNode destination, MailBytes mail) {
        var headers = new ArrayList<String>();
        for (var kind : List.of("ToAddresses", "CcAddresses", "BccAddresses")) {
            destination.path(kind).forEach(a -> headers.add(a.asText()));
        }
        if (headers.isEmpty()) {
            mail.fields().stream()
                    .filter(f -> f.name().matches("(?i)to|cc|bcc"))
                    .forEach(f -> headers.add(f.value()));
        }
        var to = headers.stream()
                .flatMap(h -> LenientAddressParser.DEFAULT.parseAddressList(h).flatten().stream())
                .map(Mailbox::getAddress)
                .distinct()
                .toList();
        if (to.isEmpty() || to.stream().anyMatch(a -> !a.matches("[^@\\s]+@[^@\\s]+"))) {
            throw SesError.badRequest("Illegal address");
        }
        if (to.size() > MAX_RECIPIENTS) {
            throw SesError.badRequest("Recipient count exceeds " + MAX_RECIPIENTS);
        }
        return to;
    }

    private static byte[] simple(JsonNode request, JsonNode simple) throws IOException {
        var out = new ByteArrayOutputStream();
        header(out, "From", request.path("FromEmailAddress").asText());
        addresses(out, "To", request.path("Destination").path("ToAddresses"));
        addresses(out, "Cc", request.path("Destination").path("CcAddresses"));
        addresses(out, "Reply-To", request.path("ReplyToAddresses"));
        header(
                out,
                "Subject",
                EncoderUtil.encodeIfNecessary(
                        simple.path("Subject").path("Data").asText(), EncoderUtil.Usage.TEXT_TOKEN, 9));
        for (var header : simple.path("Headers")) {
            header(out, header.path("Name").asText(), header.path("Value").asText());
        }
        header(out, "MIME-Version", "1.0");
        var text = simple.path("Body").path("Text").path("Data").asText(null);
        var html = simple.path("Body").path("Html").path("Data").asText(null);
        if (text != null && html != null) {
            header(out, "Content-Type", "multipart/alternative; boundary=\"=_guichet-local\"");
            line(out, "");
            line(out, "--=_guichet-local");
            part(out, "text/plain", text);
            line(out, "--=_guichet-local");
            part(out, "text/html", html);
            line(out, "--=_guichet-local--");
        } else if (text != null || html != null) {
            part(out, text != null ? "text/plain" : "text/html", text != null ? text : html);
        } else {
            throw SesError.badRequest("Body has neither Text nor Html");
        }
        return out.toByteArray();
    }

    private static void part(ByteArrayOutputStream out, String type, String text) {
        header(out, "Content-Type", type + "; charset=UTF-8");
        header(out, "Content-Transfer-Encoding", "base64");
        line(out, "");
        line(out, Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void addresses(ByteArrayOutputStream out, String name, JsonNode list) {
        if (!list.isEmpty()) {
            var addresses = new ArrayList<String>();
            list.forEach(a -> addresses.add(a.asText()));
            header(out, name, String.join(", ", addresses));
        }
    }

    private static void header(ByteArrayOutputStream out, String name, String value) {
        if (!name.matches("[!-9;-~]+") || value.matches("(?s).*[\r\n].*")) {
            throw SesError.badRequest("Illegal header " + name);
        }
        line(out, name + ": " + value);
    }

    private static void line(ByteArrayOutputStream out, String line) {
        out.writeBytes((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
