package guichet.portal.ticket;

import guichet.core.access.TicketAccess;
import guichet.core.command.Command;
import guichet.core.command.CommandHandler;
import guichet.core.command.CommandHandler.Outcome;
import guichet.core.command.Decider;
import guichet.core.command.Decision;
import guichet.core.command.TicketCommit.IdempotencyKey;
import guichet.core.command.TicketStore;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketId;
import guichet.portal.http.Problem;
import guichet.portal.http.ProblemException;
import guichet.portal.http.Request;
import guichet.portal.http.RequestHash;
import guichet.portal.people.Caller;
import guichet.portal.people.CallerResolver;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Finds a ticket for somebody who may see it, and carries out what they want done to it. The core decides; this says it
 * in HTTP.
 */
@ApplicationScoped
public class Tickets {
    private final TicketStore store;
    private final CommandHandler handler;
    private final CallerResolver callers;

    public Tickets(TicketStore store, CallerResolver callers) {
        this.store = store;
        this.handler = new CommandHandler(store);
        this.callers = callers;
    }

    /** A ticket, and who looks at it. */
    public record Visible(Ticket ticket, Caller caller) {
        public TicketId id() {
            return ticket.id();
        }
    }

    /**
     * @throws ProblemException 404, the same for a ticket that does not exist and for one that this caller may not see
     */
    public Visible visible(String written, Request request) {
        var known = callers.address(request);
        var id = TicketId.parse(written)
                .filter(_ -> known.isPresent())
                .orElseThrow(() -> Problem.notFound().asException());
        var caller = callers.at(id.desk(), request);
        return visible(id, caller).orElseThrow(() -> Problem.notFound().asException());
    }

    Optional<Visible> visible(TicketId id, Caller caller) {
        return store.find(id)
                .filter(ticket -> TicketAccess.mayRead(ticket, caller.actor()))
                .map(ticket -> new Visible(ticket, caller));
    }

    public Visible open(Caller caller, Function<TicketId, Command.Open> opening, Request request) {
        var key = key(caller, request);
        var before = key.flatMap(given -> store.repeated(given, request.now()));
        if (before.isPresent()) {
            return repeated(before.get().ticket(), before.get().sameBody(), caller);
        }
        return settle(handler.open(caller.desk(), opening, request.now(), key), caller);
    }

    /**
     * Refuses what would be refused, before anything is done for it: a file that is named loses its secrets, and with
     * them what a second try would have to leave out of the text as well (decision 44).
     */
    void refuse(Visible visible, Command command, Request request) {
        var caller = visible.caller();
        var ticket = visible.ticket();
        var before = key(caller, request).flatMap(given -> store.repeated(given, request.now()));
        if (before.isPresent()) {
            if (!before.get().sameBody()) {
                throw Refusals.keyReused().asException();
            }
            return;
        }
        var expected = request.ifMatch();
        if (expected.isPresent() && expected.getAsLong() != ticket.seq()) {
            throw VersionConflict.problem(store, ticket, caller, expected.getAsLong())
                    .asException();
        }
        if (Decider.decide(caller.desk(), Optional.of(ticket), command, request.now())
                instanceof Decision.Refused refused) {
            throw Refusals.problem(refused.refusal()).asException();
        }
    }

    /** Changes a ticket on the condition that it is as the caller saw it, where the caller said how that was. */
    public Visible change(Visible visible, Command command, Request request) {
        return carryOut(
                visible,
                request,
                (expected, key) ->
                        handler.change(visible.caller().desk(), visible.id(), command, request.now(), expected, key));
    }

    /** Merges a ticket into another, on the same condition; both change, or neither. */
    Visible merge(Visible duplicate, Visible survivor, Request request) {
        var caller = duplicate.caller();
        return carryOut(
                duplicate,
                request,
                (expected, key) -> handler.merge(
                        caller.desk(), duplicate.id(), survivor.id(), caller.actor(), request.now(), expected, key));
    }

    private Visible carryOut(
            Visible visible, Request request, BiFunction<OptionalLong, Optional<IdempotencyKey>, Outcome> work) {
        var caller = visible.caller();
        var key = key(caller, request);
        var before = key.flatMap(given -> store.repeated(given, request.now()));
        if (before.isPresent()) {
            return repeated(before.get().ticket(), before.get().sameBody(), caller);
        }
        var expected = request.ifMatch();
        try {
            return settle(work.apply(expected, key), caller);
        } catch (VersionConflict stale) {
            throw VersionConflict.problem(store, stale.now, caller, expected.orElse(0))
                    .asException();
        }
    }

    private Visible settle(Outcome outcome, Caller caller) {
        return switch (outcome) {
            case Outcome.Done done -> new Visible(done.accepted().ticket(), caller);
            case Outcome.Refused refused ->
                throw Refusals.problem(refused.refusal()).asException();
            case Outcome.NotFound _ -> throw Problem.notFound().asException();
            case Outcome.Changed changed -> throw new VersionConflict(changed.ticket());
            case Outcome.Repeated repeated -> repeated(repeated.ticket(), repeated.sameBody(), caller);
            case Outcome.Claimed claimed ->
                throw new IllegalStateException("no mail came in, yet one is claimed: " + claimed.messageId());
        };
    }

    private Visible repeated(TicketId id, boolean sameBody, Caller caller) {
        if (!sameBody) {
            throw Refusals.keyReused().asException();
        }
        return visible(id, caller).orElseThrow(() -> Problem.notFound().asException());
    }

    /** Bound to who asks; the body's hash covers where it was sent, so that a key serves one request only. */
    private static Optional<IdempotencyKey> key(Caller caller, Request request) {
        return request.idempotencyKey()
                .map(key -> new IdempotencyKey(
                        "portal " + caller.address(),
                        key,
                        RequestHash.sha256(request.method() + " " + request.path(), request.body())));
    }
}
