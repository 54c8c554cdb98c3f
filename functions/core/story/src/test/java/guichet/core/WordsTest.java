package guichet.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.desk.Desk;
import guichet.core.hours.OpeningHours;
import guichet.core.intake.Intake;
import guichet.core.planted.BadWords;
import guichet.core.story.Story;
import guichet.core.text.Bundle;
import guichet.core.ticket.Ticket;
import guichet.fixtures.WordCheck;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the product says, and in which languages; each mistake in it is reported on {@link BadWords}. */
class WordsTest {
    /**
     * They mean one language and no other: what every desk writes and what stands in for the rest, the default of a
     * desk file, and the typography of French.
     */
    private static final Set<String> MEAN_ONE_LANGUAGE =
            Set.of("LocalizedText", "YamlNode", "DeskReader", "Typography");

    @Test
    void all_that_the_core_says_stands_in_files_one_a_language_and_nothing_else_does() {
        assertEquals(
                List.of(),
                WordCheck.mistakes(
                        MEAN_ONE_LANGUAGE,
                        Bundle.class,
                        OpeningHours.class,
                        Desk.class,
                        Ticket.class,
                        Intake.class,
                        Story.class));
    }

    @Test
    void every_planted_mistake_is_reported() {
        var words = "guichet/core/planted/BadWords_";
        var reported = WordCheck.mistakes(Set.of(), BadWords.class);
        for (var mistake : List.of(
                words + "fr.properties: the key good stands twice",
                words + "fr.properties: the key missing-in-french is missing",
                words + "fr.properties: no code asks for the key asked-by-no-code",
                words + "fr.properties: placeholder-renamed has the placeholders [champ], and the code gives [field]",
                words + "en.properties: nothing is written for empty-in-english",
                words + "en.properties: placeholder-lost has the placeholders [], and the code gives [field]",
                words + "xx.properties: the key said-by-nobody is missing",
                "guichet.core.planted.BadWords.SAID_BY_NOBODY is said by nobody",
                "guichet.core.planted.BadWords$Speaker has words in its code",
                "guichet.core.planted.BadWords$Speaker names the language fr",
                "guichet.core.planted.SilentWords has no words for unheard, not even in English",
                "guichet/core/planted/NobodysWords_fr.properties: is not UTF-8",
                "guichet/core/planted/NobodysWords_fr.properties: no class of that name has words")) {
            assertTrue(reported.contains(mistake), () -> mistake + " is not among\n" + String.join("\n", reported));
        }
    }
}
