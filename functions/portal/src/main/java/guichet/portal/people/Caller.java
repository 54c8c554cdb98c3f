package guichet.portal.people;

import guichet.core.desk.Desk;
import guichet.core.desk.Language;
import guichet.core.people.Organization;
import guichet.core.ticket.Actor;
import java.util.Optional;

/**
 * Somebody at a desk, as the desk file and the directory know them.
 *
 * @param organization of a customer, where the directory has one
 * @param language     in which they read: what the request asks for, else theirs, else the desk's
 */
public record Caller(Desk desk, Actor actor, Optional<Organization> organization, Language language) {
    public boolean isStaff() {
        return actor.isStaff();
    }

    public String address() {
        return actor.address();
    }
}
