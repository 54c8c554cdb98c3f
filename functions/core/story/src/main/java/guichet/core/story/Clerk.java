package guichet.core.story;

import guichet.core.access.Callers;
import guichet.core.access.Callers.Caller;
import guichet.core.access.TicketAccess;
import guichet.core.command.Command;
import guichet.core.command.CommandHandler;
import guichet.core.command.Refusal;
import guichet.core.command.TicketStore;
import guichet.core.desk.Channel;
import guichet.core.desk.Desk;
import guichet.core.people.Directory;
import guichet.core.people.Organization;
import guichet.core.story.World.Outcome;
import guichet.core.ticket.Actor;
import guichet.core.ticket.Body;
import guichet.core.ticket.Person;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketId;
import guichet.core.ticket.Visibility;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives a desk the commands of a story's people, as the portal would. */
final class Clerk {
    private final Desk desk;
    private final TicketStore store;
    private final Directory directory;
    private final Callers callers;
    private final CommandHandler handler;

    Clerk(Desk desk, TicketStore store, Directory directory) {
        this.desk = desk;
        this.store = store;
        this.directory = directory;
        this.callers = new Callers(desk, directory);
        this.handler = new CommandHandler(store);
    }

    Actor actor(String address) {
        return caller(address).actor();
    }

    private Caller caller(String address) {
        return callers.of(Person.of(address));
    }

    Outcome open(Instant at, Act.Opens act) {
        if (!caller(act.who()).known()) {
            return Outcome.Refused.NOT_THERE;
        }
        var fields = new HashMap<>(act.with());
        var type = Optional.ofNullable(fields.remove("type"))
                .orElse(desk.defaultType().id());
        var impact = Optional.ofNullable(fields.remove("impact"));
        var urgency = Optional.ofNullable(fields.remove("urgency"));
        var queue = Optional.ofNullable(fields.remove("queue"));
        var level = Optional.ofNullable(fields.remove("level"));
        return outcome(handler.open(
                desk,
                id -> Command.Open.of(
                                actor(act.who()),
                                id,
                                type,
                                act.subject(),
                                caller(act.requester().orElse(act.who())).requester(),
                                act.channel())
                        .body(body(act.text()))
                        .fields(fields)
                        .impact(impact)
                        .urgency(urgency)
                        .queue(queue)
                        .level(level)
                        .build(),
                at,
                Optional.empty()));
    }

    Outcome change(Instant at, TicketId ticket, Act.ByPerson act) {
        return find(act.who(), ticket)
                .map(found -> outcome(handler.change(desk, found.id(), command(act, actor(act.who())), at)))
                .orElse(Outcome.Refused.NOT_THERE);
    }

    /**
     * A ticket that somebody may not see is not there for them; to whom the desk does not know, the portal shows
     * nothing.
     */
    Optional<Ticket> find(String viewer, TicketId ticket) {
        var by = caller(viewer);
        return store.find(ticket).filter(found -> by.known() && TicketAccess.mayRead(found, by.actor()));
    }

    private Command command(Act.ByPerson act, Actor by) {
        return switch (act) {
            case Act.Comments comment ->
                new Command.AddMessage(
                        by,
                        comment.internal() ? Visibility.INTERNAL : Visibility.PUBLIC,
                        Channel.PORTAL,
                        Body.of(comment.text()),
                        Optional.empty(),
                        Optional.empty(),
                        List.of());
            case Act.Moves move ->
                new Command.Transition(by, move.state(), body(move.comment()), Map.copyOf(move.with()));
            case Act.Escalates escalate -> new Command.Escalate(by, escalate.reason(), escalate.comment());
            case Act.Assigns assign -> new Command.Assign(by, assign.to().map(Person::of));
            case Act.SetsPriority set ->
                new Command.SetPriority(
                        by, Optional.of(set.priority()), Optional.empty(), Optional.empty(), set.reason());
            case Act.MovesToQueue move -> new Command.MoveToQueue(by, move.queue());
            case Act.FillsIn fills -> new Command.SetFields(by, fills.with(), fills.reason());
            case Act.Corrects corrects ->
                Correcting.command(
                        by,
                        corrects,
                        who -> caller(who).requester(),
                        id -> directory.organization(desk.id(), id).map(Organization::contract));
            case Act.Mails _, Act.Replies _, Act.Opens _ ->
                throw new IllegalArgumentException("comes another way: " + act);
        };
    }

    private static Optional<Body> body(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(Body.of(text));
    }

    private static Outcome outcome(CommandHandler.Outcome outcome) {
        return switch (outcome) {
            case CommandHandler.Outcome.Done done ->
                new Outcome.Done(done.accepted().ticket().id());
            case CommandHandler.Outcome.Refused refused -> new Outcome.Refused(words(refused.refusal()));
            case CommandHandler.Outcome.NotFound _ -> Outcome.Refused.NOT_THERE;
            case CommandHandler.Outcome.Changed _,
                    CommandHandler.Outcome.Repeated _,
                    CommandHandler.Outcome.Claimed _ ->
                throw new IllegalStateException("nobody else is there: " + outcome);
        };
    }

    private static String words(Refusal refusal) {
        return refusal.message().en();
    }
}
