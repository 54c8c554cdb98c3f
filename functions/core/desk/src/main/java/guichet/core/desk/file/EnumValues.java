package guichet.core.desk.file;

import guichet.core.desk.LocalizedText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Values of a fixed set: written as the constant's name in lower case, with hyphens. */
final class EnumValues {
    private EnumValues() {}

    static <E extends Enum<E>> Optional<E> one(YamlNode place, String what, Class<E> type) {
        var constants = List.of(type.getEnumConstants());
        return place.oneOf(what, constants.stream().map(EnumValues::written).toList())
                .flatMap(word -> constants.stream()
                        .filter(constant -> written(constant).equals(word))
                        .findFirst());
    }

    static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Names that the file gives, each with its words. */
    static Map<String, LocalizedText> named(Map<String, YamlNode> places) {
        var choices = new LinkedHashMap<String, LocalizedText>();
        places.forEach((name, place) -> {
            Identifiers.check(name, place);
            choices.put(name, place.words().orElse(LocalizedText.same(name)));
        });
        return choices;
    }
}
