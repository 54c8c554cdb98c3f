package guichet.core.desk;

/** Whom a notice is for. */
public sealed interface Audience {
    /** The requester of the ticket. */
    record Creator() implements Audience {}

    /** Whoever did what is told of, such as sending a mail. */
    record Sender() implements Audience {}

    /** The people in copy. */
    record Participants() implements Audience {}

    /** The agent who owns the ticket; where nobody does, all agents. */
    record Owner() implements Audience {}

    record Agents() implements Audience {}

    record Leads() implements Audience {}

    /** The dispatcher on duty (S0-03); where all are absent, the leads. */
    record Dispatcher() implements Audience {}

    /** A group named in the desk file's {@code people: groups:}. */
    record Group(String name) implements Audience {}
}
