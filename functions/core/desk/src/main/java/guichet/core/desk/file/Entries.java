package guichet.core.desk.file;

import guichet.core.desk.Words;
import guichet.core.text.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The entries of one section of a file. Keys that the section does not know are reported, with the nearest that it
 * does.
 */
final class Entries {
    private final Place place;
    private final Section section;
    private final Map<String, Place> children;

    Entries(Place place, Section section, Map<String, Place> children) {
        this.place = place;
        this.section = section;
        this.children = children;
        children.forEach((key, child) -> {
            if (!section.keys().contains(key)) {
                child.problem(
                        "unknown key" + Nearest.hint(key, section.keys()), key, String.join(", ", section.keys()));
            }
        });
    }

    Place place() {
        return place;
    }

    Optional<Place> get(String key) {
        if (!section.keys().contains(key)) {
            throw new IllegalArgumentException(section + " has no key " + key);
        }
        return Optional.ofNullable(children.get(key));
    }

    boolean has(String key) {
        return get(key).isPresent();
    }

    /** The value of a key that must be there. */
    Optional<Place> need(String key) {
        var found = get(key);
        if (found.isEmpty()) {
            place.problem("the key \"" + key + "\" is missing", "", "");
        }
        return found;
    }

    Optional<String> text(String key) {
        return get(key).flatMap(Place::text);
    }

    /** The words of that key; without it, the name itself. */
    Words label(String key, String name) {
        return get(key).flatMap(Place::words).orElse(Words.same(name));
    }

    boolean flag(String key, boolean otherwise) {
        return get(key).flatMap(Place::yesOrNo).orElse(otherwise);
    }

    List<Place> items(String key) {
        return get(key).map(Place::items).orElse(List.of());
    }

    Map<String, Place> named(String key) {
        return get(key).map(Place::named).orElse(Map.of());
    }

    Map<String, Place> rules(String key) {
        return get(key).map(Place::rules).orElse(Map.of());
    }
}
