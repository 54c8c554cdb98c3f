package guichet.core.ticket;

/** Internal notes are seen by agents and leads alone. */
public enum Visibility {
    PUBLIC,
    INTERNAL
}
