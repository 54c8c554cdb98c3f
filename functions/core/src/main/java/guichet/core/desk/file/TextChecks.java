package guichet.core.desk.file;

import guichet.core.desk.Desk;
import guichet.core.desk.TextUse;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Texts that nothing uses, and placeholders that nothing fills. */
final class TextChecks {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private final Desk desk;
    private final Place root;

    private TextChecks(Desk desk, Place root) {
        this.desk = desk;
        this.root = root;
    }

    static void check(Desk desk, Map<String, Set<TextUse>> uses, Place root) {
        var checks = new TextChecks(desk, root);
        desk.texts().forEach((name, words) -> {
            if (!uses.containsKey(name)) {
                root.find("texts", name).problem("no rule uses this text", name, "text: " + name + " in a rule");
            }
            for (var use : uses.getOrDefault(name, Set.of())) {
                checks.check(words.fr(), name, "fr", use);
                checks.check(words.en(), name, "en", use);
            }
        });
        desk.office().answers().forEach((name, answer) -> {
            checks.check(answer.text().fr(), root.find("answers", name, "text", "fr"), TextUse.TICKET);
            checks.check(answer.text().en(), root.find("answers", name, "text", "en"), TextUse.TICKET);
        });
        desk.office().notTaken().forEach((name, answer) -> {
            checks.check(answer.text().fr(), root.find("not-taken", name, "text", "fr"), TextUse.REFUSAL);
            checks.check(answer.text().en(), root.find("not-taken", name, "text", "en"), TextUse.REFUSAL);
        });
    }

    private void check(String text, String name, String language, TextUse use) {
        check(text, root.find("texts", name, language), use);
    }

    private void check(String text, Place place, TextUse use) {
        var allowed = allowed(use);
        PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).distinct().forEach(name -> place.isOneOf(name, "placeholder here", allowed));
    }

    private Set<String> allowed(TextUse use) {
        var allowed = new LinkedHashSet<>(new TreeSet<>(use.placeholders()));
        desk.contacts().keySet().forEach(name -> allowed.add("contact." + name));
        if (use.isOfTicket()) {
            desk.types().values().forEach(type -> {
                type.inputs().keySet().forEach(name -> allowed.add("input." + name));
                type.fields().keySet().forEach(name -> allowed.add("field." + name));
            });
        }
        return allowed;
    }
}
