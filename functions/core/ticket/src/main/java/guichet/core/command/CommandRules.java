package guichet.core.command;

import guichet.core.desk.Channel;
import guichet.core.desk.Desk;
import guichet.core.desk.FollowUps.Effect;
import guichet.core.desk.Input.Required;
import guichet.core.desk.Queue;
import guichet.core.desk.Role;
import guichet.core.notice.Silence;
import guichet.core.text.MailAddress;
import guichet.core.text.Visible;
import guichet.core.ticket.Body;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a command is refused, and why: every rule that binds whoever gives it. */
final class CommandRules {
    static final int LONGEST_TEXT = 1_000_000;

    private CommandRules() {}

    static Optional<Refusal> refuse(Desk desk, Optional<Ticket> ticket, Command command, Instant now) {
        if (command instanceof Command.Open open) {
            return refuseOpening(desk, open);
        }
        var on = ticket.orElseThrow(() -> new IllegalArgumentException("only an opening has no ticket"));
        var survivor = on.mergedInto();
        if (survivor.isPresent() && command.by().isPerson()) {
            return Optional.of(new Refusal.NotNow(on.state(), List.of(), RefusalWords.MERGED.with(survivor.get())));
        }
        return switch (command) {
            case Command.Open _,
                    Command.Tick _,
                    Command.MarkUnreachable _,
                    Command.Withhold _,
                    Command.ReceiveMerge _ -> Optional.empty();
            case Command.MarkReachable mark ->
                staffOnly(mark).or(() -> mark.by().isPerson() ? refuseReachable(on, mark) : Optional.empty());
            case Command.AddMessage message -> refuseMessage(desk, on, message, now);
            case Command.Transition transition ->
                Workflow.refuse(desk, on, transition, now)
                        .or(() -> transition.comment().flatMap(CommandRules::refuseText));
            case Command.Escalate escalate ->
                known("reason", escalate.reason(), desk.escalation().reasons().keySet())
                        .or(() -> refuseText(Body.of(escalate.comment())));
            case Command.Assign assign ->
                staffOnly(assign)
                        .or(() -> assign.owner()
                                .filter(owner ->
                                        desk.staffMember(owner.address()).isEmpty())
                                .map(owner -> Refusal.unknown(
                                        "email",
                                        owner.shownAddress(),
                                        desk.staff().stream()
                                                .map(member -> MailAddress.shown(member.address()))
                                                .toList())));
            case Command.MoveToQueue move ->
                staffOnly(move)
                        .or(() -> known("name", move.queue(), desk.queues().keySet()))
                        .or(() -> refuseQueue(desk, move.queue()));
            case Command.SetLevel level -> staffOnly(level).or(() -> known("number", level.level(), desk.levels()));
            case Command.SetPriority priority ->
                staffOnly(priority)
                        .or(() -> refusePriority(desk, priority.priority(), priority.impact(), priority.urgency()));
            case Command.Correction correction ->
                staffOnly(correction).or(() -> CorrectionRules.refuse(desk, on, correction));
            case Command.Forward forward ->
                staffOnly(forward)
                        .or(() -> forward.to().isEmpty() ? Optional.of(Refusal.missing("to")) : Optional.empty());
            case Command.MergeInto merge ->
                staffOnly(merge)
                        .or(() -> merge.survivor().equals(on.id())
                                ? Optional.of(
                                        Refusal.unknown("into", merge.survivor().toString(), List.of()))
                                : Optional.empty());
        };
    }

    private static Optional<Refusal> refuseOpening(Desk desk, Command.Open open) {
        var forAnother = !open.requester().person().address().equals(open.by().address());
        if (open.by().role() == Role.CUSTOMER
                && open.channel() != Channel.MAIL
                && (forAnother || open.channel() == Channel.PHONE)) {
            return Optional.of(new Refusal.NotAllowed(RefusalWords.FOR_AGENTS_ON_BEHALF));
        }
        if (open.by().role() == Role.CUSTOMER
                && open.channel() != Channel.MAIL
                && (open.queue().isPresent() || open.level().isPresent())) {
            return Optional.of(new Refusal.NotAllowed(RefusalWords.FOR_AGENTS_ACTION));
        }
        var type = desk.types().get(open.type());
        if (type == null) {
            return Optional.of(Refusal.unknown(
                    "type", open.type(), List.copyOf(desk.types().keySet())));
        }
        var byForm = open.channel() != Channel.MAIL;
        var texts = byForm
                ? FormTexts.refuse(type, open.subject(), open.body().map(Body::text))
                : FormTexts.refuseSubject(open.subject(), Optional.empty());
        if (texts.isPresent()) {
            return texts;
        }
        var missing = byForm ? Workflow.missingFields(type, open.fields(), Required.CREATION) : List.<String>of();
        if (!missing.isEmpty()) {
            return Optional.of(Refusal.missing(String.join(", ", missing)));
        }
        return refuseFields(desk, open.type(), open.fields())
                .or(() -> refusePriority(desk, open.priority(), open.impact(), open.urgency()))
                .or(() -> open.queue()
                        .flatMap(queue ->
                                known("queue", queue, desk.queues().keySet()).or(() -> refuseQueue(desk, queue))))
                .or(() -> open.level().flatMap(level -> known("level", level, desk.levels())))
                .or(() -> open.body().flatMap(CommandRules::refuseText));
    }

    private static Optional<Refusal> refuseMessage(Desk desk, Ticket ticket, Command.AddMessage message, Instant now) {
        var byMail = message.channel() == guichet.core.desk.Channel.MAIL;
        if (!byMail
                && Visible.nothing(message.body().text())
                && message.body().attachments().isEmpty()
                && Visible.nothing(message.body().quoted())) {
            return Optional.of(Refusal.missing("text"));
        }
        if (message.visibility() == Visibility.INTERNAL
                && message.by().role() == Role.CUSTOMER
                && !isNobodysWord(message)) {
            return Optional.of(new Refusal.NotAllowed(RefusalWords.FOR_AGENTS_NOTES));
        }
        var effect = FollowUpPolicy.effectOfMessage(desk, ticket, now);
        if (message.by().role() == Role.CUSTOMER && !isNobodysWord(message) && effect != Effect.REOPEN) {
            return Optional.of(new Refusal.NotNow(ticket.state(), List.of(), RefusalWords.CLOSED));
        }
        if (message.silence().filter(Silence::isOfRefused).isPresent() && effect != Effect.REFUSE) {
            return Optional.of(new Refusal.NotNow(ticket.state(), List.of(), RefusalWords.NOT_CLOSED));
        }
        return refuseText(message.body());
    }

    private static boolean isNobodysWord(Command.AddMessage message) {
        return message.silence().filter(Silence::isNobodysWord).isPresent();
    }

    private static Optional<Refusal> refuseReachable(Ticket ticket, Command.MarkReachable mark) {
        return known("address", mark.address(), ticket.unreachable())
                .or(() -> Visible.nothing(mark.reason().en())
                        ? Optional.of(Refusal.missing("reason"))
                        : Optional.empty());
    }

    /** As people count them, and JSON Schema. */
    static int characters(String text) {
        return text.codePointCount(0, text.length());
    }

    private static Optional<Refusal> refuseText(Body body) {
        return characters(body.text()) > LONGEST_TEXT
                ? Optional.of(Refusal.tooLong("text", LONGEST_TEXT))
                : Optional.empty();
    }

    static Optional<Refusal> refuseFields(Desk desk, String type, Map<String, String> given) {
        var fields = desk.types().get(type).fields();
        for (var entry : given.entrySet()) {
            var wrong = known("fields", entry.getKey(), fields.keySet())
                    .or(() -> Visible.nothing(entry.getValue())
                            ? Optional.empty()
                            : FieldValues.refuse(desk, fields.get(entry.getKey()), entry.getValue()));
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refusePriority(
            Desk desk, Optional<String> priority, Optional<String> impact, Optional<String> urgency) {
        return priority.flatMap(value ->
                        known("priority", value, desk.priorities().levels().keySet()))
                .or(() -> impact.flatMap(value ->
                        known("impact", value, desk.priorities().impacts().keySet())))
                .or(() -> urgency.flatMap(value ->
                        known("urgency", value, desk.priorities().urgencies().keySet())));
    }

    private static Optional<Refusal> refuseQueue(Desk desk, String queue) {
        return desk.queues().get(queue).valid()
                ? Optional.empty()
                : Optional.of(Refusal.unknown(
                        "queue",
                        queue,
                        desk.queues().values().stream()
                                .filter(Queue::valid)
                                .map(Queue::id)
                                .toList()));
    }

    static Optional<Refusal> known(String field, String value, java.util.Collection<String> allowed) {
        return allowed.contains(value)
                ? Optional.empty()
                : Optional.of(Refusal.unknown(field, value, List.copyOf(allowed)));
    }

    private static Optional<Refusal> staffOnly(Command command) {
        return command.by().isStaff() || !command.by().isPerson()
                ? Optional.empty()
                : Optional.of(new Refusal.NotAllowed(RefusalWords.FOR_AGENTS_ACTION));
    }
}
