package guichet.core.desk;

/** What someone may be to a desk. It comes from the directory and the desk file, never from a token. */
public enum Role {
    CUSTOMER,
    AGENT,
    LEAD,
    ROBOT;

    public boolean isStaff() {
        return this == AGENT || this == LEAD;
    }

    public boolean isPerson() {
        return this != ROBOT;
    }
}
