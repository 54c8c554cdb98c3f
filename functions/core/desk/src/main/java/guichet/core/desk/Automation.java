package guichet.core.desk;

import java.util.List;

/** A time-driven rule; its name is a sentence that says what happens, and stands in the timeline. */
public record Automation(String name, Condition in, Timer timer, List<Action> actions) {
    /** Whether it tells the same people again after its last wait, each time, until somebody has answered (S0-01). */
    public boolean repeats() {
        return timer instanceof Timer.UnansweredFor && actions.stream().anyMatch(Action.Tell.class::isInstance);
    }
}
