package guichet.core.desk.file;

import guichet.core.desk.Language;
import java.util.Optional;

final class Languages {
    private Languages() {}

    static Optional<Language> read(YamlNode place) {
        return place.text(Language::of, "not a language of this product", String.join(", ", Language.codes()));
    }
}
