package guichet.core.notice;

import guichet.core.desk.LocalizedText;
import guichet.core.desk.Phrases;

/** What notices say of their own, and how a language writes days and times. */
final class NoticeWords {
    private static final Phrases WORDS = Phrases.of(NoticeWords.class);

    static final Phrases.One CONTINUED = WORDS.phrase("continued", "ticket");
    static final Phrases.Two MOMENT = WORDS.phrase("moment", "day", "time");
    static final Phrases.Three MOMENT_ELSEWHERE = WORDS.phrase("moment.elsewhere", "day", "time", "zone");
    static final LocalizedText HOME_ZONE = WORDS.text("home.zone");
    static final LocalizedText DAY_PATTERN = WORDS.text("day.pattern");
    static final LocalizedText DAY_FIRST_PATTERN = WORDS.text("day.first.pattern");
    static final LocalizedText TIME_PATTERN = WORDS.text("time.pattern");
    static final LocalizedText TIME_FULL_HOUR_PATTERN = WORDS.text("time.full-hour.pattern");
    static final LocalizedText ZONE_NAMED_BY = WORDS.text("zone.named-by");
    static final Phrases.One ZONE_PLACE = WORDS.phrase("zone.place", "place");
    static final Phrases.Two LOOP = WORDS.phrase("loop", "mails", "whom");
    static final Phrases.One LOOP_HOUR = WORDS.phrase("loop.hour", "mails");
    static final Phrases.One LOOP_DAY = WORDS.phrase("loop.day", "mails");
    static final LocalizedText LOOP_ADDRESS = WORDS.text("loop.address");
    static final Phrases.One LOOP_DOMAIN = WORDS.phrase("loop.domain", "domain");
    static final LocalizedText LOOP_STRANGERS = WORDS.text("loop.strangers");
    static final Phrases.One LOOP_CUSTOMER = WORDS.phrase("loop.customer", "customer");
    static final LocalizedText LOOP_ESCALATION = WORDS.text("loop.escalation");

    private NoticeWords() {}
}
