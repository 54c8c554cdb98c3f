package guichet.notifier;

import guichet.core.desk.Desk;
import guichet.core.desk.Trigger;
import guichet.core.notice.Notice;
import guichet.core.notice.OwnMessageId;
import guichet.core.notice.ReplyAddress;
import guichet.core.signing.SigningKeys;
import guichet.core.ticket.Ticket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.stream.Collectors;
import org.apache.james.mime4j.codec.EncoderUtil;
import org.apache.james.mime4j.codec.EncoderUtil.Usage;

/**
 * A notice as the bytes of a mail: multipart/alternative, with the headers by which its answer finds the ticket again.
 */
final class MailWriter {
    private static final String BOUNDARY = "=_guichet_alternative_=";

    private MailWriter() {}

    /** SES puts its own Message-ID and Date on it. */
    static byte[] write(Desk desk, Ticket ticket, Notice notice, MailContent content, SigningKeys keys) {
        var out = new ByteArrayOutputStream(4096);
        header(out, "From", mailbox(content.desk(), desk.address()));
        header(out, "To", mailbox(notice.to().name(), notice.to().address()));
        header(
                out,
                "Reply-To",
                mailbox(
                        content.desk(),
                        ReplyAddress.of(
                                keys, desk.address(), ticket.id(), notice.to().address())));
        header(out, "Subject", text(content.subject(), "Subject".length() + 2));
        if (!ticket.mails().isEmpty()) {
            header(out, "In-Reply-To", "<" + oneLine(ticket.mails().getLast()) + ">");
        }
        header(out, "References", references(desk, ticket));
        header(out, "Auto-Submitted", answersMail(notice) ? "auto-replied" : "auto-generated");
        header(out, "X-Auto-Response-Suppress", "All");
        header(out, "X-Guichet-Ticket", ticket.id().toString());
        header(out, "Content-Language", content.language());
        header(out, "MIME-Version", "1.0");
        header(out, "Content-Type", "multipart/alternative; boundary=\"" + BOUNDARY + "\"");
        line(out, "");
        part(out, "text/plain", NoticeTemplates.text(content).render());
        part(out, "text/html", NoticeTemplates.html(content).render());
        line(out, "--" + BOUNDARY + "--");
        return out.toByteArray();
    }

    /** RFC 3834, section 5: what answers a mail is auto-replied, what something else set off is auto-generated. */
    private static boolean answersMail(Notice notice) {
        return notice.on().isOfTheMail() || notice.on() == Trigger.CREATED && !notice.staff();
    }

    private static String references(Desk desk, Ticket ticket) {
        var ids = new LinkedHashSet<String>();
        ids.addAll(ticket.mails());
        ids.add(OwnMessageId.of(ticket.id(), desk.address()));
        return ids.stream().map(id -> "<" + oneLine(id) + ">").collect(Collectors.joining("\r\n "));
    }

    /** The text is base64: no line of it is ever too long, starts with a dot or looks like our boundary. */
    private static void part(ByteArrayOutputStream out, String type, String text) {
        line(out, "--" + BOUNDARY);
        header(out, "Content-Type", type + "; charset=utf-8");
        header(out, "Content-Transfer-Encoding", "base64");
        line(out, "");
        var bytes = text.replaceAll("\\R", "\r\n").getBytes(StandardCharsets.UTF_8);
        out.writeBytes(
                java.util.Base64.getMimeEncoder(76, new byte[] {'\r', '\n'}).encode(bytes));
        line(out, "");
    }

    private static String mailbox(String name, String address) {
        var bare = oneLine(address);
        var shown = oneLine(name);
        return shown.isBlank() ? bare : EncoderUtil.encodeAddressDisplayName(shown) + " <" + bare + ">";
    }

    private static String text(String value, int used) {
        return EncoderUtil.encodeIfNecessary(oneLine(value), Usage.TEXT_TOKEN, used)
                .replace("?= =?", "?=\r\n =?");
    }

    /** No header is ever injected: a line break or another control in a name or a subject becomes a space. */
    static String oneLine(String value) {
        return value.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    private static void header(ByteArrayOutputStream out, String name, String value) {
        line(out, name + ": " + value);
    }

    private static void line(ByteArrayOutputStream out, String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.write('\r');
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
