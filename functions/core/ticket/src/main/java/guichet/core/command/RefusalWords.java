package guichet.core.command;

import guichet.core.desk.LocalizedText;
import guichet.core.desk.Phrases;

/** Why a command is not carried out. */
final class RefusalWords {
    private static final Phrases WORDS = Phrases.of(RefusalWords.class);

    static final Phrases.One MISSING = WORDS.phrase("missing", "field");
    static final Phrases.Three UNKNOWN = WORDS.phrase("unknown", "field", "value", "allowed");
    static final Phrases.Two TOO_LONG = WORDS.phrase("too-long", "field", "most");
    static final Phrases.Three WRONG = WORDS.phrase("wrong", "field", "value", "expected");
    static final Phrases.One EXPECTED_CHARACTERS = WORDS.phrase("expected.characters", "most");
    static final LocalizedText EXPECTED_SOMEBODY = WORDS.text("expected.somebody");
    static final LocalizedText EXPECTED_AGENT = WORDS.text("expected.agent");
    static final LocalizedText EXPECTED_INSTANT = WORDS.text("expected.instant");
    static final LocalizedText EXPECTED_DATE = WORDS.text("expected.date");
    static final LocalizedText EXPECTED_LATER = WORDS.text("expected.later");
    static final LocalizedText EXPECTED_DAY_AHEAD = WORDS.text("expected.day-ahead");
    static final LocalizedText EXPECTED_AMOUNT = WORDS.text("expected.amount");
    static final LocalizedText EXPECTED_NUMBER = WORDS.text("expected.number");
    static final Phrases.One EXPECTED_DAYS = WORDS.phrase("expected.days", "most");
    static final Phrases.One MERGED = WORDS.phrase("merged", "survivor");
    static final LocalizedText CLOSED = WORDS.text("closed");
    static final LocalizedText NOT_CLOSED = WORDS.text("not-closed");
    static final Phrases.Two NO_TRANSITION = WORDS.phrase("no-transition", "from", "to");
    static final Phrases.Three OTHER_TRANSITIONS = WORDS.phrase("other-transitions", "from", "to", "possible");
    static final LocalizedText FOR_AGENTS_ACTION = WORDS.text("for-agents.action");
    static final LocalizedText FOR_AGENTS_NOTES = WORDS.text("for-agents.notes");
    static final LocalizedText FOR_AGENTS_ON_BEHALF = WORDS.text("for-agents.on-behalf");

    private RefusalWords() {}
}
