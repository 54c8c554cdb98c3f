package guichet.core.mail.mime;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.apache.james.mime4j.util.ByteSequence;
import org.apache.james.mime4j.util.ContentUtil;

/**
 * Walks raw bytes into parts with Apache Mime4j, within bounds: deeper than {@value #DEEPEST} levels a multipart is
 * kept as one opaque part, beyond {@value #MOST_PARTS} parts the rest is left in the raw mail.
 *
 * @param remarks what a reader of the ticket should know was not taken apart
 */
public record MimeMessage(Part root, List<Remark> remarks) {
    static final int DEEPEST = 20;
    static final int MOST_PARTS = 1_000;
    static final int LONGEST_HEADER = 1024 * 1024;
    /** Of one part; what has more is broken. */
    private static final int MOST_HEADERS = 50_000;

    private static final int MOST_RESPLITS = 5;
    private static final byte[] BLANK_LINE = {'\r', '\n'};
    private static final MimeConfig CONFIG = new MimeConfig.Builder()
            .setMaxLineLen(-1)
            .setMaxHeaderCount(MOST_HEADERS)
            .setMaxHeaderLen(-1)
            .setMaxContentLen(-1)
            .setMalformedHeaderStartsBody(false)
            .build();

    public Headers headers() {
        return root.headers();
    }

    /** Never throws: what cannot be taken apart is one part of plain text. */
    public static MimeMessage parse(byte[] raw) {
        byte[] mail = EndlessHeaders.end(LineEnds.mend(withoutEnvelope(raw)));
        var walk = new Walk(0);
        Part root = walk.read(mail);
        bodyCharset(root, 0).ifPresent(charset -> setFallback(root, charset));
        return new MimeMessage(root, List.copyOf(walk.remarks));
    }

    /** Byte order marks, blank lines and an mbox "From " line stand before many exported mails. */
    private static byte[] withoutEnvelope(byte[] raw) {
        int at = raw.length >= 3 && raw[0] == (byte) 0xEF && raw[1] == (byte) 0xBB && raw[2] == (byte) 0xBF ? 3 : 0;
        int first = at;
        while (first < raw.length && (raw[first] == '\r' || raw[first] == '\n')) {
            first++;
        }
        if (startsHeader(raw, first) || startsWith(raw, first, "From ")) {
            at = first;
        }
        if (!startsHeader(raw, at) && (startsWith(raw, at, "From ") || startsWith(raw, at, ">From "))) {
            while (at < raw.length && raw[at] != '\n') {
                at++;
            }
            at = Math.min(at + 1, raw.length);
        }
        return at == 0 ? raw : Arrays.copyOfRange(raw, at, raw.length);
    }

    static boolean startsHeader(byte[] raw, int at) {
        int end = at;
        while (end < raw.length && end < at + 80 && raw[end] > ' ' && raw[end] != ':') {
            end++;
        }
        int colon = end;
        while (colon < raw.length && colon < at + 80 && (raw[colon] == ' ' || raw[colon] == '\t')) {
            colon++;
        }
        boolean named = end > at && colon < raw.length && raw[colon] == ':';
        return named && (colon == end || StrayLines.isName(new String(raw, at, end - at, StandardCharsets.US_ASCII)));
    }

    private static boolean startsWith(byte[] raw, int at, String prefix) {
        if (at + prefix.length() > raw.length) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (raw[at + i] != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Charset> bodyCharset(Part part, int depth) {
        Optional<Charset> own = part.type()
                .parameter("charset")
                .flatMap(Charsets::named)
                .filter(c -> c != StandardCharsets.UTF_8 && c != StandardCharsets.US_ASCII);
        if (own.isPresent()) {
            boolean japanese = own.get().name().contains("2022"); // raw high bytes beside ISO-2022-JP are Shift_JIS
            return japanese ? Optional.of(Charset.forName("windows-31j")) : own;
        }
        for (Part child : part.children()) {
            Optional<Charset> found = bodyCharset(child, depth + 1);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static void setFallback(Part part, Charset charset) {
        part.headers().fallback(charset);
        part.children().forEach(child -> setFallback(child, charset));
    }

    /**
     * One run of the token stream. A multipart whose boundary is missing or wrong is read again with the one it uses.
     */
    private static final class Walk {
        private final List<Remark> remarks = new ArrayList<>();
        private final StrayLines strays = new StrayLines();
        private final int depthBefore;
        private int parts;
        private int resplits;

        /** An open multipart, or the mail itself. */
        private static final class Open {
            final List<Part> children = new ArrayList<>();
            Headers headers = new Headers();
            byte[] preamble = Part.NONE;
        }

        Walk(int depthBefore) {
            this.depthBefore = depthBefore;
        }

        Part read(byte[] mail) {
            var stream = new MimeTokenStream(CONFIG, DecodeMonitor.SILENT, strays, new Descriptors());
            stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
            stream.parse(new ByteArrayInputStream(mail));
            Deque<Open> open = new ArrayDeque<>();
            open.push(new Open());
            try {
                walk(stream, open);
            } catch (IOException | MimeException | RuntimeException broken) {
                remarks.add(Remark.BROKEN);
            }
            while (open.size() > 1) {
                close(open);
            }
            Open top = open.pop();
            if (top.children.size() == 1) {
                return top.children.getFirst();
            }
            return top.children.isEmpty() ? Part.leaf(new Headers(), mail) : Part.multipart(top.headers, top.children);
        }

        private void walk(MimeTokenStream stream, Deque<Open> open) throws IOException, MimeException {
            Headers headers = new Headers();
            for (EntityState state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
                switch (state) {
                    case T_START_HEADER -> {
                        headers = new Headers();
                        strays.clear();
                    }
                    case T_FIELD -> add(headers, stream.getField());
                    case T_END_HEADER ->
                        stream.setRecursionMode(
                                depthBefore + open.size() > DEEPEST
                                        ? RecursionMode.M_FLAT
                                        : RecursionMode.M_NO_RECURSE);
                    case T_START_MULTIPART -> {
                        var multipart = new Open();
                        multipart.headers = headers;
                        open.push(multipart);
                    }
                    case T_PREAMBLE ->
                        open.peek().preamble = stream.getInputStream().readAllBytes();
                    case T_END_MULTIPART -> close(open);
                    case T_BODY -> leaf(headers, stream, open);
                    default -> {}
                }
                if (parts >= MOST_PARTS) {
                    remarks.add(Remark.PARTS_CUT);
                    return;
                }
            }
        }

        private void leaf(Headers headers, MimeTokenStream stream, Deque<Open> open) throws IOException {
            parts++;
            byte[] raw = body(headers, stream);
            boolean deepest = depthBefore + open.size() > DEEPEST;
            if (Part.typeOf(headers).isMultipart() && !deepest) {
                open.peek().children.add(resplit(headers, raw, depthBefore + open.size()));
                return;
            }
            open.peek()
                    .children
                    .add(Part.leaf(
                            headers,
                            TransferEncoding.decode(
                                    raw,
                                    headers.raw("Content-Transfer-Encoding"),
                                    Part.typeOf(headers).isText())));
        }

        private byte[] body(Headers headers, MimeTokenStream stream) throws IOException {
            byte[] before = strays.take();
            byte[] body = stream.getInputStream().readAllBytes();
            if (before.length == 0 || !Part.typeOf(headers).isText()) {
                return body;
            }
            var whole = new ByteArrayOutputStream(before.length + 2 + body.length);
            whole.writeBytes(before);
            if (body.length > 0) {
                whole.writeBytes(BLANK_LINE);
            }
            whole.writeBytes(body);
            return whole.toByteArray();
        }

        private void close(Deque<Open> open) {
            Open done = open.pop();
            parts++;
            boolean empty = done.children.isEmpty();
            open.peek()
                    .children
                    .add(
                            empty
                                    ? resplit(done.headers, done.preamble, depthBefore + open.size())
                                    : Part.multipart(done.headers, done.children));
        }

        /**
         * What has no parts by any boundary is a text; what could have some, were there no bounds, is kept as it is.
         */
        private Part resplit(Headers headers, byte[] body, int depth) {
            String boundary = boundaryIn(body);
            if (boundary == null) {
                return Part.text(
                        headers, TransferEncoding.decode(body, headers.raw("Content-Transfer-Encoding"), true));
            }
            if (depth > DEEPEST || ++resplits > MOST_RESPLITS) {
                return Part.leaf(headers, body);
            }
            var again = new ByteArrayOutputStream(body.length + 200);
            again.writeBytes(("Content-Type: multipart/mixed; boundary=\"" + boundary + "\"\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            again.writeBytes(body);
            var walk = new Walk(depth);
            walk.resplits = resplits;
            walk.parts = parts;
            Part found = walk.read(again.toByteArray());
            resplits = walk.resplits;
            parts = walk.parts;
            remarks.addAll(walk.remarks);
            if (!found.isMultipart()) {
                return Part.text(headers, body);
            }
            return new Part(headers, Part.typeOf(headers), found.disposition(), found.children(), Part.NONE);
        }

        /** The first line that starts with "--" and is followed by a header, or by a blank line if it comes again. */
        private static String boundaryIn(byte[] body) {
            String text = new String(body, 0, Math.min(body.length, 20_000), StandardCharsets.ISO_8859_1);
            String[] lines = text.split("\r?\n", 400);
            for (int i = 0; i + 1 < lines.length; i++) {
                String line = lines[i].stripTrailing();
                if (line.length() < 3 || line.length() > 200 || !line.startsWith("--") || line.indexOf('"') >= 0) {
                    continue;
                }
                if (lines[i + 1].regionMatches(true, 0, "Content-", 0, 8)) {
                    return line.substring(2);
                }
                if (lines[i + 1].isBlank() && isOneWord(line) && comesAgain(line, lines, i + 2)) {
                    return line.substring(2);
                }
            }
            return null;
        }

        /** A line of dashes, or with words between them, parts a text: "--- Suite", "-----Message d'origine-----". */
        private static boolean isOneWord(String line) {
            return line.indexOf(' ') < 0 && !line.endsWith("--");
        }

        private static boolean comesAgain(String line, String[] lines, int from) {
            for (int i = from; i < lines.length; i++) {
                if (lines[i].startsWith(line)
                        && (lines[i].stripTrailing().equals(line) || lines[i].startsWith("--", line.length()))) {
                    return true;
                }
            }
            return false;
        }

        /** Of a header that goes on for megabytes, the beginning. */
        private static void add(Headers headers, Field field) {
            if (headers.isFull()) {
                return;
            }
            ByteSequence raw = field.getRaw() == null
                    ? ContentUtil.encode(StandardCharsets.UTF_8, ":" + field.getBody())
                    : field.getRaw();
            int colon = 0;
            while (colon < raw.length() && raw.byteAt(colon) != ':') {
                colon++;
            }
            int start = Math.min(colon + 1, raw.length());
            var value = new byte[Math.min(raw.length() - start, LONGEST_HEADER)];
            for (int i = 0; i < value.length; i++) {
                value[i] = raw.byteAt(start + i);
            }
            headers.add(field.getName().strip(), value);
        }
    }
}
