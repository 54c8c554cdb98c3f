package guichet.core.desk.file;

import java.util.HashSet;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The written form of a file: YAML as nodes that know their lines. Hostile input gives a problem: what is no UTF-8 or
 * too large, several documents, anchors and aliases (which can multiply without end), deep nesting, a key that stands
 * twice.
 */
final class YamlReader {
    private static final int LONGEST_KEY = 200;

    private YamlReader() {}

    /** The root of the only document, which is that section; empty if there is none, with a problem that says why. */
    static Optional<YamlNode> read(byte[] content, SectionKeys section, FileProblems problems) {
        return FileText.read(content, problems).flatMap(text -> read(text, section, problems));
    }

    private static Optional<YamlNode> read(String text, SectionKeys section, FileProblems problems) {
        try {
            var root = GuardedYaml.compose(problems.file(), text);
            if (root.isEmpty()) {
                problems.add(0, "", "", "", "the file is empty");
            }
            root.ifPresent(node -> checkKeys(node, "", problems));
            return problems.isEmpty()
                    ? root.map(node -> new YamlNode(node, "", line(node), problems, Shape.section(section)))
                    : Optional.empty();
        } catch (MarkedYamlEngineException bad) {
            var unquoted = Quoting.explain(text, bad);
            if (unquoted.isPresent()) {
                var fault = unquoted.get();
                problems.add(fault.line(), "", fault.written(), Quoting.ALLOWED, fault.message());
                return Optional.empty();
            }
            var line = bad.getProblemMark()
                            .or(bad::getContextMark)
                            .map(Mark::getLine)
                            .orElse(-1)
                    + 1;
            var context = bad.getContext() == null || bad.getContext().isBlank() ? "" : bad.getContext() + ", ";
            problems.add(line, "", "", "", context + bad.getProblem());
        } catch (YamlEngineException bad) {
            problems.add(0, "", "", "", String.valueOf(bad.getMessage()));
        }
        return Optional.empty();
    }

    static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    private static void checkKeys(Node node, String path, FileProblems problems) {
        switch (node) {
            case MappingNode mapping -> {
                var seen = new HashSet<String>();
                for (var tuple : mapping.getValue()) {
                    if (!(tuple.getKeyNode() instanceof ScalarNode key)
                            || key.getValue().isBlank()
                            || key.getValue().length() > LONGEST_KEY) {
                        problems.add(
                                line(tuple.getKeyNode()),
                                path,
                                "",
                                "a word or a short sentence",
                                "this key cannot be read");
                        continue;
                    }
                    if (mapping.getFlowStyle() == FlowStyle.FLOW && Quoting.isCutByAComma(tuple)) {
                        problems.add(line(key), path, key.getValue(), Quoting.ALLOWED, Quoting.COMMA);
                        continue;
                    }
                    if (!seen.add(key.getValue())) {
                        problems.add(line(key), path, key.getValue(), "", "this key stands here twice");
                    }
                    checkKeys(tuple.getValueNode(), YamlNode.under(path, key.getValue()), problems);
                }
            }
            case SequenceNode list -> {
                for (int i = 0; i < list.getValue().size(); i++) {
                    checkKeys(list.getValue().get(i), path + "[" + i + "]", problems);
                }
            }
            default -> {}
        }
    }
}
