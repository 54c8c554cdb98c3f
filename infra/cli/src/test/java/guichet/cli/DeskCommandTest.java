package guichet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class DeskCommandTest {
    private static final Path DESKS = Path.of("../../desks");

    @TempDir
    private Path folder;

    private record Run(int exit, String out, String err) {}

    @Test
    void the_five_desks_and_their_people_pass_without_a_word() throws IOException {
        try (var files = Files.walk(DESKS)) {
            var yaml = files.map(Path::toString)
                    .filter(file -> file.endsWith("desk.yaml") || file.endsWith("people.yaml"))
                    .sorted();
            assertEquals(
                    new Run(0, "", ""),
                    run(Stream.concat(Stream.of("check"), yaml).toArray(String[]::new)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk", "people"})
    void the_schemas_beside_the_desks_are_what_is_printed(String kind) throws IOException {
        assertEquals(new Run(0, Files.readString(DESKS.resolve(kind + ".schema.json")), ""), run("schema", kind));
    }

    @Test
    void the_schema_that_is_printed_unless_said_otherwise_is_that_of_desks() {
        assertEquals(run("schema", "desk"), run("schema"));
    }

    @Test
    void each_problem_of_each_file_is_a_line_with_file_line_path_value_and_what_is_allowed() throws IOException {
        var first = copy("cloud/desk.yaml", "eins.yaml", "waiting-for: customer", "waiting-for: client");
        var second = copy("cloud/desk.yaml", "zwei.yaml", "warn-at: 80%", "warm-at: 80%");
        var run = run("check", first.toString(), second.toString());
        assertEquals(1, run.exit);
        var lines = run.out.lines().toList();
        assertEquals(2, lines.size(), run.out);
        assertTrue(lines.getFirst().startsWith(first + ":"), run.out);
        assertTrue(
                lines.getFirst()
                        .endsWith(
                                ": requests.support.states.attente-client.waiting-for: no such party to wait for: \"client\" "
                                        + "(allowed: customer, third-party)"),
                run.out);
        assertTrue(
                lines.getLast()
                        .contains(
                                ": sla.response.warm-at: unknown key; did you mean \"warn-at\"?: \"warm-at\" (allowed: label,"),
                run.out);
    }

    @Test
    void desks_of_one_call_share_no_address_and_have_no_other_desk_among_their_agents() throws IOException {
        var first = copy("cloud/desk.yaml", "eins.yaml", "~", "~");
        var second = copy("conseil/desk.yaml", "zwei.yaml", "address: support@conseil", "address: aide@cloud");
        var third = copy("daj/desk.yaml", "drei.yaml", "nicolas@daj.example", "support@cloud.example");
        var run = run("check", first.toString(), second.toString(), third.toString(), first.toString());
        assertEquals(
                List.of(
                        second + ":5: address: this address stands in " + first
                                + " too, and a mail to it reaches one desk: \"aide@cloud.example\" (allowed: an address"
                                + " of one desk only; one that forwards to a desk stands at that desk)",
                        third + ":16: people: this is an address of the desk cloud: \"support@cloud.example\""
                                + " (allowed: the address of a person who works here)"),
                run.out.lines().toList());
        assertEquals(new Run(0, "", ""), run("check", second.toString(), third.toString()));
    }

    @Test
    void the_people_beside_a_desk_are_checked_with_it() throws IOException {
        var desk = copy("cloud/desk.yaml", "desk.yaml", "~", "~");
        var people = copy("cloud/people.yaml", "people.yaml", "contract: 24/7", "contract: 24-7");
        var expected = people
                + ":7: organizations.acme.contract: no such contract at the desk cloud; did you mean \"24/7\"?: \"24-7\" (allowed: heures-ouvrees, 24/7)\n";
        assertEquals(new Run(1, expected, ""), run("check", desk.toString()));
        assertEquals(new Run(1, expected, ""), run("check", people.toString()));
        assertEquals(new Run(1, expected, ""), run("check", desk.toString(), people.toString()));
    }

    @Test
    void a_table_that_a_duty_names_must_be_there() throws IOException {
        var desk = copy("daj/desk.yaml", "desk.yaml", "~", "~");
        var run = run("check", desk.toString());
        assertEquals(1, run.exit);
        assertTrue(
                run.out.endsWith(
                        "there is no such table: \"publications.csv\" (allowed: a file beside the desk file)\n"),
                run.out);
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "show"})
    void a_file_that_is_not_there_or_is_a_folder_gives_one_line(String command) {
        assertEquals(
                new Run(1, "", "guichet: " + folder.resolve("none.yaml") + ": no such file\n"),
                run(command, folder.resolve("none.yaml").toString()));
        assertEquals(
                new Run(1, "", "guichet: " + folder + ": a folder, not a file\n"), run(command, folder.toString()));
    }

    @Test
    void a_desk_is_drawn_in_its_language_or_the_one_asked_for() {
        var desk = DESKS.resolve("cloud/desk.yaml").toString();
        assertTrue(run("show", desk).out.contains("## Qui est prévenu"));
        assertTrue(run("show", desk, "--language", "en").out.contains("## Who is told what"));
        assertEquals(
                new Run(1, "", "guichet: --language: \"it\" (allowed: fr, en)\n"),
                run("show", desk, "--language", "it"));
    }

    @Test
    void a_desk_with_problems_is_not_drawn() throws IOException {
        var run = run(
                "show",
                copy("cloud/desk.yaml", "a.yaml", "initial: true", "initial: false")
                        .toString());
        assertEquals(1, run.exit);
        assertEquals("", run.out);
        assertTrue(run.err.contains("no state is the initial one"), run.err);
    }

    private Path copy(String file, String name, String from, String to) throws IOException {
        var text = Files.readString(DESKS.resolve(file));
        assertTrue(from.equals(to) || text.contains(from), from);
        return Files.writeString(folder.resolve(name), text.replace(from, to));
    }

    private static Run run(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        var exit = new CommandLine(new DeskCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setExecutionExceptionHandler((bad, command, _) -> {
                    command.getErr().println("guichet: " + bad.getMessage());
                    return 1;
                })
                .execute(args);
        return new Run(exit, out.toString(), err.toString());
    }
}
