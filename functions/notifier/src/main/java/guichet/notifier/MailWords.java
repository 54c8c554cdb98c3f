package guichet.notifier;

import guichet.core.desk.LocalizedText;
import guichet.core.desk.Phrases;

/** What a mail says around the desk's own text, and why one is not sent. */
final class MailWords {
    private static final Phrases WORDS = Phrases.of(MailWords.class);

    static final LocalizedText LINK = WORDS.text("link");
    static final LocalizedText CONTEXT = WORDS.text("context");
    static final LocalizedText FILES = WORDS.text("files");
    static final Phrases.One WROTE = WORDS.phrase("wrote", "author");
    static final LocalizedText HINT_CUSTOMER = WORDS.text("hint.customer");
    static final LocalizedText HINT_AGENT = WORDS.text("hint.agent");
    static final LocalizedText HINT_UNREACHABLE = WORDS.text("hint.unreachable");
    static final LocalizedText WRITTEN_AGAIN = WORDS.text("written-again");
    static final Phrases.One UNREACHABLE = WORDS.phrase("unreachable", "reason");
    static final LocalizedText BOUNCE = WORDS.text("bounce");
    static final LocalizedText COMPLAINT = WORDS.text("complaint");

    private MailWords() {}
}
