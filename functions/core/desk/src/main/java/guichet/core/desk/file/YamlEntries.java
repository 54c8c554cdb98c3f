package guichet.core.desk.file;

import guichet.core.desk.LocalizedText;
import guichet.core.text.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The entries of one section of a file. Keys that the section does not know are reported, with the nearest that it
 * does.
 */
final class YamlEntries {
    private final YamlNode place;
    private final SectionKeys section;
    private final Map<String, YamlNode> children;

    YamlEntries(YamlNode place, SectionKeys section, Map<String, YamlNode> children) {
        this.place = place;
        this.section = section;
        this.children = children;
        children.forEach((key, child) -> {
            if (section.key(key).isEmpty()) {
                child.problem(
                        "unknown key" + Nearest.hint(key, section.keys()), key, String.join(", ", section.keys()));
            }
        });
    }

    YamlNode place() {
        return place;
    }

    Optional<YamlNode> get(String key) {
        if (section.key(key).isEmpty()) {
            throw new IllegalArgumentException(section + " has no key " + key);
        }
        return Optional.ofNullable(children.get(key));
    }

    boolean has(String key) {
        return get(key).isPresent();
    }

    /** The value of a key that must be there, as its section says. */
    Optional<YamlNode> need(String key) {
        if (section.key(key)
                .filter(known -> known.required() || known.unless().isPresent())
                .isEmpty()) {
            throw new IllegalArgumentException(section + " does not say that " + key + " is required");
        }
        return needHere(key);
    }

    /** The value of a key that must be there because of what else the file says. */
    Optional<YamlNode> needHere(String key) {
        var found = get(key);
        if (found.isEmpty()) {
            place.problem("the key \"" + key + "\" is missing", "", "");
        }
        return found;
    }

    Optional<String> text(String key) {
        return get(key).flatMap(YamlNode::text);
    }

    /** The words of that key; without it, the name itself. */
    LocalizedText label(String key, String name) {
        return get(key).flatMap(YamlNode::words).orElse(LocalizedText.same(name));
    }

    boolean flag(String key, boolean otherwise) {
        return get(key).flatMap(YamlNode::yesOrNo).orElse(otherwise);
    }

    List<YamlNode> items(String key) {
        return get(key).map(YamlNode::items).orElse(List.of());
    }

    Map<String, YamlNode> named(String key) {
        return get(key).map(YamlNode::named).orElse(Map.of());
    }

    Map<String, YamlNode> rules(String key) {
        return get(key).map(YamlNode::rules).orElse(Map.of());
    }
}
