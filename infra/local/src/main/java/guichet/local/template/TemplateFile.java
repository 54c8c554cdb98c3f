package guichet.local.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.constructor.StandardConstructor;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A CloudFormation file as plain maps and lists; {@code !GetAtt A.b} and its like become their long forms. */
final class TemplateFile {
    private static final List<String> FUNCTIONS = List.of(
            "Base64",
            "Cidr",
            "FindInMap",
            "GetAtt",
            "GetAZs",
            "If",
            "ImportValue",
            "Join",
            "Not",
            "And",
            "Or",
            "Equals",
            "Select",
            "Split",
            "Sub",
            "Transform");

    private TemplateFile() {}

    @SuppressWarnings("unchecked")
    static Map<String, Object> read(Path file) throws IOException {
        var settings = LoadSettings.builder()
                .setLabel(file.getFileName().toString())
                .setMaxAliasesForCollections(50)
                .build();
        try {
            var loaded = new Load(settings, new Tagged(settings)).loadFromString(Files.readString(file));
            if (loaded instanceof Map<?, ?> map && map.get("Resources") instanceof Map<?, ?>) {
                return (Map<String, Object>) map;
            }
            throw new TemplateException(file + " has no Resources");
        } catch (YamlEngineException e) {
            throw new TemplateException(e.getMessage().replaceAll("\\s*\n\\s*", " "));
        }
    }

    private static final class Tagged extends StandardConstructor {
        Tagged(LoadSettings settings) {
            super(settings);
            tagConstructors.put(new Tag("!Ref"), new Long("Ref"));
            tagConstructors.put(new Tag("!Condition"), new Long("Condition"));
            for (var name : FUNCTIONS) {
                tagConstructors.put(new Tag("!" + name), new Long("Fn::" + name));
            }
        }

        private final class Long implements ConstructNode {
            private final String name;

            Long(String name) {
                this.name = name;
            }

            @Override
            public Object construct(Node node) {
                Object argument = switch (node.getNodeType()) {
                    case SCALAR -> ((org.snakeyaml.engine.v2.nodes.ScalarNode) node).getValue();
                    case SEQUENCE -> constructSequence((org.snakeyaml.engine.v2.nodes.SequenceNode) node);
                    case MAPPING -> constructMapping((org.snakeyaml.engine.v2.nodes.MappingNode) node);
                    case ANCHOR -> throw new TemplateException("an anchor under " + name);
                };
                if (name.equals("Fn::GetAtt") && argument instanceof String text) {
                    argument = new ArrayList<>(List.of(text.split("\\.", 2)));
                }
                return Map.of(name, argument);
            }
        }
    }

    static Optional<Map<?, ?>> map(Object value) {
        return value instanceof Map<?, ?> map ? Optional.of(map) : Optional.empty();
    }
}
