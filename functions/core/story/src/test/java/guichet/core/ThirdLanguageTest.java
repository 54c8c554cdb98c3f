package guichet.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.command.Refusal;
import guichet.core.desk.Desk;
import guichet.core.desk.Language;
import guichet.core.desk.file.DeskFile;
import guichet.core.desk.show.DeskDrawing;
import guichet.core.hours.ClosedDays;
import guichet.core.hours.Holidays;
import guichet.core.hours.OpeningHours;
import guichet.core.notice.TextTemplates;
import guichet.core.ticket.Ticket;
import guichet.fixtures.SampleDesk;
import guichet.fixtures.ThirdLanguage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A third language is a line in {@link Language} and files. */
class ThirdLanguageTest {
    private static final String LABEL = "en: Waiting for a third party";

    @TempDir
    Path folder;

    /** What the product says in it: asked where it has learned the language. */
    static Map<String, String> said() throws IOException {
        var xx = Language.of("xx-YY").orElseThrow();
        var written = Files.readString(SampleDesk.FOLDER.resolve("cloud/desk.yaml"));
        var desk = DeskFile.read(
                        "cloud", written.replace(LABEL, LABEL + ", xx: X third").getBytes())
                .orThrow();
        var christmasEve = LocalDate.of(2026, 12, 24);
        return Map.of(
                "refusal", Refusal.missing("to").message().in(xx),
                "drawing", DeskDrawing.markdown(desk, xx),
                "day",
                        Holidays.of(ClosedDays.parse("12-24"))
                                .on(christmasEve)
                                .orElseThrow()
                                .name(xx.locale()),
                "time", TextTemplates.date(Instant.parse("2026-03-06T08:30:00Z"), xx, ZoneId.of("Europe/Paris")));
    }

    @Test
    @SuppressWarnings("unchecked")
    void it_is_spoken_once_it_has_a_line_and_files() throws IOException {
        try (var product = ThirdLanguage.learn(folder, OpeningHours.class, Desk.class, Ticket.class)) {
            var said = (Map<String, String>) product.ask(ThirdLanguageTest.class, "said");
            assertEquals("x:“to” is required.", said.get("refusal"));
            assertEquals("x:closed every year, 12-24", said.get("day"));
            assertTrue(said.get("time").startsWith("x:") && said.get("time").contains("09:30 (x:Paris time)"));
            assertTrue(said.get("drawing").contains("## x:Timers\n"), said.get("drawing"));
            assertTrue(said.get("drawing").contains("X third"), "the desk's own word in it");
            assertTrue(said.get("drawing").contains("Waiting for customer"), "its English where it has none");
        }
    }
}
