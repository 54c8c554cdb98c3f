package guichet.core.mail;

import guichet.core.mail.mime.FlowedText;
import guichet.core.mail.mime.MimeMessage;
import guichet.core.mail.mime.Part;
import guichet.core.mail.mime.SignedData;
import guichet.core.mail.mime.Tnef;
import java.util.ArrayList;
import java.util.List;

/** Looks through a raw mail for what must not be kept of it: its texts, its text files, and what lies within it. */
final class MaskedMailSearch {
    /** Of mails within mails; what lies deeper is not looked into. */
    static final int DEEPEST = 5;

    private MaskedMailSearch() {}

    /**
     * All of the mail before any of it is written: a value stands in the signature that was named as a password below.
     */
    static void collect(byte[] raw, Masking masking, int depth) {
        var root = MimeMessage.parse(raw).root();
        var content = Content.of(root, new ArrayList<>(), ReadOptions.DEFAULT);
        masking.find(root.headers().decoded("Subject"), content);
        collect(root, masking, depth);
    }

    private static void collect(Part part, Masking masking, int depth) {
        part.children().forEach(child -> collect(child, masking, depth));
        var signed = SignedData.open(part);
        if (isMail(part)) {
            if (depth < DEEPEST) {
                collect(part.content(), masking, depth + 1);
            }
        } else if (signed.isPresent()) {
            if (depth < DEEPEST) {
                collect(signed.get().root(), masking, depth + 1);
            }
        } else if (Tnef.is(part)) {
            masking.find(unpacked(part));
        } else if (Masking.isText(part.type().value())
                && (isFile(part) || !part.type().is("text/html"))
                && masking.spend(part.content().length)) {
            masking.findInFile(part.type().value(), lines(part));
        }
    }

    private static List<MailAttachment> unpacked(Part winmail) {
        return Tnef.unpack(winmail.content()).stream()
                .flatMap(container -> container.files().stream())
                .map(file -> new MailAttachment(
                        file.name(), FileNames.typeOf(file.name()), file.content(), file.contentId(), false))
                .toList();
    }

    private static boolean isFile(Part part) {
        return part.disposition().is("attachment") || !part.name().isEmpty();
    }

    /** As they are read: a word that was broken into lines on its way is one again. */
    static String lines(Part part) {
        String text = part.text().replace("\r\n", "\n");
        if (Masking.isCalendar(part.type().value())) {
            return Masking.unfolded(text);
        }
        return isFile(part) || text.length() > Masking.MOST_LOOKED_INTO ? text : FlowedText.read(text, part.type());
    }

    static boolean isMail(Part part) {
        return !part.isMultipart() && Masking.isMail(part.type().value());
    }
}
