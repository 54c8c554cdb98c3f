package guichet.core.desk.file;

import guichet.core.desk.Desk;
import guichet.core.desk.Language;
import guichet.core.desk.LocalizedText;
import guichet.core.desk.TextUse;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Texts that nothing uses, and placeholders that nothing fills. */
final class TextChecks {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private final Desk desk;
    private final YamlNode root;
    private final Map<TextUse, Set<String>> allowed = new EnumMap<>(TextUse.class);

    private TextChecks(Desk desk, YamlNode root) {
        this.desk = desk;
        this.root = root;
    }

    static void check(Desk desk, Map<String, Set<TextUse>> uses, YamlNode root) {
        var checks = new TextChecks(desk, root);
        desk.texts().forEach((name, words) -> {
            if (!uses.containsKey(name)) {
                root.find("texts", name).problem("no rule uses this text", name, "text: " + name + " in a rule");
            }
            uses.getOrDefault(name, Set.of()).forEach(use -> checks.check(words, use, "texts", name));
        });
        desk.office()
                .answers()
                .forEach((name, answer) -> checks.check(answer.text(), TextUse.TICKET, "answers", name, "text"));
        desk.office()
                .notTaken()
                .forEach((name, answer) -> checks.check(answer.text(), TextUse.REFUSAL, "not-taken", name, "text"));
    }

    private void check(LocalizedText words, TextUse use, String... keys) {
        for (var language : Language.values()) {
            var written = root.find(keys).find(language.code());
            if (!written.path().endsWith("." + language.code())) {
                continue; // its English stands for it
            }
            var found = PLACEHOLDER.matcher(words.in(language));
            while (found.find()) {
                if (!allowed(use).contains(found.group(1))) {
                    written.isOneOf(found.group(1), "placeholder here", allowed(use));
                }
            }
        }
    }

    private Set<String> allowed(TextUse use) {
        return allowed.computeIfAbsent(use, this::collect);
    }

    private Set<String> collect(TextUse use) {
        var allowed = new LinkedHashSet<>(new TreeSet<>(use.placeholders()));
        desk.contacts().keySet().forEach(name -> allowed.add("contact." + name));
        if (use.isOfTicket()) {
            desk.types().values().forEach(type -> {
                type.inputs().keySet().forEach(name -> allowed.addAll(List.of("input." + name, "given." + name)));
                type.fields().keySet().forEach(name -> allowed.add("field." + name));
            });
        }
        return allowed;
    }
}
