package guichet.core.ticket;

import static guichet.core.ticket.TicketScenario.ALBERT;
import static guichet.core.ticket.TicketScenario.ALICE;
import static guichet.core.ticket.TicketScenario.GINA;
import static guichet.core.ticket.TicketScenario.KARIM;
import static guichet.core.ticket.TicketScenario.LEA;
import static guichet.core.ticket.TicketScenario.NADIA;

import guichet.core.command.Command;
import guichet.core.desk.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Lives of tickets, as chance would have them: who opens it, and then what is tried, each so long after the last. */
public final class AnyCommands {
    /** @param gap since the last one; may be negative, for what comes in late */
    public record Tried(Duration gap, Command command) {
        @Override
        public String toString() {
            return "+" + gap + " " + command;
        }
    }

    public record Life(Actor requester, Channel channel, Instant start, List<Tried> tried) {}

    private AnyCommands() {}

    /** Over a year that has both clock changes, in and out of hours. */
    public static Arbitrary<Life> lives() {
        return lives(0);
    }

    /** @param earliest the shortest time between two commands, in minutes */
    public static Arbitrary<Life> lives(int earliest) {
        var start = Arbitraries.integers()
                .between(0, 365 * 24 * 60)
                .map(minutes -> TicketScenario.time("2026-01-05 00:00").plus(Duration.ofMinutes(minutes)));
        return Combinators.combine(
                        Arbitraries.of(ALICE, GINA),
                        Arbitraries.of(Channel.MAIL, Channel.PORTAL),
                        start,
                        tried(earliest).list().ofMinSize(3).ofMaxSize(25))
                .as(Life::new);
    }

    private static Arbitrary<Tried> tried(int earliest) {
        var minutes = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.integers().between(earliest, 180)),
                Tuple.of(3, Arbitraries.integers().between(earliest, 5 * 24 * 60)),
                Tuple.of(1, Arbitraries.integers().between(earliest, 20 * 24 * 60)));
        return Combinators.combine(minutes.map(Duration::ofMinutes), commands()).as(Tried::new);
    }

    private static Arbitrary<Command> commands() {
        var people = Arbitraries.of(ALICE, ALBERT, GINA, NADIA, KARIM, LEA);
        var states = Arbitraries.frequency(
                Tuple.of(5, "en-cours"),
                Tuple.of(5, "attente-tiers"),
                Tuple.of(4, "attente-client"),
                Tuple.of(1, "planifiee"),
                Tuple.of(1, "fermee"),
                Tuple.of(1, "resolu"),
                Tuple.of(1, "soumise"),
                Tuple.of(1, "nowhere"));
        var staff = Arbitraries.of(NADIA, KARIM, LEA);
        return Arbitraries.frequencyOf(
                Tuple.of(6, Combinators.combine(staff, states).as((by, to) ->
                        (Command) TicketScenario.transition(by, to, "Voilà."))),
                Tuple.of(2, Combinators.combine(people, states).as((by, to) ->
                        (Command) TicketScenario.transition(by, to, ""))),
                Tuple.of(4, people.map(by -> (Command) TicketScenario.message(by, "Un mot."))),
                Tuple.of(2, people.map(by -> (Command) TicketScenario.note(by, "Une note."))),
                Tuple.of(2, people.map(by -> (Command) TicketScenario.automatic(by, "Absente."))),
                Tuple.of(2, Arbitraries.of("critical", "high", "normal", "none").map(level ->
                        (Command) TicketScenario.priority(level))),
                Tuple.of(2, Arbitraries.of("24/7", "heures-ouvrees").map(contract ->
                        (Command) new Command.SetContract(NADIA, contract, ""))),
                Tuple.of(1, Arbitraries.of(ALICE, ALBERT, GINA).map(to -> (Command) new Command.SetRequester(
                        KARIM, TicketScenario.open(to, to, Channel.MAIL).requester(), "La sienne."))),
                Tuple.of(1, Arbitraries.just((Command)
                        new Command.SetOrganization(LEA, Optional.empty(), Optional.empty(), "Privé."))),
                Tuple.of(1, staff.map(by -> (Command) new Command.Assign(by, Optional.of(KARIM.person())))),
                Tuple.of(1, people.map(by -> (Command) new Command.Escalate(by, "too-slow", "Encore."))),
                Tuple.of(1, people.map(by -> (Command) new Command.AddMessage(
                        ALICE,
                        Visibility.PUBLIC,
                        Channel.MAIL,
                        Body.of("En copie."),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(by.person())))),
                Tuple.of(
                        1,
                        Arbitraries.of("alice@acme.example", "gina@globex.example")
                                .map(address -> TicketScenario.unreachable(address))),
                Tuple.of(1, Arbitraries.just((Command) new Command.MergeInto(NADIA, new TicketId("cloud", 1)))));
    }
}
