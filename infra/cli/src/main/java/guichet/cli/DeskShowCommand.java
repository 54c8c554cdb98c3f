package guichet.cli;

import guichet.core.desk.Desk;
import guichet.core.desk.Language;
import guichet.core.desk.file.DeskFile;
import guichet.core.desk.file.ReadResult;
import guichet.core.desk.show.DeskDrawing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code guichet desk show FILE}: the desk as Markdown, on standard output. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Draws a desk as Markdown: states and transitions (Mermaid), clocks, timers, who is told what.")
public final class DeskShowCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "a desk file")
    private Path file;

    @Option(
            names = "--language",
            paramLabel = "CODE",
            completionCandidates = Codes.class,
            description = "of headings and labels: ${COMPLETION-CANDIDATES}; the desk's own if not given")
    private String language;

    /** For picocli. */
    static final class Codes extends ArrayList<String> {
        Codes() {
            super(Language.codes());
        }
    }

    @Spec
    private CommandSpec spec;

    /** 0, or 1 for a desk with problems, which are printed on standard error. */
    @Override
    public Integer call() {
        var wanted = Optional.ofNullable(language)
                .map(code -> Language.of(code)
                        .orElseThrow(() -> new CommandFailure("--language: \"" + code + "\" (allowed: "
                                + String.join(", ", Language.codes()) + ")")));
        return switch (DeskFile.read(file.toString(), DeskFiles.content(file))) {
            case ReadResult.Good<Desk>(var desk) -> {
                var out = spec.commandLine().getOut();
                out.print(DeskDrawing.markdown(desk, wanted.orElse(desk.language())));
                out.flush();
                yield 0;
            }
            case ReadResult.Bad<Desk>(var problems) -> {
                problems.forEach(spec.commandLine().getErr()::println);
                yield 1;
            }
        };
    }
}
