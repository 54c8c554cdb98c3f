package guichet.core.command;

import guichet.core.desk.Phrases;

/** What agents read of what a command could not take in. */
final class NoteWords {
    private static final Phrases WORDS = Phrases.of(NoteWords.class);

    static final Phrases.Two NO_ROOM = WORDS.phrase("no-room", "most", "people");

    static final Phrases.One CANNOT_BE_WRITTEN_TO = WORDS.phrase("cannot-be-written-to", "people");

    private NoteWords() {}
}
