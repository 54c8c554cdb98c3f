package guichet.portal.ticket;

import guichet.core.desk.LocalizedText;
import guichet.core.desk.Phrases;

/** What the view of a ticket says in its own words. */
final class TicketWords {
    private static final Phrases WORDS = Phrases.of(TicketWords.class);

    static final Phrases.Two LABELLED = WORDS.phrase("labelled", "label", "value");
    static final LocalizedText OWNER_NOBODY = WORDS.text("owner.nobody");
    static final LocalizedText CLOCK_STARTED = WORDS.text("clock.started");
    static final LocalizedText CLOCK_PAUSED = WORDS.text("clock.paused");
    static final LocalizedText CLOCK_RESUMED = WORDS.text("clock.resumed");
    static final LocalizedText CLOCK_STOPPED = WORDS.text("clock.stopped");
    static final LocalizedText CLOCK_WARNED = WORDS.text("clock.warned");
    static final LocalizedText CLOCK_BREACHED = WORDS.text("clock.breached");
    static final LocalizedText CLOCK_RETARGETED = WORDS.text("clock.retargeted");
    static final LocalizedText TIME_OPEN = WORDS.text("time.open");
    static final LocalizedText TIME_OUTSIDE_HOURS = WORDS.text("time.outside-hours");
    static final LocalizedText TIME_BREAK = WORDS.text("time.break");
    static final Phrases.One TIME_CLOSED = WORDS.phrase("time.closed", "day");
    static final Phrases.One TIME_PAUSED = WORDS.phrase("time.paused", "state");
    static final LocalizedText IMAGE = WORDS.text("image");
    static final LocalizedText IMAGES_ONE = WORDS.text("images.one");
    static final Phrases.One IMAGES_MANY = WORDS.phrase("images.many", "count");

    private TicketWords() {}
}
