package guichet.runtime;

import guichet.store.Format;

/** To the inbound queue: a held mail that somebody let in, for the desk that held it. */
public record LetInMessage(Held letIn) {
    public static final Format<LetInMessage> FORMAT = MessageJson.format("let-in message", LetInMessage.class);

    public record Held(String desk, String id) {}

    public static LetInMessage of(String desk, String id) {
        return new LetInMessage(new Held(desk, id));
    }
}
