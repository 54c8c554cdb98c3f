package guichet.portal.people;

import guichet.core.secrets.SecretMasker;
import guichet.core.ticket.Body;
import guichet.core.ticket.Redaction;
import guichet.portal.http.CleanText;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody writes in one request, piece by piece, as it may be kept: clean, and without secrets where the desk
 * masks them (S2-03). They are told of it where a message comes of it, as of a mail.
 */
public final class Writing {
    private final boolean masks;
    private final Set<String> secrets = new HashSet<>();

    Writing(boolean masks) {
        this.masks = masks;
    }

    public String text(String written) {
        return masked(CleanText.text(written));
    }

    /** The same, on one line. */
    public String line(String written) {
        return masked(CleanText.line(written));
    }

    /** A message, which says what was masked until now of the request that it comes with. @param text masked */
    public Body body(String text) {
        var redaction = Optional.of(new Redaction(secrets.size(), List.of())).filter(lost -> !lost.isEmpty());
        return new Body(text, "", Optional.empty(), List.of(), redaction);
    }

    private String masked(String text) {
        if (!masks) {
            return text;
        }
        var masked = SecretMasker.mask(text);
        secrets.addAll(masked.secrets());
        return masked.text();
    }
}
