package guichet.core.desk.file;

import guichet.core.desk.Input;
import guichet.core.desk.Input.Kind;
import guichet.core.desk.Input.Required;
import guichet.core.desk.Input.When;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code inputs:} and {@code fields:} of a request type. */
final class InputReader {
    private final NameRegistry known;

    InputReader(NameRegistry known) {
        this.known = known;
    }

    /** What a form asks for. */
    Map<String, Input> fields(Map<String, YamlNode> places) {
        return inputs(places, Map.of());
    }

    /** What transitions ask for, which may depend on what the form said. */
    Map<String, Input> inputs(Map<String, YamlNode> places, Map<String, Input> fields) {
        var inputs = new LinkedHashMap<String, Input>();
        places.forEach((name, place) -> {
            Identifiers.check(name, place);
            if (name.equals("comment")) {
                place.problem("a comment can be asked for without being defined", name, "a name other than comment");
            }
            place.entries().map(entries -> input(name, entries)).ifPresent(input -> inputs.put(name, input));
        });
        var all = new LinkedHashMap<>(fields);
        all.putAll(inputs);
        places.forEach((name, place) -> Optional.ofNullable(inputs.get(name))
                .flatMap(Input::when)
                .ifPresent(when -> check(when, all, place.find("when"))));
        return inputs;
    }

    private Input input(String name, YamlEntries entries) {
        var choices = EnumValues.named(entries.named("choices"));
        var kind = entries.get("kind")
                .flatMap(place -> EnumValues.one(place, "kind of input", Kind.class))
                .orElse(entries.has("choices") ? Kind.CHOICE : Kind.TEXT);
        if (entries.has("choices") != (kind == Kind.CHOICE)) {
            entries.place()
                    .problem(
                            kind == Kind.CHOICE ? "a choice has nothing to choose from" : "only a choice has choices",
                            EnumValues.written(kind),
                            "choices: { … }, without kind");
        }
        return new Input(
                name,
                entries.label("label", name),
                kind,
                kind == Kind.PRIORITY ? known.priorities : choices,
                entries.get("required")
                        .flatMap(place -> EnumValues.one(place, "time at which it must be there", Required.class))
                        .orElse(Required.NO),
                entries.get("when").flatMap(InputReader::when));
    }

    private static Optional<When> when(YamlNode place) {
        var conditions = place.named();
        if (conditions.size() > 1) {
            place.problem(
                    "it can depend on one other field only",
                    String.join(", ", conditions.keySet()),
                    "{ field: value }");
        }
        return conditions.entrySet().stream()
                .findFirst()
                .flatMap(condition -> condition.getValue().text().map(value -> new When(condition.getKey(), value)));
    }

    private static void check(When when, Map<String, Input> inputs, YamlNode place) {
        if (place.isOneOf(when.field(), "field", inputs.keySet())) {
            place.isOneOf(
                    when.value(),
                    "choice of \"" + when.field() + "\"",
                    inputs.get(when.field()).choices().keySet());
        }
    }
}
