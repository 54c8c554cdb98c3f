package guichet.core.ticket;

import guichet.core.desk.Channel;
import guichet.core.desk.Role;
import guichet.core.text.Visible;
import guichet.core.ticket.TicketEvent.ClockMoved;
import guichet.core.ticket.TicketEvent.Escalated;
import guichet.core.ticket.TicketEvent.FieldsChanged;
import guichet.core.ticket.TicketEvent.Forwarded;
import guichet.core.ticket.TicketEvent.LevelChanged;
import guichet.core.ticket.TicketEvent.MergeReceived;
import guichet.core.ticket.TicketEvent.MergedInto;
import guichet.core.ticket.TicketEvent.MessageAdded;
import guichet.core.ticket.TicketEvent.NoticeWithheld;
import guichet.core.ticket.TicketEvent.Opened;
import guichet.core.ticket.TicketEvent.OwnerChanged;
import guichet.core.ticket.TicketEvent.ParticipantsAdded;
import guichet.core.ticket.TicketEvent.PriorityChanged;
import guichet.core.ticket.TicketEvent.QueueChanged;
import guichet.core.ticket.TicketEvent.Reacted;
import guichet.core.ticket.TicketEvent.StateChanged;
import guichet.core.ticket.TicketEvent.SubjectChanged;
import guichet.core.ticket.TicketEvent.TimerFired;
import guichet.core.ticket.TicketEvent.Told;
import guichet.core.ticket.TicketEvent.TypeChanged;
import guichet.core.ticket.TicketEvent.Unreachable;
import java.util.Optional;

/** A ticket is what its events make of it. */
public final class TicketEvolution {
    private static final int LAST_WORDS = 160;

    private TicketEvolution() {}

    /** The ticket after that event; {@code before} is empty only for {@link Opened}. */
    public static Ticket evolve(TicketId id, Optional<Ticket> before, RecordedEvent recorded) {
        var edit = before.map(TicketEdit::new).orElseGet(() -> new TicketEdit(id));
        edit.seq = recorded.seq();
        edit.lastAt = recorded.at();
        switch (recorded.event()) {
            case Opened opened -> edit.open(opened, recorded.at());
            case MessageAdded message -> message(edit, message, recorded);
            case StateChanged change -> state(edit, change, recorded);
            case OwnerChanged change -> edit.owner = change.to();
            case QueueChanged change -> edit.queue = change.to();
            case LevelChanged change -> edit.level = Optional.of(change.to());
            case PriorityChanged change -> {
                edit.priority = change.to();
                edit.impact = change.impact().or(() -> edit.impact);
                edit.urgency = change.urgency().or(() -> edit.urgency);
            }
            case FieldsChanged change -> edit.fields.putAll(change.fields());
            case TypeChanged change -> edit.type = change.to();
            case TicketEvent.RequesterChanged change -> {
                edit.requester = change.to();
                edit.organization = change.organization();
                edit.contract = change.contract();
                edit.language = change.language();
                edit.participants.removeIf(
                        person -> person.address().equals(change.to().address()));
            }
            case TicketEvent.OrganizationChanged change -> {
                edit.organization = change.to();
                edit.contract = change.contract();
            }
            case TicketEvent.ContractChanged change -> edit.contract = change.to();
            case SubjectChanged change -> edit.subject = change.to();
            case ParticipantsAdded added -> edit.participants.addAll(added.people());
            case MergedInto merged -> {
                edit.mergedInto = Optional.of(merged.survivor());
                edit.closedAt = Optional.of(recorded.at());
                edit.answered();
            }
            case Unreachable unreachable -> edit.unreachable.add(unreachable.address());
            case TicketEvent.Reachable reachable -> edit.unreachable.remove(reachable.address());
            case ClockMoved moved -> edit.clocks.put(moved.clock(), moved.state());
            case TimerFired fired -> edit.fired.put(fired.automation() + "#" + fired.step(), fired.due());
            case Escalated _ -> customersWord(edit, recorded);
            case MergeReceived merged -> merged.unanswered().ifPresent(edit::awaited);
            case Forwarded _, Reacted _, Told _, NoticeWithheld _ -> {}
        }
        if (isTouch(recorded)) {
            edit.lastTouch = recorded.at();
        }
        return edit.toTicket();
    }

    /** A touch is any event by a person, internal notes included; the robot's reminders and automatic mail are none. */
    static boolean isTouch(RecordedEvent recorded) {
        return recorded.by().isPerson()
                && !(recorded.event() instanceof MessageAdded message
                        && message.automatic().isPresent());
    }

    /**
     * An agent's message answers; one taken down on the phone, or with which they open a request for somebody, is the
     * customer's own, and still waits for an answer.
     */
    private static void message(TicketEdit edit, MessageAdded message, RecordedEvent recorded) {
        message.mail().ifPresent(mail -> edit.rememberMail(mail.messageId()));
        if (message.automatic().isPresent()
                || message.visibility() == Visibility.INTERNAL
                || !recorded.by().isPerson()) {
            return;
        }
        if (recorded.by().isStaff() && message.channel() != Channel.PHONE && !edit.isOpenedForAnother(recorded)) {
            edit.answered();
            return;
        }
        if (!Visible.nothing(message.body().text())) {
            edit.lastWords = Optional.of(beginning(message.body().text()));
        }
        edit.awaited(recorded.at());
    }

    /** What a customer asks of the desk other than by a message: to escalate, to move the ticket. */
    private static void customersWord(TicketEdit edit, RecordedEvent recorded) {
        if (recorded.by().role() == Role.CUSTOMER) {
            edit.awaited(recorded.at());
        }
    }

    /** The head of a ticket stays small: a sentence or two is context enough. */
    private static String beginning(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= LAST_WORDS) {
            return line;
        }
        int end = line.lastIndexOf(' ', LAST_WORDS);
        int cut = end > LAST_WORDS / 2 ? end : LAST_WORDS;
        return line.substring(0, Character.isHighSurrogate(line.charAt(cut - 1)) ? cut - 1 : cut) + "…";
    }

    private static void state(TicketEdit edit, StateChanged change, RecordedEvent recorded) {
        if (!change.from().equals(change.to())) {
            edit.before = Optional.of(change.from());
        }
        edit.state = change.to();
        edit.since = recorded.at();
        edit.inputs.putAll(change.inputs());
        if (change.closed()) {
            edit.closedAt = Optional.of(recorded.at());
            edit.resolution = Optional.ofNullable(change.inputs().get("resolution"));
        } else {
            edit.closedAt = Optional.empty();
            edit.resolution = Optional.empty();
            edit.inputs.remove("resolution");
        }
        if (change.closed()) {
            edit.answered();
        } else if (change.waiting()) {
            edit.awaitsOthers();
        } else {
            edit.awaitsNobodyElse();
            customersWord(edit, recorded);
        }
    }
}
