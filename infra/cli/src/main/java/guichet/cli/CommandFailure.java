package guichet.cli;

/** Why a command could not do what it was asked, in one line for whoever typed it. */
final class CommandFailure extends RuntimeException {
    CommandFailure(String message) {
        super(message.replaceAll("\\s*\\R\\s*", " "), null, false, false);
    }
}
