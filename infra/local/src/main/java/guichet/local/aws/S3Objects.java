package guichet.local.aws;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/** The calls on an object: put, get with a range, head, delete, copy. */
final class S3Objects {
    private static final List<String> KEPT = List.of(
            "content-type", "content-disposition", "content-encoding", "content-language", "cache-control", "expires");
    private static final String CRC32 = "x-amz-checksum-crc32";

    private final ObjectStore store;

    S3Objects(ObjectStore store) {
        this.store = store;
    }

    void handle(HttpExchange exchange, S3Caller caller, String bucket, String key, Map<String, String> query)
            throws IOException {
        caller.require(operation(exchange), bucket, key);
        if (!store.exists(bucket)) {
            throw new S3Error(404, "NoSuchBucket", "The specified bucket does not exist");
        }
        for (var subresource : List.of(
                "uploads", "uploadId", "tagging", "acl", "versionId", "retention", "legal-hold", "attributes")) {
            if (query.containsKey(subresource)) {
                throw S3Error.notEmulated("?" + subresource);
            }
        }
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                if (exchange.getRequestHeaders().containsKey("x-amz-copy-source")) {
                    copy(exchange, caller, bucket, key);
                } else {
                    put(exchange, bucket, key);
                }
            }
            case "GET", "HEAD" -> get(exchange, caller, bucket, key, query);
            case "DELETE" -> {
                store.delete(bucket, key);
                Http.send(exchange, 204, null, new byte[0]);
            }
            default -> throw S3Error.notEmulated(exchange.getRequestMethod() + " on an object");
        }
    }

    private static String operation(HttpExchange exchange) {
        return switch (exchange.getRequestMethod()) {
            case "PUT" -> "PutObject";
            case "GET" -> "GetObject";
            case "HEAD" -> "HeadObject";
            case "DELETE" -> "DeleteObject";
            case String method -> method;
        };
    }

    static InputStream body(HttpExchange exchange) {
        return chunked(exchange) ? new AwsChunked(exchange.getRequestBody()) : exchange.getRequestBody();
    }

    private static boolean chunked(HttpExchange exchange) {
        var headers = exchange.getRequestHeaders();
        var sha = headers.getFirst("x-amz-content-sha256");
        var encoding = headers.getFirst("Content-Encoding");
        return (sha != null && sha.startsWith("STREAMING-")) || (encoding != null && encoding.contains("aws-chunked"));
    }

    private void put(HttpExchange exchange, String bucket, String key) throws IOException {
        var request = exchange.getRequestHeaders();
        refuseUnlessConditionHolds(exchange, bucket, key);
        var body = body(exchange);
        var counted = new CheckedInputStream(body, new CRC32());
        var upload = store.upload(bucket, counted);
        var crc = Base64.getEncoder()
                .encodeToString(java.nio.ByteBuffer.allocate(4)
                        .putInt((int) counted.getChecksum().getValue())
                        .array());
        var sent = body instanceof AwsChunked chunks && chunks.trailers().containsKey(CRC32)
                ? chunks.trailers().get(CRC32)
                : request.getFirst(CRC32);
        var md5 = request.getFirst("Content-MD5");
        if ((sent != null && !sent.equals(crc))
                || (md5 != null && !md5.equals(Base64.getEncoder().encodeToString(upload.md5)))) {
            upload.drop();
            throw new S3Error(400, "BadDigest", "The checksum you specified did not match what we received.");
        }
        var headers = kept(exchange);
        headers.put(CRC32, crc);
        var stored = store.publish(bucket, key, upload, headers, Instant.now());
        exchange.getResponseHeaders().set("ETag", "\"" + stored.etag() + "\"");
        exchange.getResponseHeaders().set(CRC32, crc);
        Http.send(exchange, 200, null, new byte[0]);
    }

    private void refuseUnlessConditionHolds(HttpExchange exchange, String bucket, String key) throws IOException {
        var none = exchange.getRequestHeaders().getFirst("If-None-Match");
        if ("*".equals(none) && store.find(bucket, key) != null) {
            exchange.getRequestBody().readAllBytes();
            throw conditionFailed();
        }
    }

    private static S3Error conditionFailed() {
        return new S3Error(412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold");
    }

    private static Map<String, String> kept(HttpExchange exchange) {
        var headers = new HashMap<String, String>();
        exchange.getRequestHeaders().forEach((name, values) -> {
            var lower = name.toLowerCase(Locale.ROOT);
            if (lower.startsWith("x-amz-meta-") || KEPT.contains(lower)) {
                headers.put(lower, values.getFirst());
            }
        });
        var encoding = headers.remove("content-encoding");
        if (encoding != null) {
            var rest = List.of(encoding.split(",")).stream()
                    .map(String::trim)
                    .filter(e -> !e.equals("aws-chunked") && !e.isEmpty())
                    .toList();
            if (!rest.isEmpty()) {
                headers.put("content-encoding", String.join(",", rest));
            }
        }
        headers.putIfAbsent("content-type", "binary/octet-stream");
        return headers;
    }

    private void get(HttpExchange exchange, S3Caller caller, String bucket, String key, Map<String, String> query)
            throws IOException {
        var stored = store.find(bucket, key);
        if (stored == null) {
            throw caller.nothingThere(bucket);
        }
        var etag = "\"" + stored.etag() + "\"";
        var headers = exchange.getResponseHeaders();
        stored.headers().forEach((name, value) -> {
            if (!name.equals(CRC32)) {
                headers.set(name, value);
            }
        });
        query.forEach((name, value) -> {
            if (name.startsWith("response-")) {
                headers.set(name.substring("response-".length()), value);
            }
        });
        headers.set("ETag", etag);
        headers.set(
                "Last-Modified",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(stored.modified().atOffset(ZoneOffset.UTC)));
        headers.set("Accept-Ranges", "bytes");
        var range = Range.parse(exchange.getRequestHeaders().getFirst("Range"), stored.size());
        if (range.partial()) {
            headers.set(
                    "Content-Range",
                    "bytes " + range.from() + "-" + (range.from() + range.length() - 1) + "/" + stored.size());
        } else if ("ENABLED".equalsIgnoreCase(exchange.getRequestHeaders().getFirst("x-amz-checksum-mode"))) {
            headers.set(CRC32, stored.headers().get(CRC32));
            headers.set("x-amz-checksum-type", "FULL_OBJECT");
        }
        send(exchange, bucket, key, range);
    }

    private void send(HttpExchange exchange, String bucket, String key, Range range) throws IOException {
        var status = range.partial() ? 206 : 200;
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(range.length()));
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        InputStream in;
        try {
            in = store.open(bucket, key, range.from());
        } catch (java.nio.file.NoSuchFileException e) {
            throw S3Error.noSuchKey();
        }
        try (in) {
            exchange.sendResponseHeaders(status, range.length() == 0 ? -1 : range.length());
            var left = range.length();
            var buffer = new byte[64 * 1024];
            while (left > 0) {
                var read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                exchange.getResponseBody().write(buffer, 0, read);
                left -= read;
            }
        }
    }

    private record Range(long from, long length, boolean partial) {
        static Range parse(String header, long size) {
            if (header == null || !header.matches("bytes=(\\d+-\\d*|-\\d+)")) {
                return new Range(0, size, false);
            }
            var spec = header.substring("bytes=".length());
            var dash = spec.indexOf('-');
            long from;
            long to;
            try {
                if (dash == 0) {
                    from = Math.max(0, size - Long.parseLong(spec.substring(1)));
                    to = size - 1;
                } else {
                    from = Long.parseLong(spec.substring(0, dash));
                    to = dash == spec.length() - 1
                            ? size - 1
                            : Math.min(size - 1, Long.parseLong(spec.substring(dash + 1)));
                }
            } catch (NumberFormatException e) {
                return new Range(0, size, false);
            }
            if (from >= size || to < from) {
                throw new S3Error(416, "InvalidRange", "The requested range is not satisfiable");
            }
            return new Range(from, to - from + 1, true);
        }
    }

    private void copy(HttpExchange exchange, S3Caller caller, String bucket, String key) throws IOException {
        var source = URLDecoder.decode(
                exchange.getRequestHeaders().getFirst("x-amz-copy-source").replace("+", "%2B"), StandardCharsets.UTF_8);
        source = source.startsWith("/") ? source.substring(1) : source;
        var slash = source.indexOf('/');
        if (slash < 0) {
            throw S3Error.noSuchKey();
        }
        var sourceBucket = source.substring(0, slash);
        caller.require("GetObject", sourceBucket, source.substring(slash + 1));
        var from = store.find(sourceBucket, source.substring(slash + 1));
        if (from == null) {
            throw caller.nothingThere(sourceBucket);
        }
        var wanted = exchange.getRequestHeaders().getFirst("x-amz-copy-source-if-match");
        if (wanted != null && !wanted.replace("\"", "").equals(from.etag())) {
            throw conditionFailed();
        }
        var replace = "REPLACE".equals(exchange.getRequestHeaders().getFirst("x-amz-metadata-directive"));
        var headers = replace ? kept(exchange) : new HashMap<>(from.headers());
        headers.put(CRC32, from.headers().get(CRC32));
        ObjectStore.Stored stored;
        try (var in = store.open(sourceBucket, from.key(), 0)) {
            var upload = store.upload(bucket, new Limited(in, from.size()));
            stored = store.publish(bucket, key, upload, headers, Instant.now());
        }
        Http.send(
                exchange,
                200,
                "application/xml",
                Xml.document(
                        "CopyObjectResult",
                        x -> x.element("ETag", "\"" + stored.etag() + "\"")
                                .element("LastModified", stored.modified())));
    }

    /** The body's share of an object's file. */
    private static final class Limited extends java.io.FilterInputStream {
        private long left;

        Limited(InputStream in, long length) {
            super(in);
            left = length;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            var read = in.read(bytes, offset, (int) Math.min(length, left));
            left -= Math.max(0, read);
            return read;
        }
    }
}
