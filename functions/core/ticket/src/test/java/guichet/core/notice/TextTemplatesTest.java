package guichet.core.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.desk.Desk;
import guichet.core.desk.Language;
import guichet.core.desk.LocalizedText;
import guichet.core.desk.file.DeskFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTemplatesTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-02T17:00:00Z | lundi 2_mars 2026 à 18_h          | Monday 2 March 2026 at 18:00 (Paris time)",
                "2026-03-02T08:05:00Z | lundi 2_mars 2026 à 9_h_05        | Monday 2 March 2026 at 09:05 (Paris time)",
                "2026-04-01T10:30:00Z | mercredi 1er_avril 2026 à 12_h_30 | Wednesday 1 April 2026 at 12:30 (Paris time)",
                "2026-03-28T23:00:00Z | dimanche 29_mars 2026 à 0_h       | Sunday 29 March 2026 at 00:00 (Paris time)",
                "2026-03-29T01:00:00Z | dimanche 29_mars 2026 à 3_h       | Sunday 29 March 2026 at 03:00 (Paris time)",
            })
    void a_date_is_written_as_its_reader_writes_it(String at, String fr, String en) {
        assertEquals(fr.replace('_', '\u00a0'), TextTemplates.date(Instant.parse(at), Language.FR, PARIS));
        assertEquals(en, TextTemplates.date(Instant.parse(at), Language.EN, PARIS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Europe/London      | à 17_h (heure_: Londres)              | at 17:00 (London time)",
                "America/New_York   | à 12_h (heure de l’Est nord-américain)     | at 12:00 (New York time)",
                "Indian/Reunion     | à 21_h (heure_: La Réunion)               | at 21:00 (Reunion time)",
                "Europe/Brussels    | à 18_h                                     | at 18:00 (Brussels time)",
                "Etc/UTC            | à 17_h (temps universel coordonné)         | at 17:00 (UTC)",
            })
    void a_time_that_its_reader_may_take_for_another_names_its_zone(String zone, String fr, String en) {
        assertEquals(
                "lundi 2\u00a0mars 2026 " + fr.replace('_', '\u00a0'),
                TextTemplates.date(Instant.parse("2026-03-02T17:00:00Z"), Language.FR, ZoneId.of(zone)));
        assertEquals(
                "Monday 2 March 2026 " + en,
                TextTemplates.date(Instant.parse("2026-03-02T17:00:00Z"), Language.EN, ZoneId.of(zone)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Vous : oui ; non ! et ? | Vous_: oui~; non~! et~?",
                "« l'été »               | «_l’été_»",
                "de 8 h à 18 h 30        | de 8_h à 18_h_30",
                "1 200 € ou 5 %          | 1 200_€ ou 5_%",
                "{input.montant} € HT    | {input.montant}_€_HT",
                "{input.jours} jours     | {input.jours}_jours",
                "{input.jours} j ou 2 j  | {input.jours}_j ou 2_j",
                "{author} s'est plaint   | {author} s’est plaint",
                "12 jours...             | 12_jours…",
                "en 2026 il              | en 2026 il",
                "10:30 https://a.fr/?x=1 | 10:30 https://a.fr/?x=1",
            })
    void french_is_set_as_its_printers_set_it(String typed, String set) {
        var expected = set.replace('_', '\u00a0').replace('~', '\u202f');
        assertEquals(expected, Typography.set(typed, Language.FR));
        assertEquals(expected, Typography.set(expected, Language.FR), "what is set stays so");
        assertEquals(typed.replace("...", "…"), Typography.plain(expected), "and is found as it is typed");
    }

    @Test
    void english_is_left_as_it_is() {
        assertEquals("What's new? \"This\": 10 %", Typography.set("What's new? \"This\": 10 %", Language.EN));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2400        | 2~400          | 2,400",
                "1250.5      | 1~250,5        | 1,250.5",
                "0,75        | 0,75           | 0.75",
                "-3          | -3             | -3",
                "1e999999999 | 1e999999999    | 1e999999999",
                "deux        | deux           | deux",
            })
    void a_number_is_written_as_its_reader_writes_it_and_no_other_is_worked_out(String given, String fr, String en) {
        assertEquals(fr.replace('~', '\u202f'), TextTemplates.number(given, Language.FR));
        assertEquals(en, TextTemplates.number(given, Language.EN));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bonjour[ {name}],                   | Ana   | Bonjour Ana,",
                "Bonjour[ {name}],                   |       | Bonjour,",
                "[De {name} ][à {name}]              |       | ''",
                "[{name} ({other})].                 | Ana   | .",
                "un [aparté] et {name}               |       | 'un [aparté] et '",
                "Un_[Reste : {name}]_Deux            | tout  | Un_Reste : tout_Deux",
                "Un_[Reste : {name}]_Deux            |       | Un_Deux",
                "Un_Deux [Reste : {name}]_Trois      |       | 'Un_Deux _Trois'",
            })
    void a_piece_in_brackets_is_left_out_where_nothing_fills_it(String text, String name, String said) {
        assertEquals(
                said.replace('_', '\n'),
                TextTemplates.fill(text.replace('_', '\n'), Map.of("name", name == null ? "" : name)));
    }

    @Test
    void brackets_that_somebody_wrote_stay() {
        assertEquals("[a] {b}", TextTemplates.fill("[{x}]", Map.of("x", "[a] {b}", "b", "!")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1250.5      | 1~250,50       | 1,250.50",
                "2400        | 2~400,00       | 2,400.00",
                "0.005       | 0,01           | 0.01",
                "deux        | deux           | deux",
            })
    void an_amount_has_its_two_places(String given, String fr, String en) {
        assertEquals(fr.replace('~', '\u202f'), TextTemplates.amount(given, Language.FR));
        assertEquals(en, TextTemplates.amount(given, Language.EN));
    }

    @Test
    void what_is_filled_in_is_never_read_for_placeholders_again() {
        assertEquals("a {b} c", TextTemplates.fill("a {x} c", Map.of("x", "{b}", "b", "!")));
    }

    /** It would be "d’" before Inès and "que" would be "qu’": names are not known when a text is written. */
    @ParameterizedTest
    @ValueSource(strings = {"cloud", "conseil", "daj", "divalto", "logeas"})
    void no_french_word_that_may_need_an_apostrophe_stands_before_a_name(String id) throws Exception {
        var elided = Pattern.compile(
                "(?iu)\\b(?:de|que|le|la|du|des)[ \\[(]+\\{(?:requester|organization|author|owner|input\\.consultant)");
        desk(id).texts()
                .forEach((name, words) -> assertFalse(elided.matcher(words.fr()).find(), name + ": " + words.fr()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cloud", "conseil", "daj", "divalto", "logeas"})
    void what_readers_of_english_see_of_a_desk_is_in_english(String id) throws Exception {
        var desk = desk(id);
        var labels = new ArrayList<LocalizedText>(desk.priorities().levels().values());
        desk.queues().values().forEach(queue -> labels.add(queue.label()));
        desk.types().values().forEach(type -> {
            type.states().values().forEach(state -> labels.add(state.label()));
            Stream.of(type.inputs(), type.fields())
                    .flatMap(inputs -> inputs.values().stream())
                    .forEach(input -> {
                        labels.add(input.label());
                        labels.addAll(input.choices().values());
                    });
        });
        var french = Pattern.compile("(?iu)[àâçéèêëîïôûù]|\\b(?:voir|erreur|sauvegarde|relation)\\b");
        labels.forEach(words -> assertFalse(french.matcher(words.en()).find(), words.en()));
    }

    private static Desk desk(String id) throws IOException {
        return DeskFile.read("desk.yaml", Files.readAllBytes(Path.of("../../../desks/" + id + "/desk.yaml")))
                .orThrow();
    }

    @Test
    void a_text_that_names_the_organization_asks_for_it() throws Exception {
        var desk = desk("conseil");
        assertTrue(TextTemplates.asksFor(desk, "nouvelle", "organization"));
        assertFalse(TextTemplates.asksFor(desk, "accuse", "organization"));
        assertFalse(TextTemplates.asksFor(desk, "no such text", "organization"));
    }
}
