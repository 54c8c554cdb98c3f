package guichet.local;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/** The stack does not start; the message is the one line that says why. */
public final class StartException extends IOException {
    public StartException(String message) {
        super(message);
    }

    /** In a person's words where the exception's own are not. */
    static String reason(Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains("No space left on device")) {
                return "no space left on the disk";
            }
            if (cause instanceof AccessDeniedException denied) {
                return "permission denied: " + denied.getFile();
            }
            if (cause instanceof FileSystemException file && file.getReason() != null) {
                return file.getReason() + ": " + file.getFile();
            }
            if (cause instanceof BindException) {
                return "address already in use";
            }
        }
        var message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.lines().findFirst().orElse(message);
    }
}
