package guichet.core.desk;

/**
 * What happened, as reactions and notices name it ({@code on:}). The written form is the name in lower case, with
 * hyphens.
 */
public enum Trigger {
    CREATED,
    ENTERED,
    COMMENTED,
    REOPENED,
    ESCALATED,
    ASSIGNED,
    QUEUED,
    SLA_WARNING,
    SLA_BREACH,
    MERGED,
    UNREACHABLE,
    /** A secret in a message was masked (S2-03), or in a file that it names. */
    MASKED,
    /** A file that came with a mail was not kept. */
    REFUSED_FILES,
    /** A customer's answer to a closed ticket was refused, as its desk's follow-ups say. */
    REFUSED,
    /** Another ticket was merged into this one (S1-07). */
    JOINED;

    /** Whether it concerns the mail that just came, so that it is said besides whatever else its sender is told. */
    public boolean isOfTheMail() {
        return this == MASKED || this == REFUSED_FILES;
    }

    public String written() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
