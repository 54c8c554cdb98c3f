package guichet.core.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A kind of request with its own workflow and form.
 *
 * @param states by id, in the file's order
 * @param inputs what its transitions may ask for, by name ({@code comment} needs no definition)
 * @param fields what its form asks for, by name
 * @param aliases names used elsewhere for states of this workflow, e.g. {@code resolu} for {@code fermee} (S3-02)
 * @param subject what its form says about the subject, and asks of it (S2-14); so {@code description}
 * @param level the support level that takes it in charge (S4-02)
 */
public record RequestType(
        String id,
        LocalizedText label,
        Map<String, State> states,
        List<AllowedTransition> moves,
        Map<String, Input> inputs,
        Map<String, Input> fields,
        Map<String, String> aliases,
        LocalizedText purpose,
        Prompt subject,
        Prompt description,
        Optional<String> level) {

    public State initial() {
        return states.values().stream().filter(State::initial).findFirst().orElseThrow();
    }

    /** The state of that name, aliases included. */
    public Optional<State> state(String name) {
        return Optional.ofNullable(states.get(aliases.getOrDefault(name, name)));
    }

    public List<AllowedTransition> movesFrom(String state) {
        return moves.stream().filter(move -> move.from().equals(state)).toList();
    }
}
