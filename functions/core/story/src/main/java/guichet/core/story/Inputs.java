package guichet.core.story;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Values with their names, as a sentence lists them: {@code who=atlassian, when="2026-03-09 20:00"}. */
final class Inputs {
    private static final String PAIR = "[a-z][a-z0-9-]*=(?:\"[^\"]*\"|[^\\s\",]+)";
    static final String PATTERN = PAIR + "(?:, " + PAIR + ")*";
    private static final Pattern ONE = Pattern.compile("([a-z][a-z0-9-]*)=(?:\"([^\"]*)\"|([^\\s\",]+))");

    private Inputs() {}

    /** @throws StoryProblem where a name comes twice */
    static Map<String, String> read(String written) {
        var inputs = new LinkedHashMap<String, String>();
        var pairs = ONE.matcher(written);
        while (pairs.find()) {
            if (inputs.put(pairs.group(1), pairs.group(2) == null ? pairs.group(3) : pairs.group(2)) != null) {
                throw new StoryProblem("this value is given twice", pairs.group(1), "");
            }
        }
        return inputs;
    }
}
