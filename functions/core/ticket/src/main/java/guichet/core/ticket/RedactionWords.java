package guichet.core.ticket;

import guichet.core.desk.LocalizedText;
import guichet.core.desk.Phrases;

/** What agents read of a message that did not come in whole. */
final class RedactionWords {
    private static final Phrases WORDS = Phrases.of(RedactionWords.class);

    static final LocalizedText SECRETS_ONE = WORDS.text("secrets.one");
    static final Phrases.One SECRETS_MANY = WORDS.phrase("secrets.many", "count");
    static final Phrases.One FILE_NOT_KEPT = WORDS.phrase("file.not-kept", "file");
    static final Phrases.Two FILE = WORDS.phrase("file", "name", "why");
    static final Phrases.One NOT_LOOKED_INTO = WORDS.phrase("not-looked-into", "file");
    static final LocalizedText WHY_PROGRAM = WORDS.text("why.program");
    static final LocalizedText WHY_TOO_LARGE = WORDS.text("why.too-large");
    static final LocalizedText WHY_TOO_MANY = WORDS.text("why.too-many");
    static final LocalizedText WHY_VIRUS = WORDS.text("why.virus");

    private RedactionWords() {}
}
