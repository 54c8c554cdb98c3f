package guichet.core.desk;

import java.util.List;

/** A time-driven rule; its name is a sentence that says what happens, and stands in the timeline. */
public record Automation(String name, Condition in, Timer timer, List<Action> actions) {}
