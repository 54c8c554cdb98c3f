package guichet.core.sla;

import guichet.core.desk.ClockRule;
import guichet.core.desk.Desk;
import guichet.core.hours.OpeningHours;
import guichet.core.ticket.ClockState;
import guichet.core.ticket.ClockState.Phase;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketEvent.ClockChange;
import guichet.core.ticket.TicketEvent.ClockMoved;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Service-level clocks (S3-03 … S3-06). A clock starts when its state is first entered, stops at the first of its stops
 * and never restarts; pauses take off business time only. It has run out at the instant by which its time has passed,
 * that instant included.
 */
public final class Clocks {
    private Clocks() {}

    /** What the desk's clocks do now that the ticket has entered its present state. */
    public static List<ClockMoved> onEntering(Desk desk, Ticket ticket, Instant at) {
        var moves = new ArrayList<ClockMoved>();
        for (var rule : desk.clocks()) {
            if (rule.appliesTo(ticket.type())) {
                moves.addAll(onEntering(rule, calendar(desk, rule, ticket), ticket, at));
            }
        }
        return moves;
    }

    /** A ticket that was merged into another counts no more; the other has clocks of its own. */
    public static List<ClockMoved> onMerged(Desk desk, Ticket ticket, Instant at) {
        var moves = new ArrayList<ClockMoved>();
        for (var rule : desk.clocks()) {
            var clock = ticket.clocks().get(rule.name());
            if (clock != null && clock.phase() != Phase.STOPPED) {
                moves.addAll(stop(rule, calendar(desk, rule, ticket), clock, at));
            }
        }
        return moves;
    }

    private static List<ClockMoved> onEntering(ClockRule rule, OpeningHours calendar, Ticket ticket, Instant at) {
        var state = ticket.state();
        var clock = ticket.clocks().get(rule.name());
        if (clock == null) {
            return rule.from().equals(state) ? List.of(start(rule, calendar, ticket, at)) : List.of();
        }
        if (clock.phase() == Phase.STOPPED) {
            return List.of();
        }
        if (rule.stops().contains(state)) {
            return stop(rule, calendar, clock, at);
        }
        var pausedHere = rule.pausedIn().contains(state);
        if (clock.phase() == Phase.RUNNING && pausedHere) {
            return pause(rule, calendar, clock, at);
        }
        if (clock.phase() == Phase.PAUSED && !pausedHere) {
            return List.of(new ClockMoved(
                    rule.name(),
                    ClockChange.RESUMED,
                    running(rule, calendar, clock, clock.target(), clock.elapsed(), at)));
        }
        return List.of();
    }

    /**
     * The clocks anew under the ticket's present priority, type and contract: what elapsed stays, under the calendar
     * that it was counted by. A clock that does not count for this type waits, in case that the correction is
     * corrected.
     *
     * @param before the ticket as it was before the correction
     */
    public static List<ClockMoved> onCorrected(Desk desk, Ticket before, Ticket ticket, Instant at) {
        var moves = new ArrayList<ClockMoved>();
        for (var rule : desk.clocks()) {
            var clock = ticket.clocks().get(rule.name());
            if (clock != null && clock.phase() == Phase.STOPPED) {
                continue;
            }
            var applied = rule.appliesTo(before.type());
            var applies = rule.appliesTo(ticket.type());
            if (applies && !applied) {
                moves.addAll(ClockHandover.begin(desk, rule, before, ticket, at));
            } else if (clock != null && applied && !applies && clock.phase() == Phase.RUNNING) {
                moves.addAll(pause(rule, calendar(desk, rule, before), clock, at));
            } else if (clock != null && applies) {
                moves.addAll(anew(desk, rule, before, ticket, at));
            }
        }
        return moves;
    }

    private static List<ClockMoved> anew(Desk desk, ClockRule rule, Ticket before, Ticket ticket, Instant at) {
        var clock = ticket.clocks().get(rule.name());
        var target = rule.targets().getOrDefault(ticket.priority(), clock.target());
        var was = calendar(desk, rule, before);
        if (target.equals(clock.target())
                && (clock.phase() == Phase.PAUSED || was.equals(calendar(desk, rule, ticket)))) {
            return List.of();
        }
        var breach = breachIfDue(rule, clock, at);
        var current = breach.map(ClockMoved::state).orElse(clock);
        var counted = elapsed(was, current, at);
        return join(breach, retargeted(desk, rule, ticket, current, target, counted, at));
    }

    /** @param elapsed business time counted by {@code at} */
    static ClockMoved retargeted(
            Desk desk, ClockRule rule, Ticket ticket, ClockState clock, Duration target, Duration elapsed, Instant at) {
        var anew = clock.phase() == Phase.RUNNING
                ? running(rule, calendar(desk, rule, ticket), clock, target, elapsed, at)
                : new ClockState(
                        Phase.PAUSED,
                        target,
                        elapsed,
                        clock.since(),
                        Optional.empty(),
                        clock.due(),
                        clock.warned(),
                        clock.breached());
        return new ClockMoved(rule.name(), ClockChange.RETARGETED, anew);
    }

    private static List<ClockMoved> pause(ClockRule rule, OpeningHours calendar, ClockState clock, Instant at) {
        var breach = breachIfDue(rule, clock, at);
        var paused = new ClockState(
                Phase.PAUSED,
                clock.target(),
                elapsed(calendar, clock, at),
                at,
                Optional.empty(),
                breach.isPresent() || clock.breached() ? clock.due() : Optional.empty(),
                clock.warned(),
                clock.breached() || breach.isPresent());
        return join(breach, new ClockMoved(rule.name(), ClockChange.PAUSED, paused));
    }

    public static ClockMoved warned(ClockRule rule, ClockState clock) {
        return new ClockMoved(rule.name(), ClockChange.WARNED, clock.asWarned());
    }

    public static ClockMoved breached(ClockRule rule, ClockState clock) {
        return new ClockMoved(rule.name(), ClockChange.BREACHED, clock.asBreached());
    }

    /** Business time counted by then. */
    public static Duration elapsed(OpeningHours calendar, ClockState clock, Instant at) {
        return clock.phase() == Phase.RUNNING && at.isAfter(clock.since())
                ? clock.elapsed().plus(calendar.between(clock.since(), at))
                : clock.elapsed();
    }

    public static OpeningHours calendar(Desk desk, ClockRule rule, Ticket ticket) {
        return desk.calendarFor(rule, ticket.contract());
    }

    private static ClockMoved start(ClockRule rule, OpeningHours calendar, Ticket ticket, Instant at) {
        var fresh = new ClockState(
                Phase.PAUSED,
                rule.targets().get(ticket.priority()),
                Duration.ZERO,
                at,
                Optional.empty(),
                Optional.empty(),
                false,
                false);
        var state = rule.pausedIn().contains(ticket.state())
                ? fresh
                : running(rule, calendar, fresh, fresh.target(), Duration.ZERO, at);
        return new ClockMoved(rule.name(), ClockChange.STARTED, state);
    }

    static ClockState running(
            ClockRule rule, OpeningHours calendar, ClockState clock, Duration target, Duration elapsed, Instant at) {
        var warnAt = rule.warnAt()
                .filter(_ -> !clock.warned())
                .map(percent -> reached(
                        calendar,
                        at,
                        target.multipliedBy(percent).dividedBy(100).minus(elapsed)));
        var due = clock.breached() ? clock.due() : Optional.of(reached(calendar, at, target.minus(elapsed)));
        return new ClockState(Phase.RUNNING, target, elapsed, at, warnAt, due, clock.warned(), clock.breached());
    }

    private static Instant reached(OpeningHours calendar, Instant from, Duration left) {
        return left.isPositive() ? calendar.add(from, left) : from;
    }

    private static List<ClockMoved> stop(ClockRule rule, OpeningHours calendar, ClockState clock, Instant at) {
        var breach = breachIfDue(rule, clock, at);
        var breached = clock.breached() || breach.isPresent();
        var stopped = new ClockState(
                Phase.STOPPED,
                clock.target(),
                elapsed(calendar, clock, at),
                at,
                Optional.empty(),
                clock.due(),
                clock.warned(),
                breached);
        return join(breach, new ClockMoved(rule.name(), ClockChange.STOPPED, stopped));
    }

    /** It ran out before anybody looked: said before the clock is touched. */
    private static Optional<ClockMoved> breachIfDue(ClockRule rule, ClockState clock, Instant at) {
        var ranOut = clock.phase() == Phase.RUNNING
                && !clock.breached()
                && clock.due().filter(due -> !due.isAfter(at)).isPresent();
        return ranOut ? Optional.of(breached(rule, clock)) : Optional.empty();
    }

    private static List<ClockMoved> join(Optional<ClockMoved> first, ClockMoved then) {
        return first.map(breach -> List.of(breach, then)).orElseGet(() -> List.of(then));
    }
}
