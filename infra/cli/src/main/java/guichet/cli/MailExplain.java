package guichet.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import guichet.core.desk.Desk;
import guichet.core.intake.EnvelopeRecipients;
import guichet.core.mail.IncomingMail;
import guichet.core.mail.MailReader;
import guichet.core.mail.Mailbox;
import guichet.store.desks.Desks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One line of JSON a mail: how the helpdesk would take it, and why. */
final class MailExplain {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Desks desks;
    private final Optional<Desk> chosen;
    private final Optional<String> recipient;

    /**
     * @param chosen by whose rules the mail is read; empty: as any desk reads it, and taken by the one that it names
     * @param recipient of the envelope; empty: what the mail says itself
     */
    MailExplain(Desks desks, Optional<Desk> chosen, Optional<String> recipient) {
        this.desks = desks;
        this.chosen = chosen;
        this.recipient = recipient;
    }

    /** A file that cannot be read gives a line with {@code file} and {@code error}. */
    String line(Path file) {
        ObjectNode row = JSON.createObjectNode().put("file", file.toString());
        try {
            explain(Files.readAllBytes(file), row);
        } catch (IOException unreadable) {
            row.put(
                    "error",
                    Files.isDirectory(file) ? "is a folder" : Files.exists(file) ? "cannot be read" : "no such file");
        }
        try {
            return JSON.writeValueAsString(row);
        } catch (JsonProcessingException neverOfATree) {
            throw new IllegalStateException(neverOfATree);
        }
    }

    private void explain(byte[] raw, ObjectNode row) {
        var mail = MailReader.read(raw);
        var recipients = recipient.map(List::of).orElseGet(() -> EnvelopeRecipients.fromHeaders(mail, raw));
        var desk = chosen.or(() -> recipients.stream()
                .map(desks::ofAddress)
                .flatMap(Optional::stream)
                .findFirst());
        var inbound = desk.map(of -> IntakeExplain.read(of, recipients, raw));
        explain(chosen.isPresent() ? inbound.orElseThrow().incoming() : mail, row);
        IntakeExplain.explain(inbound, desks, row);
    }

    private static void explain(IncomingMail mail, ObjectNode row) {
        row.put("from", orNull(mail.from().shownAddress()))
                .put("fromName", orNull(mail.from().name()));
        addresses(row.putArray("to"), mail.to());
        addresses(row.putArray("cc"), mail.cc());
        addresses(row.putArray("replyTo"), mail.replyTo());
        row.put("subject", mail.subject())
                .put("date", mail.date().map(Object::toString).orElse(null))
                .put("messageId", orNull(mail.messageId()));
        row.put(
                "inReplyTo",
                mail.inReplyTo().isEmpty() ? null : mail.inReplyTo().getFirst());
        ArrayNode references = row.putArray("references");
        mail.references().forEach(references::add);
        row.put("kind", mail.kind().name().toLowerCase(Locale.ROOT))
                .put("kindReason", mail.classification().reason());
        row.put("text", mail.text()).put("visible", mail.visible()).put("quoted", mail.quoted());
        ArrayNode attachments = row.putArray("attachments");
        mail.attachments()
                .forEach(a -> attachments
                        .addObject()
                        .put("name", a.name())
                        .put("type", a.type())
                        .put("size", a.size()));
        row.put("masked", mail.masked());
        if (!mail.remarks().isEmpty()) {
            mail.remarks()
                    .forEach(remark -> row.withArray("remarks")
                            .add(remark.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        }
    }

    private static void addresses(ArrayNode into, List<Mailbox> mailboxes) {
        mailboxes.forEach(m -> into.add(m.shownAddress()));
    }

    private static String orNull(String s) {
        return s.isEmpty() ? null : s;
    }
}
