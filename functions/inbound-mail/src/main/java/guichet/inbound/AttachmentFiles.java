package guichet.inbound;

import guichet.core.desk.Desk;
import guichet.core.intake.FileRules;
import guichet.core.mail.IncomingMail;
import guichet.core.ticket.Redaction.RefusedFile;
import guichet.store.Blobs;
import guichet.store.FileStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts a mail's files away, by the desk's rules. Their ids follow from the mail, so that a repeated delivery writes
 * over what it wrote.
 */
@ApplicationScoped
class AttachmentFiles {
    /** Files on the ticket, and those that were not kept. */
    record Kept(List<guichet.core.ticket.Attachment> attachments, List<RefusedFile> refused) {}

    @Inject
    Blobs blobs;

    Kept keep(Desk desk, IncomingMail mail) {
        var kept = new ArrayList<guichet.core.ticket.Attachment>();
        var refused = new ArrayList<RefusedFile>();
        int number = 0;
        for (var file : mail.attachments()) {
            var refusal = FileRules.refusal(desk, mail, file, ++number);
            if (refusal.isPresent()) {
                refused.add(new RefusedFile(file.safeName(), refusal.get()));
                continue;
            }
            var id = mail.fingerprint().substring(0, 24) + "-" + number;
            blobs.put(FileStore.attachmentKey(desk.id(), id), file.content());
            kept.add(new guichet.core.ticket.Attachment(
                    id, file.safeName(), file.type(), file.size(), file.contentId()));
        }
        return new Kept(kept, refused);
    }
}
