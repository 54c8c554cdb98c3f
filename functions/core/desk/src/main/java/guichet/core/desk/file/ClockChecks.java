package guichet.core.desk.file;

import guichet.core.desk.ClockRule;
import guichet.core.desk.Desk;
import guichet.core.desk.RequestType;
import guichet.core.desk.State;
import java.util.LinkedHashSet;

/** Clocks that could never start, or never stop. */
final class ClockChecks {
    private ClockChecks() {}

    static void check(ClockRule clock, Desk desk, YamlNode root) {
        if (clock.stops().contains(clock.from())) {
            counts(root, clock)
                    .problem("this clock stops as soon as it starts", clock.from(), "another state to stop in");
            return;
        }
        for (var type : desk.types().values()) {
            if (clock.appliesTo(type.id())) {
                check(clock, type, new Flow(desk, type), root);
            }
        }
    }

    private static void check(ClockRule clock, RequestType type, Flow flow, YamlNode root) {
        var initial = type.states().values().stream()
                .filter(State::initial)
                .map(State::id)
                .findFirst();
        if (!type.states().containsKey(clock.from())) {
            counts(root, clock)
                    .problem(
                            "this clock never starts for requests of type \"" + type.id()
                                    + "\", which have no such state",
                            clock.from(),
                            "type: the request types that it is for");
        } else if (initial.isPresent() && flow.from(initial.get()).contains(clock.from())) {
            var stops = new LinkedHashSet<>(clock.stops());
            stops.retainAll(flow.from(clock.from()));
            if (stops.isEmpty()) {
                counts(root, clock)
                        .problem(
                                "this clock can never stop: from \"" + clock.from() + "\" no request of type \""
                                        + type.id() + "\" gets to a state that stops it",
                                String.join(", ", clock.stops()),
                                String.join(", ", flow.from(clock.from())));
            }
        }
    }

    private static YamlNode counts(YamlNode root, ClockRule clock) {
        return root.find("sla", clock.name(), "counts");
    }
}
