package guichet.core.desk.file;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * The one way in which files that people write are read as YAML: every scalar is text; no anchors, no aliases, no deep
 * nesting.
 */
public final class GuardedYaml {
    private GuardedYaml() {}

    /**
     * The root of the only document; empty if there is none.
     *
     * @param file what the exception's marks call it
     * @throws org.snakeyaml.engine.v2.exceptions.YamlEngineException for what is no YAML, or more than these files may
     *     hold
     */
    public static Optional<Node> compose(String file, String text) {
        var settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(FileText.LARGEST)
                .setSchema(new FailsafeSchema())
                .build();
        return new Composer(settings, new GuardedParser(new ParserImpl(settings, new StreamReader(settings, text))))
                .getSingleNode();
    }
}
