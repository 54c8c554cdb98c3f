package guichet.core.desk.file;

import guichet.core.desk.Input;
import guichet.core.desk.Prompt;
import guichet.core.desk.RequestType;
import guichet.core.desk.State;
import guichet.core.desk.State.Ask;
import guichet.core.desk.State.WaitingFor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** One entry of {@code requests:}: a request type with its form and its workflow. */
final class RequestReader {
    private final NameRegistry known;

    RequestReader(NameRegistry known) {
        this.known = known;
    }

    Optional<RequestType> read(String id, YamlNode place) {
        Identifiers.check(id, place);
        return place.entries().map(entries -> {
            var like = entries.get("like")
                    .flatMap(other -> other.oneOf("request type above", known.types.keySet()))
                    .map(known.types::get);
            var reader = new InputReader(known);
            var fields = otherwise(
                    entries, "fields", like, RequestType::fields, () -> reader.fields(entries.named("fields")));
            var inputs = otherwise(
                    entries, "inputs", like, RequestType::inputs, () -> reader.inputs(entries.named("inputs"), fields));
            var states = otherwise(
                    entries, "states", like, RequestType::states, () -> states(entries.need("states"), inputs));
            var aliases = otherwise(
                    entries,
                    "also-called",
                    like,
                    RequestType::aliases,
                    () -> aliases(entries.named("also-called"), states));
            var moves = otherwise(
                    entries,
                    "moves",
                    like.filter(_ -> !entries.has("states")),
                    RequestType::moves,
                    () -> entries.need("moves")
                            .map(found -> TransitionReader.read(found, states, aliases))
                            .orElse(List.of()));
            return new RequestType(
                    id,
                    entries.label("label", id),
                    states,
                    moves,
                    inputs,
                    fields,
                    aliases,
                    entries.label("purpose", ""),
                    otherwise(entries, "subject", like, RequestType::subject, () -> prompt(entries.get("subject"))),
                    otherwise(
                            entries,
                            "description",
                            like,
                            RequestType::description,
                            () -> prompt(entries.get("description"))),
                    entries.get("level")
                            .flatMap(level -> level.oneOf("level", known.levels))
                            .or(() -> like.flatMap(RequestType::level)));
        });
    }

    /** What the file says, or, where it says nothing, what the type is that this one is like. */
    private static <T> T otherwise(
            YamlEntries entries,
            String key,
            Optional<RequestType> like,
            Function<RequestType, T> same,
            Supplier<T> read) {
        return entries.has(key) || like.isEmpty() ? read.get() : same.apply(like.get());
    }

    private Map<String, State> states(Optional<YamlNode> place, Map<String, Input> inputs) {
        var states = new LinkedHashMap<String, State>();
        var asked = new HashSet<String>();
        place.map(YamlNode::named).orElse(Map.of()).forEach((id, state) -> {
            Identifiers.check(id, state);
            state.entries()
                    .ifPresent(entries -> states.put(
                            id,
                            new State(
                                    id,
                                    entries.label("label", id),
                                    entries.flag("initial", false),
                                    entries.flag("closed", false),
                                    entries.get("waiting-for")
                                            .flatMap(waiting ->
                                                    EnumValues.one(waiting, "party to wait for", WaitingFor.class)),
                                    asks(entries.items("asks"), inputs, asked))));
        });
        return states;
    }

    private List<Ask> asks(List<YamlNode> places, Map<String, Input> inputs, Set<String> asked) {
        var allowed = new ArrayList<>(List.of(Ask.COMMENT));
        allowed.addAll(inputs.keySet());
        var here = new HashSet<String>();
        return places.stream()
                .flatMap(place -> place.text().stream().flatMap(text -> {
                    var required = !text.endsWith("?");
                    var name = required ? text : text.substring(0, text.length() - 1);
                    if (!place.isOneOf(name, "input", allowed)) {
                        return Optional.<Ask>empty().stream();
                    }
                    if (!here.add(name)) {
                        place.problem("this is asked for twice", name, "");
                    }
                    asked.add(name);
                    return Optional.of(new Ask(name, required)).stream();
                }))
                .toList();
    }

    private static Map<String, String> aliases(Map<String, YamlNode> places, Map<String, State> states) {
        var aliases = new LinkedHashMap<String, String>();
        places.forEach((alias, place) -> {
            Identifiers.check(alias, place);
            if (states.containsKey(alias)) {
                place.problem(
                        "this is a state of its own, and cannot stand for another", alias, "a name that is no state");
            }
            place.oneOf("state", states.keySet()).ifPresent(state -> aliases.put(alias, state));
        });
        return aliases;
    }

    private static Prompt prompt(Optional<YamlNode> place) {
        return place.flatMap(YamlNode::entries)
                .map(entries -> new Prompt(
                        entries.get("hint").flatMap(YamlNode::words),
                        entries.get("at-most").flatMap(most -> most.number()),
                        entries.flag("required", false)))
                .orElse(Prompt.NONE);
    }
}
