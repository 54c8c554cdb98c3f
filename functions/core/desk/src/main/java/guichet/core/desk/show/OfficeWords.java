package guichet.core.desk.show;

import guichet.core.desk.LocalizedText;
import guichet.core.desk.Phrases;

/** The words of {@link OfficeDrawing}. */
final class OfficeWords {
    private static final Phrases WORDS = Phrases.of(OfficeWords.class);

    static final LocalizedText OFFICE = WORDS.text("office");
    static final LocalizedText COLUMN_HOW = WORDS.text("column.how");
    static final Phrases.One FIRST_PRESENT = WORDS.phrase("first-present", "staff");
    static final LocalizedText MAY_OPEN = WORDS.text("may-open");
    static final LocalizedText NOT_TAKEN = WORDS.text("not-taken");
    static final LocalizedText ACCESS = WORDS.text("access");
    static final LocalizedText TRACKER = WORDS.text("tracker");
    static final Phrases.One BILLING = WORDS.phrase("billing", "type");
    static final LocalizedText BILLING_TIME = WORDS.text("billing.time");
    static final LocalizedText BILLING_ESTIMATE = WORDS.text("billing.estimate");
    static final LocalizedText BILLING_NOTHING = WORDS.text("billing.nothing");
    static final LocalizedText ANSWER = WORDS.text("answer");

    private OfficeWords() {}
}
