package guichet.stack;

import guichet.core.automation.DueStep;
import guichet.core.automation.Timers;
import guichet.core.command.TicketStore;
import guichet.core.desk.Desk;
import guichet.core.story.Act;
import guichet.core.story.Minutes;
import guichet.core.story.StoryEvent;
import guichet.core.story.ViewedTicket;
import guichet.core.story.World;
import guichet.core.ticket.TicketId;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A desk at work on the running stack: mails come by SMTP, requests by HTTP and sweeps by the schedule, each at the
 * story's time, and what came of them is what stands in the portal and what left for the mail service. The same stories
 * play in memory.
 */
final class RunningWorld implements World {
    private final Helpdesk helpdesk;
    private final Desk desk;
    private final TicketStore store;
    private final Journal journal;
    private final HttpClerk clerk;
    private final SmtpPostman postman;
    private final Set<TicketId> tickets = new LinkedHashSet<>();
    private Instant now = Instant.EPOCH;
    /** What was seen since something last happened, and when something is due next. */
    private final Map<Look, Optional<ViewedTicket>> looks = new HashMap<>();

    private Optional<Optional<Instant>> nextDue = Optional.empty();

    private record Look(String viewer, TicketId ticket, Instant at) {}

    /** @param helpdesk with nothing in it but the people */
    RunningWorld(Helpdesk helpdesk, Desk desk) {
        this.helpdesk = helpdesk;
        this.desk = desk;
        this.store = helpdesk.store();
        this.journal = new Journal(helpdesk, desk);
        this.clerk = new HttpClerk(helpdesk, desk);
        this.postman = new SmtpPostman(helpdesk, desk);
    }

    @Override
    public void pass(Instant until) {
        Minutes.pass(now, until, this::nextDue, this::sweep);
        now = until;
    }

    /** As the desk file has it for the tickets that stand: the index is for the sweep to read. */
    private Optional<Instant> nextDue() {
        if (nextDue.isEmpty()) {
            nextDue = Optional.of(tickets.stream()
                    .flatMap(id -> store.find(id).flatMap(ticket -> Timers.next(desk, ticket)).stream())
                    .map(DueStep::due)
                    .min(Instant::compareTo));
        }
        return nextDue.get();
    }

    @Override
    public void sweep(Instant at) {
        now = at;
        helpdesk.sweep(at);
        record();
    }

    @Override
    public Outcome act(Instant at, Optional<TicketId> ticket, Act.ByPerson act) {
        now = at;
        var outcome = switch (act) {
            case Act.Mails mail -> postman.take(at, mail);
            case Act.Replies reply -> postman.take(at, ticket.orElseThrow(), reply);
            case Act.Opens opens -> clerk.open(at, opens);
            case Act.Comments _,
                    Act.Moves _,
                    Act.Escalates _,
                    Act.Assigns _,
                    Act.SetsPriority _,
                    Act.MovesToQueue _,
                    Act.FillsIn _,
                    Act.Corrects _ -> clerk.change(at, ticket.orElseThrow(), act);
        };
        if (outcome instanceof Outcome.Done done) {
            tickets.add(done.ticket());
        }
        record();
        return outcome;
    }

    private void record() {
        nextDue = Optional.empty();
        looks.clear();
        journal.read(tickets, now);
    }

    @Override
    public List<StoryEvent> happenings() {
        return journal.drain();
    }

    @Override
    public Optional<ViewedTicket> look(String viewer, TicketId ticket, Instant at) {
        return looks.computeIfAbsent(
                new Look(viewer, ticket, at),
                look -> clerk.look(look.viewer(), look.ticket(), look.at(), journal.words(look.ticket())));
    }

    @Override
    public List<TicketId> list(String viewer) {
        return clerk.list(viewer, now);
    }
}
