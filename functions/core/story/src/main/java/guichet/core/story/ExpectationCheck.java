package guichet.core.story;

import guichet.core.desk.Desk;
import guichet.core.desk.RequestType;
import guichet.core.hours.Durations;
import guichet.core.notice.Typography;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Holds one expectation against what is so. */
final class ExpectationCheck {
    /** What was expected, and what is so instead. */
    record Mismatch(String expected, String actual) {}

    private final Desk desk;
    private final ZoneId zone;
    private final Stage stage;
    private final OptionalInt number;

    ExpectationCheck(Desk desk, Stage stage, OptionalInt number) {
        this.desk = desk;
        this.zone = desk.hours().zone();
        this.stage = stage;
        this.number = number;
    }

    /** Empty where it holds. */
    Optional<Mismatch> check(Expectation expectation) {
        return switch (expectation) {
            case Expectation.StateIs is -> onTicket(seen -> same(canonical(is.state()), seen.state()));
            case Expectation.ResolutionIs is ->
                onTicket(seen ->
                        same(is.resolution().orElse("none"), seen.resolution().orElse("none")));
            case Expectation.OwnerIs is ->
                onTicket(seen -> same(is.owner().orElse("nobody"), seen.owner().orElse("nobody")));
            case Expectation.RequesterIs is -> onTicket(seen -> same(is.requester(), seen.requester()));
            case Expectation.PriorityIs is -> onTicket(seen -> same(is.priority(), seen.priority()));
            case Expectation.QueueIs is -> onTicket(seen -> same(is.queue(), seen.queue()));
            case Expectation.ClockIs is ->
                onTicket(seen -> clock(is, seen.clocks().get(is.clock())));
            case Expectation.TimelineSays says -> onTicket(seen -> timeline(says, seen.timeline()));
            case Expectation.IsSent sent -> sent(sent);
            case Expectation.IsSentNothing nothing ->
                noMail(stage.sent().stream()
                        .filter(mail -> mail.to().equals(nothing.who()))
                        .toList());
            case Expectation.NobodyIsSent _ -> noMail(stage.sent());
            case Expectation.NobodyElseIsSent _ ->
                noMail(stage.sent().stream()
                        .filter(mail -> !stage.expected.contains(mail))
                        .toList());
            case Expectation.IsNotTold not -> notTold(not);
            case Expectation.SeesRequests sees ->
                same(
                        requests(sees.count()),
                        requests(stage.world.list(sees.who()).size()));
            case Expectation.SeesTicket sees -> sees(sees);
            case Expectation.MayEscalate may -> onTicket(may.who(), seen -> escalate(may, seen.escalate()));
            case Expectation.MayMoveTo may ->
                onTicket(may.who(), seen -> same(moves(may.states()), moves(seen.moves())));
            case Expectation.TicketsAre are -> same(String.valueOf(are.count()), String.valueOf(stage.tickets.size()));
        };
    }

    private Optional<Mismatch> onTicket(Function<ViewedTicket, Optional<Mismatch>> check) {
        return onTicket(desk.staff().getFirst().address(), check);
    }

    private Optional<Mismatch> onTicket(String viewer, Function<ViewedTicket, Optional<Mismatch>> check) {
        return stage.ticket(number)
                .flatMap(ticket -> stage.world.look(viewer, ticket, stage.now))
                .map(check)
                .orElseGet(() -> Optional.of(new Mismatch("a ticket", "none that " + viewer + " can see")));
    }

    private Optional<Mismatch> sees(Expectation.SeesTicket sees) {
        var ticket = stage.ticket(number);
        if (ticket.isEmpty()) {
            return Optional.of(new Mismatch("a ticket", "none was opened"));
        }
        var looked = stage.world.look(sees.who(), ticket.get(), stage.now).isPresent();
        var listed = stage.world.list(sees.who()).contains(ticket.get());
        return same(sight(sees.seen(), sees.seen()), sight(looked, listed));
    }

    private static String sight(boolean looked, boolean listed) {
        return (looked ? "can be read" : "cannot be read") + ", " + (listed ? "is listed" : "is not listed");
    }

    /** To the minute: a mail that left earlier, since time last moved on, does not do. */
    private Optional<Mismatch> sent(Expectation.IsSent wanted) {
        var fitting = stage.sent().stream()
                .filter(mail -> mail.to().equals(wanted.who()) && mail.at().equals(stage.now))
                .filter(mail -> wanted.text().map(mail.text()::equals).orElse(true)
                        && wanted.words()
                                .map(words -> holds(mail.words(), words))
                                .orElse(true))
                .findFirst();
        fitting.ifPresent(stage.expected::add);
        var what = wanted.who() + " is sent " + wanted.text().orElse("")
                + wanted.words().map(words -> " “" + words + "”").orElse("");
        return fitting.isPresent()
                ? Optional.empty()
                : Optional.of(new Mismatch(what.replace("  ", " "), mails(stage.sent())));
    }

    private Optional<Mismatch> noMail(List<StoryEvent.Sent> mails) {
        return mails.isEmpty() ? Optional.empty() : Optional.of(new Mismatch("no mail", mails(mails)));
    }

    private Optional<Mismatch> notTold(Expectation.IsNotTold not) {
        var reasons = stage.withheld().stream()
                .filter(held -> held.to().equals(not.who()))
                .map(StoryEvent.Withheld::reason)
                .toList();
        return reasons.stream().anyMatch(reason -> reason.contains(not.because()))
                ? Optional.empty()
                : Optional.of(new Mismatch(
                        "not told because " + not.because(),
                        reasons.isEmpty() ? "nothing was withheld" : String.join("; ", reasons)));
    }

    private Optional<Mismatch> clock(Expectation.ClockIs wanted, ViewedTicket.Clock clock) {
        var expected = clock(
                wanted.phase(),
                wanted.elapsed().map(Durations::format),
                wanted.due().map(due -> Times.at(due, zone)));
        var actual = clock(
                clock.phase(),
                wanted.elapsed().map(_ -> Durations.format(clock.elapsed())),
                wanted.due().isPresent() ? clock.due() : Optional.empty());
        return same(expected, actual);
    }

    private String clock(String phase, Optional<String> elapsed, Optional<Instant> due) {
        return phase
                + elapsed.map(time -> " at " + time).orElse("")
                + due.map(at -> ", due " + Times.show(at, zone)).orElse("");
    }

    private Optional<Mismatch> timeline(Expectation.TimelineSays says, List<String> timeline) {
        var found = (int)
                timeline.stream().filter(line -> holds(line, says.words())).count();
        var holds = says.times().map(times -> times == found).orElse(found > 0);
        return holds
                ? Optional.empty()
                : Optional.of(new Mismatch(
                        "“" + says.words() + "” "
                                + says.times().map(times -> times + " times").orElse("at least once"),
                        found + " times in: " + String.join(" | ", timeline)));
    }

    /** A story is typed with plain spaces and apostrophes. */
    private static boolean holds(String text, String words) {
        return Typography.plain(text).contains(Typography.plain(words));
    }

    private Optional<Mismatch> escalate(Expectation.MayEscalate may, Optional<ViewedTicket.Escalate> offered) {
        if (offered.isEmpty()) {
            return Optional.of(new Mismatch("to be offered an escalation", "it is not offered"));
        }
        var reasons = may.reasons().isEmpty() ? offered.get().reasons() : may.reasons();
        return same(
                "because " + String.join(", ", reasons) + "; " + may.phone(),
                "because " + String.join(", ", offered.get().reasons()) + "; "
                        + offered.get().phone());
    }

    /** A state's own id, for one of its other names. */
    private String canonical(String state) {
        var type = desk.types().values().stream()
                .filter(candidate -> candidate.state(state).isPresent())
                .findFirst();
        return type.flatMap((RequestType found) -> found.state(state))
                .map(found -> found.id())
                .orElse(state);
    }

    private String moves(List<String> states) {
        return states.isEmpty()
                ? "nowhere"
                : String.join(
                        ", ", states.stream().map(this::canonical).sorted().toList());
    }

    private static String requests(int count) {
        return count + (count == 1 ? " request" : " requests");
    }

    private String mails(List<StoryEvent.Sent> mails) {
        return mails.isEmpty()
                ? "no mail left"
                : String.join(
                        "; ",
                        mails.stream()
                                .map(mail -> mail.to() + " is sent "
                                        + (mail.text().isEmpty() ? "" : mail.text() + " ") + "“"
                                        + Script.oneLine(mail.words()) + "”"
                                        + (mail.at().equals(stage.now) ? "" : " at " + Times.show(mail.at(), zone)))
                                .toList());
    }

    private static Optional<Mismatch> same(String expected, String actual) {
        return expected.equals(actual) ? Optional.empty() : Optional.of(new Mismatch(expected, actual));
    }
}
