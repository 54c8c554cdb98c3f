package guichet.core.planted;

import guichet.core.desk.LocalizedText;
import guichet.core.desk.Phrases;

/** Words that no file has. */
final class SilentWords {
    private static final Phrases WORDS = Phrases.of(SilentWords.class);

    static final LocalizedText UNHEARD = WORDS.text("unheard");

    private SilentWords() {}
}
