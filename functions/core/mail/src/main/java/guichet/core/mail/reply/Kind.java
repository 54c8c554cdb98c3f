package guichet.core.mail.reply;

/** What a line of a mail is. */
enum Kind {
    EMPTY,
    TEXT,
    /** Behind a ">". */
    QUOTE,
    /** Says that history follows: "On … wrote:", "-----Original Message-----", or a mark from the HTML. */
    ATTRIBUTION,
    /** A block of "From: … Sent: … To: … Subject: …". */
    HEADER,
    /** From "-- " on, or a client's advertisement ("Sent from my phone"). */
    SIGNATURE;

    boolean startsHistory() {
        return this == ATTRIBUTION || this == HEADER;
    }
}
