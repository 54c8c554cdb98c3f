package guichet.core.desk.file;

import guichet.core.desk.LocalizedText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Values of a fixed set: written as the constant's name in lower case, with hyphens. */
final class EnumValues {
    private EnumValues() {}

    static <E extends Enum<E>> Optional<E> one(YamlNode place, String what, Class<E> type) {
        return place.fixed(what)
                .map(word -> Stream.of(type.getEnumConstants())
                        .filter(constant -> written(constant).equals(word))
                        .findFirst()
                        .orElseThrow());
    }

    static List<String> all(Class<? extends Enum<?>> type) {
        return Stream.of(type.getEnumConstants()).map(EnumValues::written).toList();
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
