package guichet.core.story;

import guichet.core.desk.file.FileProblem;
import guichet.core.story.Story.Doing;
import guichet.core.story.Story.Step;
import guichet.core.text.Nearest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Whether a story names only what its desk has, at times that exist and never go back. */
public final class StoryChecks {
    private final Story story;
    private final Cast cast;
    private final List<FileProblem> problems = new ArrayList<>();

    private StoryChecks(Story story, Cast cast) {
        this.story = story;
        this.cast = cast;
    }

    /** In the order of the file; none for a story that can be played. */
    public static List<FileProblem> check(Story story, Cast cast) {
        var checks = new StoryChecks(story, cast);
        checks.times();
        story.steps().forEach(checks::step);
        return List.copyOf(checks.problems);
    }

    private void times() {
        var last = Instant.MIN;
        for (var step : story.steps()) {
            if (step.when().isPresent()) {
                try {
                    var at = Times.at(step.when().get(), cast.desk().hours().zone());
                    if (at.isBefore(last)) {
                        problem(step, "time goes back here", step.text(), "");
                    }
                    last = at;
                } catch (StoryProblem bad) {
                    problem(step, bad.getMessage(), bad.value, bad.allowed);
                }
            }
        }
    }

    private void step(Step step) {
        switch (step.sentence()) {
            case Doing doing -> {
                if (doing.act() instanceof Act.ByPerson act) {
                    person(step, act.who());
                }
                // What a desk does not have may be the very reason of a refusal.
                if (doing.refused().isEmpty()) {
                    act(step, doing.act());
                }
            }
            case Expectation expectation -> expectation(step, expectation);
        }
    }

    private void act(Step step, Act act) {
        var desk = cast.desk();
        switch (act) {
            case Act.Mails mails -> mails.copies().forEach(who -> person(step, who));
            case Act.Replies replies -> replies.copies().forEach(who -> person(step, who));
            case Act.Opens opens -> {
                opens.requester().ifPresent(who -> person(step, who));
                opens.with().keySet().forEach(name -> known(step, "field", name, cast.openingFields()));
            }
            case Act.Moves moves -> {
                known(step, "state", moves.state(), cast.states());
                moves.with().keySet().forEach(name -> known(step, "input", name, cast.inputs()));
            }
            case Act.Escalates escalates ->
                known(
                        step,
                        "reason",
                        escalates.reason(),
                        desk.escalation().reasons().keySet());
            case Act.Assigns assigns -> assigns.to().ifPresent(who -> person(step, who));
            case Act.SetsPriority priority ->
                known(
                        step,
                        "priority",
                        priority.priority(),
                        desk.priorities().levels().keySet());
            case Act.MovesToQueue moves ->
                known(step, "queue", moves.queue(), desk.queues().keySet());
            case Act.FillsIn fills ->
                fills.with().keySet().forEach(name -> known(step, "field", name, cast.openingFields()));
            case Act.Corrects corrects -> known(step, "correction", Correcting.name(corrects.with()), Correcting.NAMES);
            case Act.Comments _, Act.SweepsStop _, Act.SweepsGoOn _ -> {}
        }
    }

    private void expectation(Step step, Expectation expectation) {
        var desk = cast.desk();
        switch (expectation) {
            case Expectation.StateIs is -> known(step, "state", is.state(), cast.states());
            case Expectation.IsSent sent -> {
                person(step, sent.who());
                sent.text()
                        .ifPresent(
                                text -> known(step, "text", text, desk.texts().keySet()));
            }
            case Expectation.IsSentNothing nothing -> person(step, nothing.who());
            case Expectation.IsNotTold not -> person(step, not.who());
            case Expectation.ClockIs clock -> {
                known(
                        step,
                        "clock",
                        clock.clock(),
                        desk.clocks().stream().map(rule -> rule.name()).toList());
                clock.due().ifPresent(due -> time(step, due));
            }
            case Expectation.OwnerIs is -> is.owner().ifPresent(who -> person(step, who));
            case Expectation.RequesterIs is -> person(step, is.requester());
            case Expectation.PriorityIs is ->
                known(
                        step,
                        "priority",
                        is.priority(),
                        desk.priorities().levels().keySet());
            case Expectation.QueueIs is ->
                known(step, "queue", is.queue(), desk.queues().keySet());
            case Expectation.SeesRequests sees -> person(step, sees.who());
            case Expectation.SeesTicket sees -> person(step, sees.who());
            case Expectation.MayEscalate may -> {
                person(step, may.who());
                may.reasons()
                        .forEach(reason -> known(
                                step,
                                "reason",
                                reason,
                                desk.escalation().reasons().keySet()));
            }
            case Expectation.MayMoveTo may -> {
                person(step, may.who());
                may.states().forEach(state -> known(step, "state", state, cast.states()));
            }
            case Expectation.NobodyIsSent _,
                    Expectation.NobodyElseIsSent _,
                    Expectation.ResolutionIs _,
                    Expectation.TimelineSays _,
                    Expectation.TicketsAre _ -> {}
        }
    }

    /** A stranger may well write to a desk; an address that almost is a known one is a slip of the keyboard. */
    private void person(Step step, String who) {
        var people = cast.people();
        if (!people.contains(who)) {
            people.stream()
                    .filter(person -> almost(who, person))
                    .findFirst()
                    .ifPresent(near ->
                            problem(step, "nobody here has this address; did you mean \"" + near + "\"?", who, ""));
        }
    }

    /** One of the two halves is the same, and the other nearly. */
    private static boolean almost(String written, String person) {
        int at = written.indexOf('@');
        int there = person.indexOf('@');
        var name = written.substring(0, at);
        var domain = written.substring(at);
        return domain.equals(person.substring(there))
                        && Nearest.to(name, List.of(person.substring(0, there))).isPresent()
                || name.equals(person.substring(0, there))
                        && Nearest.to(domain, List.of(person.substring(there))).isPresent();
    }

    private void known(Step step, String what, String value, Collection<String> allowed) {
        if (!allowed.contains(value)) {
            problem(step, "unknown " + what + Nearest.hint(value, allowed), value, String.join(", ", allowed));
        }
    }

    private void time(Step step, Story.When when) {
        try {
            Times.at(when, cast.desk().hours().zone());
        } catch (StoryProblem bad) {
            problem(step, bad.getMessage(), bad.value, bad.allowed);
        }
    }

    private void problem(Step step, String message, String value, String allowed) {
        problems.add(new FileProblem(story.file(), step.line(), "", value, allowed, message));
    }
}
