package guichet.portal.people;

import guichet.core.desk.Desk;
import guichet.core.desk.Language;
import guichet.core.secrets.SecretMasker;
import guichet.core.ticket.Actor;
import guichet.portal.http.CleanText;

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

    /** What they wrote, as it may be kept: clean, and without secrets where the desk masks them (S2-03). */
    public String text(String written) {
        return masked(CleanText.text(written));
    }

    /** The same, on one line. */
    public String line(String written) {
        return masked(CleanText.line(written));
    }

    private String masked(String text) {
        return desk.mail().maskSecrets() ? SecretMasker.mask(text).text() : text;
    }
}
