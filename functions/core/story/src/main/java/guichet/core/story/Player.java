package guichet.core.story;

import guichet.core.desk.Desk;
import guichet.core.desk.Input;
import guichet.core.desk.RequestType;
import guichet.core.story.Played.Failure;
import guichet.core.story.Story.Doing;
import guichet.core.story.Story.Step;
import guichet.core.story.World.Outcome;
import guichet.core.ticket.TicketId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plays a story: time passes minute by minute, people do what they do, and each expectation is held against what came
 * of it.
 */
public final class Player {
    private final Desk desk;
    private final ZoneId zone;
    private final World world;
    private final Stage stage;
    private final Script script;
    private final List<Failure> failures = new ArrayList<>();
    private boolean sweeping = true;

    private Player(Desk desk, World world) {
        this.desk = desk;
        this.zone = desk.hours().zone();
        this.world = world;
        this.stage = new Stage(world);
        this.script = new Script(zone);
    }

    /** @param story one in which {@link StoryChecks} found nothing. @param world a fresh one */
    public static Played play(Story story, Desk desk, World world) {
        var player = new Player(desk, world);
        player.script.title(story);
        story.steps().forEach(player::step);
        return new Played(story, player.script.lines(), List.copyOf(player.failures));
    }

    private void step(Step step) {
        step.when().map(when -> Times.at(when, zone)).ifPresent(this::passTo);
        switch (step.sentence()) {
            case Doing doing -> perform(step, doing);
            case Expectation expectation -> expect(step, expectation);
        }
    }

    private void passTo(Instant at) {
        if (at.isAfter(stage.now)) {
            stage.forget();
            stage.now = at;
            if (sweeping) {
                world.pass(at);
            }
            happened();
        }
    }

    private void perform(Step step, Doing doing) {
        stage.forget();
        script.doing(stage.now, step);
        switch (doing.act()) {
            case Act.SweepsStop _ -> sweeping = false;
            case Act.SweepsGoOn _ -> {
                sweeping = true;
                world.sweep(stage.now);
            }
            case Act.ByPerson act -> {
                var ticket = step.ticket().isEmpty() && stage.tickets.isEmpty()
                        ? Optional.<TicketId>empty()
                        : stage.ticket(step.ticket());
                report(
                        step,
                        doing,
                        opens(act)
                                ? world.act(stage.now, Optional.empty(), act)
                                : ticket.map(id -> world.act(stage.now, Optional.of(id), withInstants(act)))
                                        .orElseGet(
                                                () -> new Outcome.Refused("there is no such ticket in the story yet")));
            }
        }
        happened();
    }

    private static boolean opens(Act act) {
        return act instanceof Act.Mails || act instanceof Act.Opens;
    }

    private void report(Step step, Doing doing, Outcome outcome) {
        switch (outcome) {
            case Outcome.Done done -> {
                stage.enter(done.ticket());
                doing.refused()
                        .ifPresent(
                                why -> fail(step, "refused" + (why.isEmpty() ? "" : ", saying " + why), "it was done"));
            }
            case Outcome.Refused refused -> {
                script.refused(stage.now, refused.why());
                if (doing.refused().isEmpty()) {
                    fail(step, "that it is done", "refused: " + refused.why());
                } else if (!refused.why().contains(doing.refused().get())) {
                    fail(step, "refused, saying " + doing.refused().get(), "refused: " + refused.why());
                }
            }
        }
    }

    private void expect(Step step, Expectation expectation) {
        if (sweeping) {
            world.pass(stage.now);
            happened();
        }
        var mismatch = new ExpectationCheck(desk, stage, step.ticket()).check(expectation);
        if (mismatch.isPresent()) {
            fail(step, mismatch.get().expected(), mismatch.get().actual());
        } else {
            script.held(stage.now, step);
        }
    }

    private void fail(Step step, String expected, String actual) {
        var failure = new Failure(step.line(), step.text(), expected, actual);
        failures.add(failure);
        script.failed(stage.now, failure);
    }

    private void happened() {
        var news = world.happenings();
        stage.add(news);
        script.happened(news);
    }

    /** A story gives instants in local time, a desk takes them in UTC. */
    private Act.ByPerson withInstants(Act.ByPerson act) {
        return act instanceof Act.Moves moves
                ? new Act.Moves(moves.who(), moves.state(), moves.comment(), instants(moves.with()))
                : act;
    }

    private Map<String, String> instants(Map<String, String> written) {
        var inputs = new LinkedHashMap<String, String>();
        written.forEach((name, value) -> inputs.put(
                name,
                isInstant(name) && value.matches(Times.PATTERN)
                        ? Times.at(Times.read(value), zone).toString()
                        : value));
        return inputs;
    }

    private boolean isInstant(String input) {
        return desk.types().values().stream()
                .map(RequestType::inputs)
                .map(inputs -> inputs.get(input))
                .anyMatch(found -> found != null && found.kind() == Input.Kind.INSTANT);
    }
}
