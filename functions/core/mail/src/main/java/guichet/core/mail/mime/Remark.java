package guichet.core.mail.mime;

/** What of a mail was not taken apart; the raw mail has all of it. */
public enum Remark {
    /** Longer than what is read of any mail. */
    MAIL_CUT,
    /** The text is longer than a ticket shows; all of it is attached. */
    TEXT_CUT,
    /** It keeps to no structure; what could be read is there. */
    BROKEN,
    /** It has more parts than are read. */
    PARTS_CUT,
    /** Parts of it lie too deep, or are too broken, to be taken apart; they are attached as they came. */
    UNOPENED
}
