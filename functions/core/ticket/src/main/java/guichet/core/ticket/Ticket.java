package guichet.core.ticket;

import guichet.core.desk.Channel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A ticket's present state, as its events made it; see {@link TicketEvolution}.
 *
 * @param seq of the last event; the version that a change is conditional on
 * @param before the state it was in before the present one, for a move {@code back}
 * @param since when the present state was entered
 * @param lastTouch last event by a person; the robot and automatic mail are none
 * @param lastAt of the last event of any kind: no later event is stamped earlier
 * @param waitingSince since when it awaits the desk: a customer's word that nobody has answered; empty while it awaits
 *     somebody else, or is closed
 * @param unanswered the same, of a word that was not answered when the ticket came to await somebody else
 * @param inputs what was given on entering states, latest value by name
 * @param fired last due instant fired, by automation step ({@code name#step})
 * @param mails Message-IDs of the first and of the latest mail that came in, for the References of ours
 * @param lastWords the beginning of what its customer wrote last, quoted in our answers
 * @param unreachable addresses from which mail of this ticket came back; whether one is written to is the address's own
 *     matter, whatever desk wrote to it
 */
public record Ticket(
        TicketId id,
        long seq,
        String type,
        String subject,
        String state,
        Optional<String> before,
        Instant since,
        Optional<String> resolution,
        String priority,
        Optional<String> impact,
        Optional<String> urgency,
        Person requester,
        Optional<String> organization,
        String contract,
        String language,
        Channel channel,
        String queue,
        Optional<String> level,
        Optional<Person> owner,
        List<Person> participants,
        Map<String, String> fields,
        Map<String, String> inputs,
        Instant opened,
        Instant lastTouch,
        Instant lastAt,
        Optional<Instant> waitingSince,
        Optional<Instant> unanswered,
        Optional<Instant> closedAt,
        Map<String, ClockState> clocks,
        Map<String, Instant> fired,
        Optional<TicketId> mergedInto,
        Optional<TicketId> follows,
        List<String> mails,
        Optional<String> lastWords,
        Set<String> unreachable) {

    public boolean isClosed() {
        return closedAt.isPresent();
    }

    public boolean concerns(String address) {
        return requester.address().equals(address)
                || participants.stream().anyMatch(person -> person.address().equals(address));
    }
}
