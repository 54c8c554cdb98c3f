package guichet.core.command;

import guichet.core.desk.LocalizedText;
import guichet.core.desk.Phrases;

/** Labels of what can be done to a ticket, and of what is asked for. */
final class ActionWords {
    private static final Phrases WORDS = Phrases.of(ActionWords.class);

    static final LocalizedText MESSAGE = WORDS.text("message");
    static final LocalizedText MESSAGE_TEXT = WORDS.text("message.text");
    static final LocalizedText ESCALATE = WORDS.text("escalate");
    static final LocalizedText OWNER = WORDS.text("owner");
    static final LocalizedText OWNER_AGENT = WORDS.text("owner.agent");
    static final LocalizedText QUEUE = WORDS.text("queue");
    static final LocalizedText QUEUE_NAME = WORDS.text("queue.name");
    static final LocalizedText LEVEL = WORDS.text("level");
    static final LocalizedText LEVEL_NAME = WORDS.text("level.name");
    static final LocalizedText PRIORITY = WORDS.text("priority");
    static final LocalizedText PRIORITY_LEVEL = WORDS.text("priority.level");
    static final LocalizedText PRIORITY_IMPACT = WORDS.text("priority.impact");
    static final LocalizedText PRIORITY_URGENCY = WORDS.text("priority.urgency");
    static final LocalizedText FIELDS = WORDS.text("fields");
    static final Phrases.One TYPE = WORDS.phrase("type", "type");
    static final LocalizedText TYPE_STATE = WORDS.text("type.state");
    static final LocalizedText REQUESTER = WORDS.text("requester");
    static final LocalizedText REQUESTER_EMAIL = WORDS.text("requester.email");
    static final LocalizedText REQUESTER_NAME = WORDS.text("requester.name");
    static final LocalizedText ORGANIZATION = WORDS.text("organization");
    static final LocalizedText ORGANIZATION_ID = WORDS.text("organization.id");
    static final LocalizedText CONTRACT = WORDS.text("contract");
    static final LocalizedText CONTRACT_NAME = WORDS.text("contract.name");
    static final LocalizedText SIGHT = WORDS.text("sight");
    static final LocalizedText SUBJECT = WORDS.text("subject");
    static final LocalizedText SUBJECT_TEXT = WORDS.text("subject.text");
    static final LocalizedText MERGE = WORDS.text("merge");
    static final LocalizedText MERGE_INTO = WORDS.text("merge.into");
    static final LocalizedText FORWARD = WORDS.text("forward");
    static final LocalizedText FORWARD_TO = WORDS.text("forward.to");
    static final LocalizedText REACHABLE = WORDS.text("reachable");
    static final LocalizedText REACHABLE_ADDRESS = WORDS.text("reachable.address");
    static final LocalizedText REASON = WORDS.text("reason");
    static final LocalizedText COMMENT = WORDS.text("comment");

    private ActionWords() {}
}
