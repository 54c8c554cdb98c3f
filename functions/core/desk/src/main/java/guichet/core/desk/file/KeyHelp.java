package guichet.core.desk.file;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each section is called, and what each of its keys is for, in half a sentence: {@code keys.properties}. */
final class KeyHelp {
    private static final ResourceBundle WORDS =
            ResourceBundle.getBundle(KeyHelp.class.getPackageName() + ".keys", Locale.ROOT);

    private KeyHelp() {}

    static String of(SectionKeys section) {
        return WORDS.getString(EnumValues.written(section));
    }

    static String of(SectionKeys section, Key key) {
        return WORDS.getString(EnumValues.written(section) + "." + key.name());
    }

    /** The same as a sentence. */
    static String sentence(SectionKeys section, Key key) {
        var words = of(section, key);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }

    /** All names under which there is something. */
    static Set<String> names() {
        return WORDS.keySet();
    }

    /** The table of {@code docs/desk-language.md}. */
    static List<String> page() {
        return Stream.concat(
                        Stream.of("| where | keys |", "| --- | --- |"),
                        Stream.of(SectionKeys.values()).map(KeyHelp::row))
                .toList();
    }

    private static String row(SectionKeys section) {
        return section.all().stream()
                .map(key -> "**" + key.name() + "** " + of(section, key))
                .collect(Collectors.joining(" · ", "| " + of(section) + " | ", " |"));
    }
}
