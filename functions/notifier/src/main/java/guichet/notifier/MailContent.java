package guichet.notifier;

import guichet.core.desk.Desk;
import guichet.core.desk.Language;
import guichet.core.desk.LocalizedText;
import guichet.core.desk.State.WaitingFor;
import guichet.core.notice.Notice;
import guichet.core.notice.TextTemplates;
import guichet.core.notice.Typography;
import guichet.core.ticket.Attachment;
import guichet.core.ticket.RecordedEvent;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketEvent.MessageAdded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a notice says, in its reader's language, before it is made text and HTML.
 *
 * @param intro the desk's text, and what the robot wrote in its name
 * @param messages what people wrote
 * @param context the reader's own last words, where this answers them
 * @param hint what an answer to this mail does; empty where the desk's text says so itself
 * @param foot what the desk says at the foot of each mail to a customer (S2-05)
 */
public record MailContent(
        String language,
        String subject,
        String desk,
        List<Paragraph> intro,
        List<Said> messages,
        Optional<String> context,
        String ticket,
        String title,
        String state,
        Optional<String> hint,
        Optional<String> link,
        String linkLabel,
        String contextLabel,
        String filesLabel,
        List<Paragraph> foot) {

    /** @param by who wrote it, as a sentence; empty where the desk's text has said so */
    public record Said(Optional<String> by, List<String> paragraphs, List<String> files) {}

    /**
     * @param organization name of the requester's, where the text asks for it
     * @param portal where the portal is; empty when it has no address yet
     */
    public static MailContent of(
            Desk desk,
            Ticket ticket,
            List<RecordedEvent> events,
            Notice notice,
            Optional<String> organization,
            Optional<String> portal) {
        var language = notice.language();
        var values = TextTemplates.facts(desk, ticket, language, organization);
        values.putAll(notice.values());
        var told = events.stream()
                .filter(recorded -> notice.messages().contains(recorded.seq()))
                .toList();
        var robot = told.stream()
                .filter(recorded -> !recorded.by().isPerson())
                .map(recorded -> message(recorded).body().text())
                .toList();
        var intro = Stream.concat(
                        Stream.of(TextTemplates.of(desk, ticket, events, notice, organization)), robot.stream())
                .flatMap(text -> paragraphs(text).stream())
                .toList();
        return new MailContent(
                language.code(),
                "[" + ticket.id() + "] " + ticket.subject(),
                values.get("desk"),
                ours(intro),
                said(intro, told, language),
                context(ticket, notice),
                ticket.id().toString(),
                ticket.subject(),
                values.get("state"),
                hint(desk, ticket, notice, !robot.isEmpty()),
                portal.map(url -> url + "/tickets/" + ticket.mergedInto().orElse(ticket.id())),
                set(MailWords.LINK, language),
                set(MailWords.CONTEXT, language),
                set(MailWords.FILES, language),
                foot(desk, notice, values));
    }

    /** A text that ends in a colon has said who wrote the message that it leads to. */
    private static List<Said> said(List<String> intro, List<RecordedEvent> told, Language language) {
        var byPeople =
                told.stream().filter(recorded -> recorded.by().isPerson()).toList();
        var introduced = !intro.isEmpty() && intro.getLast().endsWith(":");
        return IntStream.range(0, byPeople.size())
                .mapToObj(i -> {
                    var message = message(byPeople.get(i)).body();
                    var author = byPeople.get(i).by().person().display();
                    return new Said(
                            i == 0 && introduced ? Optional.empty() : Optional.of(wrote(author, language)),
                            paragraphs(message.text()),
                            message.attachments().stream().map(Attachment::name).toList());
                })
                .toList();
    }

    private static String wrote(String author, Language language) {
        return MailWords.WROTE.with(author).in(language);
    }

    private static MessageAdded message(RecordedEvent recorded) {
        return (MessageAdded) recorded.event();
    }

    /** Quoted to the requester only, and only beside something new: it is theirs. */
    private static Optional<String> context(Ticket ticket, Notice notice) {
        return notice.to().address().equals(ticket.requester().address())
                        && !notice.messages().isEmpty()
                ? ticket.lastWords()
                : Optional.empty();
    }

    private static List<Paragraph> foot(Desk desk, Notice notice, Map<String, String> values) {
        return notice.staff()
                ? List.of()
                : desk.office()
                        .foot()
                        .map(name -> ours(paragraphs(TextTemplates.render(desk, name, notice.language(), values))))
                        .orElse(List.of());
    }

    private static Optional<String> hint(Desk desk, Ticket ticket, Notice notice, boolean robot) {
        var language = notice.language();
        if (notice.staff()) {
            return Optional.of(
                    isReached(desk, ticket)
                            ? set(MailWords.HINT_AGENT, language)
                            : set(MailWords.HINT_UNREACHABLE, language));
        }
        return robot || invites(desk, ticket, notice)
                ? Optional.empty()
                : Optional.of(set(MailWords.HINT_CUSTOMER, language));
    }

    private static boolean isReached(Desk desk, Ticket ticket) {
        var address = ticket.requester().address();
        return !address.isBlank()
                && !desk.isOurs(address)
                && !ticket.unreachable().contains(address);
    }

    /** Where a ticket begins, waits for its customer or ends, the desk's text says what an answer does. */
    private static boolean invites(Desk desk, Ticket ticket, Notice notice) {
        return notice.text().isPresent()
                && switch (notice.on()) {
                    case CREATED -> true;
                    case ENTERED ->
                        desk.types()
                                .getOrDefault(ticket.type(), desk.defaultType())
                                .state(ticket.state())
                                .filter(state ->
                                        state.closed() || state.waitingFor().equals(Optional.of(WaitingFor.CUSTOMER)))
                                .isPresent();
                    default -> false;
                };
    }

    private static List<Paragraph> ours(List<String> paragraphs) {
        return paragraphs.stream().map(Paragraph::new).toList();
    }

    /** Parted at blank lines; what stands before the words of a line stays, for it may be a column's. */
    static List<String> paragraphs(String text) {
        var paragraphs = new ArrayList<String>();
        var paragraph = new StringJoiner("\n");
        for (var line : (Iterable<String>) Stream.concat(text.lines(), Stream.of(""))::iterator) {
            if (!line.isBlank()) {
                paragraph.add(line);
            } else if (paragraph.length() > 0) {
                paragraphs.add(paragraph.toString());
                paragraph = new StringJoiner("\n");
            }
        }
        return paragraphs;
    }

    private static String set(LocalizedText words, Language language) {
        return Typography.set(words.in(language), language);
    }
}
