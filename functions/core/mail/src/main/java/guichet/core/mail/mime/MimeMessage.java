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
 * kept as one opaque part, beyond {@value #MOST_PARTS} parts the rest is left in the raw mail. Parts behind a delimiter
 * that closes too early, which Mime4j takes for an epilogue, are parts.
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
        bodyCharset(root).ifPresent(charset -> setFallback(root, charset));
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

    private static Optional<Charset> bodyCharset(Part part) {
        Optional<Charset> own = part.type()
                .parameter("charset")
                .or(() -> part.type().is("text/html") ? MetaCharset.in(part.content()) : Optional.empty())
                .flatMap(Charsets::named)
                .filter(c -> c != StandardCharsets.UTF_8 && c != StandardCharsets.US_ASCII);
        if (own.isPresent()) {
            boolean japanese = own.get().name().contains("2022"); // raw high bytes beside ISO-2022-JP are Shift_JIS
            return japanese ? Optional.of(Charset.forName("windows-31j")) : own;
        }
        for (Part child : part.children()) {
            Optional<Charset> found = bodyCharset(child);
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
            final List<Integer> emptied = new ArrayList<>();
            Headers headers = new Headers();
            byte[] preamble = Part.NONE;
            byte[] epilogue = Part.NONE;

            String boundary() {
                return Part.typeOf(headers).parameter("boundary").orElse("");
            }

            /** Its parts came to us as those of the multipart around it, which has the same boundary. */
            boolean isEmptiedBy(Open around) {
                return children.isEmpty() && preamble.length == 0 && boundary().equals(around.boundary());
            }

            /** Whatever follows such a one is its own, up to the first delimiter that closes. */
            void fill() {
                for (int at : emptied.reversed()) {
                    var own = children.subList(at + 1, children.size());
                    if (!own.isEmpty()) {
                        children.set(at, Part.multipart(children.get(at).headers(), List.copyOf(own)));
                        own.clear();
                    }
                }
            }
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
                    case T_EPILOGUE ->
                        open.peek().epilogue = stream.getInputStream().readAllBytes();
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
            if (Part.typeOf(headers).isMultipart()) {
                remarks.add(Remark.UNOPENED);
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
            Open around = open.peek();
            int depth = depthBefore + open.size();
            parts++;
            if (done.isEmptiedBy(around)) {
                around.emptied.add(around.children.size());
            }
            done.fill();
            done.children.addAll(behind(done, depth));
            around.children.add(
                    done.children.isEmpty()
                            ? resplit(done.headers, done.preamble, depth)
                            : Part.multipart(done.headers, done.children));
        }

        /** The parts that stand behind a delimiter which closes too early. */
        private List<Part> behind(Open done, int depth) {
            var boundary = Delimiters.behind(done.epilogue, done.boundary());
            return boundary.isEmpty()
                    ? List.of()
                    : again(Delimiters.reopened(done.epilogue, boundary.get()), boundary.get(), depth)
                            .map(Part::children)
                            .orElseGet(() -> {
                                remarks.add(Remark.PARTS_CUT);
                                return List.of();
                            });
        }

        /**
         * What has no parts by any boundary is a text; what could have some, were there no bounds, is kept as it is.
         */
        private Part resplit(Headers headers, byte[] body, int depth) {
            String boundary = Delimiters.boundaryIn(body);
            if (boundary == null) {
                return Part.text(
                        headers, TransferEncoding.decode(body, headers.raw("Content-Transfer-Encoding"), true));
            }
            var found = again(body, boundary, depth);
            if (found.isEmpty()) {
                remarks.add(Remark.UNOPENED);
                return Part.leaf(headers, body);
            }
            return found.get().isMultipart()
                    ? new Part(
                            headers,
                            Part.typeOf(headers),
                            found.get().disposition(),
                            found.get().children(),
                            Part.NONE)
                    : Part.text(headers, body);
        }

        /** Reads it by that boundary; empty where it is too deep, or too much was read again before. */
        private Optional<Part> again(byte[] body, String boundary, int depth) {
            if (depth > DEEPEST || ++resplits > MOST_RESPLITS) {
                return Optional.empty();
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
            return Optional.of(found);
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
