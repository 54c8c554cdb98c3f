package guichet.core.desk.file;

import static guichet.core.desk.file.Key.key;
import static guichet.core.desk.file.Key.need;
import static guichet.core.desk.file.Key.needUnless;
import static guichet.core.desk.file.SectionKeys.ACCESS;
import static guichet.core.desk.file.SectionKeys.ALERT;
import static guichet.core.desk.file.SectionKeys.ANNOUNCEMENTS;
import static guichet.core.desk.file.SectionKeys.ANSWER;
import static guichet.core.desk.file.SectionKeys.AUTOMATION;
import static guichet.core.desk.file.SectionKeys.BILLING;
import static guichet.core.desk.file.SectionKeys.CLOCK;
import static guichet.core.desk.file.SectionKeys.CONTACT;
import static guichet.core.desk.file.SectionKeys.CONTRACT;
import static guichet.core.desk.file.SectionKeys.DESK;
import static guichet.core.desk.file.SectionKeys.DISPATCHER;
import static guichet.core.desk.file.SectionKeys.DUTY;
import static guichet.core.desk.file.SectionKeys.ENTITLEMENT;
import static guichet.core.desk.file.SectionKeys.ESCALATION;
import static guichet.core.desk.file.SectionKeys.ESTIMATE;
import static guichet.core.desk.file.SectionKeys.FILING;
import static guichet.core.desk.file.SectionKeys.FOLLOW_UPS;
import static guichet.core.desk.file.SectionKeys.HELD;
import static guichet.core.desk.file.SectionKeys.HOLIDAYS;
import static guichet.core.desk.file.SectionKeys.HOURS;
import static guichet.core.desk.file.SectionKeys.INPUT;
import static guichet.core.desk.file.SectionKeys.LEVEL;
import static guichet.core.desk.file.SectionKeys.MAIL;
import static guichet.core.desk.file.SectionKeys.NOTICE;
import static guichet.core.desk.file.SectionKeys.NOT_TAKEN;
import static guichet.core.desk.file.SectionKeys.ORGANIZATION;
import static guichet.core.desk.file.SectionKeys.PEOPLE;
import static guichet.core.desk.file.SectionKeys.PEOPLE_FILE;
import static guichet.core.desk.file.SectionKeys.PHONE_ENTITLEMENT;
import static guichet.core.desk.file.SectionKeys.PRIORITY;
import static guichet.core.desk.file.SectionKeys.PROMPT;
import static guichet.core.desk.file.SectionKeys.QUEUE;
import static guichet.core.desk.file.SectionKeys.REACTION;
import static guichet.core.desk.file.SectionKeys.REQUEST;
import static guichet.core.desk.file.SectionKeys.STAFF_MEMBER;
import static guichet.core.desk.file.SectionKeys.STATE;
import static guichet.core.desk.file.SectionKeys.TIME_KIND;
import static guichet.core.desk.file.SectionKeys.TRACKER;
import static guichet.core.desk.file.SectionKeys.TRANSLATION;
import static guichet.core.desk.file.Shape.BOTH_LANGUAGES;
import static guichet.core.desk.file.Shape.FLAG;
import static guichet.core.desk.file.Shape.NOTHING;
import static guichet.core.desk.file.Shape.TEXT;
import static guichet.core.desk.file.Shape.WORDS;
import static guichet.core.desk.file.Shape.among;
import static guichet.core.desk.file.Shape.anyNamed;
import static guichet.core.desk.file.Shape.either;
import static guichet.core.desk.file.Shape.items;
import static guichet.core.desk.file.Shape.matching;
import static guichet.core.desk.file.Shape.named;
import static guichet.core.desk.file.Shape.oneOf;
import static guichet.core.desk.file.Shape.rules;
import static guichet.core.desk.file.Shape.section;

import guichet.core.desk.Announcements;
import guichet.core.desk.Billing;
import guichet.core.desk.FilingRule;
import guichet.core.desk.FollowUps;
import guichet.core.desk.Input;
import guichet.core.desk.Language;
import guichet.core.desk.MailRules;
import guichet.core.desk.NoticeRule;
import guichet.core.desk.State;
import guichet.core.desk.Tracker;
import guichet.core.desk.Trigger;
import guichet.core.hours.WeekdayRange;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys that each section knows, and what stands there: what the readers hold to, and what {@link DeskSchema} tells
 * editors. {@link KeyHelp} has a sentence for each.
 */
final class KeyTable {
    private static final Map<SectionKeys, List<Key>> KEYS = new EnumMap<>(SectionKeys.class);

    private KeyTable() {}

    static List<Key> of(SectionKeys section) {
        return KEYS.get(section);
    }

    private static void in(SectionKeys section, Key... keys) {
        KEYS.put(section, List.of(keys));
    }

    static {
        in(
                DESK,
                need("desk", matching(Identifiers.DESK)),
                key("name", WORDS),
                need("address", items(TEXT)),
                key("language", Languages.SHAPE),
                key("phone", TEXT),
                key("contacts", named(TEXT)),
                need("hours", section(HOURS)),
                key("calendars", named(HOURS)),
                key("contracts", named(CONTRACT)),
                need("people", section(PEOPLE)),
                key("dispatcher", section(DISPATCHER)),
                key("duties", rules(DUTY)),
                key("queues", named(QUEUE)),
                key("levels", either(items(TEXT), named(LEVEL))),
                key("priority", section(PRIORITY)),
                need("requests", named(REQUEST)),
                key("not-taken", named(NOT_TAKEN)),
                key("sla", named(CLOCK)),
                key("reactions", rules(REACTION)),
                key("follow-ups", section(FOLLOW_UPS)),
                key("automations", rules(AUTOMATION)),
                key("escalation", section(ESCALATION)),
                key("entitlement", section(ENTITLEMENT)),
                key("access", section(ACCESS)),
                key("announcements", section(ANNOUNCEMENTS)),
                key("mail", section(MAIL)),
                key("filing", rules(FILING)),
                key("tracker", section(TRACKER)),
                key("billing", section(BILLING)),
                key("answers", named(ANSWER)),
                key("notices", rules(NOTICE)),
                key("texts", named(BOTH_LANGUAGES)));
        in(TRANSLATION, Language.codes().stream().map(KeyTable::form).toArray(Key[]::new));
        in(
                HOURS,
                need("zone", TEXT),
                need(
                        "open",
                        either(
                                new Shape.OneOf(List.of(HoursReader.ALWAYS)),
                                new Shape.Named(either(NOTHING, items(TEXT)), Optional.of(WeekdayRange.FORM)))),
                key("closed", either(NOTHING, items(either(TEXT, section(HOLIDAYS))))));
        in(HOLIDAYS, need("holidays", TEXT), key("region", TEXT));
        in(CONTRACT, key("label", WORDS), key("clock", TEXT));
        in(
                PEOPLE,
                key("agents", rules(either(TEXT, section(STAFF_MEMBER)))),
                key("leads", rules(either(TEXT, section(STAFF_MEMBER)))),
                key("groups", named(items(TEXT))));
        in(STAFF_MEMBER, need("name", TEXT), key("language", Languages.SHAPE));
        in(DISPATCHER, need("first-present-of", items(TEXT)), need("nobody-there", section(ALERT)));
        in(
                DUTY,
                need("on", items(TEXT)),
                need("from", TEXT),
                need("done-by", TEXT),
                need("check", items(WORDS)),
                key("table", matching(OfficeReader.TABLE)),
                need("alert", section(ALERT)));
        in(ALERT, need("tell", items(among(Audiences.WORDS))), need("text", TEXT));
        in(
                QUEUE,
                key("label", WORDS),
                key("purpose", WORDS),
                key("valid", FLAG),
                key("worked-by", items(TEXT)),
                key("empties-after", among(List.of(QueueReader.AT_ONCE))),
                key("forwards-to", TEXT),
                key("follow-ups", section(FOLLOW_UPS)));
        in(LEVEL, key("label", WORDS), key("worked-by", items(TEXT)));
        in(
                PRIORITY,
                need("levels", named(WORDS)),
                need("normal", TEXT),
                key("impact", named(WORDS)),
                key("urgency", named(WORDS)),
                key("matrix", anyNamed(anyNamed(TEXT))));
        in(
                REQUEST,
                key("label", WORDS),
                key("purpose", WORDS),
                key("like", TEXT),
                key("level", TEXT),
                key("subject", section(PROMPT)),
                key("description", section(PROMPT)),
                key("inputs", named(INPUT)),
                key("fields", named(INPUT)),
                needUnless("like", "states", named(STATE)),
                key("also-called", named(TEXT)),
                needUnless("like", "moves", items(matching(TransitionReader.FORM))));
        in(PROMPT, key("hint", WORDS), key("at-most", new Shape.Number(10, 10_000)), key("required", FLAG));
        in(
                INPUT,
                key("label", WORDS),
                key("kind", oneOf(Input.Kind.class)),
                key("choices", named(WORDS)),
                key("required", oneOf(Input.Required.class)),
                key("when", anyNamed(TEXT)));
        in(
                STATE,
                key("label", WORDS),
                key("initial", FLAG),
                key("closed", FLAG),
                key("waiting-for", oneOf(State.WaitingFor.class)),
                key("asks", items(TEXT)));
        in(NOT_TAKEN, key("label", WORDS), need("text", BOTH_LANGUAGES));
        in(
                CLOCK,
                key("label", WORDS),
                key("type", items(TEXT)),
                need("counts", matching(ClockReader.COUNTS)),
                key("paused-in", items(TEXT)),
                key("stop-comes-first", items(TEXT)),
                key("clock", TEXT),
                need("target", either(TEXT, anyNamed(TEXT))),
                key("warn-at", matching(ClockReader.PERCENT)));
        in(
                REACTION,
                need("on", oneOf(Trigger.class)),
                key("by", items(Audiences.BY)),
                key("in", items(TEXT)),
                key("type", items(TEXT)),
                key("queue", items(TEXT)),
                key("move-to", TEXT),
                key("comment", TEXT),
                key("tell", items(among(Audiences.WORDS))),
                key("text", TEXT),
                key("move-to-queue", TEXT));
        in(
                FOLLOW_UPS,
                need("to-closed", oneOf(FollowUps.Effect.class)),
                key("within", TEXT),
                key("then", oneOf(FollowUps.Effect.class)));
        in(
                AUTOMATION,
                key("in", items(TEXT)),
                key("type", items(TEXT)),
                key("queue", items(TEXT)),
                key("untouched-for", items(TEXT)),
                key("in-state-for", items(TEXT)),
                key("unanswered-for", items(TEXT)),
                key("at", TEXT),
                key("before", items(TEXT)),
                key("move-to", TEXT),
                key("comment", TEXT),
                key("tell", items(among(Audiences.WORDS))),
                key("text", TEXT),
                key("move-to-queue", TEXT));
        in(ESCALATION, key("reasons", named(WORDS)), key("advice", WORDS));
        in(
                ENTITLEMENT,
                need("tickets", items(TEXT)),
                need("otherwise", TEXT),
                key("phone", section(PHONE_ENTITLEMENT)));
        in(
                PHONE_ENTITLEMENT,
                need("contracts", items(TEXT)),
                key("type", items(TEXT)),
                key("priority", items(TEXT)),
                key("ticket-first", FLAG));
        in(
                ACCESS,
                need("decided-by", items(among(Audiences.WORDS))),
                need("asked", TEXT),
                need("approved", TEXT),
                need("refused", TEXT));
        in(ANNOUNCEMENTS, key("shown-in", items(oneOf(Announcements.Where.class))), need("mail", TEXT));
        in(
                MAIL,
                key("unknown-senders", oneOf(MailRules.Unknown.class)),
                key("held", section(HELD)),
                key("secrets", new Shape.OneOf(MailRulesReader.SECRETS)),
                key("refused-files", items(TEXT)),
                key("max-attachment", matching(MailRulesReader.SIZE)),
                key("relays", items(TEXT)),
                key("mails-per-hour", MailRulesReader.CAP),
                key("mails-per-day", MailRulesReader.CAP),
                key("strangers-per-hour", MailRulesReader.CAP),
                key("strangers-per-day", MailRulesReader.CAP),
                key("foot", TEXT),
                key("without-address", TEXT));
        in(HELD, need("tell", items(among(Audiences.WORDS))), need("text", TEXT), need("alarm-after", TEXT));
        in(
                FILING,
                key("is", items(oneOf(FilingRule.Fact.class))),
                key("from", TEXT),
                key("subject", TEXT),
                key("caller-in", oneOf(FilingRule.CallerIn.class)),
                key("queue", TEXT),
                key("type", TEXT));
        in(
                TRACKER,
                need("kind", oneOf(Tracker.Kind.class)),
                need("url", TEXT),
                need("project", TEXT),
                key("in", items(TEXT)),
                key("time", FLAG));
        in(
                BILLING,
                need("task", TEXT),
                key("new-task", oneOf(Billing.NewTask.class)),
                key("time", anyNamed(section(TIME_KIND))),
                key("billed", anyNamed(oneOf(Billing.Basis.class))),
                key("statement", oneOf(Billing.Statement.class)),
                key("estimate", section(ESTIMATE)));
        in(TIME_KIND, key("label", WORDS), key("billable", FLAG));
        in(ESTIMATE, need("type", TEXT), need("in", TEXT), need("accepted", TEXT), need("refused", TEXT));
        in(ANSWER, key("label", WORDS), need("text", BOTH_LANGUAGES));
        in(
                NOTICE,
                need("on", oneOf(Trigger.class)),
                key("by", items(Audiences.BY)),
                key("in", items(TEXT)),
                key("type", items(TEXT)),
                key("queue", items(TEXT)),
                key("unless-from", items(new Shape.OneOf(NoticeChecks.WAYS_IN))),
                key("while", oneOf(NoticeRule.During.class)),
                need("tell", items(among(Audiences.WORDS))),
                key("text", TEXT));
        in(
                PEOPLE_FILE,
                key("organizations", named(ORGANIZATION)),
                key("people", rules(either(TEXT, section(CONTACT)))));
        in(
                ORGANIZATION,
                need("name", TEXT),
                key("domains", items(TEXT)),
                key("contract", TEXT),
                key("integrator", TEXT),
                key("links", anyNamed(TEXT)),
                key("people", rules(either(TEXT, section(CONTACT)))));
        in(CONTACT, need("name", TEXT), key("language", Languages.SHAPE), key("phone", TEXT));
    }

    /** French and English every desk writes; a language that the product learns later is welcome. */
    private static Key form(String language) {
        return YamlNode.NEEDED.stream().anyMatch(needed -> needed.code().equals(language))
                ? need(language, TEXT)
                : key(language, TEXT);
    }
}
