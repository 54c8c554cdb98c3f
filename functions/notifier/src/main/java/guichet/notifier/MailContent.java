package guichet.notifier;

import guichet.core.desk.Desk;
import guichet.core.desk.Language;
import guichet.core.notice.Notice;
import guichet.core.notice.Texts;
import guichet.core.notice.Typography;
import guichet.core.ticket.Attachment;
import guichet.core.ticket.Recorded;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketEvent.MessageAdded;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a notice says, in its reader's language, before it is made text and HTML.
 *
 * @param intro    the desk's text, in paragraphs
 * @param messages what was written, with its author
 * @param context  the reader's own last words, where this answers them
 * @param foot     what the desk says at the foot of each mail to a customer (S2-05)
 */
public record MailContent(String language, String subject, String desk, List<String> intro, List<Said> messages, Optional<Said> context,
                          String ticket, String title, String state, String hint, Optional<String> link, String linkLabel, String contextLabel,
                          String filesLabel, List<String> foot) {

    public record Said(String author, List<String> paragraphs, List<String> files) {
    }

    /**
     * @param organization name of the requester's, where the text asks for it
     * @param portal       where the portal is; empty when it has no address yet
     */
    public static MailContent of(Desk desk, Ticket ticket, List<Recorded> events, Notice notice, Optional<String> organization, Optional<String> portal) {
        var language = notice.language();
        var values = Texts.facts(desk, ticket, language, organization);
        values.putAll(notice.values());
        var intro = Texts.of(desk, ticket, notice, organization);
        var messages = events.stream().filter(recorded -> notice.messages().contains(recorded.seq()))
                .map(recorded -> said(desk, recorded, language)).toList();
        return new MailContent(language.code(), "[" + ticket.id() + "] " + ticket.subject(), values.get("desk"), paragraphs(intro), messages,
                context(ticket, notice, messages), ticket.id().toString(), ticket.subject(), values.get("state"), hint(language, notice),
                portal.map(url -> url + "/tickets/" + ticket.id()), in(language, "Voir la demande", "View the request"),
                in(language, "Vous écriviez :", "You wrote:"), in(language, "Pièces jointes :", "Attachments:"), foot(desk, notice, values));
    }

    private static Said said(Desk desk, Recorded recorded, Language language) {
        var message = (MessageAdded) recorded.event();
        var author = recorded.by().isPerson() ? recorded.by().person().display() : Texts.label(desk.name(), "", language);
        return new Said(author, paragraphs(message.body().text()), message.body().attachments().stream().map(Attachment::name).toList());
    }

    /** Quoted to the requester only, and only beside something new: it is theirs. */
    private static Optional<Said> context(Ticket ticket, Notice notice, List<Said> messages) {
        return notice.to().address().equals(ticket.requester().address()) && !messages.isEmpty()
                ? ticket.lastWords().map(words -> new Said(ticket.requester().display(), List.of(words), List.of())) : Optional.empty();
    }

    private static List<String> foot(Desk desk, Notice notice, Map<String, String> values) {
        return notice.staff() ? List.of() : desk.office().foot().map(name -> paragraphs(Texts.render(desk, name, notice.language(), values))).orElse(List.of());
    }

    private static String hint(Language language, Notice notice) {
        return notice.staff()
                ? in(language, "Répondez à ce message pour écrire au demandeur.", "Reply to this message to write to the requester.")
                : in(language, "Répondez à ce message pour compléter la demande.", "Reply to this message to add to the request.");
    }

    static List<String> paragraphs(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\R[ \\t]*(?:\\R[ \\t]*)+"));
    }

    private static String in(Language language, String fr, String en) {
        return switch (language) {
            case FR -> Typography.set(fr, language);
            case EN -> en;
        };
    }
}
