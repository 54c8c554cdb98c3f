package guichet.store;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Objects in a bucket: texts, attachments, raw mails. Keys are always of our own choosing; a name that somebody else
 * gave goes only into the header that says what to save a download as.
 */
public final class FileStore implements Blobs {
    private static final Duration SHORTEST_LINK = Duration.ofSeconds(60);
    private static final Duration LONGEST_LINK = Duration.ofSeconds(300);
    private static final int LONGEST_NAME = 120;
    private static final int CONDITION_FAILED = 412;
    private static final int NOTHING_IN_RANGE = 416;

    private final S3Client s3;
    private final S3Presigner presigner;
    private final String bucket;

    /** Where an attachment lies, whichever way it came: by mail or by upload. */
    public static String attachmentKey(String desk, String id) {
        return "attachments/" + desk + "/" + id;
    }

    /** Where a file is put by whoever uploads it, until a message names it. No link ever leads here to read. */
    public static String uploadKey(String desk, String id) {
        return "uploads/" + desk + "/" + id;
    }

    public FileStore(S3Client s3, S3Presigner presigner, String bucket) {
        this.s3 = s3;
        this.presigner = presigner;
        this.bucket = bucket;
    }

    @Override
    public void put(String key, byte[] bytes) {
        put(key, bytes, "application/octet-stream");
    }

    public void put(String key, byte[] bytes, String type) {
        s3.putObject(put -> put.bucket(bucket).key(key).contentType(type), RequestBody.fromBytes(bytes));
    }

    @Override
    public Optional<byte[]> get(String key) {
        try {
            return Optional.of(
                    s3.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asByteArrayUnsafe());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    /**
     * The beginning of an object.
     *
     * @param size bytes of the whole object
     * @param version its ETag: another once something else was put there
     */
    public record Beginning(byte[] bytes, long size, String version) {}

    /** The first bytes of an object, at most so many; empty where there is no such object, or nothing in it. */
    public Optional<Beginning> beginning(String key, int most) {
        try {
            var read = s3.getObjectAsBytes(get -> get.bucket(bucket).key(key).range("bytes=0-" + (most - 1)));
            var answer = read.response();
            var range = answer.contentRange(); // bytes 0-99/1000
            var size =
                    range == null ? answer.contentLength() : Long.valueOf(range.substring(range.lastIndexOf('/') + 1));
            return Optional.of(new Beginning(read.asByteArrayUnsafe(), size, answer.eTag()));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (S3Exception e) {
            if (e.statusCode() == NOTHING_IN_RANGE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Copies an object within the bucket, without its bytes coming here.
     *
     * @return false if it is no longer of that version
     */
    public boolean copy(String from, String version, String to) {
        try {
            s3.copyObject(copy -> copy.sourceBucket(bucket)
                    .sourceKey(from)
                    .copySourceIfMatch(version)
                    .destinationBucket(bucket)
                    .destinationKey(to));
            return true;
        } catch (NoSuchKeyException e) {
            return false;
        } catch (S3Exception e) {
            if (e.statusCode() == CONDITION_FAILED) {
                return false;
            }
            throw e;
        }
    }

    /** Deletes an object, there or not. */
    public void delete(String key) {
        s3.deleteObject(delete -> delete.bucket(bucket).key(key));
    }

    /**
     * A link that downloads the object as a file of that name, for 60 to 300 seconds. It opens nothing in the browser,
     * whatever the object is.
     */
    public URI downloadLink(String key, String name, Duration valid) {
        return link(key, name, "application/octet-stream", valid);
    }

    /**
     * The same for a picture that a page shows: in an image it is what {@code type} says, opened by itself it is still
     * a download.
     */
    public URI pictureLink(String key, String name, String type, Duration valid) {
        return link(key, name, type, valid);
    }

    private URI link(String key, String name, String type, Duration valid) {
        return URI.create(presigner
                .presignGetObject(presign -> presign.signatureDuration(within(valid))
                        .getObjectRequest(get -> get.bucket(bucket)
                                .key(key)
                                .responseContentType(type)
                                .responseContentDisposition(disposition(name))))
                .url()
                .toString());
    }

    /**
     * A link to which exactly so many bytes can be put, for 60 to 300 seconds. Whoever uses it sends that length and
     * type.
     */
    public URI uploadLink(String key, long size, String type, Duration valid) {
        return URI.create(presigner
                .presignPutObject(presign -> presign.signatureDuration(within(valid))
                        .putObjectRequest(put ->
                                put.bucket(bucket).key(key).contentLength(size).contentType(type)))
                .url()
                .toString());
    }

    private static Duration within(Duration valid) {
        return valid.compareTo(SHORTEST_LINK) < 0
                ? SHORTEST_LINK
                : valid.compareTo(LONGEST_LINK) > 0 ? LONGEST_LINK : valid;
    }

    /** RFC 6266, with a name in ASCII for those who read no other (RFC 5987 gives the name itself). */
    static String disposition(String name) {
        var safe = name.replaceAll("[\\p{Cntrl}\\p{Cf}/\\\\:*?\"<>|]", "_").strip();
        var kept = safe.replace(".", "").isBlank() ? "file" : shortened(safe);
        var encoded = new StringBuilder();
        for (var b : kept.getBytes(StandardCharsets.UTF_8)) {
            var c = (char) (b & 0xff);
            encoded.append(
                    c < 128 && (Character.isLetterOrDigit(c) || "!#$&+-.^_`|~".indexOf(c) >= 0)
                            ? String.valueOf(c)
                            : "%%%02X".formatted((int) c));
        }
        return "attachment; filename=\"" + kept.replaceAll("[^ -~]|[%;]", "_") + "\"; filename*=UTF-8''" + encoded;
    }

    /** The end of a name says what kind of file it is, and stays. */
    private static String shortened(String name) {
        var points = name.codePoints().toArray();
        return points.length <= LONGEST_NAME
                ? name
                : new String(points, 0, LONGEST_NAME - 20) + "…" + new String(points, points.length - 19, 19);
    }
}
