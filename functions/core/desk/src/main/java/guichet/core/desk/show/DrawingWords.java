package guichet.core.desk.show;

import guichet.core.desk.LocalizedText;
import guichet.core.desk.Phrases;

/** Headings and cells of {@link DeskDrawing}. */
final class DrawingWords {
    private static final Phrases WORDS = Phrases.of(DrawingWords.class);

    static final LocalizedText COLUMN_ROLE = WORDS.text("column.role");
    static final LocalizedText COLUMN_WHO = WORDS.text("column.who");
    static final LocalizedText COLUMN_ASKED = WORDS.text("column.asked");
    static final LocalizedText COLUMN_WHAT = WORDS.text("column.what");
    static final LocalizedText ASKED_COMMENT = WORDS.text("asked.comment");
    static final Phrases.One ASKED_OPTIONAL = WORDS.phrase("asked.optional", "label");
    static final LocalizedText COLUMN_FIELD = WORDS.text("column.field");
    static final LocalizedText COLUMN_REQUIRED = WORDS.text("column.required");
    static final LocalizedText COLUMN_CHOICES = WORDS.text("column.choices");
    static final LocalizedText REQUIRED_CREATION = WORDS.text("required.creation");
    static final LocalizedText REQUIRED_CHARGE = WORDS.text("required.charge");
    static final LocalizedText CLOCKS = WORDS.text("clocks");
    static final LocalizedText COLUMN_CLOCK = WORDS.text("column.clock");
    static final LocalizedText COLUMN_FROM = WORDS.text("column.from");
    static final LocalizedText COLUMN_TO_FIRST_OF = WORDS.text("column.to-first-of");
    static final LocalizedText COLUMN_PAUSED_IN = WORDS.text("column.paused-in");
    static final LocalizedText COLUMN_CALENDAR = WORDS.text("column.calendar");
    static final LocalizedText COLUMN_TARGET = WORDS.text("column.target");
    static final LocalizedText COLUMN_WARNS_AT = WORDS.text("column.warns-at");
    static final LocalizedText CALENDAR_HOURS = WORDS.text("calendar.hours");
    static final LocalizedText CALENDAR_BY_CONTRACT = WORDS.text("calendar.by-contract");
    static final LocalizedText TIMERS = WORDS.text("timers");
    static final LocalizedText COLUMN_RULE = WORDS.text("column.rule");
    static final LocalizedText COLUMN_WHERE = WORDS.text("column.where");
    static final LocalizedText COLUMN_WHEN = WORDS.text("column.when");
    static final LocalizedText COLUMN_ROBOT = WORDS.text("column.robot");
    static final LocalizedText TIMERS_DESTROYS = WORDS.text("timers.destroys");
    static final LocalizedText TIMERS_HELD_MAIL = WORDS.text("timers.held-mail");
    static final Phrases.One TIMERS_UNDECIDED = WORDS.phrase("timers.undecided", "wait");
    static final LocalizedText TIMERS_ALARM = WORDS.text("timers.alarm");
    static final LocalizedText TIMERS_CLOSED_REQUESTS = WORDS.text("timers.closed-requests");
    static final Phrases.One TIMERS_CLOSED_FOR = WORDS.phrase("timers.closed-for", "wait");
    static final LocalizedText TIMERS_FOLLOW_UP = WORDS.text("timers.follow-up");
    static final LocalizedText REACTIONS = WORDS.text("reactions");
    static final LocalizedText COLUMN_BY = WORDS.text("column.by");
    static final LocalizedText NOTICES = WORDS.text("notices");
    static final LocalizedText COLUMN_TOLD = WORDS.text("column.told");
    static final LocalizedText COLUMN_TEXT = WORDS.text("column.text");
    static final LocalizedText NOTICES_MESSAGE = WORDS.text("notices.message");
    static final Phrases.One NOTICES_UNLESS_FROM = WORDS.phrase("notices.unless-from", "channels");
    static final LocalizedText CONTRACTS = WORDS.text("contracts");
    static final LocalizedText COLUMN_CONTRACT = WORDS.text("column.contract");
    static final LocalizedText HOURS = WORDS.text("hours");
    static final LocalizedText COLUMN_OPEN = WORDS.text("column.open");
    static final LocalizedText COLUMN_CLOSED = WORDS.text("column.closed");
    static final LocalizedText COLUMN_ZONE = WORDS.text("column.zone");
    static final LocalizedText QUEUES = WORDS.text("queues");
    static final LocalizedText COLUMN_QUEUE = WORDS.text("column.queue");
    static final LocalizedText COLUMN_PURPOSE = WORDS.text("column.purpose");
    static final LocalizedText COLUMN_WORKED_BY = WORDS.text("column.worked-by");
    static final LocalizedText COLUMN_VALIDITY = WORDS.text("column.validity");
    static final LocalizedText QUEUE_VALID = WORDS.text("queue.valid");
    static final LocalizedText QUEUE_OBSOLETE = WORDS.text("queue.obsolete");
    static final LocalizedText COLUMN_FILING = WORDS.text("column.filing");

    private DrawingWords() {}
}
