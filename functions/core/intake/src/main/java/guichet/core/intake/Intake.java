package guichet.core.intake;

import guichet.core.access.Callers;
import guichet.core.access.Callers.Caller;
import guichet.core.access.TicketAccess;
import guichet.core.command.Command;
import guichet.core.command.CommandHandler;
import guichet.core.command.CommandHandler.Outcome;
import guichet.core.command.FollowUpPolicy;
import guichet.core.command.TicketStore;
import guichet.core.desk.Channel;
import guichet.core.desk.Desk;
import guichet.core.desk.FollowUps.Effect;
import guichet.core.desk.MailRules.Unknown;
import guichet.core.desk.Role;
import guichet.core.intake.InboundMail.Kind;
import guichet.core.people.Directory;
import guichet.core.signing.SigningKeys;
import guichet.core.ticket.Actor;
import guichet.core.ticket.MailRef;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketId;
import guichet.core.ticket.Visibility;
import java.util.List;
import java.util.Optional;

/**
 * Takes a mail in: it becomes a ticket, joins one, is held, or is known already; never lost. It joins only for somebody
 * concerned (requester, same organization, in copy, agent) whose sender is authenticated; anybody else who quotes a
 * ticket gets a new one, which says so.
 */
public final class Intake {
    /** Each try reads what the last one lost a race to. */
    private static final int TRIES = 6;

    private final Desk desk;
    private final TicketStore store;
    private final Callers callers;
    private final HoldMail held;
    private final SigningKeys keys;
    private final CommandHandler handler;

    public Intake(Desk desk, TicketStore store, Directory directory, HoldMail held, SigningKeys keys) {
        this.desk = desk;
        this.store = store;
        this.callers = new Callers(desk, directory);
        this.held = held;
        this.keys = keys;
        this.handler = new CommandHandler(store);
    }

    /**
     * @throws IllegalStateException if the mail's ticket keeps changing under our hands; the delivery is then repeated
     */
    public IntakeResult receive(InboundMail mail) {
        var caller = callers.of(mail.from(), mail.believed());
        if (mail.letInBy().isPresent()) {
            return receive(mail, caller, Remarks.letIn(desk, mail.letInBy().get()));
        }
        if (mail.from().address().isBlank() && mail.kind() == Kind.NORMAL) {
            return receive(mail, caller, Remarks.noSender(desk));
        }
        if (caller.actor().isStaff() && !mail.believed()) {
            return hold(
                    mail, "it claims to come from " + mail.from().address() + ", and its sender is not authenticated");
        }
        var unknown = caller.actor().role() == Role.CUSTOMER
                && caller.actor().organization().isEmpty()
                && !caller.known();
        if (unknown && mail.kind() == Kind.NORMAL && desk.mail().unknownSenders() == Unknown.HOLD) {
            switch (held.standing(desk.id(), mail.from().address())) {
                case UNDECIDED -> {
                    return hold(mail, "nobody has decided on this sender yet");
                }
                case KEPT_OUT -> {
                    return new IntakeResult.KeptOut(
                            "the desk takes no mail from " + mail.from().address());
                }
                case LET_IN -> {}
            }
        }
        return receive(mail, caller, "");
    }

    private IntakeResult receive(InboundMail mail, Caller caller, String remark) {
        for (int tries = 0; tries < TRIES; tries++) {
            var identity = MailIdentity.of(store, desk.id(), mail);
            if (identity.seen().isPresent()) {
                return new IntakeResult.Ignored(identity.seen().get());
            }
            var result = place(mail, caller, identity, remark);
            if (result.isPresent()) {
                return result.get();
            }
        }
        throw new IllegalStateException("a mail's ticket keeps changing: " + mail.messageId());
    }

    private Optional<IntakeResult> place(InboundMail mail, Caller caller, MailIdentity identity, String remark) {
        var candidates = Threading.candidates(desk.id(), mail, store, keys);
        identity.belongsTo().ifPresent(ticket -> candidates.found().putFirst(ticket, "its own Message-ID"));
        var actor = caller.actor();
        Optional<String> note = Optional.empty();
        Optional<TicketId> follows = Optional.empty();
        for (var candidate : candidates.found().entrySet()) {
            var ticket = Threading.survivor(store, candidate.getKey());
            if (ticket.isEmpty()) {
                continue;
            }
            if (!mayJoin(mail, actor, ticket.get())) {
                note = note.or(() ->
                        Optional.of(Remarks.notConcerned(desk, ticket.get().id(), mail)));
                continue;
            }
            var effect = mail.automatic().isPresent() || actor.isStaff()
                    ? Effect.REOPEN
                    : FollowUpPolicy.effectOfMessage(desk, ticket.get(), mail.at());
            if (effect == Effect.REOPEN) {
                return join(mail, identity, candidates.unseen(), ticket.get(), actor, candidate.getValue());
            }
            follows = Optional.of(ticket.get().id());
            break;
        }
        return open(mail, caller, identity, candidates.unseen(), follows, note, remark);
    }

    /**
     * A delivery failure comes from a machine that nobody vouches for; it is filed where the mail that failed belongs.
     */
    private static boolean mayJoin(InboundMail mail, Actor actor, Ticket ticket) {
        return mail.kind() == Kind.BOUNCE
                ? mail.failure().isPresent()
                : mail.believed() && TicketAccess.mayWrite(ticket, actor);
    }

    private Optional<IntakeResult> join(
            InboundMail mail, MailIdentity identity, List<String> unseen, Ticket ticket, Actor actor, String why) {
        var command = new Command.AddMessage(
                actor,
                Visibility.PUBLIC,
                Channel.MAIL,
                mail.body(),
                Optional.of(mailRef(mail, identity, unseen)),
                mail.automatic(),
                mail.others());
        markFailed(mail, ticket.id());
        return switch (handler.change(desk, ticket.id(), command, mail.at())) {
            case Outcome.Done _ -> Optional.of(new IntakeResult.Joined(ticket.id(), why));
            case Outcome.Refused refused
            when refused.refusal() instanceof guichet.core.command.Refusal.NotNow -> Optional.empty();
            case Outcome.Refused refused ->
                throw new IllegalStateException(refused.refusal().message().en());
            case Outcome.Claimed _, Outcome.Changed _, Outcome.NotFound _, Outcome.Repeated _ -> Optional.empty();
        };
    }

    /**
     * Before the mail itself is filed: whoever dies in between is followed by a repeat, which is not yet known and
     * marks nothing twice.
     */
    private void markFailed(InboundMail mail, TicketId ticket) {
        mail.failure()
                .ifPresent(failure -> failure.addresses()
                        .forEach(address -> handler.change(
                                desk,
                                ticket,
                                new Command.MarkUnreachable(Actor.ROBOT, address, failure.reason()),
                                mail.at())));
    }

    private Optional<IntakeResult> open(
            InboundMail mail,
            Caller caller,
            MailIdentity identity,
            List<String> unseen,
            Optional<TicketId> follows,
            Optional<String> note,
            String remark) {
        var filing = Filings.of(desk, mail);
        var notes = Remarks.join(desk, note, mail.remarks(), remark);
        var subject = Subjects.clean(mail.subject(), callers.language(caller).orElse(desk.language()));
        var outcome = handler.open(
                desk,
                id -> Command.Open.of(
                                caller.actor(),
                                id,
                                filing.type().orElse(desk.defaultType().id()),
                                subject,
                                caller.requester(),
                                Channel.MAIL)
                        .body(mail.body())
                        .queue(filing.queue())
                        .participants(mail.others())
                        .mail(mailRef(mail, identity, unseen))
                        .automatic(mail.automatic())
                        .follows(follows)
                        .note(notes)
                        .build(),
                mail.at(),
                Optional.empty());
        return switch (outcome) {
            case Outcome.Done done ->
                Optional.of(new IntakeResult.Opened(
                        done.accepted().ticket().id(),
                        follows.map(id -> "it follows " + id).orElse("new")));
            case Outcome.Refused refused ->
                throw new IllegalStateException(refused.refusal().message().en());
            case Outcome.Claimed _, Outcome.Changed _, Outcome.NotFound _, Outcome.Repeated _ -> Optional.empty();
        };
    }

    private IntakeResult hold(InboundMail mail, String why) {
        var seen = MailIdentity.of(store, desk.id(), mail).seen();
        if (seen.isPresent()) { // let in before, and delivered again
            return new IntakeResult.Ignored(seen.get());
        }
        held.hold(desk.id(), mail, why);
        return new IntakeResult.Held(why);
    }

    private static MailRef mailRef(InboundMail mail, MailIdentity identity, List<String> unseen) {
        return new MailRef(identity.messageId(), unseen, mail.fingerprint(), mail.rawKey(), mail.redaction());
    }
}
