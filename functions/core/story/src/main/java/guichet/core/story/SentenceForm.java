package guichet.core.story;

import guichet.core.story.Story.Sentence;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence that a story may hold. In its template {@code {name}} stands for a value and {@code [...]} may be left
 * out; as it is written in the template, so error messages show it.
 */
final class SentenceForm {
    private static final Pattern PART = Pattern.compile("\\{([a-z]+)}|\\[|]|[^{\\[\\]]+");
    private static final String ADDRESS = "[^\\s\"@,]+@[^\\s\"@,]*[^\\s\"@,.]";
    private static final String QUOTED = "(?:[^\"\\\\]++|\\\\.)*+";
    private static final String NAME = "[^\\s\",=]+";
    /** What a value looks like; a name for any other. */
    private static final Map<String, String> VALUES = Map.of(
            "who",
            ADDRESS,
            "to",
            ADDRESS,
            "customer",
            ADDRESS,
            "quote",
            QUOTED,
            "subject",
            QUOTED,
            "addresses",
            ADDRESS + "(?:, " + ADDRESS + ")*",
            "names",
            NAME + "(?:, " + NAME + ")*",
            "inputs",
            Inputs.PATTERN,
            "time",
            Times.PATTERN,
            "number",
            "[0-9]{1,4}");

    private final String template;
    private final Pattern pattern;
    private final Function<Values, Sentence> build;

    /** The values of a sentence, by their name in the template. */
    record Values(Matcher match) {
        Optional<String> maybe(String name) {
            return match.namedGroups().containsKey(name)
                    ? Optional.ofNullable(match.group(name)).map(Values::unescape)
                    : Optional.empty();
        }

        /** Empty where it was left out. */
        String get(String name) {
            return maybe(name).orElse("");
        }

        List<String> list(String name) {
            return maybe(name).map(all -> List.of(all.split(", "))).orElse(List.of());
        }

        private static String unescape(String value) {
            return value.replaceAll("\\\\(.)", "$1");
        }
    }

    SentenceForm(String template, Function<Values, Sentence> build) {
        this.template = template;
        this.pattern = Pattern.compile(regex(template));
        this.build = build;
    }

    private static String regex(String template) {
        var regex = new StringBuilder();
        var parts = PART.matcher(template);
        while (parts.find()) {
            if (parts.group(1) != null) {
                regex.append("(?<")
                        .append(parts.group(1))
                        .append('>')
                        .append(VALUES.getOrDefault(parts.group(1), NAME))
                        .append(')');
            } else {
                regex.append(
                        switch (parts.group()) {
                            case "[" -> "(?:";
                            case "]" -> ")?";
                            default -> Pattern.quote(parts.group());
                        });
            }
        }
        return regex.toString();
    }

    String template() {
        return template;
    }

    /** @throws StoryProblem where the sentence has this form, but not a value that it can have */
    Optional<Sentence> read(String sentence) {
        var match = pattern.matcher(sentence);
        return match.matches() ? Optional.of(build.apply(new Values(match))) : Optional.empty();
    }

    /** The words that any sentence of this form holds; a quotation counts as one. */
    List<String> words() {
        return words(template.replaceAll("\\[.*?]", " ")
                .replaceAll("\"\\{[a-z]+}\"", " \" ")
                .replaceAll("\\{[a-z]+}", " "));
    }

    static List<String> words(String text) {
        return Arrays.stream(text.strip().split("[\\s,]+"))
                .filter(word -> !word.isBlank())
                .toList();
    }
}
