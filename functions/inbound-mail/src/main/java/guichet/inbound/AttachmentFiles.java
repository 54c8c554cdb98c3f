package guichet.inbound;

import guichet.core.desk.Desk;
import guichet.core.mail.Attachment;
import guichet.core.mail.IncomingMail;
import guichet.core.mail.Verdicts.Verdict;
import guichet.store.Blobs;
import guichet.store.FileStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts a mail's files away, by the desk's rules. Their ids follow from the mail, so that a repeated delivery writes over what it wrote. */
@ApplicationScoped
class AttachmentFiles {
    /** @param remarks what agents should know: files that were not kept, and why */
    record Kept(List<guichet.core.ticket.Attachment> attachments, List<String> remarks) {
    }

    private static final int MOST = 100;

    @Inject
    Blobs blobs;

    Kept keep(Desk desk, IncomingMail mail) {
        var kept = new ArrayList<guichet.core.ticket.Attachment>();
        var remarks = new ArrayList<String>();
        int number = 0;
        for (var file : mail.attachments()) {
            var refusal = refusal(desk, mail, file, ++number);
            if (!refusal.isEmpty()) {
                remarks.add(file.safeName() + " – " + refusal);
                continue;
            }
            var id = mail.fingerprint().substring(0, 24) + "-" + number;
            blobs.put(FileStore.attachmentKey(desk.id(), id), file.content());
            kept.add(new guichet.core.ticket.Attachment(id, file.safeName(), file.type(), file.size(), file.contentId()));
        }
        return new Kept(kept, remarks);
    }

    private static String refusal(Desk desk, IncomingMail mail, Attachment file, int number) {
        var name = file.safeName().toLowerCase(Locale.ROOT);
        if (mail.verdicts().virus() == Verdict.FAIL) {
            return "not kept: the mail carries a virus";
        }
        if (file.executable() || desk.mail().refusedFiles().contains(name.substring(name.lastIndexOf('.') + 1))) {
            return "not kept: programs are refused";
        }
        if (file.size() > desk.mail().maxAttachment()) {
            return "not kept: larger than this desk takes";
        }
        return number > MOST ? "not kept: too many files" : "";
    }
}
