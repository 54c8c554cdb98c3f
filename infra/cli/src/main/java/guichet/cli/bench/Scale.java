package guichet.cli.bench;

/**
 * How much is measured.
 *
 * @param warmUp mails, requests, or tickets due, before anything counts
 * @param mails sent, one SMTP session each
 * @param requests of the list
 * @param due tickets that a sweep finds
 * @param few open tickets among which it finds them first
 * @param starts of each process
 */
public record Scale(int warmUp, int mails, int requests, int due, int few, int starts) {
    public static final Scale FULL = new Scale(500, 1_000, 500, 100, 1_000, 9);
}
