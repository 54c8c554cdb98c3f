package guichet.core.notice;

import guichet.core.desk.Desk;
import guichet.core.desk.Language;
import guichet.core.desk.Trigger;
import guichet.core.text.MailAddress;
import guichet.core.ticket.Actor;
import guichet.core.ticket.RecordedEvent;
import guichet.core.ticket.TicketEvent;
import guichet.core.ticket.TicketEvent.ClockMoved;
import guichet.core.ticket.TicketEvent.Escalated;
import guichet.core.ticket.TicketEvent.MessageAdded;
import guichet.core.ticket.TicketEvent.StateChanged;
import guichet.core.ticket.TicketEvent.Unreachable;
import guichet.core.ticket.Visibility;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What an event is to the rules of a desk file, and what it gives to their texts. */
public final class EventTriggers {
    private EventTriggers() {}

    /** What an event is, among the others of its command: the text that a ticket opens with is no comment. */
    public static List<Trigger> of(TicketEvent event, List<RecordedEvent> events) {
        var opening = events.stream().anyMatch(recorded -> recorded.event() instanceof TicketEvent.Opened);
        return of(event).stream()
                .filter(trigger -> !(opening && trigger == Trigger.COMMENTED))
                .toList();
    }

    private static List<Trigger> of(TicketEvent event) {
        return switch (event) {
            case TicketEvent.Opened _ -> List.of(Trigger.CREATED);
            case MessageAdded message -> of(message);
            case StateChanged change ->
                change.wasClosed() && !change.closed()
                        ? List.of(Trigger.ENTERED, Trigger.REOPENED)
                        : List.of(Trigger.ENTERED);
            case Escalated _ -> List.of(Trigger.ESCALATED);
            case TicketEvent.OwnerChanged change -> change.to().isPresent() ? List.of(Trigger.ASSIGNED) : List.of();
            case TicketEvent.QueueChanged _ -> List.of(Trigger.QUEUED);
            case TicketEvent.MergedInto _ -> List.of(Trigger.MERGED);
            case TicketEvent.MergeReceived _ -> List.of(Trigger.JOINED);
            case Unreachable _ -> List.of(Trigger.UNREACHABLE);
            case ClockMoved moved ->
                switch (moved.change()) {
                    case WARNED -> List.of(Trigger.SLA_WARNING);
                    case BREACHED -> List.of(Trigger.SLA_BREACH);
                    case STARTED, PAUSED, RESUMED, STOPPED, RETARGETED -> List.of();
                };
            case TicketEvent.LevelChanged _,
                    TicketEvent.PriorityChanged _,
                    TicketEvent.FieldsChanged _,
                    TicketEvent.SubjectChanged _,
                    TicketEvent.TypeChanged _,
                    TicketEvent.RequesterChanged _,
                    TicketEvent.OrganizationChanged _,
                    TicketEvent.ContractChanged _,
                    TicketEvent.ParticipantsAdded _,
                    TicketEvent.Forwarded _,
                    TicketEvent.Reachable _,
                    TicketEvent.TimerFired _,
                    TicketEvent.Reacted _,
                    TicketEvent.Told _,
                    TicketEvent.NoticeWithheld _ -> List.of();
        };
    }

    private static List<Trigger> of(MessageAdded message) {
        var triggers = new ArrayList<Trigger>();
        if (message.visibility() == Visibility.PUBLIC) {
            triggers.add(Trigger.COMMENTED);
        }
        message.automatic().filter(Silence.REFUSED::equals).ifPresent(_ -> triggers.add(Trigger.REFUSED));
        message.redaction().filter(redaction -> redaction.secrets() > 0).ifPresent(_ -> triggers.add(Trigger.MASKED));
        message.redaction()
                .filter(redaction -> !redaction.files().isEmpty())
                .ifPresent(_ -> triggers.add(Trigger.REFUSED_FILES));
        return triggers;
    }

    /**
     * The placeholders that the event itself fills: {@code author clock due reason comment address survivor
     * files}. @param author who reopened it, where the robot moved it for them
     */
    static Map<String, String> values(Desk desk, RecordedEvent recorded, Actor author, Language language) {
        var values = new HashMap<String, String>();
        values.put(
                "author",
                author.isPerson() ? author.person().display() : TextTemplates.label(desk.name(), "", language));
        switch (recorded.event()) {
            case ClockMoved moved -> {
                values.put(
                        "clock",
                        desk.clocks().stream()
                                .filter(rule -> rule.name().equals(moved.clock()))
                                .findFirst()
                                .map(rule -> TextTemplates.label(rule.label(), "", language))
                                .orElse(moved.clock()));
                moved.state()
                        .due()
                        .ifPresent(due -> values.put(
                                "due",
                                TextTemplates.date(due, language, desk.hours().zone())));
            }
            case Escalated escalated -> {
                values.put(
                        "reason",
                        TextTemplates.label(
                                desk.escalation().reasons().get(escalated.reason()), escalated.reason(), language));
                values.put("comment", escalated.comment());
            }
            case Unreachable unreachable -> {
                values.put("address", MailAddress.shown(unreachable.address()));
                values.put("reason", unreachable.reason().in(language));
            }
            case MessageAdded message ->
                message.redaction()
                        .ifPresent(redaction -> values.put(
                                "files",
                                redaction.files().stream()
                                        .map(file -> file.words().in(language))
                                        .collect(Collectors.joining(", "))));
            case TicketEvent.MergedInto merged ->
                values.put("survivor", merged.survivor().toString());
            default -> {}
        }
        return Map.copyOf(values);
    }
}
