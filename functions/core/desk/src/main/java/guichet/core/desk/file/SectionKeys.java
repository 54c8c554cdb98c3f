package guichet.core.desk.file;

import java.util.List;
import java.util.Optional;

/** The sections of a desk file, and of a people file. {@link KeyTable} has the keys that each knows. */
enum SectionKeys {
    DESK,
    TRANSLATION,
    HOURS,
    HOLIDAYS,
    CONTRACT,
    PEOPLE,
    STAFF_MEMBER,
    DISPATCHER,
    DUTY,
    ALERT,
    QUEUE,
    LEVEL,
    PRIORITY,
    REQUEST,
    PROMPT,
    INPUT,
    STATE,
    NOT_TAKEN,
    CLOCK,
    REACTION,
    FOLLOW_UPS,
    AUTOMATION,
    ESCALATION,
    ENTITLEMENT,
    PHONE_ENTITLEMENT,
    ACCESS,
    ANNOUNCEMENTS,
    MAIL,
    HELD,
    FILING,
    TRACKER,
    BILLING,
    TIME_KIND,
    ESTIMATE,
    ANSWER,
    NOTICE,
    PEOPLE_FILE,
    ORGANIZATION,
    CONTACT;

    List<Key> all() {
        return KeyTable.of(this);
    }

    /** Their names, in order. */
    List<String> keys() {
        return all().stream().map(Key::name).toList();
    }

    Optional<Key> key(String name) {
        return all().stream().filter(key -> key.name().equals(name)).findFirst();
    }

    /** Which of its keys go with which. */
    List<KeyRule> rules() {
        return switch (this) {
            case REACTION -> List.of(KeyRule.TOLD, KeyRule.EFFECTS);
            case AUTOMATION -> List.of(KeyRule.TIMERS, KeyRule.BEFORE, KeyRule.TOLD, KeyRule.EFFECTS);
            case FOLLOW_UPS -> List.of(KeyRule.THEN);
            case FILING -> List.of(KeyRule.FITS, KeyRule.FILES);
            default -> List.of();
        };
    }
}
