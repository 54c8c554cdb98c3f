package guichet.core.ticket;

import java.util.List;
import java.util.Optional;

/**
 * What a message says.
 *
 * @param text what is shown first: without quoted history and signature
 * @param quoted what was folded away; stays at hand. Of a listed body it is {@link #FOLDED}, and says only that there
 *     was something
 * @param html cleaned HTML as it was meant, where there was any; of a listed body it is empty text, and says only that
 *     there was
 * @param redaction what of it was masked before anything was kept, where no mail brought it ({@link MailRef} says it of
 *     a mail); empty as a rule
 */
public record Body(
        String text,
        String quoted,
        Optional<String> html,
        List<Attachment> attachments,
        Optional<Redaction> redaction) {
    public static final String FOLDED = " ";

    public Body(String text, String quoted, Optional<String> html, List<Attachment> attachments) {
        this(text, quoted, html, attachments, Optional.empty());
    }

    public static Body of(String text) {
        return new Body(text, "", Optional.empty(), List.of());
    }

    /** The text whole, without quoted history and HTML; that there are such stays known. */
    public Body listed() {
        return new Body(text, hasQuoted() ? FOLDED : "", html.map(_ -> ""), attachments, redaction);
    }

    public boolean hasQuoted() {
        return !quoted.isEmpty();
    }
}
