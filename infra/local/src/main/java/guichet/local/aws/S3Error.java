package guichet.local.aws;

/** An answer other than the one asked for, with S3's own code. */
final class S3Error extends RuntimeException {
    final int status;
    final String code;

    S3Error(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static S3Error noSuchKey() {
        return new S3Error(404, "NoSuchKey", "The specified key does not exist.");
    }

    static S3Error notEmulated(String what) {
        return new S3Error(501, "NotImplemented", "The local stack does not emulate " + what);
    }
}
