package guichet.core.desk.file;

import guichet.core.desk.Condition;
import guichet.core.desk.RequestType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Where a rule applies: {@code in:} states, {@code type:} and {@code queue:}, and which states a rule may name there.
 */
final class Conditions {
    private final NameRegistry known;

    Conditions(NameRegistry known) {
        this.known = known;
    }

    Condition read(YamlEntries rule) {
        var types = types(rule);
        var queues = new LinkedHashSet<String>();
        rule.items("queue").forEach(place -> place.oneOf("queue", known.queues).ifPresent(queues::add));
        return new Condition(types, states(rule.items("in"), types), queues);
    }

    Set<String> types(YamlEntries rule) {
        var types = new LinkedHashSet<String>();
        rule.items("type")
                .forEach(place ->
                        place.oneOf("request type", known.types.keySet()).ifPresent(types::add));
        return types;
    }

    /** The states written there, of at least one of these types, with aliases resolved. */
    Set<String> states(List<YamlNode> places, Set<String> types) {
        var states = new LinkedHashSet<String>();
        places.forEach(place -> place.text().ifPresent(name -> states.addAll(states(name, place, types))));
        return states;
    }

    Set<String> states(String name, YamlNode place, Set<String> types) {
        var allowed = new LinkedHashSet<String>();
        var found = new LinkedHashSet<String>();
        known.types(types).forEach(type -> {
            allowed.addAll(type.states().keySet());
            allowed.addAll(type.aliases().keySet());
            type.state(name).ifPresent(state -> found.add(state.id()));
        });
        place.isOneOf(name, "state", allowed);
        return found;
    }

    /** The state to which a rule moves a ticket: it must be there in every type to which the rule applies. */
    Optional<String> target(YamlNode place, Condition where) {
        return place.text().flatMap(name -> {
            var found = states(name, place, where.types());
            if (found.isEmpty()) {
                return Optional.empty();
            }
            applicable(where)
                    .filter(type -> type.state(name).isEmpty())
                    .findFirst()
                    .ifPresent(type -> place.problem(
                            "requests of type \"" + type.id()
                                    + "\", to which this rule applies too, have no such state",
                            name,
                            String.join(", ", new TreeSet<>(type.states().keySet()))));
            return found.stream().findFirst();
        });
    }

    Stream<RequestType> applicable(Condition where) {
        return known.types(where.types())
                .filter(type -> where.states().isEmpty()
                        || where.states().stream()
                                .anyMatch(state -> type.states().containsKey(state)));
    }
}
