package guichet.cli;

import guichet.core.desk.file.FileProblem;
import guichet.core.desk.file.HoursFile;
import guichet.core.hours.Durations;
import guichet.core.hours.Explanation;
import guichet.core.hours.HoursSyntaxException;
import guichet.core.hours.OpeningHours;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code guichet hours}: when a clock would run out, or how much business time passes, and which intervals made it up.
 */
@Command(
        name = "hours",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Business time: when a clock would run out, or how much of it passes; lists the intervals counted.")
public final class HoursCommand implements Callable<Integer> {
    private static final long LARGEST = 1_000_000;
    /** The offset may be written +01:00, +0100, +01 or Z. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .parseLenient()
            .appendOffset("+HH", "Z")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    @Parameters(paramLabel = "FILE", description = "a desk file, or just an hours: block")
    private Path file;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            required = true,
            description = "start, ISO 8601 with an offset: 2026-03-06T09:50:00+01:00")
    private String from;

    @ArgGroup(multiplicity = "1")
    private End end;

    @Option(names = "--json", description = "for scripts")
    private boolean json;

    @Spec
    private CommandSpec spec;

    private static final class End {
        @Option(
                names = "--add",
                paramLabel = "DURATION",
                required = true,
                description = "business time to let pass: 4h30m or PT4H30M")
        private String add;

        @Option(names = "--to", paramLabel = "TIME", required = true, description = "end of the span to measure")
        private String to;
    }

    /** 0 if answered, 1 if the file has mistakes, 2 for any other bad input: then one line on stderr says which. */
    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try {
            Instant start = time("--from", from);
            Optional<Instant> stop = Optional.ofNullable(end.to).map(to -> time("--to", to));
            Optional<Duration> add = Optional.ofNullable(end.add).map(Durations::parse);
            HoursFile read = HoursFile.read(file.toString(), text());
            if (read.hours().isEmpty()) {
                err.println(oneLine(read.problems()));
                return 1;
            }
            answer(read.hours().get(), start, stop, add);
            return 0;
        } catch (HoursSyntaxException bad) {
            err.println("--add: " + bad.getMessage());
        } catch (IllegalArgumentException bad) {
            err.println(bad.getMessage());
        } catch (CharacterCodingException bad) {
            err.println(file + ": not UTF-8 text");
        } catch (IOException bad) {
            err.println(file + ": cannot be read: " + bad.getMessage());
        }
        return 2;
    }

    private void answer(OpeningHours hours, Instant start, Optional<Instant> stop, Optional<Duration> add) {
        Explanation explanation =
                add.isPresent() ? hours.explainAdd(start, add.get()) : hours.explainBetween(start, stop.orElseThrow());
        var output = new HoursOutput(hours.zone(), explanation);
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? output.json() : output.text());
        out.flush();
    }

    private String text() throws IOException {
        if (!Files.exists(file)) {
            throw new IllegalArgumentException(file + ": no such file");
        }
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException(file + ": a folder, not a file");
        }
        if (Files.size(file) > LARGEST) {
            throw new IllegalArgumentException(file + ": too long, at most " + LARGEST + " bytes are read");
        }
        String text = Files.readString(file);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String oneLine(List<FileProblem> problems) {
        String first = problems.getFirst().toString();
        return problems.size() == 1 ? first : first + " - the first of " + problems.size() + " mistakes";
    }

    private static Instant time(String option, String text) {
        try {
            return OffsetDateTime.parse(text.strip(), TIME).toInstant();
        } catch (DateTimeException bad) {
            throw new IllegalArgumentException(option + ": not a time: \"" + text.replaceAll("\\p{Cntrl}", " ")
                    + "\" (allowed: ISO 8601 with an offset, such as 2026-03-06T09:50:00+01:00 or"
                    + " 2026-03-06T08:50:00.5Z)");
        }
    }
}
