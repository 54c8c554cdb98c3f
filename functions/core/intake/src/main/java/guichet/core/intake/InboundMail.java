package guichet.core.intake;

import guichet.core.desk.Desk;
import guichet.core.mail.ForwardedMail;
import guichet.core.mail.IncomingMail;
import guichet.core.mail.MailKind;
import guichet.core.mail.MailReader;
import guichet.core.mail.Mailbox;
import guichet.core.mail.ReadOptions;
import guichet.core.mail.ThreadingHints;
import guichet.core.text.Cut;
import guichet.core.text.MailAddress;
import guichet.core.ticket.Body;
import guichet.core.ticket.Person;
import guichet.core.ticket.Redaction;
import guichet.core.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A mail on its way in, as one desk reads it: the only shape that it has from here to its ticket.
 *
 * @param recipient the address of the desk in the envelope, which decides over {@code To} (aliases, forwarding, Bcc)
 * @param at when the mail service took it; of a held mail, when it was let in
 * @param rawKey where the raw (or masked) mail lies
 * @param letInBy who of the desk looked at it while it was held, and let it in: they vouch for its sender, this once
 * @param incoming read by the desk's rules, its secrets masked
 * @param hints where it may belong
 * @param deskAddresses of every desk of the deployment, in lower case: no desk is a person
 */
public record InboundMail(
        Desk desk,
        String recipient,
        Instant at,
        String rawKey,
        Optional<String> letInBy,
        IncomingMail incoming,
        MailFiles files,
        ThreadingHints hints,
        Set<String> deskAddresses) {
    /** The table and a reader's patience have limits; the whole of it stays in the raw mail. */
    private static final int LONGEST_TEXT = 1_000_000;
    /** A page with it, and the links to its pictures, stays within the 6 MB that Lambda answers. */
    private static final int LONGEST_HTML = 1_000_000;
    /** A mail may list a thousand ancestors; the nearest few and the root tell as much. */
    private static final int MOST_ANCESTORS = 8;

    /** The desk's reading of a raw mail. */
    public static InboundMail read(Desk desk, String recipient, Instant at, String rawKey, byte[] raw) {
        return of(desk, recipient, at, rawKey, Optional.empty(), MailReader.read(raw, options(desk)));
    }

    /** The desk's reading of a mail that it held, of what is kept of it. @param at when it was let in */
    public static InboundMail readHeld(Desk desk, Instant at, String by, String rawKey, byte[] kept) {
        return of(desk, desk.address(), at, rawKey, Optional.of(by), MailReader.readKept(kept, options(desk)));
    }

    static InboundMail of(
            Desk desk, String recipient, Instant at, String rawKey, Optional<String> letInBy, IncomingMail mail) {
        return new InboundMail(
                desk,
                recipient,
                at,
                rawKey,
                letInBy,
                mail,
                MailFiles.of(desk, mail),
                ThreadingHints.of(mail),
                Set.copyOf(desk.addresses()));
    }

    /** @param addresses of every desk of the deployment, in lower case */
    public InboundMail amongDesks(Set<String> addresses) {
        return new InboundMail(desk, recipient, at, rawKey, letInBy, incoming, files, hints, addresses);
    }

    private static ReadOptions options(Desk desk) {
        return new ReadOptions(
                desk.mail().maskSecrets(),
                Set.copyOf(desk.addresses()),
                desk.hours().zone(),
                desk.language().locale());
    }

    public Person from() {
        return person(incoming.from());
    }

    /**
     * Everyone else in To and Cc who is nobody's desk; nobody where we were written to unseen: those whom a blind copy
     * does not show to us were not told that we read along.
     */
    public List<Person> othersThan(Author author) {
        var seen = addressed().map(Mailbox::address).anyMatch(desk::isOurs);
        return !seen
                ? List.of()
                : addressed()
                        .map(InboundMail::person)
                        .filter(person -> !person.address().equals(author.address()) && !isADesks(person.address()))
                        .distinct()
                        .toList();
    }

    private Stream<Mailbox> addressed() {
        return Stream.concat(incoming.to().stream(), incoming.cc().stream()).filter(Mailbox::valid);
    }

    /** Whether it is an address of this desk, or of another of the deployment. */
    public boolean isADesks(String address) {
        return desk.isOurs(address) || deskAddresses.contains(Desk.untagged(address));
    }

    /** Whether a group or a list of the desk's passed it on: one of its own addresses, or one that it trusts to. */
    public boolean isPassedOnByOurs() {
        return isADesks(incoming.from().address()) || isByRelay();
    }

    /** Whether it comes from a form, list or group that the desk file names. Nothing says yet that it is no forgery. */
    public boolean isByRelay() {
        return desk.mail().relays().contains(MailAddress.kept(incoming.from().address()));
    }

    public static Person person(Mailbox mailbox) {
        return new Person(mailbox.valid() ? mailbox.address() : mailbox.reachable(), mailbox.name());
    }

    /** Bare. A mail without an id gets one from what it says, so that its repeat is recognised. */
    public String messageId() {
        return incoming.messageId().isBlank() ? incoming.fingerprint() + ".without-id@guichet" : incoming.messageId();
    }

    /** Bare ids of the mails that it answers, the nearest first. */
    public List<String> ancestors() {
        var nearest = hints.ancestors();
        return nearest.size() <= MOST_ANCESTORS
                ? nearest
                : Stream.concat(nearest.stream().limit(MOST_ANCESTORS - 1), Stream.of(nearest.getLast()))
                        .toList();
    }

    /** Tickets of this desk that tags in the subject name. */
    public List<TicketId> tags() {
        return hints.tags().stream()
                .map(tag -> new TicketId(tag.desk(), tag.number()))
                .filter(ticket -> ticket.desk().equals(desk.id()))
                .toList();
    }

    /** Nothing in it points to a ticket. */
    public boolean startsAConversation() {
        return incoming.kind() == MailKind.NORMAL
                && hints.ancestors().isEmpty()
                && hints.tags().isEmpty()
                && recipient.indexOf('+') < 0;
    }

    /** Without prefixes and tags. */
    public String subject() {
        return hints.subject().isBlank() ? incoming.subject() : hints.subject();
    }

    public Body body() {
        return new Body(
                Cut.to(LONGEST_TEXT, incoming.visible()),
                Cut.to(LONGEST_TEXT, incoming.quoted()),
                Optional.of(incoming.html()).filter(html -> !html.isBlank() && html.length() <= LONGEST_HTML),
                files.attachments());
    }

    /**
     * Of the mail that it passes on alone. What its author wrote above is theirs to the desk: with all the rest, it is
     * for staff, as what agents quote is.
     */
    Body bodyOf(ForwardedMail forwarded) {
        var whole = body();
        return new Body(
                Cut.to(LONGEST_TEXT, forwarded.text()),
                Cut.to(LONGEST_TEXT, incoming.text()),
                whole.html(),
                whole.attachments());
    }

    /** Whether secrets of it were masked, so that its raw form may not be kept. */
    public boolean holdsSecrets() {
        return secrets() > 0;
    }

    private int secrets() {
        return desk.mail().maskSecrets() ? incoming.masked() : 0;
    }

    /** What of it was masked or not kept; its sender is told. */
    Optional<Redaction> redaction() {
        return Optional.of(new Redaction(secrets(), files.refused())).filter(found -> !found.isEmpty());
    }

    /** What agents should know of how it was read, in the desk's language. */
    List<String> remarks() {
        var remarks = new ArrayList<>(Remarks.ofReading(desk, incoming.remarks()));
        if (incoming.html().length() > LONGEST_HTML) {
            remarks.add(Remarks.htmlTooLong(desk));
        }
        return remarks;
    }
}
