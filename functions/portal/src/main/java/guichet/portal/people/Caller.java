package guichet.portal.people;

import guichet.core.desk.Desk;
import guichet.core.desk.Language;
import guichet.core.ticket.Actor;

/**
 * Somebody at a desk, as the desk file and the directory know them.
 *
 * @param language in which they read: what the request asks for, else theirs, else the desk's
 */
public record Caller(Desk desk, Actor actor, Language language) {
    public boolean isStaff() {
        return actor.isStaff();
    }

    public String address() {
        return actor.address();
    }

    /** For what they write in one request. */
    public Writing writing() {
        return new Writing(desk.mail().maskSecrets());
    }

    /** One text of theirs, as it may be kept. */
    public String text(String written) {
        return writing().text(written);
    }
}
