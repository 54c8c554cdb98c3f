package guichet.core.desk.file;

import guichet.core.desk.Desk;
import java.nio.charset.StandardCharsets;

/**
 * A desk file: the written form, read once into a valid {@link Desk} with every name resolved, or all that is wrong
 * with it.
 *
 * <p>What is accepted here has passed every check of {@code desk check}: there are no half-valid desks.
 */
public final class DeskFile {
    private DeskFile() {}

    /** @param file what problems call the file; nothing is read from it. @param content UTF-8, up to 1 MB */
    public static ReadResult<Desk> read(String file, byte[] content) {
        var problems = new FileProblems(file);
        var root = YamlReader.read(content, SectionKeys.DESK, problems);
        var reader = root.flatMap(YamlNode::entries).map(DeskReader::new);
        var desk = reader.map(DeskReader::read);
        if (problems.isEmpty()) {
            DeskChecks.check(desk.orElseThrow(), reader.orElseThrow().uses(), root.orElseThrow());
        }
        return ReadResult.of(problems, desk.orElse(null));
    }

    public static ReadResult<Desk> read(String file, String content) {
        return read(file, content.getBytes(StandardCharsets.UTF_8));
    }
}
