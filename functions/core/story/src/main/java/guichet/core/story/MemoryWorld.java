package guichet.core.story;

import guichet.core.command.Actions;
import guichet.core.command.CommandHandler;
import guichet.core.command.TicketCommit;
import guichet.core.command.TicketStore;
import guichet.core.desk.ClockRule;
import guichet.core.desk.Desk;
import guichet.core.notice.Notice;
import guichet.core.notice.TextTemplates;
import guichet.core.people.Directory;
import guichet.core.people.Organization;
import guichet.core.sla.ClockStatus;
import guichet.core.sla.Clocks;
import guichet.core.ticket.Person;
import guichet.core.ticket.RecordedEvent;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketEvent.MessageAdded;
import guichet.core.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A desk at work in memory: the core itself, with a clock that only a story moves. */
public final class MemoryWorld implements World {
    private final Desk desk;
    private final Directory directory;
    private final JournalStore store = new JournalStore();
    private final CommandHandler handler = new CommandHandler(store);
    private final Clerk clerk;
    private final Postman postman;
    private final List<StoryEvent> happenings = new ArrayList<>();
    private Instant now = Instant.EPOCH;

    public MemoryWorld(Desk desk, Directory directory) {
        this.desk = desk;
        this.directory = directory;
        this.clerk = new Clerk(desk, store, directory);
        this.postman = new Postman(desk, store, directory);
    }

    @Override
    public void pass(Instant until) {
        Minutes.pass(now, until, () -> store.due(until).stream().findFirst().map(TicketStore.Due::due), this::sweep);
        now = until;
    }

    @Override
    public void sweep(Instant at) {
        now = at;
        for (var due : store.due(at)) {
            handler.tick(desk, due.ticket(), due.due(), at);
        }
        record();
    }

    @Override
    public Outcome act(Instant at, Optional<TicketId> ticket, Act.ByPerson act) {
        now = at;
        var outcome = switch (act) {
            case Act.Mails mail -> postman.take(at, mail);
            case Act.Opens opens -> clerk.open(at, opens);
            case Act.Replies reply -> postman.take(at, ticket.orElseThrow(), reply);
            case Act.Comments _,
                    Act.Moves _,
                    Act.Escalates _,
                    Act.Assigns _,
                    Act.SetsPriority _,
                    Act.MovesToQueue _,
                    Act.FillsIn _,
                    Act.Corrects _ -> clerk.change(at, ticket.orElseThrow(), act);
        };
        record();
        return outcome;
    }

    private void record() {
        for (var commit : store.drain()) {
            commit.events()
                    .forEach(recorded -> happenings.add(noted(commit.after().id(), recorded)));
            commit.notices().forEach(notice -> send(commit, notice));
            commit.withheld()
                    .forEach(held -> happenings.add(new StoryEvent.Withheld(
                            now, commit.after().id(), held.address(), held.rule(), held.reason())));
        }
    }

    private StoryEvent noted(TicketId ticket, RecordedEvent recorded) {
        return new StoryEvent.Noted(
                recorded.at(),
                ticket,
                recorded.by().address(),
                EventWords.of(recorded, desk.hours().zone()));
    }

    private void send(TicketCommit commit, Notice notice) {
        var ticket = commit.after();
        postman.deliver(ticket.id(), ticket.subject(), notice.to().address());
        happenings.add(new StoryEvent.Sent(
                now,
                ticket.id(),
                notice.to().address(),
                notice.text().orElse(""),
                words(commit, notice),
                notice.why()));
    }

    private String words(TicketCommit commit, Notice notice) {
        var organization = commit.after()
                .organization()
                .map(id -> directory
                        .organization(desk.id(), id)
                        .map(Organization::name)
                        .orElse(id));
        var messages = commit.events().stream()
                .filter(recorded -> notice.messages().contains(recorded.seq()))
                .map(recorded -> ((MessageAdded) recorded.event()).body().text())
                .collect(Collectors.joining("\n\n"));
        return (TextTemplates.of(desk, commit.after(), commit.events(), notice, organization) + "\n\n" + messages)
                .strip();
    }

    @Override
    public List<StoryEvent> happenings() {
        var all = List.copyOf(happenings);
        happenings.clear();
        return all;
    }

    @Override
    public Optional<ViewedTicket> look(String viewer, TicketId id, Instant at) {
        return clerk.find(viewer, id).map(ticket -> {
            var actions = Actions.of(desk, ticket, clerk.actor(viewer));
            var moves = actions.stream()
                    .filter(action -> action.name().equals("transition"))
                    .map(action -> action.target().orElseThrow())
                    .toList();
            var escalate = actions.stream()
                    .filter(action -> action.name().equals("escalate"))
                    .findFirst()
                    .map(action -> new ViewedTicket.Escalate(
                            List.copyOf(action.inputs().getFirst().choices().keySet()),
                            action.phone().orElse("")));
            return new ViewedTicket(
                    ticket.state(),
                    ticket.resolution(),
                    ticket.priority(),
                    ticket.queue(),
                    ticket.requester().address(),
                    ticket.owner().map(Person::address),
                    clocks(ticket, at),
                    timeline(id),
                    moves,
                    escalate);
        });
    }

    private LinkedHashMap<String, ViewedTicket.Clock> clocks(Ticket ticket, Instant at) {
        var clocks = new LinkedHashMap<String, ViewedTicket.Clock>();
        desk.clocks().forEach(rule -> clocks.put(rule.name(), clock(rule, ticket, at)));
        return clocks;
    }

    private ViewedTicket.Clock clock(ClockRule rule, Ticket ticket, Instant at) {
        var clock = ticket.clocks().get(rule.name());
        var standing = ClockStatus.of(Optional.ofNullable(clock), at).written();
        return clock == null
                ? new ViewedTicket.Clock(standing, Duration.ZERO, Optional.empty())
                : new ViewedTicket.Clock(
                        standing, Clocks.elapsed(Clocks.calendar(desk, rule, ticket), clock, at), clock.due());
    }

    private List<String> timeline(TicketId id) {
        return store.history(id, 1, Integer.MAX_VALUE).stream()
                .map(recorded -> EventWords.of(recorded, desk.hours().zone()))
                .toList();
    }

    @Override
    public List<TicketId> list(String viewer) {
        return store.tickets().stream()
                .filter(id -> clerk.find(viewer, id).isPresent())
                .toList();
    }
}
