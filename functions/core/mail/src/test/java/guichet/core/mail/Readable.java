package guichet.core.mail;

import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What holds of the reading of any bytes at all, whoever made them up: a property test, the fuzzer, or a mail client.
 */
final class Readable {
    private Readable() {}

    static void check(byte[] raw) {
        IncomingMail mail = MailReader.read(raw);
        assertTrue(mail.text().length() <= 40L * raw.length + 1_000, "text grows with the mail");
        assertTrue(
                mail.visible().length() <= mail.text().length()
                        && !mail.visible().isBlank(),
                () -> mail.text() + "\n=== shows ===\n" + mail.visible());
        long files = mail.attachments().stream().mapToLong(MailAttachment::size).sum();
        assertTrue(files <= 3L * raw.length + 100, "files are no larger than what came");
        assertTrue(mail.subject().indexOf('\n') < 0 && mail.subject().indexOf('\r') < 0, "a subject is one line");
        for (MailAttachment a : mail.attachments()) {
            assertTrue(!a.name().isBlank() && !a.safeName().isBlank(), "every file has a name");
        }
        ThreadingHints.of(mail);
        byte[] masked = MaskedMail.of(raw);
        if (masked != raw) {
            MailReader.read(masked);
        }
    }
}
