package guichet.core.mail;

import guichet.core.text.Bundle;
import guichet.core.text.Message;

/** How an invitation is told. */
final class InvitationWords {
    private static final Bundle WORDS = Bundle.of(InvitationWords.class);

    static final Message INVITATION = WORDS.message("invitation", "subject");
    static final Message CANCELLED = WORDS.message("cancelled", "subject");
    static final Message ANSWERED = WORDS.message("answered", "subject");
    static final Message WHEN = WORDS.message("when", "times");
    static final Message MOMENT = WORDS.message("moment", "day", "time");
    static final Message RANGE = WORDS.message("range", "from", "to");
    static final Message ELSEWHERE = WORDS.message("elsewhere", "time", "zone");
    static final Message WHERE = WORDS.message("where", "place");
    static final Message ORGANIZER = WORDS.message("organizer", "person");
    static final Message ATTENDEES = WORDS.message("attendees", "people");
    static final Message UNTITLED = WORDS.message("untitled");

    private InvitationWords() {}
}
