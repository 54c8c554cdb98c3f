package guichet.local.aws;

import java.util.Optional;

/** Who calls S3, and what that one may do there. */
record S3Caller(String key, Door door) {
    /** @throws S3Error 403 if it may not be done */
    void require(String operation, String bucket, String object) {
        refusal(operation, bucket, object).ifPresent(why -> {
            throw new S3Error(403, "AccessDenied", why);
        });
    }

    /** @param object empty for what is done to the bucket itself */
    Optional<String> refusal(String operation, String bucket, String object) {
        return door.refusal(
                key,
                "s3",
                operation,
                () -> Http.JSON.createObjectNode().put("Bucket", bucket).put("Key", object));
    }

    /** @param prefix null where none is asked for */
    void requireList(String bucket, String prefix) {
        door.refusal(key, "s3", "ListObjectsV2", () -> {
                    var request = Http.JSON.createObjectNode().put("Bucket", bucket);
                    return prefix == null ? request : request.put("Prefix", prefix);
                })
                .ifPresent(why -> {
                    throw new S3Error(403, "AccessDenied", why);
                });
    }

    /** What to say where no such object is: whoever may not list is not told that there is none. */
    S3Error nothingThere(String bucket) {
        return refusal(ApiCall.NOTHING_THERE, bucket, "")
                .map(why -> new S3Error(403, "AccessDenied", why))
                .orElseGet(S3Error::noSuchKey);
    }
}
