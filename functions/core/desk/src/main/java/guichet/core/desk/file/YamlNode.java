package guichet.core.desk.file;

import guichet.core.desk.Language;
import guichet.core.desk.LocalizedText;
import guichet.core.hours.HoursSyntaxException;
import guichet.core.text.Nearest;
import guichet.core.text.Visible;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A value in a file, and the keys that lead to it. Whatever cannot be read as asked is reported once, and gives
 * nothing.
 *
 * @param shape what is written here; it may be read as that only
 */
record YamlNode(Node node, String path, int line, FileProblems problems, Shape shape) {
    /** What every desk writes, so that a language that the product learns later finds desks that still load. */
    static final Set<Language> NEEDED = Set.of(Language.FR, Language.EN);

    static String under(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    void problem(String message, String value, String allowed) {
        problems.add(line, path, value, allowed, message);
    }

    Optional<String> text() {
        if (shape.as(Shape.OneOf.class).isEmpty()) {
            must(Shape.Text.class);
        }
        return written();
    }

    private Optional<String> written() {
        if (node instanceof ScalarNode scalar) {
            if (!Visible.nothing(scalar.getValue())) {
                return Optional.of(scalar.getValue().strip());
            }
            problem("nothing is written here", "", "");
        } else {
            problem("a single value is expected here, not a " + kind(), "", "");
        }
        return Optional.empty();
    }

    /** The text as {@code parse} takes it; {@code parse} says no by {@link HoursSyntaxException} or by nothing. */
    <T> Optional<T> text(Function<String, Optional<T>> parse, String message, String allowed) {
        return parsed(text(), parse, message, allowed);
    }

    private <T> Optional<T> parsed(
            Optional<String> written, Function<String, Optional<T>> parse, String message, String allowed) {
        return written.flatMap(text -> {
            try {
                var value = parse.apply(text);
                if (value.isEmpty()) {
                    problem(message, text, allowed);
                }
                return value;
            } catch (HoursSyntaxException bad) {
                problem(bad.what(), bad.value(), bad.allowed());
                return Optional.empty();
            }
        });
    }

    /** The text as one of {@code known}; {@code what} names the kind of thing: {@code state}. */
    Optional<String> oneOf(String what, Collection<String> known) {
        return text().filter(text -> isOneOf(text, what, known));
    }

    /** The text as one of a fixed set, which the shape says. */
    Optional<String> fixed(String what) {
        return oneOf(what, must(Shape.OneOf.class).values());
    }

    boolean isOneOf(String text, String what, Collection<String> known) {
        if (!known.contains(text)) {
            problem(
                    "no such " + what + Nearest.hint(text, known),
                    text,
                    known.isEmpty() ? "none is defined" : String.join(", ", known));
            return false;
        }
        return true;
    }

    Optional<Boolean> yesOrNo() {
        must(Shape.Flag.class);
        return parsed(
                written(),
                text -> Shape.Flag.YES.contains(text)
                        ? Optional.of(true)
                        : Optional.of(false).filter(_ -> Shape.Flag.NO.contains(text)),
                "neither yes nor no",
                "true, false");
    }

    /** A whole number within its bounds. */
    Optional<Integer> number() {
        var bounds = must(Shape.Number.class);
        return parsed(
                written(),
                text -> text.matches("[0-9]{1,9}")
                        ? Optional.of(Integer.parseInt(text)).filter(n -> n >= bounds.least() && n <= bounds.most())
                        : Optional.empty(),
                "not a whole number in range",
                bounds.least() + " to " + bounds.most());
    }

    /** Words in every language: a plain text stands for all. */
    Optional<LocalizedText> words() {
        must(Shape.Words.class);
        return node instanceof MappingNode ? translation() : written().map(LocalizedText::same);
    }

    /** Words of which both languages are written out; a third is welcome. */
    Optional<LocalizedText> bothLanguages() {
        must(Shape.BothLanguages.class);
        return translation();
    }

    private Optional<LocalizedText> translation() {
        if (!(node instanceof MappingNode)) {
            problem(
                    "French and English are both needed",
                    node instanceof ScalarNode scalar ? scalar.getValue() : "",
                    "{ fr: …, en: … }");
            return Optional.empty();
        }
        return entries(SectionKeys.TRANSLATION).flatMap(entries -> {
            var forms = new EnumMap<Language, String>(Language.class);
            for (var language : Language.values()) {
                var form = NEEDED.contains(language) ? entries.need(language.code()) : entries.get(language.code());
                form.flatMap(YamlNode::text).ifPresent(text -> forms.put(language, text));
            }
            return forms.keySet().containsAll(NEEDED) ? Optional.of(new LocalizedText(forms)) : Optional.empty();
        });
    }

    /** A mapping with keys that the language knows; others are reported. */
    Optional<YamlEntries> entries() {
        return entries(must(Shape.Section.class).keys());
    }

    private Optional<YamlEntries> entries(SectionKeys section) {
        return node instanceof MappingNode
                ? Optional.of(new YamlEntries(this, section, children()))
                : wrongKind("keys with values", section.keys());
    }

    /** A mapping whose keys are names that the file gives. */
    Map<String, YamlNode> named() {
        must(Shape.Named.class);
        return node instanceof MappingNode
                ? children()
                : this.<Map<String, YamlNode>>wrongKind("names with values", List.of())
                        .orElse(Map.of());
    }

    /** A list; a single value stands for a list of one. */
    List<YamlNode> items() {
        return items(must(Shape.Items.class).item());
    }

    private List<YamlNode> items(Shape item) {
        if (!(node instanceof SequenceNode list)) {
            return List.of(new YamlNode(node, path, line, problems, item));
        }
        var places = new ArrayList<YamlNode>();
        for (var child : list.getValue()) {
            places.add(new YamlNode(child, path + "[" + places.size() + "]", YamlReader.line(child), problems, item));
        }
        return places;
    }

    /** A list of rules, each under a name that is a sentence: {@code - the sentence: …}. Names may not stand twice. */
    Map<String, YamlNode> rules() {
        var named = Shape.anyNamed(must(Shape.Rules.class).rule());
        if (!(node instanceof SequenceNode)) {
            return this.<Map<String, YamlNode>>wrongKind("a list of rules", List.of())
                    .orElse(Map.of());
        }
        var rules = new LinkedHashMap<String, YamlNode>();
        for (var item : items(named)) {
            if (!(item.node instanceof MappingNode mapping)
                    || mapping.getValue().size() != 1) {
                item.problem(
                        "a rule is one sentence and what it means",
                        item.node instanceof ScalarNode scalar ? scalar.getValue() : "",
                        "- the sentence: { … }");
                continue;
            }
            item.children().forEach((name, rule) -> {
                if (rules.putIfAbsent(name, rule) != null) {
                    rule.problem("another rule has the same name", name, "a sentence of its own");
                }
            });
        }
        return rules;
    }

    /** The place to which these keys lead; where one is missing, the last that is there. */
    YamlNode find(String... keys) {
        var place = this;
        for (var key : keys) {
            var next = place.node instanceof MappingNode ? place.children().get(key) : null;
            if (next == null) {
                return place;
            }
            place = next;
        }
        return place;
    }

    /** The place of a rule of that section. */
    YamlNode findRule(String section, String name) {
        return find(section).items(Shape.ANY).stream()
                .map(item -> item.find(name))
                .filter(found -> found.path.endsWith("." + name))
                .findFirst()
                .orElse(find(section));
    }

    boolean isMapping() {
        return node instanceof MappingNode;
    }

    private <S extends Shape> S must(Class<S> kind) {
        return shape.as(kind)
                .orElseThrow(() -> new IllegalStateException(path + " is " + shape + ", not " + kind.getSimpleName()));
    }

    private Shape under(String key) {
        return shape.as(Shape.Section.class)
                .flatMap(section -> section.keys().key(key))
                .map(Key::shape)
                .or(() -> shape.as(Shape.Named.class).map(Shape.Named::value))
                .or(() -> shape.as(Shape.Words.class).map(_ -> Shape.TEXT))
                .or(() -> shape.as(Shape.BothLanguages.class).map(_ -> Shape.TEXT))
                .orElse(Shape.ANY);
    }

    private Map<String, YamlNode> children() {
        var children = new LinkedHashMap<String, YamlNode>();
        for (var tuple : ((MappingNode) node).getValue()) {
            var key = ((ScalarNode) tuple.getKeyNode()).getValue();
            children.put(
                    key,
                    new YamlNode(
                            tuple.getValueNode(),
                            under(path, key),
                            YamlReader.line(tuple.getKeyNode()),
                            problems,
                            under(key)));
        }
        return children;
    }

    private <T> Optional<T> wrongKind(String expected, Collection<String> keys) {
        problem(
                expected + " are expected here, not a " + kind(),
                node instanceof ScalarNode scalar ? scalar.getValue() : "",
                String.join(", ", keys));
        return Optional.empty();
    }

    private String kind() {
        return switch (node) {
            case SequenceNode _ -> "list";
            case MappingNode _ -> "mapping";
            default -> "single value";
        };
    }
}
