package guichet.runtime;

import guichet.store.Format;

/**
 * A notice on its way to the notifier: the commit that caused it, whole, and whom to tell. The pair of commit and
 * recipient is the key under which it is sent at most once.
 *
 * @param commit id of the commit
 * @param packed the commit as the store packs it
 */
public record NoticeMessage(String commit, String to, byte[] packed) {
    public static final Format<NoticeMessage> FORMAT = MessageJson.format("notice message", NoticeMessage.class);
}
