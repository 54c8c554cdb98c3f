package guichet.core.desk;

import java.util.List;
import java.util.Set;

/**
 * An event-driven rule: when this happens, by one of these, while the ticket is there, the robot does that. Robots do
 * not set off reactions.
 */
public record Reaction(String name, Trigger on, Set<Role> by, Condition in, List<Action> actions) {}
