package guichet.core.mail;

import guichet.core.html.HtmlMail;
import guichet.core.mail.mime.ContentType;
import guichet.core.mail.mime.Headers;
import guichet.core.mail.mime.MimeMessage;
import guichet.core.mail.mime.Part;
import guichet.core.mail.mime.RtfText;
import guichet.core.mail.mime.SignedData;
import guichet.core.mail.mime.Tnef;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A raw mail written anew without its secrets: in its headers, its texts, its text files, and in the mails that it
 * carries as parts. Its structure and all other parts stay; HTML is cleaned, Outlook's winmail.dat, whose text and
 * files the ticket has, goes, and in place of an opaque signature stands what was signed. Not looked into: images,
 * PDFs, archives, and what {@link Masking} says.
 */
public final class MaskedMail {
    private static final Set<String> WRITTEN_ANEW =
            Set.of("content-type", "content-disposition", "content-transfer-encoding");
    /** Who, when and which: what a mail is known and answered by. */
    private static final Set<String> LEFT_ALONE = Set.of(
            "from",
            "to",
            "cc",
            "reply-to",
            "sender",
            "return-path",
            "message-id",
            "in-reply-to",
            "references",
            "date",
            "received",
            "mime-version",
            "content-id",
            "authentication-results");

    /** Not X-Guichet-…, by which a mail that we wrote is known. */
    private static final String MASKED = "Guichet-Masked";

    private static final String BOUNDARY = "=_guichet_";

    private static final Pattern FIRST_LINE = Pattern.compile(MASKED + ": (\\d{1,9})");
    private static final Pattern KEY = Pattern.compile("[a-z-]{1,20}");
    private static final Pattern PLAIN = Pattern.compile("[\\x20-\\x7e&&[^\"\\\\]]*");
    private static final int LONGEST_FIRST_LINE = 40;

    private final Part root;
    private final Masking masking;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private boolean changed;
    private int boundaries;

    private MaskedMail(byte[] raw, Masking masking) {
        this.root = MimeMessage.parse(raw).root();
        this.masking = masking;
    }

    /** The mail as it may be kept; the very same bytes where nothing in it is recognised as a secret. */
    public static byte[] of(byte[] raw) {
        var masking = new Masking(true);
        MaskedMailSearch.collect(raw, masking, 0);
        if (masking.secrets().isEmpty()) {
            return raw;
        }
        var mail = new MaskedMail(raw, masking);
        mail.text(MASKED + ": " + masking.count() + "\r\n");
        mail.write(mail.root, 0);
        return mail.out.toByteArray();
    }

    /** How many were masked in a mail that is kept; only ours begin by saying so. */
    static int secretsIn(byte[] kept) {
        int line = 0;
        while (line < Math.min(kept.length, LONGEST_FIRST_LINE) && kept[line] != '\r') {
            line++;
        }
        var first = FIRST_LINE.matcher(new String(kept, 0, line, StandardCharsets.US_ASCII));
        return first.matches() ? Integer.parseInt(first.group(1)) : 0;
    }

    /** The secrets of a mail that came as a file of one whose secrets are looked for. */
    static void find(byte[] raw, Masking masking) {
        MaskedMailSearch.collect(raw, masking, 1);
    }

    /** A mail that came as a file, once all secrets are found; the very same bytes where there is nothing to mask. */
    static byte[] ofFile(byte[] raw, Masking masking) {
        return inner(raw, masking, 1);
    }

    private static byte[] inner(byte[] raw, Masking masking, int depth) {
        var mail = new MaskedMail(raw, masking);
        mail.write(mail.root, depth);
        return mail.changed ? mail.out.toByteArray() : raw;
    }

    private void write(Part part, int depth) {
        headers(part);
        if (part.isMultipart()) {
            multipart(part.children(), part.type().isMultipart() ? part.type().value() : "multipart/mixed", depth);
        } else if (MaskedMailSearch.isMail(part)) {
            byte[] inner =
                    depth < MaskedMailSearch.DEEPEST ? inner(part.content(), masking, depth + 1) : part.content();
            changed |= inner != part.content();
            mail(part.type().value() + name(part), inner);
        } else {
            var signed = masking.secrets().isEmpty() ? Optional.<MimeMessage>empty() : SignedData.open(part);
            signed.ifPresentOrElse(within -> unsigned(part, within, depth), () -> leaf(part));
        }
    }

    /**
     * In place of the container what it holds, which may be all that the mail says; too deep to be looked into,
     * nothing.
     */
    private void unsigned(Part container, MimeMessage within, int depth) {
        changed = true;
        if (depth < MaskedMailSearch.DEEPEST) {
            multipart(List.of(within.root()), "multipart/mixed", depth + 1);
        } else {
            body(parameters(container.headers().raw("Content-Type"), container.type()), new byte[0]);
        }
    }

    private void multipart(List<Part> children, String type, int depth) {
        var boundary = BOUNDARY + depth + "_" + ++boundaries;
        text("Content-Type: " + type + "; boundary=\"" + boundary + "\"\r\n\r\n");
        for (Part child : children) {
            text("\r\n--" + boundary + "\r\n");
            write(child, depth);
        }
        text("\r\n--" + boundary + "--\r\n");
    }

    /** As it is, unless it was written anew before, and so might hold a line that parts this one. */
    private void mail(String type, byte[] mail) {
        if (new String(mail, StandardCharsets.ISO_8859_1).contains(BOUNDARY)) {
            body(type, mail);
        } else {
            text("Content-Type: " + type + "\r\nContent-Transfer-Encoding: 8bit\r\n\r\n");
            out.writeBytes(mail);
        }
    }

    private void leaf(Part part) {
        String type = part.type().value();
        var form = OtherForms.of(part, part == root);
        if (form.filter(OtherForms.Form.RTF::equals).isPresent()
                && !masking.secrets().isEmpty()) {
            rich(part);
        } else if (type.equals("text/html")
                || form.filter(OtherForms.Form.HTML::equals).isPresent()) {
            html(type + "; charset=utf-8" + name(part), part.text());
        } else if (Masking.isText(type) || form.isPresent()) {
            text(type + "; charset=utf-8" + name(part), MaskedMailSearch.lines(part));
        } else {
            boolean dropped = Tnef.is(part) && !masking.secrets().isEmpty();
            changed |= dropped;
            body(parameters(part.headers().raw("Content-Type"), part.type()), dropped ? new byte[0] : part.content());
        }
    }

    /** What it says, as a value may be spelled in it in many ways. */
    private void rich(Part part) {
        changed = true;
        var read = RtfText.of(part.content());
        if (read.html()) {
            html("text/html; charset=utf-8", read.text());
        } else {
            text("text/plain; charset=utf-8", read.text());
        }
    }

    private void html(String type, String html) {
        String clean = HtmlMail.read(html).clean();
        String masked = masking.applyHtml(clean);
        changed |= !masked.equals(clean);
        body(type, masked.getBytes(StandardCharsets.UTF_8));
    }

    private void text(String type, String text) {
        String masked = masking.written(text);
        changed |= !masked.equals(text);
        body(type, masked.getBytes(StandardCharsets.UTF_8));
    }

    private String name(Part part) {
        String given = part.type().parameter("name").orElse("");
        String masked = masking.name(given);
        changed |= !masked.equals(given);
        return masked.isEmpty() ? "" : parameter("name", masked);
    }

    /** As they came, unless one shows a secret, in whichever way it is written. */
    private String parameters(String raw, ContentType read) {
        var written = new StringBuilder(read.value());
        boolean same = masking.known(raw).equals(raw);
        for (var given : read.parameters().entrySet()) {
            String masked = masking.name(given.getValue());
            same &= masked.equals(given.getValue());
            if (KEY.matcher(given.getKey()).matches()) {
                written.append(parameter(given.getKey(), masked));
            }
        }
        changed |= !same;
        return same ? raw : written.toString();
    }

    /** Letters that no header takes as RFC 2231 wants them. */
    private static String parameter(String key, String value) {
        return PLAIN.matcher(value).matches()
                ? "; " + key + "=\"" + value + "\""
                : "; " + key + "*=utf-8''"
                        + URLEncoder.encode(value, StandardCharsets.UTF_8)
                                .replace("+", "%20")
                                .replace("*", "%2A");
    }

    private void body(String type, byte[] content) {
        text((type.isBlank() ? "" : "Content-Type: " + type + "\r\n") + "Content-Transfer-Encoding: base64\r\n\r\n");
        out.writeBytes(Base64.getMimeEncoder().encode(content));
        text("\r\n");
    }

    private void headers(Part part) {
        var headers = part.headers();
        for (String name : headers.names()) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!WRITTEN_ANEW.contains(lower)) {
                headers.all(name).forEach(value -> header(name, value, !LEFT_ALONE.contains(lower)));
            }
        }
        String disposition = headers.raw("Content-Disposition");
        if (!disposition.isBlank()) {
            text("Content-Disposition: " + parameters(disposition, part.disposition()) + "\r\n");
        }
    }

    private void header(String name, String value, boolean mayHold) {
        String read = Headers.read(value);
        String masked = mayHold ? masking.written(read) : read;
        boolean same = masked.equals(read);
        changed |= !same;
        text(name + ": " + (same ? value : encoded(masked)) + "\r\n");
    }

    /** In words of at most 75 characters, as RFC 2047 wants them. */
    private static String encoded(String text) {
        var words = new StringBuilder();
        for (int at = 0; at < text.length(); ) {
            int end = text.offsetByCodePoints(at, Math.min(10, text.codePointCount(at, text.length())));
            words.append(words.isEmpty() ? "" : "\r\n ")
                    .append("=?utf-8?B?")
                    .append(Base64.getEncoder()
                            .encodeToString(text.substring(at, end).getBytes(StandardCharsets.UTF_8)))
                    .append("?=");
            at = end;
        }
        return words.toString();
    }

    private void text(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
