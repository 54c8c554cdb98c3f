package guichet.core.intake;

import guichet.core.command.TicketStore.KnownMail;
import guichet.core.mail.Bounce;
import guichet.core.mail.Bounce.Failure;
import guichet.core.ticket.TicketId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A mail of ours that came back. Anybody can write a delivery report, so one is believed only where it proves that it
 * knows our mail: by the Message-ID that the mail service gave it, or since it was sent to the reply address that was
 * signed for whom it did not reach (decision 39).
 *
 * @param ticket that the mail was about
 * @param failures of those whom that mail was sent to, each under the address that we wrote to; empty where it failed
 *     for somebody else, to whom it was passed on
 */
public record ReturnedNotice(TicketId ticket, List<Failure> failures) {
    /** Why a rule fires that asks for one, and why it passes. */
    public static final String PROVEN = "it tells of a mail of ours that came back";

    public static final String UNPROVEN = "it proves no mail of ours to have come back";

    /** Empty for what is no delivery report, and for one that proves nothing. */
    static Optional<ReturnedNotice> of(Lookup lookup, InboundMail mail) {
        return mail.incoming()
                .bounce()
                .flatMap(bounce ->
                        byMessageId(lookup, bounce).or(() -> byReplyAddress(lookup, mail.recipient(), bounce)));
    }

    private static Optional<ReturnedNotice> byMessageId(Lookup lookup, Bounce bounce) {
        return Optional.of(bounce.originalMessageId())
                .filter(id -> !id.isBlank())
                .flatMap(lookup::mail)
                .filter(known -> known.sentTo().isPresent())
                .map(known -> new ReturnedNotice(known.ticket(), failuresOf(known, bounce)));
    }

    private static List<Failure> failuresOf(KnownMail sent, Bounce bounce) {
        var to = sent.sentTo().orElseThrow().toLowerCase(Locale.ROOT);
        return bounce.failures().stream()
                .filter(failure -> failure.concerns(to))
                .map(failure -> failure.of(to))
                .toList();
    }

    private static Optional<ReturnedNotice> byReplyAddress(Lookup lookup, String recipient, Bounce bounce) {
        for (var failure : bounce.failures()) {
            for (var address : List.of(failure.intended(), failure.address())) {
                var ticket = lookup.replyAddress(recipient, address);
                if (ticket.isPresent()) {
                    return Optional.of(new ReturnedNotice(ticket.get(), List.of(failure.of(address))));
                }
            }
        }
        return Optional.empty();
    }

    /** Those that the other server has given up, for good or for now; where it still tries, nobody has failed yet. */
    public List<Failure> given() {
        return failures.stream().filter(failure -> !failure.delayed()).toList();
    }
}
