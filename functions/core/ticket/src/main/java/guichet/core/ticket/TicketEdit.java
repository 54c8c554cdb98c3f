package guichet.core.ticket;

import static java.util.Collections.unmodifiableMap;
import static java.util.Collections.unmodifiableSet;

import guichet.core.desk.Channel;
import guichet.core.ticket.TicketEvent.Opened;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A ticket taken apart while one event is applied to it; nobody else sees it. */
final class TicketEdit {
    private final TicketId id;
    long seq;
    String type;
    String subject;
    String state;
    Optional<String> before = Optional.empty();
    Instant since;
    Optional<String> resolution = Optional.empty();
    String priority;
    Optional<String> impact = Optional.empty();
    Optional<String> urgency = Optional.empty();
    Person requester;
    Optional<String> organization = Optional.empty();
    String contract;
    String language;
    private Channel channel;
    String queue;
    Optional<String> level = Optional.empty();
    Optional<Person> owner = Optional.empty();
    final Set<Person> participants = new LinkedHashSet<>();
    final Map<String, String> fields = new TreeMap<>();
    final Map<String, String> inputs = new TreeMap<>();
    private Instant opened;
    Instant lastTouch;
    Instant lastAt;
    Optional<Instant> waitingSince = Optional.empty();
    Optional<Instant> unanswered = Optional.empty();
    Optional<Instant> closedAt = Optional.empty();
    final Map<String, ClockState> clocks = new TreeMap<>();
    final Map<String, Instant> fired = new TreeMap<>();
    Optional<TicketId> mergedInto = Optional.empty();
    private Optional<TicketId> follows = Optional.empty();
    private final List<String> mails = new ArrayList<>();
    Optional<String> lastWords = Optional.empty();
    final Set<String> unreachable = new LinkedHashSet<>();

    TicketEdit(TicketId id) {
        this.id = id;
    }

    TicketEdit(Ticket ticket) {
        this(ticket.id());
        seq = ticket.seq();
        type = ticket.type();
        subject = ticket.subject();
        state = ticket.state();
        before = ticket.before();
        since = ticket.since();
        resolution = ticket.resolution();
        priority = ticket.priority();
        impact = ticket.impact();
        urgency = ticket.urgency();
        requester = ticket.requester();
        organization = ticket.organization();
        contract = ticket.contract();
        language = ticket.language();
        channel = ticket.channel();
        queue = ticket.queue();
        level = ticket.level();
        owner = ticket.owner();
        participants.addAll(ticket.participants());
        fields.putAll(ticket.fields());
        inputs.putAll(ticket.inputs());
        opened = ticket.opened();
        lastTouch = ticket.lastTouch();
        lastAt = ticket.lastAt();
        waitingSince = ticket.waitingSince();
        unanswered = ticket.unanswered();
        closedAt = ticket.closedAt();
        clocks.putAll(ticket.clocks());
        fired.putAll(ticket.fired());
        mergedInto = ticket.mergedInto();
        follows = ticket.follows();
        mails.addAll(ticket.mails());
        lastWords = ticket.lastWords();
        unreachable.addAll(ticket.unreachable());
    }

    void open(Opened event, Instant at) {
        type = event.type();
        subject = event.subject();
        state = event.state();
        since = at;
        priority = event.priority();
        impact = event.impact();
        urgency = event.urgency();
        requester = event.requester();
        organization = event.organization();
        contract = event.contract();
        language = event.language();
        channel = event.channel();
        queue = event.queue();
        level = event.level();
        participants.addAll(event.participants());
        fields.putAll(event.fields());
        opened = at;
        lastTouch = at;
        waitingSince = Optional.of(at);
        follows = event.follows();
    }

    /** Whether this message, the first, came with the opening, by somebody whose request it is not. */
    boolean isOpenedForAnother(RecordedEvent message) {
        return lastWords.isEmpty()
                && message.at().equals(opened)
                && !message.by().address().equals(requester.address());
    }

    /** A customer's word awaits an answer, from the first that has none; on a closed ticket, once it goes on. */
    void awaited(Instant at) {
        var since = waitingSince.or(() -> unanswered).or(() -> Optional.of(at));
        waitingSince = closedAt.isPresent() ? Optional.empty() : since;
        unanswered = closedAt.isPresent() ? since : Optional.empty();
    }

    /** Somebody has answered, or nobody need. */
    void answered() {
        waitingSince = Optional.empty();
        unanswered = Optional.empty();
    }

    /** It awaits somebody else, and what was asked until now is not forgotten. */
    void awaitsOthers() {
        unanswered = waitingSince.or(() -> unanswered);
        waitingSince = Optional.empty();
    }

    /** It awaits nobody else any more: what was asked before is open again. */
    void awaitsNobodyElse() {
        waitingSince = waitingSince.or(() -> unanswered);
        unanswered = Optional.empty();
    }

    /** Keeps the first mail's id and the latest's: enough for References, and bounded. */
    void rememberMail(String messageId) {
        if (mails.size() == 2) {
            mails.removeLast();
        }
        if (!mails.contains(messageId)) {
            mails.add(messageId);
        }
    }

    Ticket toTicket() {
        return new Ticket(
                id,
                seq,
                type,
                subject,
                state,
                before,
                since,
                resolution,
                priority,
                impact,
                urgency,
                requester,
                organization,
                contract,
                language,
                channel,
                queue,
                level,
                owner,
                List.copyOf(participants),
                unmodifiableMap(fields),
                unmodifiableMap(inputs),
                opened,
                lastTouch,
                lastAt,
                waitingSince,
                unanswered,
                closedAt,
                unmodifiableMap(clocks),
                unmodifiableMap(fired),
                mergedInto,
                follows,
                List.copyOf(mails),
                lastWords,
                unmodifiableSet(unreachable));
    }
}
