package guichet.core.mail;

/** What a mail is for a helpdesk. All but {@link #NORMAL} is kept, never answered, and reopens nothing. */
public enum MailKind {
    /** From a person. */
    NORMAL,
    /** From a machine: an out-of-office note, a notification, another helpdesk's acknowledgement. */
    AUTOMATIC,
    /** Says that a mail of ours could not be delivered. */
    BOUNCE,
    /** A list or newsletter. */
    MAILING
}
