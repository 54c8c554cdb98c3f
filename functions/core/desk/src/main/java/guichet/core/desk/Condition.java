package guichet.core.desk;

import java.util.Set;

/** Where a rule applies; an empty set says nothing. States are named with their aliases resolved. */
public record Condition(Set<String> types, Set<String> states, Set<String> queues) {
    public static final Condition ANYWHERE = new Condition(Set.of(), Set.of(), Set.of());

    public boolean holds(String type, String state, String queue) {
        return (types.isEmpty() || types.contains(type))
                && (states.isEmpty() || states.contains(state))
                && (queues.isEmpty() || queues.contains(queue));
    }
}
