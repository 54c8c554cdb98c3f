package guichet.core.story;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What must be so at a moment of a story. Mails are those sent since the last doing, or since time last moved on. */
public sealed interface Expectation extends Story.Sentence {
    record StateIs(String state) implements Expectation {}

    /**
     * That mail left for this address at this very minute. @param text the desk's text; empty: any. @param words that
     * it holds; empty: any
     */
    record IsSent(String who, Optional<String> text, Optional<String> words) implements Expectation {}

    record IsSentNothing(String who) implements Expectation {}

    record NobodyIsSent() implements Expectation {}

    /** That no mail left but those that the steps before this one named. */
    record NobodyElseIsSent() implements Expectation {}

    /** That a rule would have told this address, and why it did not. */
    record IsNotTold(String who, String because) implements Expectation {}

    /**
     * @param phase waiting, running, paused, met or breached. @param elapsed business time counted so far. @param due
     *     local time
     */
    record ClockIs(String clock, String phase, Optional<Duration> elapsed, Optional<Story.When> due)
            implements Expectation {}

    /** @param resolution empty: none */
    record ResolutionIs(Optional<String> resolution) implements Expectation {}

    /** @param owner empty: nobody */
    record OwnerIs(Optional<String> owner) implements Expectation {}

    record RequesterIs(String requester) implements Expectation {}

    record PriorityIs(String priority) implements Expectation {}

    record QueueIs(String queue) implements Expectation {}

    /** How many requests this one finds in the portal. */
    record SeesRequests(String who, int count) implements Expectation {}

    record SeesTicket(String who, boolean seen) implements Expectation {}

    /**
     * @param reasons all that are offered, in the desk's order; empty: whichever. @param phone the number that is shown
     *     instead
     */
    record MayEscalate(String who, List<String> reasons, String phone) implements Expectation {}

    /** All the states that this one may move the ticket to now. */
    record MayMoveTo(String who, List<String> states) implements Expectation {}

    /** @param times how often; empty: at least once */
    record TimelineSays(String words, Optional<Integer> times) implements Expectation {}

    record TicketsAre(int count) implements Expectation {}
}
