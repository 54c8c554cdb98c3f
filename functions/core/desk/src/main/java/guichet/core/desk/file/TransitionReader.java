package guichet.core.desk.file;

import guichet.core.desk.AllowedTransition;
import guichet.core.desk.Role;
import guichet.core.desk.State;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * {@code moves:}, each {@code a, b -> c, d by agents, customers}: from each on the left to each on the right; agents
 * where nobody is named. A state on both sides leads to itself too: what it asks for is asked anew.
 */
final class TransitionReader {
    static final Pattern FORM = Pattern.compile("([^>]+?)\\s*->\\s*([^>]+?)(?:\\s+by\\s+([^>]+))?");
    private final Map<String, State> states;
    private final Map<String, String> aliases;

    private TransitionReader(Map<String, State> states, Map<String, String> aliases) {
        this.states = states;
        this.aliases = aliases;
    }

    static List<AllowedTransition> read(YamlNode place, Map<String, State> states, Map<String, String> aliases) {
        var reader = new TransitionReader(states, aliases);
        Map<List<String>, Set<Role>> moves = new LinkedHashMap<>();
        place.items().forEach(item -> item.text().ifPresent(text -> reader.add(text, item, moves)));
        return moves.entrySet().stream()
                .map(move -> new AllowedTransition(
                        move.getKey().get(0), move.getKey().get(1), Set.copyOf(move.getValue())))
                .toList();
    }

    private void add(String text, YamlNode place, Map<List<String>, Set<Role>> moves) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            place.problem("not a move", text, "a, b -> c, d by agents, customers");
            return;
        }
        Set<Role> by = EnumSet.noneOf(Role.class);
        if (form.group(3) == null) {
            by.addAll(EnumSet.of(Role.AGENT, Role.LEAD));
        } else {
            split(form.group(3)).forEach(role -> by.addAll(Audiences.by(role, place)));
        }
        var from = states(form.group(1), place, false);
        var to = states(form.group(2), place, true);
        for (var start : from) {
            for (var end : to) {
                moves.computeIfAbsent(List.of(start, end), _ -> EnumSet.noneOf(Role.class))
                        .addAll(by);
            }
        }
    }

    private Set<String> states(String written, YamlNode place, boolean backAllowed) {
        var known = new ArrayList<>(states.keySet());
        known.addAll(aliases.keySet());
        if (backAllowed) {
            known.add(AllowedTransition.BACK);
        }
        var found = new LinkedHashSet<String>();
        var seen = new HashSet<String>();
        for (var name : split(written)) {
            if (!seen.add(name)) {
                place.problem("this state stands here twice", name, "");
            } else if (place.isOneOf(name, "state", known)) {
                found.add(aliases.getOrDefault(name, name));
            }
        }
        return found;
    }

    private static List<String> split(String list) {
        return List.of(list.strip().split("\\s*,\\s*", -1));
    }
}
