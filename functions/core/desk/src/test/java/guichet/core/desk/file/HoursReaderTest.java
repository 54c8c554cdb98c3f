package guichet.core.desk.file;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.hours.ClosedDays;
import guichet.core.hours.OpeningHours;
import guichet.core.hours.PublicHolidays;
import guichet.core.hours.TimeRange;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursReaderTest {
    private static final String BLOCK = """
        hours:
          zone: Europe/Paris
          open:
            mon-fri: ["09:00-12:00", "14:00-18:00"]     # up to 24:00; `open: always` for 24/7
            sat: ["09:00-12:30"]
          closed: ["12-24", "2026-05-15", { holidays: FR, region: "67" }]
        """;

    @Test
    void the_block_of_the_contract_is_read_whole() {
        OpeningHours hours = read(BLOCK);
        assertEquals("Europe/Paris", hours.zone().getId());
        assertEquals(
                List.of(TimeRange.parse("9:00-12:00"), TimeRange.parse("14:00-18:00")),
                hours.week().on(MONDAY));
        assertEquals(List.of(TimeRange.parse("9:00-12:30")), hours.week().on(SATURDAY));
        assertEquals(List.of(), hours.week().on(SUNDAY));
        assertEquals(
                List.of(ClosedDays.parse("12-24"), ClosedDays.parse("2026-05-15"), PublicHolidays.of("FR", "67")),
                hours.closed().rules());
    }

    @Test
    void a_block_stands_in_a_desk_file_alone_or_without_its_key() {
        assertEquals(read(BLOCK), read("desk: cloud\nlanguage: fr\n" + BLOCK + "requests: { any: thing }\n"));
        assertEquals(read(BLOCK), read(BLOCK.replaceFirst("hours:\n", "").stripIndent()));
    }

    @Test
    void quotes_and_lists_may_be_left_out_where_there_is_one_thing() {
        assertEquals(read(BLOCK), read("""
            hours:
              zone: Europe/Paris
              open: { mon-fri: [9:00-12:00, 14:00-18:00], sat: 9:00-12:30 }
              closed: [12-24, 2026-05-15, { holidays: fr, region: 67 }]
            """));
        assertEquals(
                List.of(PublicHolidays.of("FR")),
                read("hours: { zone: UTC, open: always, closed: [ holidays: FR ] }")
                        .closed()
                        .rules());
        assertEquals(
                List.of(PublicHolidays.of("FR", "01")),
                read("hours: { zone: UTC, open: always, closed: { holidays: FR, region: 01 } }")
                        .closed()
                        .rules());
        assertEquals(
                List.of(),
                read("hours: { zone: UTC, open: always, closed: }").closed().rules());
    }

    @Test
    void open_always_is_around_the_clock() {
        assertEquals(OpeningHours.always(read(BLOCK).zone()), read("hours: { zone: Europe/Paris, open: always }"));
    }

    /** In each, \n stands for a new line of the file. */
    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "zone: Europe/Pariss\\nopen: always                  | 1 | zone           | Europe/Pariss | no such time zone; did you mean \"Europe/Paris\"?",
                "zone: [UTC]\\nopen: always                          | 1 | zone           | ``            | a single value is wanted here",
                "open: always                                        | 1 | ``             | ``            | \"zone\" is missing",
                "zone: UTC                                           | 1 | ``             | ``            | \"open\" is missing",
                "zone: UTC\\nopen: alway                             | 2 | open           | alway         | not opening hours; did you mean \"always\"?",
                "zone: UTC\\nopen: [always]                          | 2 | open           | ``            | not opening hours",
                "zone: UTC\\nopen: {}                                | 2 | open           | ``            | hours that never open",
                "zone: UTC\\nopen: always\\nclosd: 12-24             | 3 | ``             | closd         | unknown key; did you mean \"closed\"?",
                "zone: UTC\\nopen: always\\nopen: always             | 3 | ``             | open          | this key comes twice",
                "zone: UTC\\nopen:\\n  mon: 9:00-12:00\\n  tues: 9:00-12:00 | 4 | open    | tues          | not a day of the week; did you mean \"tue\"?",
                "zone: UTC\\nopen:\\n  mon-fri: 9:00-12:00\\n  wed: 9:00-10:00 | 4 | open | wed           | wed comes twice, first in line 3",
                "zone: UTC\\nopen:\\n  mon:\\n  - 9:00-12:00\\n  - 18:00-14:00 | 5 | open.mon[1] | 18:00-14:00 | an opening that ends before it starts",
                "zone: UTC\\nopen:\\n  mon:\\n  - 9:00-12:00\\n  - 11:00-14:00 | 4 | open.mon | 9:00-12:00 and 11:00-14:00 | openings that overlap",
                "zone: UTC\\nopen:\\n  mon:\\n  - {a: b}               | 4 | open.mon[0]    | ``            | a single value is wanted here",
                "zone: UTC\\nopen: always\\nclosed:\\n- 12-24\\n- 02-30 | 5 | closed[1]    | 02-30         | no such day in any year",
                "zone: UTC\\nopen: always\\nclosed:\\n- { holidays: FX } | 4 | closed[0].holidays | FX    | no calendar of public holidays for this country; did you mean \"FI\"?",
                "zone: UTC\\nopen: always\\nclosed:\\n- { holidays: FR, region: 20 } | 4 | closed[0].region | 20 | no such French department",
                "zone: UTC\\nopen: always\\nclosed:\\n- { holiday: FR } | 4 | closed[0]    | holiday       | unknown key; did you mean \"holidays\"?",
                "zone: UTC\\nopen: always\\nclosed:\\n- { region: 67 } | 4 | closed[0]     | ``            | \"holidays\" is missing",
                "zone: UTC\\nopen: always\\nclosed: 5 May              | 3 | closed         | 5 May         | not a closed day",
            })
    void a_mistake_is_told_with_its_line_its_path_and_its_value(
            String text, int line, String path, String value, String message) {
        HoursFile file = HoursFile.read("desk.yaml", text.replace("\\n", "\n"));
        assertTrue(file.hours().isEmpty());
        FileProblem first = file.problems().getFirst();
        assertEquals(new FileProblem("desk.yaml", line, path, value, first.allowed(), message), first);
        assertTrue(!first.allowed().isEmpty());
    }

    @Test
    void all_mistakes_are_told_at_once() {
        HoursFile file = HoursFile.read("desk.yaml", """
            hours:
              zone: Mars
              open:
                mon: ["9:00-8:00"]
                xyz: ["9:00-12:00"]
              closed: [02-30]
            """);
        assertEquals(
                List.of(2, 4, 5, 6),
                file.problems().stream().map(FileProblem::line).toList());
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``             | desk.yaml: this file is empty (allowed: a desk file or an hours: block)",
                "# nothing      | desk.yaml: this file is empty (allowed: a desk file or an hours: block)",
                "desk: cloud    | desk.yaml: no opening hours in this file (allowed: a desk file or an hours: block)",
                "just text      | desk.yaml: no opening hours in this file (allowed: a desk file or an hours: block)",
                "hours: 9-5     | desk.yaml:1: hours: not a block of opening hours: \"9-5\" (allowed: zone, open, closed)",
                "hours: [       | desk.yaml:1: not YAML: expected the node content, but found '<stream end>'",
            })
    void a_file_without_hours_is_told_in_one_line(String text, String line) {
        assertEquals(
                List.of(line),
                HoursFile.read("desk.yaml", text).problems().stream()
                        .map(FileProblem::toString)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hours: &h { zone: UTC }              | desk.yaml:1: not YAML: anchors and aliases (& and *) are not used in these files",
                "x: 1\\nhours: { open: *h }            | desk.yaml:2: not YAML: anchors and aliases (& and *) are not used in these files",
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[ | desk.yaml:1: not YAML: nested more than 30 levels deep",
            })
    void what_could_multiply_without_end_is_refused_at_once(String text, String line) {
        assertEquals(
                List.of(line),
                HoursFile.read("desk.yaml", text.replace("\\n", "\n")).problems().stream()
                        .map(FileProblem::toString)
                        .toList());
    }

    @Test
    void hostile_files_are_told_and_do_no_harm() {
        for (String text : List.of(
                "[".repeat(100_000),
                "hours: " + "{a: ".repeat(50_000),
                "x".repeat(2_000_000),
                "hours: \u0000",
                "a: &a [*a]\nhours: *a",
                "hours: &h { zone: *h, open: *h, closed: [*h] }",
                "hours: { zone: UTC, open: { ? [mon] : 9:00-12:00 } }",
                "a: b\n---\nc: d",
                "hours: !!x y",
                "%YAML 3.0\n---\nhours: x")) {
            HoursFile file = HoursFile.read("desk.yaml", text);
            assertTrue(file.hours().isEmpty());
            assertTrue(!file.problems().isEmpty());
            file.problems()
                    .forEach(problem -> assertTrue(
                            problem.toString().lines().count() == 1
                                    && problem.toString().length() < 1000,
                            problem::toString));
        }
    }

    private static OpeningHours read(String text) {
        HoursFile file = HoursFile.read("desk.yaml", text);
        assertEquals(List.of(), file.problems());
        return file.hours().orElseThrow();
    }
}
