package guichet.core.intake;

import guichet.core.desk.LocalizedText;
import guichet.core.desk.Phrases;

/** What agents read of how a ticket came about, and what stands where a mail says nothing. */
final class IntakeWords {
    private static final Phrases WORDS = Phrases.of(IntakeWords.class);

    static final Phrases.One QUOTES_NOT_CONCERNED = WORDS.phrase("quotes.not-concerned", "ticket");
    static final Phrases.One QUOTES_NOT_AUTHENTICATED = WORDS.phrase("quotes.not-authenticated", "ticket");
    static final Phrases.One LET_IN = WORDS.phrase("let-in", "who");
    static final Phrases.Two NAMED = WORDS.phrase("named", "from", "author");
    static final Phrases.One OUR_OWN = WORDS.phrase("our-own", "from");
    static final LocalizedText MAIL_CUT = WORDS.text("mail-cut");
    static final LocalizedText TEXT_CUT = WORDS.text("text-cut");
    static final LocalizedText BROKEN = WORDS.text("broken");
    static final LocalizedText PARTS_CUT = WORDS.text("parts-cut");
    static final LocalizedText UNOPENED = WORDS.text("unopened");
    static final LocalizedText HTML_TOO_LONG = WORDS.text("html-too-long");
    static final LocalizedText NO_SENDER = WORDS.text("no-sender");
    static final LocalizedText NO_SUBJECT = WORDS.text("no-subject");
    static final LocalizedText BOUNCE = WORDS.text("bounce");
    static final LocalizedText WROTE_AGAIN = WORDS.text("wrote-again");

    private IntakeWords() {}
}
