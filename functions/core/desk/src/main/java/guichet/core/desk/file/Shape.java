package guichet.core.desk.file;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the value of a key is written as. A {@link YamlNode} lets itself be read as its shape and as nothing else, so
 * that what {@link DeskSchema} says of it is what the reader does.
 */
sealed interface Shape {
    Shape TEXT = new Text(Optional.empty(), List.of());
    Shape WORDS = new Words();
    Shape BOTH_LANGUAGES = new BothLanguages();
    Shape FLAG = new Flag();
    Shape NOTHING = new Nothing();
    /** Of a key that is not known, which has been reported. */
    Shape ANY = new Any();

    /**
     * A single value.
     *
     * @param form of the whole of it, where there is one
     * @param usual values among others, which the rest of the file names
     */
    record Text(Optional<Pattern> form, List<String> usual) implements Shape {}

    /** A text for both languages, or one for each. */
    record Words() implements Shape {}

    record BothLanguages() implements Shape {}

    record OneOf(List<String> values) implements Shape {}

    /** Yes or no. */
    record Flag() implements Shape {
        static final List<String> YES = List.of("true", "yes");
        static final List<String> NO = List.of("false", "no");
    }

    /** A whole number, the bounds included. */
    record Number(int least, int most) implements Shape {}

    record Section(SectionKeys keys) implements Shape {}

    /** A list; a single value stands for a list of one. */
    record Items(Shape item) implements Shape {}

    /** Values under names that the file gives. @param names their form, where there is one */
    record Named(Shape value, Optional<Pattern> names) implements Shape {}

    /** Rules, each under a sentence. */
    record Rules(Shape rule) implements Shape {}

    record Either(List<Shape> shapes) implements Shape {}

    record Nothing() implements Shape {}

    record Any() implements Shape {}

    static Shape matching(Pattern form) {
        return new Text(Optional.of(form), List.of());
    }

    static Shape among(List<String> usual) {
        return new Text(Optional.empty(), usual);
    }

    static Shape oneOf(Class<? extends Enum<?>> type) {
        return new OneOf(EnumValues.all(type));
    }

    static Shape section(SectionKeys keys) {
        return new Section(keys);
    }

    static Shape items(Shape item) {
        return new Items(item);
    }

    /** Under names to which other parts of the file refer. */
    static Shape named(Shape value) {
        return new Named(value, Optional.of(Identifiers.ID));
    }

    static Shape named(SectionKeys keys) {
        return named(section(keys));
    }

    /** Under any names, or under those of something else. */
    static Shape anyNamed(Shape value) {
        return new Named(value, Optional.empty());
    }

    static Shape rules(Shape rule) {
        return new Rules(rule);
    }

    static Shape rules(SectionKeys keys) {
        return rules(section(keys));
    }

    static Shape either(Shape... shapes) {
        return new Either(List.of(shapes));
    }

    default Stream<Shape> alternatives() {
        return this instanceof Either(var shapes) ? shapes.stream().flatMap(Shape::alternatives) : Stream.of(this);
    }

    default <S extends Shape> Optional<S> as(Class<S> kind) {
        return alternatives().filter(kind::isInstance).map(kind::cast).findFirst();
    }
}
