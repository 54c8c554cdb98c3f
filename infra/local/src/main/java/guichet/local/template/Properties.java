package guichet.local.template;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A resource's properties, or a part of them; each is resolved when asked for. */
public final class Properties {
    private final Template template;
    private final String where;
    private final Map<?, ?> raw;

    Properties(Template template, String where, Map<?, ?> raw) {
        this.template = template;
        this.where = where;
        this.raw = raw;
    }

    public boolean has(String name) {
        return raw.containsKey(name) && template.resolve(raw.get(name)) != null;
    }

    private Object value(String name) {
        return raw.containsKey(name) ? template.resolve(raw.get(name)) : null;
    }

    /** As it stands in the file, functions and all. */
    Object raw(String name) {
        return raw.get(name);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(value(name)).map(String::valueOf);
    }

    public String need(String name) {
        return text(name).orElseThrow(() -> new TemplateException(where + " has no " + name));
    }

    public int number(String name, int otherwise) {
        var text = text(name);
        try {
            return text.map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw new TemplateException(where + "." + name + " is not a whole number: " + text.orElseThrow());
        }
    }

    public boolean flag(String name) {
        return text(name).map(Boolean::parseBoolean).orElse(false);
    }

    public Set<String> names() {
        var names = new LinkedHashSet<String>();
        raw.keySet().forEach(name -> names.add((String) name));
        return names;
    }

    /** A part with every function in it worked out; empty where there is none. */
    public Map<?, ?> map(String name) {
        return value(name) instanceof Map<?, ?> map ? map : Map.of();
    }

    public List<?> list(String name) {
        return value(name) instanceof List<?> list ? list : List.of();
    }

    /** A part, empty where there is none. */
    public Properties part(String name) {
        return new Properties(template, where + "." + name, raw.get(name) instanceof Map<?, ?> map ? map : Map.of());
    }

    /** The parts of a list of maps, or of a map of maps. */
    public Map<String, Properties> parts(String name) {
        var parts = new LinkedHashMap<String, Properties>();
        switch (raw.get(name)) {
            case List<?> list -> {
                for (var i = 0; i < list.size(); i++) {
                    parts.put(
                            String.valueOf(i),
                            new Properties(template, where + "." + name + "[" + i + "]", (Map<?, ?>) list.get(i)));
                }
            }
            case Map<?, ?> map ->
                map.forEach((k, v) ->
                        parts.put((String) k, new Properties(template, where + "." + name + "." + k, (Map<?, ?>) v)));
            case null, default -> {}
        }
        return parts;
    }

    public Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        raw.forEach((k, v) -> {
            var value = template.resolve(v);
            if (value != null) {
                texts.put((String) k, String.valueOf(value));
            }
        });
        return texts;
    }
}
