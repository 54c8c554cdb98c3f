package guichet.core.desk.file;

import java.util.List;

/** Which keys of a section go with which. */
sealed interface KeyRule {
    ExactlyOne TIMERS = new ExactlyOne(List.of("untouched-for", "in-state-for", "unanswered-for", "at"));
    Needs BEFORE = new Needs("before", "at");
    Together TOLD = new Together("tell", "text");
    AtLeastOne EFFECTS = new AtLeastOne(List.of("comment", "tell", "text", "move-to-queue", "move-to"));
    Together THEN = new Together("within", "then");
    AtLeastOne FITS = new AtLeastOne(List.of("is", "from", "subject"));
    AtLeastOne FILES = new AtLeastOne(List.of("queue", "type", "caller-in"));

    boolean isKept(YamlEntries entries);

    record ExactlyOne(List<String> keys) implements KeyRule {
        @Override
        public boolean isKept(YamlEntries entries) {
            return given(entries).size() == 1;
        }

        List<String> given(YamlEntries entries) {
            return keys.stream().filter(entries::has).toList();
        }
    }

    record AtLeastOne(List<String> keys) implements KeyRule {
        @Override
        public boolean isKept(YamlEntries entries) {
            return keys.stream().anyMatch(entries::has);
        }
    }

    /** Both or neither. */
    record Together(String one, String other) implements KeyRule {
        @Override
        public boolean isKept(YamlEntries entries) {
            return entries.has(one) == entries.has(other);
        }
    }

    record Needs(String key, String other) implements KeyRule {
        @Override
        public boolean isKept(YamlEntries entries) {
            return !entries.has(key) || entries.has(other);
        }
    }
}
