package guichet.core.desk.file;

import java.util.List;

/** The keys that each section of a desk file, or of a people file, knows. */
enum Section {
    DESK("desk", "name", "address", "language", "phone", "contacts", "hours", "calendars", "contracts", "people", "dispatcher", "duties",
            "queues", "levels", "priority", "requests", "not-taken", "sla", "reactions", "follow-ups", "automations", "escalation",
            "entitlement", "access", "announcements", "mail", "filing", "tracker", "billing", "answers", "notices", "texts"),
    WORDS("fr", "en"),
    CONTRACT("label", "clock"),
    PEOPLE("agents", "leads", "groups"),
    STAFF_MEMBER("name", "language"),
    DISPATCHER("first-present-of", "nobody-there"),
    DUTY("on", "from", "done-by", "check", "table", "alert"),
    ALERT("tell", "text"),
    QUEUE("label", "purpose", "valid", "worked-by", "empties-after", "forwards-to", "follow-ups"),
    LEVEL("label", "worked-by"),
    PRIORITY("levels", "normal", "impact", "urgency", "matrix"),
    REQUEST("label", "purpose", "like", "level", "subject", "description", "inputs", "fields", "states", "also-called", "moves"),
    PROMPT("hint", "at-most", "required"),
    INPUT("label", "kind", "choices", "required", "when"),
    STATE("label", "initial", "closed", "waiting-for", "asks"),
    NOT_TAKEN("label", "text"),
    CLOCK("label", "type", "counts", "paused-in", "stop-comes-first", "clock", "target", "warn-at"),
    REACTION("on", "by", "in", "type", "queue", "move-to", "comment", "tell", "text", "move-to-queue"),
    FOLLOW_UPS("to-closed", "within", "then"),
    AUTOMATION("in", "type", "queue", "untouched-for", "in-state-for", "unanswered-for", "at", "before", "move-to", "comment", "tell", "text",
            "move-to-queue"),
    ESCALATION("reasons", "advice"),
    ENTITLEMENT("tickets", "otherwise", "phone"),
    PHONE_ENTITLEMENT("contracts", "type", "priority", "ticket-first"),
    ACCESS("decided-by", "asked", "approved", "refused"),
    ANNOUNCEMENTS("shown-in", "mail"),
    MAIL("unknown-senders", "held", "secrets", "refused-files", "max-attachment", "mails-per-hour", "mails-per-day",
            "strangers-per-hour", "strangers-per-day", "foot", "without-address"),
    HELD("tell", "text", "alarm-after"),
    FILING("is", "from", "subject", "caller-in", "queue", "type"),
    TRACKER("kind", "url", "project", "in", "time"),
    BILLING("task", "new-task", "time", "billed", "statement", "estimate"),
    TIME_KIND("label", "billable"),
    ESTIMATE("type", "in", "accepted", "refused"),
    ANSWER("label", "text"),
    NOTICE("on", "by", "in", "type", "queue", "unless-from", "while", "tell", "text"),
    PEOPLE_FILE("organizations", "people"),
    ORGANIZATION("name", "domains", "contract", "integrator", "links", "people"),
    CONTACT("name", "language", "phone");

    private final List<String> keys;

    Section(String... keys) {
        this.keys = List.of(keys);
    }

    List<String> keys() {
        return keys;
    }
}
