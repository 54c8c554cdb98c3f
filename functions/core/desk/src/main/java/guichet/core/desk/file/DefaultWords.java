package guichet.core.desk.file;

import guichet.core.desk.LocalizedText;
import guichet.core.desk.Phrases;

/** Labels of what a desk file leaves out. */
final class DefaultWords {
    private static final Phrases WORDS = Phrases.of(DefaultWords.class);

    static final LocalizedText CONTRACT = WORDS.text("contract");
    static final LocalizedText PRIORITY = WORDS.text("priority");
    static final LocalizedText QUEUE = WORDS.text("queue");

    private DefaultWords() {}
}
