package guichet.portal.ticket;

import guichet.core.desk.Desk;
import guichet.core.desk.Input;
import guichet.core.desk.Language;
import guichet.core.desk.LocalizedText;
import guichet.core.desk.RequestType;
import guichet.core.notice.TextTemplates;
import guichet.core.text.MailAddress;
import guichet.core.ticket.Body;
import guichet.core.ticket.Person;
import guichet.core.ticket.RecordedEvent;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketEvent;
import guichet.core.ticket.TicketEvent.MessageAdded;
import guichet.core.ticket.Visibility;
import guichet.portal.people.Caller;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an event is to a reader: who may see it, and what it says. */
final class Timeline {
    private Timeline() {}

    /**
     * Public is what was said to the customer and what befell their request; how the desk works it (queues, levels,
     * clocks, timers, whom it asked, other tickets merged in, whose it was taken for) is internal. An escalation is
     * seen by the side that asked for it, and by the staff.
     */
    static Visibility visibility(RecordedEvent recorded) {
        return switch (recorded.event()) {
            case MessageAdded message -> message.visibility();
            case TicketEvent.Escalated _ -> recorded.by().isStaff() ? Visibility.INTERNAL : Visibility.PUBLIC;
            case TicketEvent.Opened _,
                    TicketEvent.StateChanged _,
                    TicketEvent.OwnerChanged _,
                    TicketEvent.PriorityChanged _,
                    TicketEvent.FieldsChanged _,
                    TicketEvent.TypeChanged _,
                    TicketEvent.SubjectChanged _,
                    TicketEvent.ParticipantsAdded _,
                    TicketEvent.MergedInto _ -> Visibility.PUBLIC;
            case TicketEvent.RequesterChanged _,
                    TicketEvent.OrganizationChanged _,
                    TicketEvent.ContractChanged _,
                    TicketEvent.QueueChanged _,
                    TicketEvent.LevelChanged _,
                    TicketEvent.Forwarded _,
                    TicketEvent.MergeReceived _,
                    TicketEvent.Unreachable _,
                    TicketEvent.Reachable _,
                    TicketEvent.ClockMoved _,
                    TicketEvent.TimerFired _,
                    TicketEvent.Reacted _,
                    TicketEvent.Told _,
                    TicketEvent.NoticeWithheld _ -> Visibility.INTERNAL;
        };
    }

    static boolean maySee(Caller reader, RecordedEvent recorded) {
        return reader.isStaff() || visibility(recorded) == Visibility.PUBLIC;
    }

    /**
     * What an agent's mail quotes may be what only agents were told: customers read of it what the agent wrote, and
     * nothing that holds the rest.
     */
    static boolean maySeeWhole(Caller reader, RecordedEvent recorded, Body body) {
        return reader.isStaff() || !recorded.by().isStaff() || !body.hasQuoted();
    }

    /** What was said, or what happened as a sentence in the reader's language. */
    static String text(Ticket ticket, RecordedEvent recorded, Caller reader) {
        var desk = reader.desk();
        var says = switch (recorded.event()) {
            case MessageAdded message -> LocalizedText.same(message.body().text());
            case TicketEvent.Opened opened -> LocalizedText.same(opened.subject());
            case TicketEvent.StateChanged change ->
                given(
                        desk,
                        type(desk, ticket).inputs(),
                        change.inputs(),
                        arrow(
                                DisplayNames.state(desk, ticket.type(), change.from()),
                                DisplayNames.state(desk, ticket.type(), change.to())));
            case TicketEvent.OwnerChanged change ->
                change.to()
                        .map(owner -> LocalizedText.same(PersonView.called(owner, reader)))
                        .orElseGet(() -> TicketWords.OWNER_NOBODY);
            case TicketEvent.QueueChanged change -> arrow(queue(desk, change.from()), queue(desk, change.to()));
            case TicketEvent.LevelChanged change ->
                arrow(LocalizedText.same(change.from().orElse("–")), LocalizedText.same(change.to()));
            case TicketEvent.PriorityChanged change ->
                because(
                        arrow(priority(desk, change.from()), priority(desk, change.to())),
                        reader.isStaff() ? change.reason() : "");
            case TicketEvent.FieldsChanged change ->
                because(
                        given(desk, type(desk, ticket).fields(), change.fields(), LocalizedText.same("")),
                        reader.isStaff() ? change.reason() : "");
            case TicketEvent.TypeChanged change ->
                because(
                        arrow(DisplayNames.type(desk, change.from()), DisplayNames.type(desk, change.to())),
                        reader.isStaff() ? change.reason() : "");
            case TicketEvent.RequesterChanged change ->
                because(
                        arrow(
                                LocalizedText.same(change.from().address()),
                                LocalizedText.same(change.to().address())),
                        change.reason());
            case TicketEvent.OrganizationChanged change ->
                because(
                        arrow(
                                LocalizedText.same(change.from().orElse("–")),
                                LocalizedText.same(change.to().orElse("–"))),
                        change.reason());
            case TicketEvent.ContractChanged change ->
                because(
                        arrow(DisplayNames.contract(desk, change.from()), DisplayNames.contract(desk, change.to())),
                        change.reason());
            case TicketEvent.SubjectChanged change ->
                because(
                        arrow(LocalizedText.same(change.from()), LocalizedText.same(change.to())),
                        reader.isStaff() ? change.reason() : "");
            case TicketEvent.ParticipantsAdded added -> people(added.people());
            case TicketEvent.Escalated escalated ->
                because(
                        desk.escalation()
                                .reasons()
                                .getOrDefault(escalated.reason(), LocalizedText.same(escalated.reason())),
                        escalated.comment());
            case TicketEvent.Forwarded forwarded -> because(people(forwarded.to()), forwarded.comment());
            case TicketEvent.MergedInto merged ->
                LocalizedText.same(merged.survivor().toString());
            case TicketEvent.MergeReceived merged ->
                LocalizedText.same(merged.duplicate().toString());
            case TicketEvent.Unreachable unreachable ->
                because(LocalizedText.same(MailAddress.shown(unreachable.address())), unreachable.reason());
            case TicketEvent.Reachable reachable ->
                because(LocalizedText.same(MailAddress.shown(reachable.address())), reachable.reason());
            case TicketEvent.ClockMoved moved -> clock(desk, moved);
            case TicketEvent.TimerFired fired -> LocalizedText.same(fired.automation());
            case TicketEvent.Reacted reacted -> LocalizedText.same(reacted.reaction());
            case TicketEvent.Told told -> LocalizedText.same(told.rule());
            case TicketEvent.NoticeWithheld withheld ->
                because(LocalizedText.same(MailAddress.shown(withheld.address())), withheld.reason());
        };
        return says.in(reader.language());
    }

    private static LocalizedText arrow(LocalizedText from, LocalizedText to) {
        return LocalizedText.of(language -> from.in(language) + " → " + to.in(language));
    }

    private static LocalizedText because(LocalizedText what, String why) {
        return why.isBlank() ? what : because(what, LocalizedText.same(why));
    }

    private static LocalizedText because(LocalizedText what, LocalizedText why) {
        return LocalizedText.of(language -> what.in(language) + " – " + why.in(language));
    }

    private static LocalizedText people(List<Person> people) {
        return LocalizedText.same(people.stream().map(Person::display).collect(Collectors.joining(", ")));
    }

    private static RequestType type(Desk desk, Ticket ticket) {
        return desk.types().getOrDefault(ticket.type(), desk.defaultType());
    }

    /** What was given, a line each, below what it came with. */
    private static LocalizedText given(
            Desk desk, Map<String, Input> inputs, Map<String, String> given, LocalizedText with) {
        return LocalizedText.of(language -> lines(desk, inputs, given, with, language));
    }

    private static String lines(
            Desk desk, Map<String, Input> inputs, Map<String, String> given, LocalizedText with, Language language) {
        var lines = given.entrySet().stream().map(entry -> {
            var input = Optional.ofNullable(inputs.get(entry.getKey()));
            var label = input.map(known -> known.label().in(language)).orElse(entry.getKey());
            var value = input.map(known -> shown(desk, known, entry.getValue(), language))
                    .orElse(entry.getValue());
            return TicketWords.LABELLED.with(label, value).in(language);
        });
        return Stream.concat(Stream.of(with.in(language)).filter(said -> !said.isEmpty()), lines)
                .collect(Collectors.joining("\n"));
    }

    private static String shown(Desk desk, Input input, String value, Language language) {
        return Optional.ofNullable(input.choices().get(value))
                .map(choice -> choice.in(language))
                .orElseGet(() -> TextTemplates.shown(input, value, language, desk));
    }

    private static LocalizedText queue(Desk desk, String id) {
        var queue = desk.queues().get(id);
        return queue == null ? LocalizedText.same(id) : queue.label();
    }

    private static LocalizedText priority(Desk desk, String id) {
        return desk.priorities().levels().getOrDefault(id, LocalizedText.same(id));
    }

    private static LocalizedText clock(Desk desk, TicketEvent.ClockMoved moved) {
        var what = switch (moved.change()) {
            case STARTED -> TicketWords.CLOCK_STARTED;
            case PAUSED -> TicketWords.CLOCK_PAUSED;
            case RESUMED -> TicketWords.CLOCK_RESUMED;
            case STOPPED -> TicketWords.CLOCK_STOPPED;
            case WARNED -> TicketWords.CLOCK_WARNED;
            case BREACHED -> TicketWords.CLOCK_BREACHED;
            case RETARGETED -> TicketWords.CLOCK_RETARGETED;
        };
        var name = DisplayNames.clock(desk, moved.clock());
        return TicketWords.LABELLED.with(name, what);
    }
}
