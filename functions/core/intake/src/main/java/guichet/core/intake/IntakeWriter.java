package guichet.core.intake;

import guichet.core.command.Command;
import guichet.core.command.CommandHandler;
import guichet.core.command.CommandHandler.Outcome;
import guichet.core.command.Refusal;
import guichet.core.command.TicketStore;
import guichet.core.desk.Channel;
import guichet.core.desk.LocalizedText;
import guichet.core.mail.ForwardedMail;
import guichet.core.mail.MailKind;
import guichet.core.notice.DeliveryFailure;
import guichet.core.notice.Silence;
import guichet.core.text.Visible;
import guichet.core.ticket.Actor;
import guichet.core.ticket.MailRef;
import guichet.core.ticket.TicketId;
import guichet.core.ticket.Visibility;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Does what was decided of a mail: all that intake writes is written here. */
final class IntakeWriter {
    private final HoldMail held;
    private final UnreachableAddresses unreachable;
    private final CommandHandler handler;

    IntakeWriter(TicketStore store, HoldMail held, UnreachableAddresses unreachable) {
        this.held = held;
        this.unreachable = unreachable;
        this.handler = new CommandHandler(store);
    }

    /** Empty where something came between, and it must be decided anew. */
    Optional<IntakeResult> write(IntakeDecision decision) {
        return switch (decision) {
            case IntakeDecision.TurnedAway away -> Optional.of(turnAway(away));
            case IntakeDecision.Join join -> join(join);
            case IntakeDecision.Refuse refuse -> refuse(refuse);
            case IntakeDecision.Open open -> open(open);
        };
    }

    private IntakeResult turnAway(IntakeDecision.TurnedAway away) {
        return switch (away.admission()) {
            case IGNORED -> new IntakeResult.Ignored(away.why());
            case KEPT_OUT -> new IntakeResult.KeptOut(away.why());
            case HELD -> {
                var facts = away.facts();
                held.hold(facts.mail(), facts.decidedOn(), facts.naming(away.why()));
                yield new IntakeResult.Held(away.why());
            }
            case COMES_IN -> throw new IllegalArgumentException("it comes in: " + away.why());
        };
    }

    private Optional<IntakeResult> join(IntakeDecision.Join join) {
        var facts = join.facts();
        var mail = facts.mail();
        markFailed(facts, join.ticket());
        liftMark(facts, Optional.of(join.ticket()));
        var command = new Command.AddMessage(
                facts.caller().actor(),
                isMachines(mail) || isPassedOn(facts) ? Visibility.INTERNAL : Visibility.PUBLIC,
                Channel.MAIL,
                mail.body(),
                Optional.of(mailRef(facts)),
                facts.silence(),
                mail.othersThan(facts.author()),
                Remarks.joined(Optional.empty(), mail.remarks(), Optional.empty()));
        var outcome = handler.change(mail.desk(), join.ticket(), command, mail.at());
        return outcome instanceof Outcome.Refused(Refusal.NotNow _, var _)
                ? Optional.empty()
                : written(outcome, ticket -> new IntakeResult.Joined(ticket, join.why()));
    }

    private Optional<IntakeResult> refuse(IntakeDecision.Refuse refuse) {
        var facts = refuse.facts();
        var mail = facts.mail();
        var command = new Command.AddMessage(
                facts.caller().actor(),
                Visibility.INTERNAL,
                Channel.MAIL,
                mail.body(),
                Optional.of(mailRef(facts)),
                Optional.of(Silence.ofRefused(facts.silence().isEmpty())),
                List.of());
        var outcome = handler.change(mail.desk(), refuse.ticket(), command, mail.at());
        return outcome instanceof Outcome.Refused(Refusal.NotNow _, var _)
                ? Optional.empty()
                : written(outcome, ticket -> new IntakeResult.Refused(ticket, refuse.why()));
    }

    /**
     * Before the mail itself is filed: whoever dies in between is followed by a repeat, which is not yet known and
     * marks nothing twice.
     */
    private void markFailed(IntakeFacts facts, TicketId ticket) {
        var mail = facts.mail();
        facts.returned().stream().flatMap(returned -> returned.given().stream()).forEach(given -> {
            var reason = given.said().isBlank() ? IntakeWords.BOUNCE : LocalizedText.same(given.said());
            var failure = DeliveryFailure.of(given.status(), reason, mail.at());
            if (unreachable.mark(given.address(), failure)) {
                var command = new Command.MarkUnreachable(Actor.ROBOT, given.address(), failure);
                handler.change(mail.desk(), ticket, command, mail.at());
            }
        });
    }

    /** Whoever writes to us is there; a report that comes in their name says the contrary. */
    private void liftMark(IntakeFacts facts, Optional<TicketId> ticket) {
        var mail = facts.mail();
        var address = facts.author().address();
        if (!facts.believed() || mail.incoming().kind() == MailKind.BOUNCE || !unreachable.contains(address)) {
            return;
        }
        unreachable.lift(address, mail.at());
        var command = new Command.MarkReachable(Actor.ROBOT, address, IntakeWords.WROTE_AGAIN);
        ticket.ifPresent(joined -> handler.change(mail.desk(), joined, command, mail.at()));
    }

    /** What no person wrote is shown to staff alone: customers read what people tell them. */
    private static boolean isMachines(InboundMail mail) {
        return switch (mail.incoming().kind()) {
            case AUTOMATIC, BOUNCE -> true;
            case NORMAL, MAILING -> false;
        };
    }

    /** What an agent passes on of a request that is open already: their own words above it are for the desk alone. */
    private static boolean isPassedOn(IntakeFacts facts) {
        return facts.caller().actor().isStaff()
                && facts.mail()
                        .incoming()
                        .forwarded()
                        .filter(ForwardedMail::declared)
                        .isPresent();
    }

    private Optional<IntakeResult> open(IntakeDecision.Open open) {
        var facts = open.facts();
        var mail = facts.mail();
        var caller = facts.caller();
        liftMark(facts, Optional.empty());
        var requester = open.forwarded()
                .map(forwarded -> facts.lookup()
                        .caller(InboundMail.person(forwarded.from()), true)
                        .requester())
                .orElse(caller.requester());
        var subject = Subjects.clean(
                mail.subject(), caller.language().orElse(mail.desk().language()));
        var outcome = handler.open(
                mail.desk(),
                id -> Command.Open.of(
                                caller.actor(),
                                id,
                                open.filing()
                                        .type()
                                        .orElse(mail.desk().defaultType().id()),
                                subject,
                                requester,
                                Channel.MAIL)
                        .body(open.forwarded().map(mail::bodyOf).orElseGet(mail::body))
                        .queue(open.filing().queue())
                        .participants(mail.othersThan(facts.author()))
                        .mail(mailRef(facts))
                        .silence(facts.silence())
                        .follows(open.follows())
                        .note(Remarks.joined(
                                open.forwarded().map(ForwardedMail::above).filter(above -> !Visible.nothing(above)),
                                List.of(),
                                open.note()))
                        .build(),
                mail.at(),
                Optional.empty());
        return written(outcome, ticket -> new IntakeResult.Opened(ticket, open.why()));
    }

    private static Optional<IntakeResult> written(Outcome outcome, Function<TicketId, IntakeResult> result) {
        return switch (outcome) {
            case Outcome.Done done ->
                Optional.of(result.apply(done.accepted().ticket().id()));
            case Outcome.Refused refused ->
                throw new IllegalStateException(refused.refusal().message().en());
            case Outcome.Claimed _, Outcome.Changed _, Outcome.NotFound _, Outcome.Repeated _ -> Optional.empty();
        };
    }

    private static MailRef mailRef(IntakeFacts facts) {
        var mail = facts.mail();
        return new MailRef(
                facts.identity().messageId(),
                facts.ancestry().unseen(),
                mail.incoming().fingerprint(),
                mail.rawKey(),
                mail.redaction());
    }
}
