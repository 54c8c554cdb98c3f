package guichet.core.mail;

import guichet.core.mail.mime.Part;
import guichet.core.mail.mime.Remark;
import java.util.List;

/**
 * What a mail holds, once its parts are put together.
 *
 * @param text the whole body, with the marks of {@link guichet.core.html.Marks}
 * @param html cleaned, or empty
 * @param said what the HTML says in words, which may be more than the text does
 */
record Content(String text, String html, List<String> said, List<MailAttachment> attachments) {

    /** @param options zone and language of what is told of a form that is no text */
    static Content of(Part root, List<Remark> remarks, ReadOptions options) {
        var assembly = new BodyAssembly(remarks, options);
        assembly.add(root, 0);
        assembly.readOtherForm();
        return assembly.content();
    }
}
