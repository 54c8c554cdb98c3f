package guichet.core.story;

import guichet.core.desk.file.FileProblem;
import guichet.core.desk.file.GuardedYaml;
import guichet.core.text.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A story file, read: {@code story:} (capability ids, then a sentence), {@code desk:}, {@code steps:}, a list of
 * sentences. What a sentence names is looked at by {@link StoryChecks}.
 *
 * @param story empty if there are problems
 * @param problems in the order of the file, each with its line
 */
public record StoryFile(Optional<Story> story, List<FileProblem> problems) {
    private static final int LONGEST = 200_000;
    private static final List<String> KEYS = List.of("story", "desk", "steps");
    private static final Pattern TITLE = Pattern.compile("((?:S[0-9]-[0-9]{2} )+)(\\S.*)");
    private static final Pattern STEP =
            Pattern.compile("(?:(" + Times.PATTERN + ") )?(?:on ticket ([1-9][0-9]?), )?(.*\\S)");

    /** @param file what the problems call the file; nothing is read from it */
    public static StoryFile read(String file, String text) {
        var reader = new Reader(file);
        var story = reader.read(text);
        return new StoryFile(reader.problems.isEmpty() ? story : Optional.empty(), List.copyOf(reader.problems));
    }

    private static final class Reader {
        private final String file;
        private final List<FileProblem> problems = new ArrayList<>();

        private Reader(String file) {
            this.file = file;
        }

        private Optional<Story> read(String text) {
            var root = compose(text);
            if (root.isPresent() && !(root.get() instanceof MappingNode)) {
                problem(0, "", "not a story", "", String.join(", ", KEYS));
            }
            return root.filter(MappingNode.class::isInstance)
                    .map(MappingNode.class::cast)
                    .map(this::story);
        }

        private Optional<Node> compose(String text) {
            if (text.length() > LONGEST) {
                problem(0, "", "this file is too long", "", "up to " + LONGEST + " characters");
                return Optional.empty();
            }
            try {
                var root = GuardedYaml.compose(file, text);
                if (root.isEmpty()) {
                    problem(0, "", "this file is empty", "", String.join(", ", KEYS));
                }
                return root;
            } catch (MarkedYamlEngineException bad) {
                problem(
                        bad.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0),
                        "",
                        "not YAML: " + bad.getProblem(),
                        "",
                        "");
            } catch (YamlEngineException bad) {
                problem(0, "", "not YAML: " + bad.getMessage(), "", "");
            }
            return Optional.empty();
        }

        private Story story(MappingNode mapping) {
            var entries = entries(mapping);
            KEYS.stream()
                    .filter(key -> !entries.containsKey(key))
                    .forEach(key -> problem(0, "", "\"" + key + "\" is missing", "", String.join(", ", KEYS)));
            var written = entries.containsKey("story") ? scalar(entries.get("story"), "story") : "";
            var title = TITLE.matcher(written);
            if (entries.containsKey("story") && !title.matches()) {
                problem(
                        line(entries.get("story")),
                        "story",
                        "not capability ids and a sentence",
                        written,
                        "such as S3-11 S3-12 a silent customer is reminded");
            }
            var desk = entries.containsKey("desk") ? scalar(entries.get("desk"), "desk") : "";
            var steps = entries.containsKey("steps") ? steps(entries.get("steps")) : List.<Story.Step>of();
            return title.matches()
                    ? new Story(file, Arrays.asList(title.group(1).strip().split(" ")), title.group(2), desk, steps)
                    : new Story(file, List.of(), written, desk, steps);
        }

        private Map<String, Node> entries(MappingNode mapping) {
            var entries = new LinkedHashMap<String, Node>();
            for (var tuple : mapping.getValue()) {
                var key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
                if (!KEYS.contains(key)) {
                    problem(
                            line(tuple.getKeyNode()),
                            "",
                            "unknown key" + Nearest.hint(key, KEYS),
                            key,
                            String.join(", ", KEYS));
                } else if (entries.put(key, tuple.getValueNode()) != null) {
                    problem(line(tuple.getKeyNode()), "", "this key stands here twice", key, "");
                }
            }
            return entries;
        }

        private List<Story.Step> steps(Node node) {
            if (!(node instanceof SequenceNode list) || list.getValue().isEmpty()) {
                problem(
                        line(node),
                        "steps",
                        "not a list of sentences",
                        "",
                        "- 2026-03-02 10:00 alice@acme.example mails \"Jira est lent\"");
                return List.of();
            }
            var steps = new ArrayList<Story.Step>();
            for (var item : list.getValue()) {
                var path = "steps[" + steps.size() + "]";
                step(item, path, steps.isEmpty()).ifPresent(steps::add);
            }
            return steps;
        }

        private Optional<Story.Step> step(Node node, String path, boolean isFirst) {
            if (node instanceof MappingNode) {
                problem(
                        line(node),
                        path,
                        "a sentence holds no colon outside its quotes",
                        "",
                        "nadia@cloud.example moves to attente-client saying \"…\"");
                return Optional.empty();
            }
            var text = scalar(node, path).strip();
            var parts = STEP.matcher(text);
            if (!parts.matches()) {
                problem(line(node), path, "an empty step", "", "a sentence");
                return Optional.empty();
            }
            if (isFirst && parts.group(1) == null) {
                problem(line(node), path, "the first step must say when it is", text, Times.ALLOWED);
            }
            try {
                return Optional.of(new Story.Step(
                        line(node),
                        text,
                        Optional.ofNullable(parts.group(1)).map(Times::read),
                        parts.group(2) == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(parts.group(2))),
                        Grammar.read(parts.group(3))));
            } catch (StoryProblem bad) {
                problem(line(node), path, bad.getMessage(), bad.value, bad.allowed);
                return Optional.empty();
            }
        }

        private String scalar(Node node, String path) {
            if (node instanceof ScalarNode scalar) {
                return scalar.getValue();
            }
            problem(line(node), path, "words are wanted here", "", "");
            return "";
        }

        private void problem(int line, String path, String message, String value, String allowed) {
            problems.add(new FileProblem(file, line, path, value, allowed, message));
        }

        private static int line(Node node) {
            return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
        }
    }
}
