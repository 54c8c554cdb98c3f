package guichet.core.desk.file;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Words that YAML takes for something else because they stand without quotes: what the parser says of them helps
 * nobody.
 */
final class Quoting {
    /** What is to be written instead. */
    static final String ALLOWED = "fr: \"n° #1 : l'adresse, s'il vous plaît\"";

    static final String COMMA = "a comma parts the entries of { … }: words that hold one stand in quotes";
    private static final String COLON = "a colon and a blank end a key: words that hold them stand in quotes";
    private static final String HASH = "a blank and # begin a comment: words that hold them stand in quotes";
    private static final String QUOTE =
            "these words end at the quotation mark that they begin with: the whole stands in quotes of the other kind";
    private static final String START = "words that begin with this character stand in quotes";
    private static final Pattern COMMENT = Pattern.compile("\\s#");

    /** @param line from 1 */
    record Fault(int line, String written, String message) {}

    private Quoting() {}

    /** Empty where no quotes are missing. */
    static Optional<Fault> explain(String text, MarkedYamlEngineException bad) {
        var lines = text.lines().toList();
        var problem = String.valueOf(bad.getProblem());
        var context = String.valueOf(bad.getContext());
        var at = bad.getProblemMark().map(Mark::getLine).orElse(lines.size());
        var begun = bad.getContextMark().map(Mark::getLine).orElse(at);
        if (problem.contains("mapping values are not allowed") || problem.endsWith("but got :")) {
            return fault(lines, at, COLON);
        }
        if (context.contains("quoted scalar")
                && bad.getContextMark().filter(mark -> at(lines, mark) == '\'').isPresent()) {
            return fault(lines, begun, QUOTE);
        }
        if (problem.contains("cannot start any token") && !problem.contains("TAB")
                || context.contains("scanning an a") && problem.contains("unexpected character")) {
            return fault(lines, at, START);
        }
        if (context.contains("parsing a flow") && at > begun) {
            return comment(lines, begun, at);
        }
        return context.contains("parsing a")
                ? bad.getProblemMark().flatMap(mark -> after(lines, mark))
                : Optional.empty();
    }

    /** Of what stands in braces: a word without a colon, that a comma made an entry. */
    static boolean isCutByAComma(NodeTuple entry) {
        return entry.getKeyNode() instanceof ScalarNode key
                && entry.getValueNode() instanceof ScalarNode value
                && value.getScalarStyle() == ScalarStyle.PLAIN
                && value.getValue().isEmpty()
                && key.getEndMark()
                        .map(Mark::getIndex)
                        .equals(value.getStartMark().map(Mark::getIndex));
    }

    private static Optional<Fault> comment(List<String> lines, int from, int to) {
        for (int line = from; line < Math.min(to, lines.size()); line++) {
            if (COMMENT.matcher(lines.get(line)).find()) {
                return fault(lines, line, HASH);
            }
        }
        return Optional.empty();
    }

    /** By what stands before something that should not be there. */
    private static Optional<Fault> after(List<String> lines, Mark mark) {
        var before = line(lines, mark.getLine());
        before =
                before.substring(0, Math.min(mark.getColumn(), before.length())).stripTrailing();
        if (before.endsWith("'") || before.endsWith("\"")) {
            return fault(lines, mark.getLine(), QUOTE);
        }
        return before.endsWith("}") ? fault(lines, mark.getLine(), START) : Optional.empty();
    }

    private static Optional<Fault> fault(List<String> lines, int line, String message) {
        return Optional.of(new Fault(line + 1, line(lines, line).strip(), message));
    }

    private static char at(List<String> lines, Mark mark) {
        var line = line(lines, mark.getLine());
        return mark.getColumn() < line.length() ? line.charAt(mark.getColumn()) : ' ';
    }

    private static String line(List<String> lines, int line) {
        return line < lines.size() ? lines.get(line) : "";
    }
}
