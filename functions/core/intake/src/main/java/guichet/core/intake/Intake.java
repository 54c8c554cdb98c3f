package guichet.core.intake;

import guichet.core.command.TicketStore;
import guichet.core.people.Directory;
import guichet.core.signing.SigningKeys;

/** Takes a mail in by a policy: it becomes a ticket, joins one, is held, or is known already; never lost. */
public final class Intake {
    /** Each try reads what the last one lost a race to. */
    private static final int TRIES = 6;

    private final IntakePolicy policy;
    private final TicketStore store;
    private final Directory directory;
    private final HoldMail held;
    private final UnreachableAddresses unreachable;
    private final SigningKeys keys;

    public Intake(
            IntakePolicy policy,
            TicketStore store,
            Directory directory,
            HoldMail held,
            UnreachableAddresses unreachable,
            SigningKeys keys) {
        this.policy = policy;
        this.store = store;
        this.directory = directory;
        this.held = held;
        this.unreachable = unreachable;
        this.keys = keys;
    }

    /**
     * @throws IllegalStateException if the mail's ticket keeps changing under our hands; the delivery is then repeated
     */
    public IntakeReport receive(InboundMail mail) {
        var writer = new IntakeWriter(store, held, unreachable);
        for (int tries = 0; tries < TRIES; tries++) {
            var decision = policy.decide(mail, new StoredLookup(mail.desk(), store, directory, held, keys));
            var result = writer.write(decision);
            if (result.isPresent()) {
                return new IntakeReport(result.get(), decision.trace());
            }
        }
        throw new IllegalStateException("a mail's ticket keeps changing: " + mail.messageId());
    }
}
