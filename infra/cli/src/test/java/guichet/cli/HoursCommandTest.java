package guichet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class HoursCommandTest {
    @TempDir
    private Path folder;

    private Path desk;

    private record Run(int exit, String out, String err) {}

    @BeforeEach
    void aDeskInStrasbourg() throws IOException {
        desk = folder.resolve("desk.yaml");
        Files.writeString(desk, """
            desk: strasbourg
            hours:
              zone: Europe/Paris
              open: { mon-fri: ["9:00-12:00", "14:00-18:00"] }
              closed: [{ holidays: FR, region: "67" }]
            """);
    }

    @Test
    void json_tells_when_the_time_has_passed_and_what_counted_in_the_desks_zone() {
        Run run = hours("--from", "2026-03-06T08:50:00Z", "--add", "4h", "--json");
        assertEquals(
                "{\"due\":\"2026-03-06T15:50:00+01:00\",\"business\":\"PT4H\",\"intervals\":["
                        + "{\"from\":\"2026-03-06T09:50:00+01:00\",\"to\":\"2026-03-06T12:00:00+01:00\"},"
                        + "{\"from\":\"2026-03-06T14:00:00+01:00\",\"to\":\"2026-03-06T15:50:00+01:00\"}]}\n",
                run.out);
        assertEquals(0, run.exit);
        assertEquals("", run.err);
    }

    @Test
    void json_of_a_span_has_no_due() {
        assertEquals(
                "{\"business\":\"PT1H0.5S\",\"intervals\":[{\"from\":\"2026-03-06T16:59:59.5+01:00\",\"to\":\"2026-03-06T18:00:00+01:00\"}]}\n",
                hours("--from", "2026-03-06T16:59:59.5+01:00", "--to", "2026-03-07T10:00+0100", "--json").out);
    }

    @Test
    void people_are_told_each_interval_and_why_it_did_not_count() {
        assertEquals("""
            Thu 2026-04-02 17:00:00 +02:00 - Thu 2026-04-02 18:00:00 +02:00  + 1h
            Thu 2026-04-02 18:00:00 +02:00 - Fri 2026-04-03 00:00:00 +02:00    outside hours
            Fri 2026-04-03 00:00:00 +02:00 - Sat 2026-04-04 00:00:00 +02:00    Good Friday
            Sat 2026-04-04 00:00:00 +02:00 - Mon 2026-04-06 00:00:00 +02:00    outside hours
            Mon 2026-04-06 00:00:00 +02:00 - Tue 2026-04-07 00:00:00 +02:00    Easter Monday
            Tue 2026-04-07 00:00:00 +02:00 - Tue 2026-04-07 09:00:00 +02:00    outside hours
            Tue 2026-04-07 09:00:00 +02:00 - Tue 2026-04-07 12:00:00 +02:00  + 3h
            Tue 2026-04-07 12:00:00 +02:00 - Tue 2026-04-07 14:00:00 +02:00    break
            Tue 2026-04-07 14:00:00 +02:00 - Tue 2026-04-07 14:30:00 +02:00  + 30m
            business time: 4h30m
            due: Tue 2026-04-07 14:30:00 +02:00 (Europe/Paris)
            """, hours("--from", "2026-04-02T17:00:00+02:00", "--add", "PT4H30M").out);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--from tomorrow --add 4h | 2 | --from: not a time: \"tomorrow\"",
                "--from 2026-03-06T08:50:00 --add 4h | 2 | --from: not a time: \"2026-03-06T08:50:00\"",
                "--from 2026-02-29T08:50:00Z --add 4h | 2 | --from: not a time: \"2026-02-29T08:50:00Z\"",
                "--from 2026-03-06T08:50:00Z --add 4x | 2 | --add: not a duration: \"4x\" (allowed: 4h30m, 90m, 45s, or ISO 8601 such as PT4H30M; up to 100000h)",
                "--from 2026-03-06T08:50:00Z --add -4h | 2 | --add: a negative duration: \"-4h\"",
                "--from 2026-03-06T08:50:00Z --to x | 2 | --to: not a time: \"x\"",
                "--from 2026-03-06T08:50:00Z --to 2026-03-05T08:50:00Z | 2 | the end, 2026-03-05T08:50:00Z, is before the start, 2026-03-06T08:50:00Z",
                "--from 9999-03-06T08:50:00Z --add 4h | 2 | only the years 1900 to 2149 are computed, not 9999-03-06T08:50:00Z",
                "--from +999999999-01-01T00:00:00Z --add 4h | 2 | only the years 1900 to 2149 are computed",
                "--from 2026-03-06T08:50:00Z | 2 | Error: Missing required argument (specify one of these):",
                "--from 2026-03-06T08:50:00Z --add 1h --to 2026-03-07T08:50:00Z | 2 | Error: --add=DURATION, --to=TIME are mutually exclusive",
                "--add 1h | 2 | Missing required option: '--from=TIME'",
                "--frm x | 2 | Missing required",
            })
    void bad_input_is_told_in_one_line(String args, int exit, String start) {
        assertOneLine(exit, start, hours(args.split(" ")));
    }

    @Test
    void a_mistake_in_the_file_is_told_in_one_line_with_its_place() throws IOException {
        Files.writeString(
                desk, "hours:\n  zone: Europe/Paris\n  open: { mon-fri: [\"12:00-9:00\"] }\n  closd: 12-24\n");
        assertOneLine(
                1,
                desk
                        + ":4: hours: unknown key; did you mean \"closed\"?: \"closd\" (allowed: zone, open, closed) - the first of 2 mistakes",
                hours("--from", "2026-03-06T08:50:00Z", "--add", "4h"));
    }

    @Test
    void hours_that_never_open_are_told_in_one_line() throws IOException {
        Files.writeString(desk, "hours: { zone: UTC, open: always, closed: 01-01..12-31 }");
        assertOneLine(
                2,
                "these hours stay closed for ten years from 2026-03-06T08:50:00Z",
                hours("--from", "2026-03-06T08:50:00Z", "--add", "4h"));
    }

    @Test
    void a_file_that_cannot_be_read_is_told_in_one_line() throws IOException {
        Files.write(desk, new byte[] {'h', (byte) 0xff, (byte) 0xfe});
        assertOneLine(2, desk + ": not UTF-8 text", hours("--from", "2026-03-06T08:50:00Z", "--add", "4h"));
        desk = folder.resolve("none.yaml");
        assertOneLine(2, desk + ": no such file", hours("--from", "2026-03-06T08:50:00Z", "--add", "4h"));
        desk = folder;
        assertOneLine(2, desk + ": a folder, not a file", hours("--from", "2026-03-06T08:50:00Z", "--add", "4h"));
    }

    private static void assertOneLine(int exit, String start, Run run) {
        assertEquals(exit, run.exit);
        assertEquals("", run.out);
        assertTrue(run.err.startsWith(start), run.err);
        assertEquals(1, run.err.lines().count(), run.err);
    }

    private Run hours(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        List<String> all = new ArrayList<>(List.of(desk.toString()));
        all.addAll(List.of(args));
        int exit = new CommandLine(new HoursCommand())
                .setParameterExceptionHandler(new OneLineErrors())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
        return new Run(exit, out.toString().replace(System.lineSeparator(), "\n"), err.toString());
    }
}
