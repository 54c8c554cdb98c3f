package guichet.portal.file;

import guichet.core.mail.MailAttachment;
import guichet.core.mail.MaskedMessage;
import guichet.core.mail.TextFiles;
import guichet.core.ticket.Attachment;
import guichet.core.ticket.Body;
import guichet.core.ticket.Redaction;
import guichet.core.ticket.TicketId;
import guichet.portal.file.FileLinks.Found;
import guichet.portal.file.FileLinks.Kept;
import guichet.portal.file.FileLinks.Put;
import guichet.portal.people.Caller;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The files that one message names, on their way from where they were put to where links lead: where the desk masks
 * secrets, its texts without them (decision 44). Named again, a file is what it has become.
 */
final class NamedFiles {
    private static final byte[] NOT_READ = {};

    private final FileLinks files;
    private final Caller caller;
    private final TicketId ticket;

    NamedFiles(FileLinks files, Caller caller, TicketId ticket) {
        this.files = files;
        this.caller = caller;
        this.ticket = ticket;
    }

    /** @param text clean, with its secrets; @param named different files */
    Body message(String text, List<Found> named) {
        if (!caller.desk().mail().maskSecrets()) {
            return new Body(
                    text,
                    "",
                    Optional.empty(),
                    attachments(named.stream().map(this::asItIs).toList()));
        }
        var tooLarge = new HashSet<Put>();
        var looked = look(named, tooLarge);
        var masked = MaskedMessage.of(text, List.copyOf(looked.values()));
        var kept = new ArrayList<Kept>(named.size());
        var next = masked.files().iterator();
        for (var put : looked.keySet()) {
            kept.add(keep(put, next.next(), looked.get(put).content() != NOT_READ, tooLarge.contains(put)));
        }
        var inOrder = inOrder(named, kept);
        return new Body(masked.text(), "", Optional.empty(), attachments(inOrder), redaction(masked, named, inOrder));
    }

    /**
     * What was put, with the content of those that are texts, as far as they may be looked into: the smaller come
     * first, so that one large file hides no small one.
     */
    private LinkedHashMap<Put, MailAttachment> look(List<Found> named, Set<Put> tooLarge) {
        var looked = new LinkedHashMap<Put, MailAttachment>();
        var left = MaskedMessage.MOST_LOOKED_INTO;
        for (var put : smallestFirst(named)) {
            var file = put.announced();
            var type = TextFiles.type(file.name(), file.type(), put.beginning());
            var fits = type.isPresent() && file.size() <= left;
            if (fits) {
                left -= (int) file.size();
            } else if (type.isPresent()) {
                tooLarge.add(put);
            }
            var content = fits ? files.read(ticket, put).orElseThrow(() -> gone(put)) : NOT_READ;
            looked.put(put, new MailAttachment(file.name(), fits ? type.get() : "", content, "", false));
        }
        return looked;
    }

    private static List<Put> smallestFirst(List<Found> named) {
        return named.stream()
                .filter(Put.class::isInstance)
                .map(Put.class::cast)
                .sorted(Comparator.comparingLong(put -> put.announced().size()))
                .toList();
    }

    private Kept keep(Put put, MaskedMessage.File masked, boolean read, boolean tooLarge) {
        var file = put.announced();
        var content = masked.content();
        var attachment =
                new Attachment(file.id(), content.name(), file.type(), read ? content.size() : file.size(), "");
        return keep(
                put,
                new Kept(attachment, masked.secrets(), !tooLarge),
                Optional.of(content.content()).filter(_ -> read));
    }

    private Kept asItIs(Found found) {
        return switch (found) {
            case Kept before -> before;
            case Put put -> keep(put, new Kept(put.announced(), 0, true), Optional.empty());
        };
    }

    private Kept keep(Put put, Kept as, Optional<byte[]> instead) {
        if (!files.keep(ticket, caller.address(), put, as, instead)) {
            throw gone(put);
        }
        return as;
    }

    private static RuntimeException gone(Put put) {
        return Uploads.notThere(put.announced().id()).asException();
    }

    private static List<Kept> inOrder(List<Found> named, List<Kept> kept) {
        return named.stream()
                .map(found -> switch (found) {
                    case Kept before -> before;
                    case Put put ->
                        kept.stream()
                                .filter(now -> now.attachment()
                                        .id()
                                        .equals(put.announced().id()))
                                .findFirst()
                                .orElseThrow();
                })
                .toList();
    }

    private static List<Attachment> attachments(List<Kept> kept) {
        return kept.stream().map(Kept::attachment).toList();
    }

    private static Optional<Redaction> redaction(MaskedMessage masked, List<Found> named, List<Kept> kept) {
        var before = named.stream()
                .mapToInt(found -> found instanceof Kept then ? then.secrets() : 0)
                .sum();
        var tooLarge = kept.stream()
                .filter(file -> !file.lookedInto())
                .map(file -> file.attachment().name())
                .toList();
        return Optional.of(new Redaction(masked.secrets() + before, List.of(), tooLarge))
                .filter(lost -> !lost.isEmpty());
    }
}
