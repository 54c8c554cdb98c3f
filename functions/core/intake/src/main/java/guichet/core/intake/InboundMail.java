package guichet.core.intake;

import guichet.core.desk.LocalizedText;
import guichet.core.ticket.Body;
import guichet.core.ticket.Person;
import guichet.core.ticket.Redaction;
import guichet.core.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A mail as a desk takes it in: read, its secrets masked, its files put away.
 *
 * @param recipient the address of the desk in the envelope, which decides over {@code To} (aliases, forwarding, Bcc)
 * @param at when the mail service took it
 * @param others everyone else in To and Cc
 * @param messageId bare; made up from the fingerprint where the mail has none
 * @param ancestors bare ids, the root first and the mail directly answered last
 * @param tags ticket ids in the subject's tags
 * @param authenticated whether the sender is who From says (DMARC, or SPF or DKIM aligned with it)
 * @param silent why nobody outside may be answered (DMARC fails, spam); empty as a rule
 * @param redaction what of it was masked or not kept; its sender is told
 * @param remarks what agents should know of how it was read
 * @param letInBy who of the desk looked at it while it was held, and let it in: they vouch for its sender, this once
 */
public record InboundMail(
        String recipient,
        Instant at,
        Person from,
        List<Person> others,
        String messageId,
        List<String> ancestors,
        List<TicketId> tags,
        String subject,
        Body body,
        String fingerprint,
        Kind kind,
        String kindReason,
        boolean authenticated,
        Optional<String> silent,
        boolean spam,
        boolean virus,
        Optional<Failure> failure,
        String rawKey,
        Optional<Redaction> redaction,
        List<String> remarks,
        Optional<String> letInBy) {

    public enum Kind {
        NORMAL,
        AUTOMATIC,
        BOUNCE,
        MAILING
    }

    /**
     * A delivery failure. @param addresses that a mail of ours did not reach, for good @param original Message-ID of
     * that mail, where it is known @param said by the server; empty where it gave no reason
     */
    public record Failure(List<String> addresses, Optional<String> original, String said) {
        LocalizedText reason() {
            return said.isBlank()
                    ? new LocalizedText("le mail est revenu", "the mail came back")
                    : LocalizedText.same(said);
        }
    }

    /** The same mail, let in by somebody of the desk; as it is where there is nobody. */
    public InboundMail letIn(Optional<String> by) {
        return new InboundMail(
                recipient,
                at,
                from,
                others,
                messageId,
                ancestors,
                tags,
                subject,
                body,
                fingerprint,
                kind,
                kindReason,
                authenticated,
                silent,
                spam,
                virus,
                failure,
                rawKey,
                redaction,
                remarks,
                by);
    }

    /** Whether the sender is taken for who From says: by what the mail carries, or by somebody's word for it. */
    boolean believed() {
        return authenticated || letInBy.isPresent();
    }

    /** Why the mail counts as automatic: kept, never answered, never reopening; empty for one that a person wrote. */
    Optional<String> automatic() {
        return kind != Kind.NORMAL ? Optional.of(kindReason) : letInBy.isPresent() ? Optional.empty() : silent;
    }
}
