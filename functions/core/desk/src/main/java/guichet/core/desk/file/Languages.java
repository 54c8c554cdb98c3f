package guichet.core.desk.file;

import guichet.core.desk.Language;
import java.util.Optional;
import java.util.stream.Stream;

final class Languages {
    /** As it is written here; a tag such as {@code fr-CA} is taken for its language. */
    static final Shape SHAPE =
            new Shape.OneOf(Stream.of(Language.values()).map(Language::code).toList());

    private Languages() {}

    static Optional<Language> read(YamlNode place) {
        return place.text(Language::of, "not a language of this product", String.join(", ", Language.codes()));
    }
}
