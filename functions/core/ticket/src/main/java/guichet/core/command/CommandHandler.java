package guichet.core.command;

import guichet.core.command.TicketCommit.IdempotencyKey;
import guichet.core.desk.Desk;
import guichet.core.ticket.Actor;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The one flow of every function: read the ticket, decide, write on the condition that nothing came between, else read
 * again.
 */
public final class CommandHandler {
    /** Two people who act at once cost one more try; more tries than this mean that something is stuck. */
    private static final int TRIES = 6;

    private final TicketStore store;

    public CommandHandler(TicketStore store) {
        this.store = store;
    }

    /** What became of a command. */
    public sealed interface Outcome {
        /** It is written; {@code accepted.events()} is empty where there was nothing to do. */
        record Done(Decision.Accepted accepted) implements Outcome {}

        record Refused(Refusal refusal, Optional<Ticket> ticket) implements Outcome {}

        record NotFound(TicketId id) implements Outcome {}

        /** The ticket is no longer as the caller saw it. */
        record Changed(Ticket ticket) implements Outcome {}

        /** The request was carried out before. */
        record Repeated(TicketId ticket, boolean sameBody) implements Outcome {}

        /** The mail, or an ancestor of it, belongs to that ticket by now. */
        record Claimed(String messageId, TicketId ticket) implements Outcome {}
    }

    /** Opens a ticket under the next number. */
    public Outcome open(
            Desk desk, Function<TicketId, Command.Open> opening, Instant now, Optional<IdempotencyKey> key) {
        for (int tries = 0; tries < TRIES; tries++) {
            var id = new TicketId(desk.id(), store.nextNumber(desk.id()));
            var outcome = tryOnce(desk, Optional.empty(), opening.apply(id), now, key);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        throw new IllegalStateException("no free number at desk " + desk.id());
    }

    public Outcome change(Desk desk, TicketId id, Command command, Instant now) {
        return change(desk, id, command, now, OptionalLong.empty(), Optional.empty());
    }

    /**
     * @param expected the version that the caller decided on; empty: any
     * @throws IllegalStateException when the ticket keeps changing under our hands
     */
    public Outcome change(
            Desk desk, TicketId id, Command command, Instant now, OptionalLong expected, Optional<IdempotencyKey> key) {
        for (int tries = 0; tries < TRIES; tries++) {
            var ticket = store.find(id);
            if (ticket.isEmpty()) {
                return new Outcome.NotFound(id);
            }
            if (expected.isPresent() && ticket.get().seq() != expected.getAsLong()) {
                return new Outcome.Changed(ticket.get());
            }
            var outcome = tryOnce(desk, ticket, command, now, key);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        throw new IllegalStateException("ticket " + id + " keeps changing");
    }

    /**
     * Merges a ticket into another, with the people on it: both are written, or neither. Nothing is written if it was
     * merged there before.
     *
     * @param expected the version of the duplicate that the caller decided on; empty: any
     * @return of the duplicate; {@code Changed} with the survivor if that one was merged meanwhile
     */
    public Outcome merge(
            Desk desk,
            TicketId duplicate,
            TicketId survivor,
            Actor by,
            Instant now,
            OptionalLong expected,
            Optional<IdempotencyKey> key) {
        for (int tries = 0; tries < TRIES; tries++) {
            var going = store.find(duplicate);
            var staying = store.find(survivor);
            if (going.isEmpty() || staying.isEmpty()) {
                return new Outcome.NotFound(going.isEmpty() ? duplicate : survivor);
            }
            if (expected.isPresent() && going.get().seq() != expected.getAsLong()) {
                return new Outcome.Changed(going.get());
            }
            if (staying.get().mergedInto().isPresent()) {
                return new Outcome.Changed(staying.get());
            }
            switch (Decider.decide(desk, going, new Command.MergeInto(by, survivor), now)) {
                case Decision.Refused refused -> {
                    return new Outcome.Refused(refused.refusal(), going);
                }
                case Decision.Accepted accepted
                when accepted.events().isEmpty() -> {
                    return new Outcome.Done(accepted);
                }
                case Decision.Accepted accepted -> {
                    var people = Stream.concat(Stream.of(going.get().requester()), going.get().participants().stream())
                            .toList();
                    var received = (Decision.Accepted) Decider.decide(
                            desk,
                            staying,
                            new Command.ReceiveMerge(
                                    by,
                                    duplicate,
                                    people,
                                    going.get().waitingSince().or(going.get()::unanswered)),
                            now);
                    var outcome = outcome(
                            store.write(List.of(
                                    commit(going, accepted, Optional.empty(), key),
                                    commit(staying, received, Optional.empty(), Optional.empty()))),
                            accepted);
                    if (outcome.isPresent()) {
                        return outcome.get();
                    }
                }
            }
        }
        throw new IllegalStateException("tickets " + duplicate + " and " + survivor + " keep changing");
    }

    /** Fires what is due on a ticket that a sweep listed for {@code listed}; nothing if by now it is not. */
    public Outcome tick(Desk desk, TicketId id, Instant listed, Instant at) {
        var ticket = store.find(id);
        if (ticket.isEmpty()) {
            return new Outcome.NotFound(id);
        }
        return switch (Decider.decide(desk, ticket, new Command.Tick(at), at)) {
            case Decision.Refused refused -> new Outcome.Refused(refused.refusal(), ticket);
            case Decision.Accepted accepted
            when accepted.events().isEmpty() && accepted.due().equals(Optional.of(listed)) ->
                new Outcome.Done(accepted);
            // Where nothing fires although the index said so (the desk file changed since), the index is set right.
            case Decision.Accepted accepted ->
                write(ticket, accepted, Optional.of(listed), Optional.empty())
                        .orElseGet(() -> new Outcome.Changed(ticket.get()));
        };
    }

    private Optional<Outcome> tryOnce(
            Desk desk, Optional<Ticket> ticket, Command command, Instant now, Optional<IdempotencyKey> key) {
        return switch (Decider.decide(desk, ticket, command, now)) {
            case Decision.Refused refused -> Optional.of(new Outcome.Refused(refused.refusal(), ticket));
            case Decision.Accepted accepted when accepted.events().isEmpty() -> Optional.of(new Outcome.Done(accepted));
            case Decision.Accepted accepted -> write(ticket, accepted, Optional.empty(), key);
        };
    }

    private Optional<Outcome> write(
            Optional<Ticket> before,
            Decision.Accepted accepted,
            Optional<Instant> timer,
            Optional<IdempotencyKey> key) {
        return outcome(store.write(commit(before, accepted, timer, key)), accepted);
    }

    private static TicketCommit commit(
            Optional<Ticket> before,
            Decision.Accepted accepted,
            Optional<Instant> timer,
            Optional<IdempotencyKey> key) {
        return new TicketCommit(
                before,
                accepted.ticket(),
                accepted.events(),
                accepted.notices(),
                accepted.withheld(),
                accepted.due(),
                timer,
                key);
    }

    /** Empty where something came between, and it must be decided anew. */
    private static Optional<Outcome> outcome(WriteResult written, Decision.Accepted accepted) {
        return switch (written) {
            case WriteResult.Done _ -> Optional.of(new Outcome.Done(accepted));
            case WriteResult.Stale _, WriteResult.NumberTaken _ -> Optional.empty();
            case WriteResult.Claimed claimed -> Optional.of(new Outcome.Claimed(claimed.messageId(), claimed.ticket()));
            case WriteResult.Repeated repeated ->
                Optional.of(new Outcome.Repeated(repeated.ticket(), repeated.sameBody()));
        };
    }
}
