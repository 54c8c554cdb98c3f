package guichet.notifier;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** One layout, in text and in HTML, checked when it is built. */
@CheckedTemplate(basePath = "")
final class NoticeTemplates {
    private NoticeTemplates() {}

    static native TemplateInstance html(MailContent mail);

    static native TemplateInstance text(MailContent mail);
}
