package guichet.store;

import guichet.core.command.TicketCommit;
import guichet.core.command.TicketCommit.IdempotencyKey;
import guichet.core.desk.Channel;
import guichet.core.desk.Language;
import guichet.core.desk.Trigger;
import guichet.core.notice.Notice;
import guichet.core.ticket.Actor;
import guichet.core.ticket.Body;
import guichet.core.ticket.ClockState;
import guichet.core.ticket.MailRef;
import guichet.core.ticket.RecordedEvent;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketEvent;
import guichet.core.ticket.TicketEvent.ClockChange;
import guichet.core.ticket.TicketEvent.ClockMoved;
import guichet.core.ticket.TicketEvent.MessageAdded;
import guichet.core.ticket.TicketEvent.Opened;
import guichet.core.ticket.TicketEvent.OwnerChanged;
import guichet.core.ticket.TicketEvent.StateChanged;
import guichet.core.ticket.TicketEvolution;
import guichet.core.ticket.TicketId;
import guichet.core.ticket.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Alice of Acme writes to the desk cloud, and Bruno answers. */
final class World {
    static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00.123456Z");
    static final Actor ALICE = Actor.customer("alice@acme.example", "Alice Martin", "acme");
    static final Actor BRUNO = Actor.agent("bruno@cloud.example", "Bruno Petit");

    private World() {}

    static TicketId id(long number) {
        return new TicketId("cloud", number);
    }

    static MailRef mail(String id, String... ancestors) {
        return new MailRef(id, List.of(ancestors), "print-of-" + id, "mail/2026/03/" + id);
    }

    static Change opening(long number) {
        return opening(number, ALICE);
    }

    static Change opening(long number, Actor by) {
        return opening(number, by, "Jira est lent depuis ce matin");
    }

    static Change opening(long number, Actor by, String subject) {
        return new Change(id(number), Optional.empty(), by, MONDAY)
                .with(new Opened(
                        "support",
                        subject,
                        "soumise",
                        by.person(),
                        by.organization(),
                        "24x7",
                        "fr",
                        Channel.MAIL,
                        "support",
                        "normal",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(),
                        List.of(),
                        Optional.empty()))
                .with(new StateChanged("soumise", "soumise", false, false, false, Map.of()))
                .due(MONDAY.plus(Duration.ofHours(8)));
    }

    static Change to(Ticket ticket, Actor by, Duration later) {
        return new Change(ticket.id(), Optional.of(ticket), by, MONDAY.plus(later));
    }

    static Notice notice(Actor to, String text, long message) {
        return new Notice(
                to.person(),
                Language.FR,
                Trigger.COMMENTED,
                List.of("the creator and people in copy get our answers"),
                Optional.of(text),
                Map.of(),
                List.of(),
                List.of(message),
                to.isStaff());
    }

    /** A commit in the making. */
    static final class Change {
        private final TicketId id;
        private final Optional<Ticket> before;
        private final Actor by;
        private final Instant at;
        private Optional<Ticket> ticket;
        private Optional<Instant> due = Optional.empty();
        private Optional<Instant> timer = Optional.empty();
        private Optional<IdempotencyKey> key = Optional.empty();
        private final List<RecordedEvent> events = new ArrayList<>();
        private final List<Notice> notices = new ArrayList<>();

        private Change(TicketId id, Optional<Ticket> before, Actor by, Instant at) {
            this.id = id;
            this.before = before;
            this.by = by;
            this.at = at;
            this.ticket = before;
        }

        Change with(TicketEvent event) {
            var recorded = new RecordedEvent(ticket.map(Ticket::seq).orElse(0L) + 1, at, by, event);
            ticket = Optional.of(TicketEvolution.evolve(id, ticket, recorded));
            events.add(recorded);
            return this;
        }

        Change says(String text) {
            return message(Body.of(text), Optional.empty());
        }

        Change mails(MailRef mail, String text) {
            return message(Body.of(text), Optional.of(mail));
        }

        Change message(Body body, Optional<MailRef> mail) {
            return with(new MessageAdded(
                    Visibility.PUBLIC,
                    mail.isPresent() ? Channel.MAIL : Channel.PORTAL,
                    body,
                    mail,
                    Optional.empty(),
                    Optional.empty()));
        }

        Change moves(String to, boolean closed, boolean waiting) {
            var from = ticket.orElseThrow();
            return with(new StateChanged(from.state(), to, from.isClosed(), closed, waiting, Map.of()));
        }

        Change owned(Actor owner) {
            return with(new OwnerChanged(ticket.orElseThrow().owner(), Optional.of(owner.person())));
        }

        Change clock(ClockChange change, ClockState.Phase phase) {
            return with(new ClockMoved(
                    "response",
                    change,
                    new ClockState(
                            phase,
                            Duration.ofHours(8),
                            Duration.ofMinutes(17),
                            at,
                            Optional.of(at.plus(Duration.ofHours(6))),
                            Optional.of(at.plus(Duration.ofHours(8))),
                            false,
                            false)));
        }

        Change tells(Actor to, String text) {
            notices.add(notice(to, text, ticket.orElseThrow().seq()));
            return this;
        }

        Change due(Instant at) {
            due = Optional.ofNullable(at);
            return this;
        }

        Change firedFor(Instant instant) {
            timer = Optional.of(instant);
            return this;
        }

        Change key(String key, String body) {
            this.key = Optional.of(new IdempotencyKey(by.address(), key, body));
            return this;
        }

        TicketCommit commit() {
            return new TicketCommit(
                    before,
                    ticket.orElseThrow(),
                    List.copyOf(events),
                    List.copyOf(notices),
                    List.of(),
                    due,
                    timer,
                    key);
        }
    }
}
