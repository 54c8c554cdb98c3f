package guichet.core.command;

import guichet.core.desk.Desk;
import guichet.core.desk.Input;
import guichet.core.desk.RequestType;
import guichet.core.notice.Silence;
import guichet.core.text.Visible;
import guichet.core.ticket.Actor;
import guichet.core.ticket.Body;
import guichet.core.ticket.Person;
import guichet.core.ticket.TicketEvent;
import guichet.core.ticket.TicketEvent.Escalated;
import guichet.core.ticket.TicketEvent.Forwarded;
import guichet.core.ticket.TicketEvent.LevelChanged;
import guichet.core.ticket.TicketEvent.MergeReceived;
import guichet.core.ticket.TicketEvent.MergedInto;
import guichet.core.ticket.TicketEvent.MessageAdded;
import guichet.core.ticket.TicketEvent.Opened;
import guichet.core.ticket.TicketEvent.OwnerChanged;
import guichet.core.ticket.TicketEvent.ParticipantsAdded;
import guichet.core.ticket.TicketEvent.QueueChanged;
import guichet.core.ticket.TicketEvent.Unreachable;
import guichet.core.ticket.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Carries out a command that is not refused. What changes nothing leaves no event. */
final class CommandEffects {
    private CommandEffects() {}

    static void carryOut(TicketDraft draft, Command command, Instant now) {
        var by = command.by();
        switch (command) {
            case Command.Open open -> open(draft, open, now);
            case Command.AddMessage message -> addMessage(draft, message, now);
            case Command.Transition transition -> {
                var given = given(transition.inputs(), (name, value) -> true);
                draft.moveTo(by, now, transition.to(), given);
                apply(draft, by, Workflow.type(draft.desk, draft.ticket()).inputs(), given, now);
                transition
                        .comment()
                        .filter(body -> !Visible.nothing(body.text())
                                || !body.attachments().isEmpty())
                        .map(body -> new MessageAdded(
                                Visibility.PUBLIC,
                                guichet.core.desk.Channel.PORTAL,
                                body,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()))
                        .ifPresent(comment -> {
                            draft.record(by, now, comment);
                            note(draft, redaction(draft.desk, comment).stream(), now);
                        });
            }
            case Command.Assign assign -> assign(draft, by, assign.owner(), now);
            case Command.MoveToQueue move -> {
                if (!move.queue().equals(draft.ticket().queue())) {
                    draft.record(by, now, new QueueChanged(draft.ticket().queue(), move.queue()));
                }
            }
            case Command.SetLevel level -> {
                if (!draft.ticket().level().equals(Optional.of(level.level()))) {
                    draft.record(by, now, new LevelChanged(draft.ticket().level(), level.level()));
                }
            }
            case Command.SetPriority priority ->
                setPriority(
                        draft, by, priority.priority(), priority.impact(), priority.urgency(), priority.reason(), now);
            case Command.Correction correction -> Corrections.carryOut(draft, correction, now);
            case Command.Escalate escalate ->
                draft.record(by, now, new Escalated(escalate.reason(), blanked(escalate.comment())));
            case Command.Forward forward ->
                draft.record(by, now, new Forwarded(forward.to(), blanked(forward.comment())));
            case Command.MergeInto merge -> draft.record(by, now, new MergedInto(merge.survivor()));
            case Command.ReceiveMerge merge -> {
                draft.record(by, now, new MergeReceived(merge.duplicate(), merge.unanswered()));
                addParticipants(draft, by, merge.participants(), now);
            }
            case Command.MarkUnreachable mark -> {
                if (!draft.ticket().unreachable().contains(mark.address())) {
                    var failure = mark.failure();
                    draft.record(by, now, new Unreachable(mark.address(), failure.reason(), failure.until()));
                }
            }
            case Command.MarkReachable mark -> {
                if (draft.ticket().unreachable().contains(mark.address())) {
                    draft.record(by, now, new TicketEvent.Reachable(mark.address(), mark.reason()));
                }
            }
            case Command.Withhold withhold ->
                draft.record(by, now, new TicketEvent.NoticeWithheld(withhold.address(), withhold.reason()));
            case Command.Tick tick -> AutomationRunner.tick(draft, tick.at());
        }
    }

    /** What shows nothing is empty, so that texts that name it leave it out. */
    static Map<String, String> blanked(Map<String, String> values) {
        return values.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, value -> blanked(value.getValue())));
    }

    private static String blanked(String text) {
        return Visible.nothing(text) ? "" : text;
    }

    /** An input left blank is not given. */
    static Map<String, String> given(Map<String, String> inputs, BiPredicate<String, String> which) {
        return inputs.entrySet().stream()
                .filter(input -> !Visible.nothing(input.getValue()) && which.test(input.getKey(), input.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What some inputs and fields are besides values: the ticket's owner, its priority. */
    static void apply(TicketDraft draft, Actor by, Map<String, Input> inputs, Map<String, String> given, Instant now) {
        given.forEach((name, value) -> {
            switch (inputs.get(name).kind()) {
                case OWNER -> assign(draft, by, Optional.of(new Person(value, "")), now);
                case PRIORITY ->
                    setPriority(draft, by, Optional.of(value), Optional.empty(), Optional.empty(), "", now);
                case TEXT, LONG_TEXT, CHOICE, INSTANT, DATE, NUMBER, AMOUNT, DAYS -> {}
            }
        });
    }

    private static void assign(TicketDraft draft, Actor by, Optional<Person> to, Instant now) {
        var owner = to.map(person -> known(draft.desk, person));
        if (!owner.equals(draft.ticket().owner())) {
            draft.record(by, now, new OwnerChanged(draft.ticket().owner(), owner));
        }
    }

    /** Under the name that the desk knows them by. */
    private static Person known(Desk desk, Person person) {
        return desk.staffMember(person.address())
                .map(member -> new Person(member.address(), member.name()))
                .orElse(person);
    }

    private static void open(TicketDraft draft, Command.Open open, Instant now) {
        var desk = draft.desk;
        var type = desk.types().get(open.type());
        var requester = open.requester();
        var language =
                requester.language().flatMap(guichet.core.desk.Language::of).orElse(desk.language());
        var copied = Participants.added(desk, open.participants(), requester.person(), List.of());
        draft.record(
                open.by(),
                now,
                new Opened(
                        type.id(),
                        open.subject(),
                        type.initial().id(),
                        requester.person(),
                        requester.organization(),
                        requester.contract().orElse(desk.defaultContract()),
                        language.code(),
                        open.channel(),
                        open.queue().orElse(desk.defaultQueue().id()),
                        priority(desk, open),
                        open.impact(),
                        open.urgency(),
                        open.level().or(() -> levelOf(desk, type)),
                        blanked(open.fields()),
                        copied,
                        open.follows()));
        var message = open.body()
                .map(body -> new MessageAdded(
                        Visibility.PUBLIC,
                        open.channel(),
                        body,
                        open.mail(),
                        nobodysWord(open.silence()),
                        Optional.empty()));
        message.ifPresent(said -> draft.record(open.by(), now, said));
        apply(
                draft,
                open.by(),
                type.fields(),
                given(open.fields(), (name, value) -> type.fields().get(name).kind() == Input.Kind.OWNER),
                now);
        var told = Stream.of(
                open.note(),
                message.flatMap(said -> redaction(desk, said)),
                Participants.noRoom(desk, open.participants(), requester.person(), List.of()),
                Participants.notWritable(
                        desk,
                        Stream.concat(Stream.of(requester.person()), copied.stream())
                                .toList()));
        note(draft, told.flatMap(Optional::stream), now);
    }

    /** The level that takes a type of request in charge (S4-02). */
    static Optional<String> levelOf(Desk desk, RequestType type) {
        return type.level().or(() -> desk.levels().stream().findFirst());
    }

    /** Nothing where there is nothing to tell. */
    private static void note(TicketDraft draft, Stream<String> told, Instant now) {
        var text = told.collect(Collectors.joining("\n"));
        if (text.isEmpty()) {
            return;
        }
        draft.record(
                Actor.ROBOT,
                now,
                new MessageAdded(
                        Visibility.INTERNAL,
                        guichet.core.desk.Channel.ROBOT,
                        Body.of(text),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    /** What agents read of what a message does not hold. */
    private static Optional<String> redaction(Desk desk, MessageAdded message) {
        return message.redaction().map(redaction -> redaction.words().in(desk.language()));
    }

    private static String priority(Desk desk, Command.Open open) {
        var fields = desk.types().get(open.type()).fields();
        return open.priority()
                .or(() ->
                        given(open.fields(), (name, value) -> fields.get(name).kind() == Input.Kind.PRIORITY)
                                .values()
                                .stream()
                                .findFirst())
                .or(() -> open.impact()
                        .flatMap(impact -> open.urgency()
                                .flatMap(urgency -> desk.priorities().of(impact, urgency))))
                .orElse(desk.priorities().normal());
    }

    private static void addMessage(TicketDraft draft, Command.AddMessage message, Instant now) {
        var added = new MessageAdded(
                message.visibility(),
                message.channel(),
                message.body(),
                message.mail(),
                nobodysWord(message.silence()),
                Optional.empty());
        draft.record(message.by(), now, added);
        note(draft, Stream.concat(message.note().stream(), redaction(draft.desk, added).stream()), now);
        if (nobodysWord(message.silence()).isEmpty()) {
            addParticipants(draft, message.by(), message.participants(), now);
        }
    }

    /** Why it is no person's word, as the event keeps it. */
    private static Optional<String> nobodysWord(Optional<Silence> silence) {
        return silence.filter(Silence::isNobodysWord).map(Silence::why);
    }

    private static void addParticipants(TicketDraft draft, Actor by, List<Person> people, Instant now) {
        var requester = draft.ticket().requester();
        var known = draft.ticket().participants();
        var added = Participants.added(draft.desk, people, requester, known);
        if (!added.isEmpty()) {
            draft.record(by, now, new ParticipantsAdded(added));
        }
        var told = Stream.of(
                Participants.noRoom(draft.desk, people, requester, known), Participants.notWritable(draft.desk, added));
        note(draft, told.flatMap(Optional::stream), now);
    }

    private static void setPriority(
            TicketDraft draft,
            Actor by,
            Optional<String> priority,
            Optional<String> newImpact,
            Optional<String> newUrgency,
            String reason,
            Instant now) {
        var ticket = draft.ticket();
        var impact = newImpact.or(ticket::impact);
        var urgency = newUrgency.or(ticket::urgency);
        var to = priority.or(() -> impact.flatMap(value ->
                        urgency.flatMap(other -> draft.desk.priorities().of(value, other))))
                .orElse(ticket.priority());
        if (!to.equals(ticket.priority()) || !impact.equals(ticket.impact()) || !urgency.equals(ticket.urgency())) {
            draft.record(
                    by, now, new TicketEvent.PriorityChanged(ticket.priority(), to, newImpact, newUrgency, reason));
        }
    }
}
