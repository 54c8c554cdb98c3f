package guichet.core.story;

import guichet.core.hours.Durations;
import guichet.core.ticket.ClockState;
import guichet.core.ticket.Person;
import guichet.core.ticket.RecordedEvent;
import guichet.core.ticket.TicketEvent;
import guichet.core.ticket.Visibility;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What happened to a ticket, in a line for whoever reads the timeline of a story, or of a stored ticket. */
public final class EventWords {
    private EventWords() {}

    /** @param zone that times are shown in */
    public static String of(RecordedEvent recorded, ZoneId zone) {
        return switch (recorded.event()) {
            case TicketEvent.Opened opened ->
                "opened: " + opened.subject() + " (" + opened.state() + ", " + opened.priority() + ", from "
                        + opened.channel().written()
                        + opened.follows().map(ticket -> ", follows " + ticket).orElse("") + ")";
            case TicketEvent.MessageAdded message ->
                (message.visibility() == Visibility.INTERNAL
                                ? "note"
                                : recorded.by().isPerson() ? "message" : "comment")
                        + message.automatic()
                                .map(why -> " [automatic: " + why + "]")
                                .orElse("") + ": " + message.body().text();
            case TicketEvent.StateChanged change -> change.from() + " → " + change.to() + values(change.inputs());
            case TicketEvent.OwnerChanged change ->
                "owner: " + change.to().map(Person::address).orElse("nobody");
            case TicketEvent.QueueChanged change -> "queue: " + change.from() + " → " + change.to();
            case TicketEvent.LevelChanged change -> "level: " + change.to();
            case TicketEvent.PriorityChanged change ->
                "priority: " + change.from() + " → " + change.to() + because(change.reason());
            case TicketEvent.FieldsChanged change -> "fields:" + values(change.fields()) + because(change.reason());
            case TicketEvent.TypeChanged change ->
                "type: " + change.from() + " → " + change.to() + because(change.reason());
            case TicketEvent.RequesterChanged change ->
                "requester: " + change.from().address() + " → " + change.to().address() + because(change.reason());
            case TicketEvent.OrganizationChanged change ->
                "organization: " + change.from().orElse("none") + " → "
                        + change.to().orElse("none") + because(change.reason());
            case TicketEvent.ContractChanged change ->
                "contract: " + change.from() + " → " + change.to() + because(change.reason());
            case TicketEvent.SubjectChanged change ->
                "subject: " + change.from() + " → " + change.to() + because(change.reason());
            case TicketEvent.ParticipantsAdded added -> "in copy: " + addresses(added.people());
            case TicketEvent.Escalated escalated ->
                "escalated because " + escalated.reason()
                        + (escalated.comment().isBlank() ? "" : ": " + escalated.comment());
            case TicketEvent.Forwarded forwarded -> "forwarded to " + addresses(forwarded.to());
            case TicketEvent.MergedInto merged -> "merged into " + merged.survivor();
            case TicketEvent.MergeReceived merged -> merged.duplicate() + " was merged into this one";
            case TicketEvent.Reachable reachable ->
                "mail goes to " + reachable.address() + " again: "
                        + reachable.reason().en();
            case TicketEvent.Unreachable unreachable ->
                "mail does not reach " + unreachable.address() + ": "
                        + unreachable.reason().en();
            case TicketEvent.ClockMoved moved ->
                "clock " + moved.clock() + " " + moved.change().name().toLowerCase(java.util.Locale.ROOT)
                        + clock(moved.state(), zone);
            case TicketEvent.TimerFired fired -> "timer: " + fired.automation();
            case TicketEvent.Reacted reacted -> "rule: " + reacted.reaction();
            case TicketEvent.Told told -> "tells " + told.text() + ": " + told.rule();
            case TicketEvent.NoticeWithheld held ->
                "no mail to " + held.address() + ": " + held.reason().en();
        };
    }

    private static String because(String reason) {
        return reason.isBlank() ? "" : " because " + reason;
    }

    private static String clock(ClockState clock, ZoneId zone) {
        var elapsed = clock.phase() == ClockState.Phase.RUNNING ? "" : " at " + Durations.format(clock.elapsed());
        return elapsed
                + clock.due().map(due -> ", due " + Times.show(due, zone)).orElse("");
    }

    private static String values(Map<String, String> values) {
        return values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(value -> " " + value.getKey() + "=" + value.getValue())
                .collect(Collectors.joining());
    }

    private static String addresses(List<Person> people) {
        return String.join(", ", people.stream().map(Person::address).toList());
    }
}
