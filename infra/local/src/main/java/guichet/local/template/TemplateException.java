package guichet.local.template;

/** The template says something that cannot be read or that the local stack does not know; the message names it. */
public final class TemplateException extends RuntimeException {
    public TemplateException(String message) {
        super(message);
    }
}
