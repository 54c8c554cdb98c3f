package guichet.core.story;

import guichet.core.ticket.TicketId;
import java.time.Instant;
import java.util.List;

/** Something that happened in a story's world. */
public sealed interface StoryEvent {
    Instant at();

    /** A line of a ticket's timeline. @param who empty for the robot */
    record Noted(Instant at, TicketId ticket, String who, String what) implements StoryEvent {}

    /**
     * A mail left.
     *
     * @param text name of the desk's text; empty for one without, such as an answer
     * @param words all that it says
     * @param why the rules that asked for it
     */
    record Sent(Instant at, TicketId ticket, String to, String text, String words, List<String> why)
            implements StoryEvent {}

    /** A mail did not leave although a rule asked for it. */
    record Withheld(Instant at, TicketId ticket, String to, String rule, String reason) implements StoryEvent {}
}
