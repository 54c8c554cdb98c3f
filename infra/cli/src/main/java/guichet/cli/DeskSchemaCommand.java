package guichet.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import guichet.core.desk.file.DeskSchema;
import java.io.UncheckedIOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code guichet desk schema}: the language of desks as JSON Schema, on standard output. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description =
                "Prints the JSON Schema of desk files (or people files), by which editors complete and check them.")
public final class DeskSchemaCommand implements Runnable {
    enum Kind {
        desk,
        people
    }

    @Parameters(
            paramLabel = "desk|people",
            arity = "0..1",
            defaultValue = "desk",
            description = "which kind of file; desk files if not given")
    private Kind kind;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        var lines = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        var schema = switch (kind) {
            case desk -> DeskSchema.desk();
            case people -> DeskSchema.people();
        };
        try {
            var out = spec.commandLine().getOut();
            out.print(new ObjectMapper().writer(printer).writeValueAsString(schema) + "\n");
            out.flush();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
