package guichet.local.rights;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** @param allow or deny */
record Statement(boolean allow, List<Wildcard> actions, List<Wildcard> resources, List<PolicyCondition> conditions) {

    /** The pairs of action and resource by which it applies to the need; none where it does not. */
    List<Grant> applies(Need need) {
        if (conditions.stream().allMatch(condition -> condition.holds(need.context()))) {
            var action = need.action().toLowerCase(Locale.ROOT);
            return grants(
                            actions.stream()
                                    .filter(pattern -> pattern.matches(action))
                                    .toList(),
                            resources.stream()
                                    .filter(pattern -> pattern.matches(need.resource()))
                                    .toList())
                    .toList();
        }
        return List.of();
    }

    Stream<Grant> grants() {
        return grants(actions, resources);
    }

    private static Stream<Grant> grants(List<Wildcard> actions, List<Wildcard> resources) {
        return actions.stream()
                .flatMap(action -> resources.stream().map(resource -> new Grant(action.text(), resource.text())));
    }

    /** An action on a resource, as the policy has them. */
    record Grant(String action, String resource) {
        @Override
        public String toString() {
            return action + " on " + resource;
        }
    }
}
