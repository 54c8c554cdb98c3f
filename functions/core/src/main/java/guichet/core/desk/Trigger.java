package guichet.core.desk;

/** What happened, as reactions and notices name it ({@code on:}). The written form is the name in lower case, with hyphens. */
public enum Trigger {
    CREATED, ENTERED, COMMENTED, REOPENED, ESCALATED, ASSIGNED, QUEUED, SLA_WARNING, SLA_BREACH, MERGED, UNREACHABLE, MASKED,
    /** Another ticket was merged into this one (S1-07). */
    JOINED;

    public String written() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
