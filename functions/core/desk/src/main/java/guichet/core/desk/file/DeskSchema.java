package guichet.core.desk.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The language of desks as JSON Schema (draft 2020-12), for editors: which keys there are, what stands there, and what
 * it is for. It is made from what the readers hold to, and refuses nothing that they take as it is documented. What one
 * part of a file says of another, only {@code desk check} sees.
 */
public final class DeskSchema {
    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

    private final Set<SectionKeys> used = new LinkedHashSet<>();
    private final Map<String, Object> definitions = new LinkedHashMap<>();

    private DeskSchema() {}

    /** Of desk files: maps, lists, texts, numbers and booleans, as JSON has them. */
    public static Map<String, Object> desk() {
        return new DeskSchema().root("A desk", SectionKeys.DESK);
    }

    /** Of people files. */
    public static Map<String, Object> people() {
        return new DeskSchema().root("The people of a desk", SectionKeys.PEOPLE_FILE);
    }

    private Map<String, Object> root(String title, SectionKeys section) {
        var root = new LinkedHashMap<String, Object>();
        root.put("$schema", DRAFT);
        root.put("title", title);
        root.putAll(section(section));
        var text = ordered("type", List.of("string", "number", "boolean"), "pattern", "\\S");
        definitions.put("text", text);
        definitions.put("texts", anyOf(List.of(reference("text"), list(reference("text")))));
        definitions.put("words", anyOf(List.of(reference("text"), reference(SectionKeys.TRANSLATION))));
        for (var next = next(); next != null; next = next()) {
            definitions.put(EnumValues.written(next), section(next));
        }
        root.put("$defs", definitions);
        return root;
    }

    private SectionKeys next() {
        return used.stream()
                .filter(section -> !definitions.containsKey(EnumValues.written(section)))
                .findFirst()
                .orElse(null);
    }

    private Map<String, Object> section(SectionKeys section) {
        var properties = new LinkedHashMap<String, Object>();
        section.all().forEach(key -> {
            var property = new LinkedHashMap<String, Object>();
            property.put("description", KeyHelp.sentence(section, key));
            property.putAll(value(key.shape()));
            properties.put(key.name(), property);
        });
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        var required =
                section.all().stream().filter(Key::required).map(Key::name).toList();
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        var rules = rules(section);
        if (!rules.isEmpty()) {
            schema.put("allOf", rules);
        }
        return schema;
    }

    private static List<Object> rules(SectionKeys section) {
        var rules = new ArrayList<Object>();
        section.all()
                .forEach(key -> key.unless()
                        .ifPresent(other ->
                                rules.add(Map.of("anyOf", List.of(required(key.name()), required(other))))));
        section.rules().forEach(rule -> rules.add(rule(rule)));
        return rules;
    }

    private static Map<String, Object> rule(KeyRule rule) {
        return switch (rule) {
            case KeyRule.ExactlyOne(var keys) ->
                Map.of("oneOf", keys.stream().map(DeskSchema::required).toList());
            case KeyRule.AtLeastOne(var keys) ->
                Map.of("anyOf", keys.stream().map(DeskSchema::required).toList());
            case KeyRule.Together(var one, var other) ->
                Map.of("dependentRequired", ordered(one, List.of(other), other, List.of(one)));
            case KeyRule.Needs(var key, var other) -> Map.of("dependentRequired", Map.of(key, List.of(other)));
        };
    }

    private static Map<String, Object> required(String key) {
        return Map.of("required", List.of(key));
    }

    private Map<String, Object> value(Shape shape) {
        return switch (shape) {
            case Shape.Text(var form, var usual) ->
                form.map(DeskSchema::formed)
                        .orElseGet(() -> usual.isEmpty()
                                ? reference("text")
                                : anyOf(List.of(Map.of("enum", usual), reference("text"))));
            case Shape.Words _ -> reference("words");
            case Shape.BothLanguages _ -> reference(SectionKeys.TRANSLATION);
            case Shape.OneOf(var values) -> Map.of("enum", values);
            case Shape.Flag _ -> Map.of("enum", flags());
            case Shape.Number(var least, var most) -> ordered("type", "integer", "minimum", least, "maximum", most);
            case Shape.Section(var section) -> reference(section);
            case Shape.Items(var item) when item.equals(Shape.TEXT) -> reference("texts");
            case Shape.Items(var item) -> anyOf(List.of(value(item), list(value(item))));
            case Shape.Named(var named, var names) -> {
                var object = object(named);
                names.ifPresent(form -> object.put("propertyNames", Map.of("pattern", "^(?:" + form.pattern() + ")$")));
                yield object;
            }
            case Shape.Rules(var rule) -> {
                var object = object(rule);
                object.put("minProperties", 1);
                object.put("maxProperties", 1);
                yield list(object);
            }
            case Shape.Either(var shapes) ->
                anyOf(shapes.stream().map(this::value).toList());
            case Shape.Nothing _ -> Map.of("type", "null");
            case Shape.Any _ -> Map.of();
        };
    }

    private static Map<String, Object> formed(Pattern form) {
        return ordered("type", "string", "pattern", whole(form));
    }

    /** Readers do not mind blanks around a text. */
    private static String whole(Pattern form) {
        return "^\\s*(?:" + form.pattern() + ")\\s*$";
    }

    /** A YAML file's {@code true} is no text, its {@code yes} is. */
    private static List<Object> flags() {
        return Stream.concat(Shape.Flag.YES.stream(), Shape.Flag.NO.stream())
                .<Object>map(word -> word.equals("true") || word.equals("false") ? Boolean.valueOf(word) : word)
                .toList();
    }

    private Map<String, Object> object(Shape value) {
        return ordered("type", "object", "additionalProperties", value(value));
    }

    private static Map<String, Object> list(Map<String, Object> items) {
        return ordered("type", "array", "items", items);
    }

    /** In the order in which it is given, so that the same is printed each time. */
    private static Map<String, Object> ordered(Object... namesAndValues) {
        var object = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    private static Map<String, Object> anyOf(List<Map<String, Object>> alternatives) {
        return Map.of("anyOf", alternatives);
    }

    private static Map<String, Object> reference(String definition) {
        return Map.of("$ref", "#/$defs/" + definition);
    }

    private Map<String, Object> reference(SectionKeys section) {
        used.add(section);
        return reference(EnumValues.written(section));
    }
}
