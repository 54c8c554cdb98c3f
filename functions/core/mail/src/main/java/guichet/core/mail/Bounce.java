package guichet.core.mail;

import java.util.List;

/**
 * What a delivery report says of a mail that did not arrive (RFC 3464; of a plain-text one, what could be found in it).
 * It proves nothing by itself: anybody can write one.
 *
 * @param failures who was not reached; whoever was, or was only passed on to, is not among them (RFC 3464, 2.3.3)
 * @param originalMessageId the Message-ID of the mail that was not delivered, without brackets, or empty
 */
public record Bounce(List<Failure> failures, String originalMessageId) {
    /**
     * One who was not reached.
     *
     * @param address in lower case
     * @param intended the address that the sender wrote to, in lower case; the same, unless it was passed on
     * @param delayed whether the other server still tries (RFC 3464, 2.3.3): nobody has failed yet
     * @param status the enhanced status code (RFC 3463), or empty
     * @param diagnostic what the other server said, on one line, or empty
     */
    public record Failure(String address, String intended, boolean delayed, String status, String diagnostic) {
        /** Whether that address is the one that failed, or that the mail was for. */
        public boolean concerns(String other) {
            return address.equals(other) || intended.equals(other);
        }

        /** The same failure, of the address that was written to. */
        public Failure of(String other) {
            return new Failure(other, other, delayed, status, diagnostic);
        }

        /** What the server said, or its status; empty where it gave no reason. */
        public String said() {
            return diagnostic.isBlank() ? status : diagnostic;
        }
    }

    public List<String> recipients() {
        return failures.stream().map(Failure::address).toList();
    }
}
