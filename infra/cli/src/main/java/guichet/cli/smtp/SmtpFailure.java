package guichet.cli.smtp;

/** Why a mail was not handed over, in one line for whoever sent it. */
public final class SmtpFailure extends RuntimeException {
    SmtpFailure(String message) {
        super(message.replaceAll("\\s*\\R\\s*", " "), null, false, false);
    }
}
