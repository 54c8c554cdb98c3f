package guichet.core.desk;

/** What an automation or a reaction does to a ticket, as the robot. */
public sealed interface Action {
    /** Moves to a state that asks for nothing, or for a comment that the same rule gives. */
    record MoveTo(String state) implements Action {}

    /** A public comment with one of the desk's texts. */
    record Comment(String text) implements Action {}

    /** A message to people, outside the ticket's conversation. */
    record Tell(java.util.List<Audience> whom, String text) implements Action {}

    record MoveToQueue(String queue) implements Action {}
}
