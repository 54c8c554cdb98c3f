package guichet.core.mail;

import guichet.core.html.HtmlMail;
import guichet.core.mail.mime.Headers;
import guichet.core.mail.mime.MimeMessage;
import guichet.core.mail.mime.Part;
import guichet.core.mail.mime.SignedData;
import guichet.core.mail.mime.Tnef;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
    /** Of mails within mails; what lies deeper is not looked into. */
    private static final int DEEPEST = 5;

    private static final Set<String> WRITTEN_ANEW = Set.of("content-type", "content-transfer-encoding");
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

    private static final Pattern FIRST_LINE = Pattern.compile(MASKED + ": (\\d{1,9})");
    private static final int LONGEST_FIRST_LINE = 40;

    private final Masking masking;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private boolean changed;
    private int boundaries;

    private MaskedMail(Masking masking) {
        this.masking = masking;
    }

    /** The mail as it may be kept; the very same bytes where nothing in it is recognised as a secret. */
    public static byte[] of(byte[] raw) {
        var masking = new Masking(true);
        collect(raw, masking, 0);
        if (masking.secrets().isEmpty()) {
            return raw;
        }
        var mail = new MaskedMail(masking);
        mail.text(MASKED + ": " + masking.count() + "\r\n");
        mail.write(MimeMessage.parse(raw).root(), 0);
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
        collect(raw, masking, 1);
    }

    /** A mail that came as a file, once all secrets are found; the very same bytes where there is nothing to mask. */
    static byte[] ofFile(byte[] raw, Masking masking) {
        return inner(raw, masking, 1);
    }

    private static byte[] inner(byte[] raw, Masking masking, int depth) {
        var mail = new MaskedMail(masking);
        mail.write(MimeMessage.parse(raw).root(), depth);
        return mail.changed ? mail.out.toByteArray() : raw;
    }

    /**
     * All of the mail before any of it is written: a value stands in the signature that was named as a password below.
     */
    private static void collect(byte[] raw, Masking masking, int depth) {
        var root = MimeMessage.parse(raw).root();
        var content = Content.of(root, new ArrayList<>(), ReadOptions.DEFAULT);
        masking.find(root.headers().decoded("Subject"), content);
        collect(root, masking, depth);
    }

    private static void collect(Part part, Masking masking, int depth) {
        part.children().forEach(child -> collect(child, masking, depth));
        var signed = SignedData.open(part);
        if (isMail(part)) {
            if (depth < DEEPEST) {
                collect(part.content(), masking, depth + 1);
            }
        } else if (signed.isPresent()) {
            if (depth < DEEPEST) {
                collect(signed.get().root(), masking, depth + 1);
            }
        } else if (Masking.isText(part.type().value())
                && !part.type().is("text/html")
                && masking.spend(part.content().length)) {
            masking.find(lines(part));
        }
    }

    private static String lines(Part part) {
        return part.text().replace("\r\n", "\n");
    }

    private static boolean isMail(Part part) {
        return !part.isMultipart() && Masking.isMail(part.type().value());
    }

    private void write(Part part, int depth) {
        headers(part.headers());
        if (part.isMultipart()) {
            multipart(part.children(), part.type().isMultipart() ? part.type().value() : "multipart/mixed", depth);
        } else if (isMail(part)) {
            byte[] inner = depth < DEEPEST ? inner(part.content(), masking, depth + 1) : part.content();
            changed |= inner != part.content();
            text("Content-Type: " + part.type().value() + name(part) + "\r\nContent-Transfer-Encoding: 8bit\r\n\r\n");
            out.writeBytes(inner);
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
        if (depth < DEEPEST) {
            multipart(List.of(within.root()), "multipart/mixed", depth + 1);
        } else {
            body(container.headers().raw("Content-Type"), new byte[0]);
        }
    }

    private void multipart(List<Part> children, String type, int depth) {
        var boundary = "=_guichet_" + depth + "_" + ++boundaries;
        text("Content-Type: " + type + "; boundary=\"" + boundary + "\"\r\n\r\n");
        for (Part child : children) {
            text("\r\n--" + boundary + "\r\n");
            write(child, depth);
        }
        text("\r\n--" + boundary + "--\r\n");
    }

    private void leaf(Part part) {
        String type = part.type().value();
        if (type.equals("text/html")) {
            String clean = HtmlMail.read(part.text()).clean();
            String masked = masking.applyHtml(clean);
            changed |= !masked.equals(clean);
            body(type + "; charset=utf-8" + name(part), masked.getBytes(StandardCharsets.UTF_8));
        } else if (Masking.isText(type)) {
            String text = lines(part);
            String masked = masking.written(text);
            changed |= !masked.equals(text);
            body(type + "; charset=utf-8" + name(part), masked.getBytes(StandardCharsets.UTF_8));
        } else {
            boolean dropped = Tnef.is(part) && !masking.secrets().isEmpty();
            changed |= dropped;
            body(known(part.headers().raw("Content-Type")), dropped ? new byte[0] : part.content());
        }
    }

    private String name(Part part) {
        return part.type()
                .parameter("name")
                .map(given -> "; name=\"" + known(given).replaceAll("[^\\x20-\\x7e]|[\"\\\\]", "_") + "\"")
                .orElse("");
    }

    /** Without a value that is known as a secret, in letters that a header takes. */
    private String known(String given) {
        String masked = masking.known(given);
        boolean same = masked.equals(given);
        changed |= !same;
        return same ? given : masked.replaceAll("[^\\x20-\\x7e]", "_");
    }

    private void body(String type, byte[] content) {
        text((type.isBlank() ? "" : "Content-Type: " + type + "\r\n") + "Content-Transfer-Encoding: base64\r\n\r\n");
        out.writeBytes(Base64.getMimeEncoder().encode(content));
        text("\r\n");
    }

    private void headers(Headers headers) {
        for (String name : headers.names()) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!WRITTEN_ANEW.contains(lower)) {
                headers.all(name).forEach(value -> header(name, value, !LEFT_ALONE.contains(lower)));
            }
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
