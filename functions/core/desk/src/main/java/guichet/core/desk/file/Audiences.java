package guichet.core.desk.file;

import guichet.core.desk.Audience;
import guichet.core.desk.Role;
import guichet.core.text.Nearest;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whom a rule tells, and by whom something was done. */
final class Audiences {
    static final List<String> WORDS =
            List.of("creator", "sender", "participants", "owner", "agents", "leads", "dispatcher");
    /** Agents include leads, who may do all that agents may. */
    private static final Map<String, Set<Role>> ROLES = roles();

    static final Shape BY = new Shape.OneOf(List.copyOf(ROLES.keySet()));

    private Audiences() {}

    static List<Audience> tell(YamlNode place, NameRegistry known) {
        return place.items().stream()
                .flatMap(item -> item.text().flatMap(word -> audience(word, item, known)).stream())
                .toList();
    }

    private static Optional<Audience> audience(String word, YamlNode place, NameRegistry known) {
        if (known.groups.contains(word)) {
            return Optional.of(new Audience.Group(word));
        }
        return switch (word) {
            case "creator" -> Optional.of(new Audience.Creator());
            case "sender" -> Optional.of(new Audience.Sender());
            case "participants" -> Optional.of(new Audience.Participants());
            case "owner" -> Optional.of(new Audience.Owner());
            case "agents" -> Optional.of(new Audience.Agents());
            case "leads" -> Optional.of(new Audience.Leads());
            case "dispatcher" -> {
                if (!known.dispatcher) {
                    place.problem("this desk has no dispatcher", word, "a section \"dispatcher:\" that says who it is");
                }
                yield Optional.of(new Audience.Dispatcher());
            }
            default -> {
                var allowed =
                        Stream.concat(WORDS.stream(), known.groups.stream()).toList();
                place.problem("nobody is called so" + Nearest.hint(word, allowed), word, String.join(", ", allowed));
                yield Optional.empty();
            }
        };
    }

    /** Roles. */
    static Set<Role> by(YamlNode place) {
        var roles = EnumSet.noneOf(Role.class);
        place.items().forEach(item -> item.fixed("role").map(ROLES::get).ifPresent(roles::addAll));
        return Set.copyOf(roles);
    }

    static Set<Role> by(String word, YamlNode place) {
        return place.isOneOf(word, "role", ROLES.keySet()) ? ROLES.get(word) : Set.of();
    }

    private static Map<String, Set<Role>> roles() {
        var roles = new LinkedHashMap<String, Set<Role>>();
        roles.put("customers", Set.of(Role.CUSTOMER));
        roles.put("agents", Set.of(Role.AGENT, Role.LEAD));
        roles.put("leads", Set.of(Role.LEAD));
        roles.put("robot", Set.of(Role.ROBOT));
        return roles;
    }
}
