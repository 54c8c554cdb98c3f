package guichet.runtime;

import guichet.store.Format;

/** To the inbound queue: a raw mail in the inbox that nobody has taken, and of which no notification may have come. */
public record AgainMessage(Mail again) {
    public static final Format<AgainMessage> FORMAT = MessageJson.format("again message", AgainMessage.class);

    /** @param at when it was stored, ISO 8601 */
    public record Mail(String bucket, String key, String at) {}

    public static AgainMessage of(String bucket, String key, String at) {
        return new AgainMessage(new Mail(bucket, key, at));
    }
}
