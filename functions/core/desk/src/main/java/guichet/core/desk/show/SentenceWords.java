package guichet.core.desk.show;

import guichet.core.desk.LocalizedText;
import guichet.core.desk.Phrases;

/** The words of {@link RuleSentences} and {@link StateDiagram}. */
final class SentenceWords {
    private static final Phrases WORDS = Phrases.of(SentenceWords.class);

    static final LocalizedText ROLE_CUSTOMER = WORDS.text("role.customer");
    static final LocalizedText ROLE_AGENT = WORDS.text("role.agent");
    static final LocalizedText ROLE_LEAD = WORDS.text("role.lead");
    static final LocalizedText ROLE_ROBOT = WORDS.text("role.robot");
    static final LocalizedText BY_ANYONE = WORDS.text("by.anyone");
    static final LocalizedText CHANNEL_MAIL = WORDS.text("channel.mail");
    static final LocalizedText CHANNEL_PORTAL = WORDS.text("channel.portal");
    static final LocalizedText CHANNEL_PHONE = WORDS.text("channel.phone");
    static final LocalizedText CHANNEL_ROBOT = WORDS.text("channel.robot");
    static final LocalizedText AUDIENCE_CREATOR = WORDS.text("audience.creator");
    static final LocalizedText AUDIENCE_SENDER = WORDS.text("audience.sender");
    static final LocalizedText AUDIENCE_PARTICIPANTS = WORDS.text("audience.participants");
    static final LocalizedText AUDIENCE_OWNER = WORDS.text("audience.owner");
    static final LocalizedText AUDIENCE_AGENTS = WORDS.text("audience.agents");
    static final LocalizedText AUDIENCE_LEADS = WORDS.text("audience.leads");
    static final LocalizedText AUDIENCE_DISPATCHER = WORDS.text("audience.dispatcher");
    static final LocalizedText ON_CREATED = WORDS.text("on.created");
    static final LocalizedText ON_ENTERED = WORDS.text("on.entered");
    static final LocalizedText ON_COMMENTED = WORDS.text("on.commented");
    static final LocalizedText ON_REOPENED = WORDS.text("on.reopened");
    static final LocalizedText ON_ESCALATED = WORDS.text("on.escalated");
    static final LocalizedText ON_ASSIGNED = WORDS.text("on.assigned");
    static final LocalizedText ON_QUEUED = WORDS.text("on.queued");
    static final LocalizedText ON_SLA_WARNING = WORDS.text("on.sla-warning");
    static final LocalizedText ON_SLA_BREACH = WORDS.text("on.sla-breach");
    static final LocalizedText ON_MERGED = WORDS.text("on.merged");
    static final LocalizedText ON_JOINED = WORDS.text("on.joined");
    static final LocalizedText ON_UNREACHABLE = WORDS.text("on.unreachable");
    static final LocalizedText ON_MASKED = WORDS.text("on.masked");
    static final LocalizedText ON_REFUSED = WORDS.text("on.refused");
    static final LocalizedText ON_REFUSED_FILES = WORDS.text("on.refused-files");
    static final LocalizedText DURING_OPEN = WORDS.text("during.open");
    static final LocalizedText DURING_CLOSED = WORDS.text("during.closed");
    static final LocalizedText WAIT_AT_ONCE = WORDS.text("wait.at-once");
    static final Phrases.One WAIT_DAYS = WORDS.phrase("wait.days", "days");
    static final Phrases.Two WAIT_DAYS_AND_TIME = WORDS.phrase("wait.days-and-time", "days", "time");
    static final Phrases.One WAIT_BUSINESS_DAYS = WORDS.phrase("wait.business-days", "days");
    static final Phrases.One WAIT_BUSINESS_TIME = WORDS.phrase("wait.business-time", "time");
    static final Phrases.One CLOSING_YEARLY = WORDS.phrase("closing.yearly", "days");
    static final Phrases.One CLOSING_HOLIDAYS = WORDS.phrase("closing.holidays", "place");
    static final Phrases.One TIMER_IN_QUEUE = WORDS.phrase("timer.in-queue", "wait");
    static final Phrases.One TIMER_UNTOUCHED = WORDS.phrase("timer.untouched", "waits");
    static final Phrases.One TIMER_IN_STATE = WORDS.phrase("timer.in-state", "waits");
    static final Phrases.One TIMER_UNANSWERED = WORDS.phrase("timer.unanswered", "waits");
    static final Phrases.One TIMER_REPEATED = WORDS.phrase("timer.repeated", "timer");
    static final Phrases.One TIMER_DUE = WORDS.phrase("timer.due", "input");
    static final Phrases.Two TIMER_BEFORE_DUE = WORDS.phrase("timer.before-due", "waits", "input");
    static final Phrases.One ACTION_MOVE_TO = WORDS.phrase("action.move-to", "state");
    static final Phrases.One ACTION_COMMENT = WORDS.phrase("action.comment", "text");
    static final Phrases.Two ACTION_TELL = WORDS.phrase("action.tell", "whom", "text");
    static final Phrases.One ACTION_MOVE_TO_QUEUE = WORDS.phrase("action.move-to-queue", "queue");
    static final LocalizedText MOVE_BACK = WORDS.text("move.back");

    private SentenceWords() {}
}
