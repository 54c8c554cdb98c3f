package guichet.core.desk;

/** By which way a ticket or a message came. */
public enum Channel {
    MAIL,
    PORTAL,
    PHONE,
    ROBOT;

    public String written() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
