package guichet.core.planted;

import guichet.core.desk.LocalizedText;
import guichet.core.desk.Phrases;

/** Words with all that can be wrong about them, for {@code WordsTest}. */
public final class BadWords {
    private static final Phrases WORDS = Phrases.of(BadWords.class);

    static final LocalizedText GOOD = WORDS.text("good");
    static final LocalizedText MISSING_IN_FRENCH = WORDS.text("missing-in-french");
    static final LocalizedText EMPTY_IN_ENGLISH = WORDS.text("empty-in-english");
    static final Phrases.One PLACEHOLDER_LOST = WORDS.phrase("placeholder-lost", "field");
    static final Phrases.One PLACEHOLDER_RENAMED = WORDS.phrase("placeholder-renamed", "field");
    static final LocalizedText SAID_BY_NOBODY = WORDS.text("said-by-nobody");

    private BadWords() {}

    /** Says them, in words of its own where it should not. */
    public static final class Speaker {
        private Speaker() {}

        public static String speak() {
            var own = new LocalizedText("en dur", "hard-coded");
            return own.fr() + GOOD + MISSING_IN_FRENCH + EMPTY_IN_ENGLISH + PLACEHOLDER_LOST + PLACEHOLDER_RENAMED;
        }
    }
}
