package guichet.local.aws;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Buckets of objects on disk. An object is one file (body, then its description, then that one's length), written
 * beside its place and moved into it, so that it is there whole or not at all. Keys are listed in the order of their
 * UTF-8 bytes.
 */
public final class ObjectStore {
    private static final Comparator<String> BY_UTF8 =
            (a, b) -> Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

    /** @param headers content type, user metadata and the like, names in lower case */
    public record Stored(String key, long size, String etag, Instant modified, Map<String, String> headers) {}

    private final Path folder;
    private final boolean sync;
    private final Map<String, NavigableMap<String, Stored>> buckets = new ConcurrentHashMap<>();

    ObjectStore(Path folder, boolean sync) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.sync = sync;
        try (var found = Files.list(folder)) {
            for (var bucket : found.filter(Files::isDirectory).toList()) {
                load(bucket);
            }
        }
    }

    private void load(Path bucket) throws IOException {
        var objects = new ConcurrentSkipListMap<String, Stored>(BY_UTF8);
        try (var files = Files.list(bucket)) {
            for (var file : files.toList()) {
                if (file.toString().endsWith(DurableFiles.TEMPORARY)) {
                    Files.delete(file);
                } else {
                    var stored = description(file);
                    objects.put(stored.key(), stored);
                }
            }
        }
        buckets.put(bucket.getFileName().toString(), objects);
    }

    public Set<String> buckets() {
        return buckets.keySet();
    }

    public boolean exists(String bucket) {
        return buckets.containsKey(bucket);
    }

    public void create(String bucket) throws IOException {
        Files.createDirectories(folder.resolve(bucket));
        buckets.computeIfAbsent(bucket, b -> new ConcurrentSkipListMap<>(BY_UTF8));
    }

    /** The objects of a bucket in the order of their keys, or null when there is no such bucket. */
    public NavigableMap<String, Stored> objects(String bucket) {
        return buckets.get(bucket);
    }

    public Stored find(String bucket, String key) {
        var objects = buckets.get(bucket);
        return objects == null ? null : objects.get(key);
    }

    /** A body that is on disk and not yet an object: checked by the caller, then published or dropped. */
    final class Upload {
        private final Path temporary;
        final byte[] md5;
        final long size;

        private Upload(Path temporary, byte[] md5, long size) {
            this.temporary = temporary;
            this.md5 = md5;
            this.size = size;
        }

        void drop() throws IOException {
            Files.deleteIfExists(temporary);
        }
    }

    Upload upload(String bucket, InputStream body) throws IOException {
        var temporary = DurableFiles.temporary(folder.resolve(bucket).resolve("upload"));
        try (var out = Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW)) {
            var digest = MessageDigest.getInstance("MD5");
            var size = body.transferTo(new DigestOutputStream(out, digest));
            return new Upload(temporary, digest.digest(), size);
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Stored publish(String bucket, String key, Upload upload, Map<String, String> headers, Instant now)
            throws IOException {
        var stored = new Stored(key, upload.size, HexFormat.of().formatHex(upload.md5), now, Map.copyOf(headers));
        var json = Http.JSON
                .createObjectNode()
                .put("key", key)
                .put("size", upload.size)
                .put("etag", stored.etag())
                .put("modified", now.toString());
        var headersJson = json.putObject("headers");
        headers.forEach(headersJson::put);
        var description = Http.JSON.writeValueAsBytes(json);
        try (var channel = FileChannel.open(upload.temporary, StandardOpenOption.APPEND)) {
            var footer = ByteBuffer.allocate(description.length + 4)
                    .put(description)
                    .putInt(description.length)
                    .flip();
            while (footer.hasRemaining()) {
                channel.write(footer);
            }
            if (sync) {
                channel.force(true);
            }
        } catch (IOException e) {
            upload.drop();
            throw e;
        }
        DurableFiles.publish(upload.temporary, file(bucket, key), sync);
        buckets.get(bucket).put(key, stored);
        return stored;
    }

    /** Stores small bytes as S3's own services do. */
    public Stored put(String bucket, String key, byte[] body, Map<String, String> headers, Instant now)
            throws IOException {
        return publish(bucket, key, upload(bucket, new java.io.ByteArrayInputStream(body)), headers, now);
    }

    public InputStream open(String bucket, String key, long from) throws IOException {
        var channel = FileChannel.open(file(bucket, key), StandardOpenOption.READ);
        channel.position(from);
        return Channels.newInputStream(channel);
    }

    public byte[] read(String bucket, String key) throws IOException {
        var stored = find(bucket, key);
        if (stored == null) {
            throw new java.nio.file.NoSuchFileException(bucket + "/" + key);
        }
        try (var in = open(bucket, key, 0)) {
            return in.readNBytes((int) stored.size());
        }
    }

    public void delete(String bucket, String key) throws IOException {
        buckets.get(bucket).remove(key);
        Files.deleteIfExists(file(bucket, key));
    }

    boolean drop(String bucket) throws IOException {
        if (!buckets.get(bucket).isEmpty()) {
            return false;
        }
        buckets.remove(bucket);
        Files.deleteIfExists(folder.resolve(bucket));
        return true;
    }

    private Path file(String bucket, String key) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return folder.resolve(bucket).resolve(HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stored description(Path file) throws IOException {
        try (var access = new RandomAccessFile(file.toFile(), "r")) {
            access.seek(access.length() - 4);
            var length = access.readInt();
            access.seek(access.length() - 4 - length);
            var bytes = new byte[length];
            new DataInputStream(Channels.newInputStream(access.getChannel())).readFully(bytes);
            var json = Http.JSON.readTree(bytes);
            var headers = new ConcurrentHashMap<String, String>();
            json.get("headers")
                    .properties()
                    .forEach(e -> headers.put(e.getKey(), e.getValue().asText()));
            return new Stored(
                    json.get("key").asText(),
                    json.get("size").asLong(),
                    json.get("etag").asText(),
                    Instant.parse(json.get("modified").asText()),
                    Map.copyOf(headers));
        } catch (IOException | RuntimeException e) {
            throw new IOException(file + " is broken: it is no object of ours", e);
        }
    }
}
