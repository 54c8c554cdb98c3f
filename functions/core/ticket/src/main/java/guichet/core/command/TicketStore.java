package guichet.core.command;

import guichet.core.ticket.Body;
import guichet.core.ticket.RecordedEvent;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where tickets live: a port. Implemented by the table, and in memory for stories; one contract test runs on both. */
public interface TicketStore {
    /** The ticket as it is now: a consistent read, never an index. */
    Optional<Ticket> find(TicketId id);

    /** A number never given before. Taken outside the transaction, so numbers may have gaps. */
    long nextNumber(String desk);

    default WriteResult write(TicketCommit commit) {
        return write(List.of(commit));
    }

    /** All of them or none. @param commits each on a ticket of its own */
    WriteResult write(List<TicketCommit> commits);

    /** What became of a request that was carried out before under this key, in the last two days. */
    Optional<WriteResult.Repeated> repeated(TicketCommit.IdempotencyKey key, Instant now);

    /**
     * The ticket's history from {@code fromSeq} on, oldest first, at most {@code limit} commits' worth. Messages come
     * as a list shows them ({@link Body#listed()}); the rest is kept where it is slower to fetch, see {@link #body}.
     */
    List<RecordedEvent> history(TicketId id, long fromSeq, int limit);

    /** All that a message says, with its quoted history and its HTML; empty where that event is no message. */
    Optional<Body> body(TicketId id, long seq);

    /**
     * What is known under a Message-ID at a desk: a mail received, a mail we sent, or an ancestor that was claimed
     * unseen.
     */
    Optional<KnownMail> mail(String desk, String messageId);

    /** Remembers the id that a mail of ours went out under. @param to the address that it was sent to, in lower case */
    void rememberSent(TicketId ticket, String messageId, String to);

    /**
     * @param fingerprint empty for an ancestor claimed unseen, or a mail of ours
     * @param sender address of who sent it; empty for an ancestor claimed unseen
     * @param sentTo whom we sent it to, in lower case; empty for any mail that is not ours, and for one of ours that
     *     was sent before this was kept
     */
    record KnownMail(TicketId ticket, String sender, String fingerprint, Optional<String> sentTo) {
        /** An ancestor that nobody has seen. */
        public static KnownMail unseen(TicketId ticket) {
            return new KnownMail(ticket, "", "", Optional.empty());
        }

        public static KnownMail received(TicketId ticket, String sender, String fingerprint) {
            return new KnownMail(ticket, sender, fingerprint, Optional.empty());
        }

        public static KnownMail sent(TicketId ticket, String to) {
            return new KnownMail(ticket, "", "", Optional.of(to));
        }
    }

    /** A ticket and the instant it is due at, from the due index, which lists and never decides. */
    record Due(TicketId ticket, Instant due) {}
}
