package guichet.local.aws;

/** A refusal with the name that the SDK turns into an exception. */
final class SesError extends RuntimeException {
    final int status;
    final String type;

    SesError(int status, String type, String message) {
        super(message, null, false, false);
        this.status = status;
        this.type = type;
    }

    static SesError badRequest(String message) {
        return new SesError(400, "BadRequestException", message);
    }
}
