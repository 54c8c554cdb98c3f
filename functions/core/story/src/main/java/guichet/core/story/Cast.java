package guichet.core.story;

import guichet.core.desk.Desk;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who and what a story may name.
 *
 * @param customers addresses of the people that the directory knows, in lower case
 */
public record Cast(Desk desk, Set<String> customers) {
    Set<String> people() {
        var people = new TreeSet<>(customers);
        desk.staff().forEach(member -> people.add(member.address()));
        desk.groups().values().forEach(people::addAll);
        return people;
    }

    /** The states of all workflows, and their other names. */
    Set<String> states() {
        var states = new LinkedHashSet<String>();
        desk.types().values().forEach(type -> {
            states.addAll(type.states().keySet());
            states.addAll(type.aliases().keySet());
        });
        return states;
    }

    /** What transitions ask for. */
    Set<String> inputs() {
        var inputs = new LinkedHashSet<String>();
        desk.types().values().forEach(type -> inputs.addAll(type.inputs().keySet()));
        return inputs;
    }

    /** What may be given when a ticket is opened: what the portal takes. */
    Set<String> openingFields() {
        var fields = new LinkedHashSet<>(Set.of("type", "impact", "urgency", "queue", "level"));
        desk.types().values().forEach(type -> fields.addAll(type.fields().keySet()));
        return fields;
    }
}
