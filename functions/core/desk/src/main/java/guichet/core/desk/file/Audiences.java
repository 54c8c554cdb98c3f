package guichet.core.desk.file;

import guichet.core.desk.Audience;
import guichet.core.desk.Role;
import guichet.core.text.Nearest;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whom a rule tells, and by whom something was done. */
final class Audiences {
    static final List<String> WORDS =
            List.of("creator", "sender", "participants", "owner", "agents", "leads", "dispatcher");
    private static final String ROLES = "customers, agents, leads, robot";

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

    /** Roles; agents include leads, who may do all that agents may. */
    static Set<Role> by(YamlNode place) {
        var roles = EnumSet.noneOf(Role.class);
        place.items().forEach(item -> item.text().ifPresent(word -> roles.addAll(by(word, item))));
        return Set.copyOf(roles);
    }

    static Set<Role> by(String word, YamlNode place) {
        return switch (word) {
            case "customers" -> EnumSet.of(Role.CUSTOMER);
            case "agents" -> EnumSet.of(Role.AGENT, Role.LEAD);
            case "leads" -> EnumSet.of(Role.LEAD);
            case "robot" -> EnumSet.of(Role.ROBOT);
            default -> {
                place.problem("no such role" + Nearest.hint(word, List.of(ROLES.split(", "))), word, ROLES);
                yield EnumSet.noneOf(Role.class);
            }
        };
    }
}
