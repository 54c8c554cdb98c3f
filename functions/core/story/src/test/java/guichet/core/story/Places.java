package guichet.core.story;

import static guichet.core.story.DeskWords.map;

import guichet.core.story.DeskWords.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Where a key stands in a desk file, read as maps, lists and texts, and what the file would be without it there. */
final class Places {
    /**
     * @param with the file with another value there
     * @param without the file without the key
     * @param rest the file without the smallest part that holds the key and may be left out
     */
    record Place(
            Object value, Function<Object, Object> with, Supplier<Object> without, Optional<Supplier<Object>> rest) {}

    private final DeskWords words;
    private final Word word;
    private final List<Place> found = new ArrayList<>();
    private final List<Place> free = new ArrayList<>();

    private Places(DeskWords words, Word word) {
        this.words = words;
        this.word = word;
    }

    /** For a value, first where it stands, then where its key does, then where it could. */
    static List<Place> of(DeskWords words, Word word, Object file) {
        var places = new Places(words, word);
        places.walk(words.schema(), "desk", file, Function.identity(), Optional.empty());
        if (word.value().isPresent()) {
            places.found.sort(Comparator.comparing(
                    place -> !place.value().equals(word.value().get())));
            places.found.addAll(places.free);
        }
        return places.found;
    }

    private void walk(
            Map<String, Object> shape,
            String section,
            Object part,
            Function<Object, Object> whole,
            Optional<Supplier<Object>> rest) {
        if (shape.get("$ref") instanceof String reference) {
            var name = DeskWords.name(reference);
            walk(words.shape(name), name, part, whole, rest);
        } else if (shape.get("anyOf") instanceof List<?> forms) {
            forms.forEach(form -> walk(map(form), section, part, whole, rest));
        } else if (part instanceof List<?> list && shape.get("items") instanceof Map<?, ?> items) {
            for (int i = 0; i < list.size(); i++) {
                int at = i;
                walk(
                        map(items),
                        section,
                        list.get(i),
                        other -> whole.apply(replaced(list, at, other)),
                        list.size() == 1 ? rest : Optional.of(() -> whole.apply(removed(list, at))));
            }
        } else if (part instanceof Map<?, ?> entries) {
            if (section.equals(word.section()) && isOpen(shape) && !entries.containsKey(word.key())) {
                free.add(new Place(
                        "", value -> whole.apply(put(map(entries), word.key(), value)), () -> whole.apply(part), rest));
            }
            map(entries).forEach((key, value) -> entry(shape, section, map(entries), key, whole, rest));
        }
    }

    private boolean isOpen(Map<String, Object> shape) {
        return map(shape.getOrDefault("properties", Map.of())).containsKey(word.key());
    }

    private void entry(
            Map<String, Object> shape,
            String section,
            Map<String, Object> entries,
            String key,
            Function<Object, Object> whole,
            Optional<Supplier<Object>> rest) {
        var properties = map(shape.getOrDefault("properties", Map.of()));
        Function<Object, Object> with = other -> whole.apply(put(entries, key, other));
        Supplier<Object> without = () -> whole.apply(removed(entries, key));
        var here = new Word(section, key, Optional.empty());
        var named = properties.containsKey(key);
        var stays = named ? words.isRequired(here) : entries.size() == 1;
        var left = stays ? rest : Optional.of(without);
        if (named && section.equals(word.section()) && key.equals(word.key())) {
            found.add(new Place(entries.get(key), with, without, left));
        }
        var below = named ? properties.get(key) : shape.get("additionalProperties");
        if (below instanceof Map<?, ?> inner) {
            walk(map(inner), section, entries.get(key), with, left);
        }
    }

    private static Map<String, Object> put(Map<String, Object> entries, String key, Object value) {
        var copy = new LinkedHashMap<>(entries);
        copy.put(key, value);
        return copy;
    }

    private static Map<String, Object> removed(Map<String, Object> entries, String key) {
        var copy = new LinkedHashMap<>(entries);
        copy.remove(key);
        return copy;
    }

    private static List<Object> replaced(List<?> list, int at, Object other) {
        var copy = new ArrayList<Object>(list);
        copy.set(at, other);
        return copy;
    }

    private static List<Object> removed(List<?> list, int at) {
        var copy = new ArrayList<Object>(list);
        copy.remove(at);
        return copy;
    }
}
