package guichet.core.story;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words of the desk language, as its schema has them. */
record DeskWords(Map<String, Object> schema) {
    /** @param value of a fixed set; empty for the key itself */
    record Word(String section, String key, Optional<String> value) {
        @Override
        public String toString() {
            return section + "." + key + value.map(word -> "=" + word).orElse("");
        }
    }

    /** The keys of a section, each after its values. */
    List<Word> of(String section) {
        var words = new ArrayList<Word>();
        map(shape(section).getOrDefault("properties", Map.of())).forEach((key, shape) -> {
            values(map(shape)).forEach(value -> words.add(new Word(section, key, Optional.of(value))));
            words.add(new Word(section, key, Optional.empty()));
        });
        return words;
    }

    boolean isRequired(Word word) {
        return ((List<?>) shape(word.section()).getOrDefault("required", List.of())).contains(word.key());
    }

    /** The sections that begin under a key. */
    Set<String> under(Word word) {
        var found = new LinkedHashSet<String>();
        collect(map(shape(word.section()).get("properties")).get(word.key()), found);
        return found;
    }

    private void collect(Object shape, Set<String> found) {
        switch (shape) {
            case Map<?, ?> parts -> {
                if (parts.get("$ref") instanceof String reference) {
                    var section = name(reference);
                    if (shape(section).containsKey("properties")) {
                        found.add(section);
                    } else {
                        collect(shape(section), found);
                    }
                }
                parts.values().forEach(part -> collect(part, found));
            }
            case List<?> parts -> parts.forEach(part -> collect(part, found));
            case null, default -> {}
        }
    }

    /** @param section {@code desk} for the file itself */
    Map<String, Object> shape(String section) {
        return section.equals("desk") ? schema : map(map(schema.get("$defs")).get(section));
    }

    static String name(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    /** Of a fixed set; none where other words may stand as well. Other spellings of true and false are left out. */
    private static List<String> values(Map<String, Object> shape) {
        if (shape.get("enum") instanceof List<?> values) {
            return values.stream()
                    .filter(value -> !values.contains(Boolean.TRUE) || value instanceof Boolean)
                    .map(String::valueOf)
                    .toList();
        }
        if (shape.get("anyOf") instanceof List<?> forms) {
            var all = forms.stream().map(DeskWords::map).toList();
            return all.stream().allMatch(form -> form.containsKey("enum") || "array".equals(form.get("type")))
                    ? all.stream()
                            .flatMap(form -> values(form).stream())
                            .distinct()
                            .toList()
                    : List.of();
        }
        return List.of();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
