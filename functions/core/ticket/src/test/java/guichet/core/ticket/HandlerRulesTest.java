package guichet.core.ticket;

import static guichet.core.ticket.Garage.ANN;
import static guichet.core.ticket.Garage.BOB;
import static guichet.core.ticket.Garage.DORA;
import static guichet.core.ticket.Garage.move;
import static guichet.core.ticket.TicketScenario.message;
import static guichet.core.ticket.TicketScenario.time;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import guichet.core.command.Command;
import guichet.core.command.CommandHandler;
import guichet.core.command.CommandHandler.Outcome;
import guichet.core.command.Decider;
import guichet.core.command.Decision;
import guichet.core.command.InMemoryTicketStore;
import guichet.core.command.Refusal;
import guichet.core.command.TicketCommit;
import guichet.core.command.TicketCommit.IdempotencyKey;
import guichet.core.command.WriteResult;
import guichet.core.desk.Desk;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/**
 * Two who act at once, a request that comes twice, a sweep that comes late: each is carried out once, on what is so.
 */
class HandlerRulesTest {
    private static final Instant TEN = time("2026-03-02 10:00");
    private static final Instant ELEVEN = time("2026-03-02 11:00");
    private static final Instant REMINDED = time("2026-03-03 10:00");
    private static final Desk REMINDING = Garage.with("""
            automations:
              - nobody took it: { in: new, in-state-for: [1d, 2d], comment: word }
            """);

    /** Somebody else writes just before the next write. */
    private static final class Busy extends InMemoryTicketStore {
        private Optional<Runnable> before = Optional.empty();

        @Override
        public synchronized WriteResult write(List<TicketCommit> commits) {
            var first = before;
            before = Optional.empty();
            first.ifPresent(Runnable::run);
            return super.write(commits);
        }
    }

    private final Busy store = new Busy();
    private final CommandHandler handler = new CommandHandler(store);
    private final TicketId id = open(Optional.empty());

    private TicketId open(Optional<IdempotencyKey> key) {
        return switch (handler.open(REMINDING, Garage.opening(DORA)::command, TEN, key)) {
            case Outcome.Done done -> done.accepted().ticket().id();
            case Outcome.Repeated repeated -> repeated.ticket();
            case Outcome other -> throw new AssertionError(other);
        };
    }

    private void change(Command command) {
        assertInstanceOf(Outcome.Done.class, handler.change(REMINDING, id, command, ELEVEN));
    }

    private Ticket ticket() {
        return store.find(id).orElseThrow();
    }

    private List<String> kinds() {
        return store.history(id, 1, Integer.MAX_VALUE).stream()
                .map(recorded -> recorded.event().getClass().getSimpleName())
                .toList();
    }

    @Test
    void of_two_who_act_at_once_the_second_acts_on_what_the_first_left() {
        store.before = Optional.of(() -> change(move(BOB, "open")));
        change(message(ANN, "Nous regardons."));
        assertEquals(List.of("Opened", "MessageAdded", "StateChanged", "MessageAdded"), kinds());
        assertEquals("open", ticket().state());
    }

    @Test
    void and_is_refused_what_is_no_longer_possible() {
        store.before = Optional.of(() -> change(move(BOB, "done")));
        var outcome = handler.change(REMINDING, id, move(ANN, "parts"), ELEVEN);
        assertInstanceOf(
                Refusal.NotNow.class,
                assertInstanceOf(Outcome.Refused.class, outcome).refusal());
        assertEquals("done", ticket().state());
    }

    @Test
    void whoever_names_the_version_that_they_saw_changes_no_other() {
        var seen = OptionalLong.of(ticket().seq());
        change(new Command.Assign(BOB, Optional.of(BOB.person())));
        var outcome = handler.change(REMINDING, id, move(ANN, "open"), ELEVEN, seen, Optional.empty());
        assertEquals(
                Optional.of(BOB.person()),
                assertInstanceOf(Outcome.Changed.class, outcome).ticket().owner());
        assertEquals("new", ticket().state());
    }

    @Test
    void a_request_under_one_key_is_carried_out_once() {
        var key = Optional.of(new IdempotencyKey("dora", "k", "body"));
        assertEquals(open(key), open(key));
        assertEquals(2, store.tickets().size());
        var word = message(DORA, "Alors ?");
        var keyed = Optional.of(new IdempotencyKey("dora", "k2", "body"));
        handler.change(REMINDING, id, word, ELEVEN, OptionalLong.empty(), keyed);
        var again = handler.change(REMINDING, id, word, ELEVEN, OptionalLong.empty(), keyed);
        assertEquals(new Outcome.Repeated(id, true), again);
        var other = Optional.of(new IdempotencyKey("dora", "k2", "another body"));
        assertEquals(
                new Outcome.Repeated(id, false),
                handler.change(REMINDING, id, word, ELEVEN, OptionalLong.empty(), other));
        assertEquals(List.of("Opened", "MessageAdded", "MessageAdded"), kinds());
    }

    @Test
    void a_merge_under_one_key_is_carried_out_once() {
        var survivor = open(Optional.empty());
        var key = Optional.of(new IdempotencyKey("ann", "k", "body"));
        handler.merge(REMINDING, id, survivor, ANN, ELEVEN, OptionalLong.empty(), key);
        assertEquals(Optional.of(new WriteResult.Repeated(id, true)), store.repeated(key.orElseThrow(), ELEVEN));
    }

    @Test
    void what_is_not_there_is_not_found_by_whatever_way() {
        var nowhere = new TicketId("garage", 99);
        assertEquals(new Outcome.NotFound(nowhere), handler.change(REMINDING, nowhere, message(ANN, "x"), ELEVEN));
        assertEquals(new Outcome.NotFound(nowhere), handler.tick(REMINDING, nowhere, ELEVEN, ELEVEN));
        assertEquals(new Outcome.NotFound(nowhere), merge(id, nowhere, OptionalLong.empty()));
        assertEquals(new Outcome.NotFound(nowhere), merge(nowhere, id, OptionalLong.empty()));
    }

    private Outcome merge(TicketId duplicate, TicketId survivor, OptionalLong expected) {
        return handler.merge(REMINDING, duplicate, survivor, ANN, ELEVEN, expected, Optional.empty());
    }

    @Test
    void a_merge_is_decided_on_both_as_they_are() {
        var survivor = open(Optional.empty());
        var third = open(Optional.empty());
        assertEquals(
                id,
                assertInstanceOf(Outcome.Changed.class, merge(id, survivor, OptionalLong.of(1)))
                        .ticket()
                        .id());
        assertInstanceOf(Outcome.Refused.class, merge(id, id, OptionalLong.empty()));
        assertInstanceOf(Outcome.Done.class, merge(id, survivor, OptionalLong.of(ticket().seq())));
        var merged = store.find(id).orElseThrow();
        assertEquals(
                id,
                assertInstanceOf(Outcome.Changed.class, merge(third, id, OptionalLong.empty()))
                        .ticket()
                        .id(),
                "into one that was merged itself");
        assertEquals(merged, store.find(id).orElseThrow());
    }

    @Test
    void whoever_is_overtaken_six_times_gives_up_and_says_so() {
        var contended = new Overtaken(store);
        var opening = assertThrows(
                IllegalStateException.class,
                () -> new CommandHandler(contended)
                        .open(REMINDING, Garage.opening(DORA)::command, TEN, Optional.empty()));
        assertEquals("no free number at desk garage", opening.getMessage());
        assertEquals(6, contended.writes);
        var changing = new Overtaken(store);
        var change = assertThrows(
                IllegalStateException.class,
                () -> new CommandHandler(changing).change(REMINDING, id, message(ANN, "x"), ELEVEN));
        assertEquals("ticket garage-1 keeps changing", change.getMessage());
        assertEquals(6, changing.writes);
        var other = open(Optional.empty());
        var merging = new Overtaken(store);
        var merge = assertThrows(
                IllegalStateException.class,
                () -> new CommandHandler(merging)
                        .merge(REMINDING, id, other, ANN, ELEVEN, OptionalLong.empty(), Optional.empty()));
        assertEquals("tickets garage-1 and garage-2 keep changing", merge.getMessage());
        assertEquals(6, merging.writes);
    }

    /** Each write of a ticket that is there finds that somebody was faster. */
    private static final class Overtaken extends InMemoryTicketStore {
        private final InMemoryTicketStore there;
        private int writes;

        private Overtaken(InMemoryTicketStore there) {
            this.there = there;
        }

        @Override
        public synchronized Optional<Ticket> find(TicketId ticket) {
            return there.find(ticket);
        }

        @Override
        public synchronized WriteResult write(List<TicketCommit> commits) {
            writes++;
            return new WriteResult.Stale();
        }
    }

    @Test
    void a_number_that_is_taken_is_left_to_whoever_took_it() {
        store.before = Optional.of(() -> {
            var taken = new TicketId("garage", 2);
            var opening = Decider.decide(
                    REMINDING, Optional.empty(), Garage.opening(ANN).command(taken), TEN);
            var first = (Decision.Accepted) opening;
            store.write(new TicketCommit(
                    Optional.empty(),
                    first.ticket(),
                    first.events(),
                    first.notices(),
                    first.withheld(),
                    first.due(),
                    Optional.empty(),
                    Optional.empty()));
        });
        assertEquals(new TicketId("garage", 3), open(Optional.empty()));
        assertEquals(
                ANN.person(),
                store.find(new TicketId("garage", 2)).orElseThrow().requester());
    }

    @Test
    void a_sweep_that_comes_twice_or_beside_another_fires_what_is_due_once() {
        store.before = Optional.of(() -> handler.tick(REMINDING, id, REMINDED, REMINDED));
        handler.tick(REMINDING, id, REMINDED, REMINDED);
        handler.tick(REMINDING, id, REMINDED, REMINDED);
        assertEquals(List.of("Opened", "MessageAdded", "TimerFired", "MessageAdded"), kinds());
    }

    @Test
    void a_sweep_leaves_what_is_due_at_another_time_than_was_listed_to_the_sweep_that_lists_it() {
        assertInstanceOf(Outcome.Changed.class, handler.tick(REMINDING, id, ELEVEN, REMINDED));
        assertEquals(List.of("Opened", "MessageAdded"), kinds());
    }

    @Test
    void what_the_index_lists_and_the_desk_no_longer_says_is_listed_no_more() {
        var changed = Garage.with("");
        assertEquals(1, store.due(REMINDED).size());
        handler.tick(changed, id, REMINDED, REMINDED);
        assertEquals(List.of(), store.due(REMINDED));
        assertEquals(List.of("Opened", "MessageAdded"), kinds());
    }

    @Test
    void a_sweep_of_what_is_due_later_writes_nothing() {
        store.before = Optional.of(() -> {
            throw new AssertionError("it writes");
        });
        assertInstanceOf(Outcome.Done.class, handler.tick(REMINDING, id, REMINDED, ELEVEN));
    }

    @Test
    void a_sweep_of_what_was_answered_meanwhile_fires_nothing() {
        change(move(ANN, "open"));
        handler.tick(REMINDING, id, REMINDED, REMINDED);
        assertEquals(List.of("Opened", "MessageAdded", "StateChanged"), kinds());
    }
}
