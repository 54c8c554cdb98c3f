package guichet.core.command;

import guichet.core.desk.Channel;
import guichet.core.notice.Silence;
import guichet.core.ticket.Actor;
import guichet.core.ticket.Body;
import guichet.core.ticket.MailRef;
import guichet.core.ticket.Person;
import guichet.core.ticket.Requester;
import guichet.core.ticket.TicketId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A {@link Command.Open} of what every request has, and then of whatever else this one has. */
public final class OpenBuilder {
    private final Actor by;
    private final TicketId id;
    private final String type;
    private final String subject;
    private final Requester requester;
    private final Channel channel;
    private Optional<Body> body = Optional.empty();
    private Map<String, String> fields = Map.of();
    private Optional<String> priority = Optional.empty();
    private Optional<String> impact = Optional.empty();
    private Optional<String> urgency = Optional.empty();
    private Optional<String> queue = Optional.empty();
    private Optional<String> level = Optional.empty();
    private List<Person> participants = List.of();
    private Optional<MailRef> mail = Optional.empty();
    private Optional<Silence> silence = Optional.empty();
    private Optional<TicketId> follows = Optional.empty();
    private Optional<String> note = Optional.empty();

    OpenBuilder(Actor by, TicketId id, String type, String subject, Requester requester, Channel channel) {
        this.by = by;
        this.id = id;
        this.type = type;
        this.subject = subject;
        this.requester = requester;
        this.channel = channel;
    }

    public OpenBuilder body(Body body) {
        return body(Optional.of(body));
    }

    public OpenBuilder body(Optional<Body> body) {
        this.body = body;
        return this;
    }

    /** By name, as they are written. */
    public OpenBuilder fields(Map<String, String> fields) {
        this.fields = fields;
        return this;
    }

    /** A level's id, which goes before what impact and urgency come to. */
    public OpenBuilder priority(Optional<String> priority) {
        this.priority = priority;
        return this;
    }

    public OpenBuilder impact(Optional<String> impact) {
        this.impact = impact;
        return this;
    }

    public OpenBuilder urgency(Optional<String> urgency) {
        this.urgency = urgency;
        return this;
    }

    /** Empty: the desk's first. */
    public OpenBuilder queue(Optional<String> queue) {
        this.queue = queue;
        return this;
    }

    /** Empty: the one that takes such requests in charge. */
    public OpenBuilder level(Optional<String> level) {
        this.level = level;
        return this;
    }

    public OpenBuilder participants(List<Person> participants) {
        this.participants = participants;
        return this;
    }

    public OpenBuilder mail(MailRef mail) {
        this.mail = Optional.of(mail);
        return this;
    }

    /** That its mail is not answered. */
    public OpenBuilder silence(Optional<Silence> silence) {
        this.silence = silence;
        return this;
    }

    /** The closed ticket that this one goes on from. */
    public OpenBuilder follows(Optional<TicketId> follows) {
        this.follows = follows;
        return this;
    }

    /** What the agents should know of how it came about. */
    public OpenBuilder note(Optional<String> note) {
        this.note = note;
        return this;
    }

    public Command.Open build() {
        return new Command.Open(
                by,
                id,
                type,
                subject,
                requester,
                channel,
                body,
                fields,
                priority,
                impact,
                urgency,
                queue,
                level,
                participants,
                mail,
                silence,
                follows,
                note);
    }
}
