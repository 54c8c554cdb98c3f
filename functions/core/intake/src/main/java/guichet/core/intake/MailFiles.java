package guichet.core.intake;

import guichet.core.desk.Desk;
import guichet.core.mail.IncomingMail;
import guichet.core.ticket.Attachment;
import guichet.core.ticket.Redaction.RefusedFile;
import java.util.ArrayList;
import java.util.List;

/** A mail's files, those that its desk takes and those that it refuses. */
public record MailFiles(List<KeptFile> kept, List<RefusedFile> refused) {
    private static final int ID_LENGTH = 24;

    /**
     * @param attachment as the ticket names it; its id follows from the mail, so that a repeated delivery writes over
     *     what it wrote
     */
    public record KeptFile(Attachment attachment, byte[] content) {}

    static MailFiles of(Desk desk, IncomingMail mail) {
        var kept = new ArrayList<KeptFile>();
        var refused = new ArrayList<RefusedFile>();
        int number = 0;
        for (var file : mail.attachments()) {
            var refusal = FileRules.refusal(desk, mail, file, ++number);
            if (refusal.isPresent()) {
                refused.add(new RefusedFile(file.safeName(), refusal.get()));
                continue;
            }
            var id = mail.fingerprint().substring(0, ID_LENGTH) + "-" + number;
            kept.add(new KeptFile(
                    new Attachment(id, file.safeName(), file.type(), file.size(), file.contentId()), file.content()));
        }
        return new MailFiles(kept, refused);
    }

    List<Attachment> attachments() {
        return kept.stream().map(KeptFile::attachment).toList();
    }
}
