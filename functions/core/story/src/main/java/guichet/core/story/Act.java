package guichet.core.story;

import guichet.core.desk.Channel;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What somebody does in a story. People are named by their mail address; a text left out is empty. */
public sealed interface Act {
    /** What a person does. */
    sealed interface ByPerson extends Act {
        String who();
    }

    /** A mail to the desk's address that replies to none. */
    record Mails(String who, String subject, String text, List<String> copies) implements ByPerson {}

    /**
     * A mail that replies to the last one this person got about the ticket. @param automatic an out-of-office answer
     */
    record Replies(String who, String text, List<String> copies, boolean automatic) implements ByPerson {}

    /**
     * @param requester for whom an agent opens it; empty: for themselves. @param with fields, and {@code impact urgency
     *     type queue level}
     */
    record Opens(
            String who,
            Channel channel,
            Optional<String> requester,
            String subject,
            String text,
            Map<String, String> with)
            implements ByPerson {}

    /** @param internal a note that only agents see */
    record Comments(String who, String text, boolean internal) implements ByPerson {}

    /** @param with what the state asks for, by name; an instant is written in local time */
    record Moves(String who, String state, String comment, Map<String, String> with) implements ByPerson {}

    record Escalates(String who, String reason, String comment) implements ByPerson {}

    /** @param to empty: nobody */
    record Assigns(String who, Optional<String> to) implements ByPerson {}

    record SetsPriority(String who, String priority, String reason) implements ByPerson {}

    record MovesToQueue(String who, String queue) implements ByPerson {}

    /** @param with fields of the form, by name; an instant is written in local time */
    record FillsIn(String who, Map<String, String> with, String reason) implements ByPerson {}

    /** @param with what is right, by what it is; see {@link Correcting} */
    record Corrects(String who, Map<String, String> with, String reason) implements ByPerson {}

    /** The scheduled sweep fails to run, from now on. */
    record SweepsStop() implements Act {}

    /** It runs again: at once, and then every minute. */
    record SweepsGoOn() implements Act {}
}
