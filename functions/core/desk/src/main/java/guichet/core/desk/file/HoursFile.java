package guichet.core.desk.file;

import guichet.core.hours.OpeningHours;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * The opening hours in a file: a desk file, whose other keys are not looked at, or just an {@code hours:} block, with
 * or without that key.
 *
 * @param hours empty if there are problems
 * @param problems in the order of the file
 */
public record HoursFile(Optional<OpeningHours> hours, List<FileProblem> problems) {
    private static final int LONGEST = 1_000_000;

    /** @param file what the problems call the file; nothing is read from it */
    public static HoursFile read(String file, String text) {
        List<FileProblem> problems = new ArrayList<>();
        Optional<OpeningHours> hours = compose(file, text, problems).flatMap(root -> hours(file, root, problems));
        return new HoursFile(hours, List.copyOf(problems));
    }

    private static Optional<OpeningHours> hours(String file, Node root, List<FileProblem> problems) {
        if (root instanceof MappingNode mapping) {
            List<NodeTuple> blocks = mapping.getValue().stream()
                    .filter(entry -> isKey(entry, List.of("hours")))
                    .toList();
            if (blocks.size() == 1) {
                return HoursReader.read(file, "hours", blocks.getFirst().getValueNode(), problems);
            }
            if (blocks.size() > 1) {
                int line = blocks.get(1)
                        .getKeyNode()
                        .getStartMark()
                        .map(mark -> mark.getLine() + 1)
                        .orElse(0);
                problems.add(new FileProblem(file, line, "", "hours", "each key once", "this key comes twice"));
                return Optional.empty();
            }
            if (mapping.getValue().stream().anyMatch(entry -> isKey(entry, SectionKeys.HOURS.keys()))) {
                return HoursReader.read(file, "", root, problems);
            }
        }
        problems.add(
                new FileProblem(file, 0, "", "", "a desk file or an hours: block", "no opening hours in this file"));
        return Optional.empty();
    }

    private static boolean isKey(NodeTuple entry, List<String> keys) {
        return entry.getKeyNode() instanceof ScalarNode key && keys.contains(key.getValue());
    }

    private static Optional<Node> compose(String file, String text, List<FileProblem> problems) {
        if (text.length() > LONGEST) {
            problems.add(new FileProblem(file, 0, "", "", "up to " + LONGEST + " characters", "this file is too long"));
            return Optional.empty();
        }
        try {
            return GuardedYaml.compose(file, text).or(() -> {
                problems.add(new FileProblem(file, 0, "", "", "a desk file or an hours: block", "this file is empty"));
                return Optional.empty();
            });
        } catch (MarkedYamlEngineException bad) {
            int line = bad.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            problems.add(new FileProblem(file, line, "", "", "", "not YAML: " + bad.getProblem()));
        } catch (YamlEngineException bad) {
            problems.add(new FileProblem(file, 0, "", "", "", "not YAML: " + bad.getMessage()));
        }
        return Optional.empty();
    }
}
