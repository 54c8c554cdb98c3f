package guichet.core.intake;

import guichet.core.desk.Desk;
import guichet.core.mail.IncomingMail;
import guichet.core.mail.MailAttachment;
import guichet.core.mail.Verdicts.Verdict;
import guichet.core.ticket.Redaction.Why;
import java.util.Locale;
import java.util.Optional;

/** Which of a mail's files a desk takes. */
public final class FileRules {
    private static final int MOST = 100;

    private FileRules() {}

    /** Why this one is not kept; empty when it is. @param number of the file among the mail's, from 1 */
    public static Optional<Why> refusal(Desk desk, IncomingMail mail, MailAttachment file, int number) {
        var name = file.safeName().toLowerCase(Locale.ROOT);
        if (mail.verdicts().virus() == Verdict.FAIL) {
            return Optional.of(Why.VIRUS);
        }
        if (file.executable() || desk.mail().refusedFiles().contains(name.substring(name.lastIndexOf('.') + 1))) {
            return Optional.of(Why.PROGRAM);
        }
        if (file.size() > desk.mail().maxAttachment()) {
            return Optional.of(Why.TOO_LARGE);
        }
        return number > MOST ? Optional.of(Why.TOO_MANY) : Optional.empty();
    }
}
