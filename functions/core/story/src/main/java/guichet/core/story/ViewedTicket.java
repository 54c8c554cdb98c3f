package guichet.core.story;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A ticket as its viewer sees it.
 *
 * @param clocks by name; one that has not started is waiting
 * @param timeline what it says, an item for each event
 * @param moves the states that the viewer may move it to
 * @param escalate empty where the viewer may not escalate
 */
public record ViewedTicket(
        String state,
        Optional<String> resolution,
        String priority,
        String queue,
        String requester,
        Optional<String> owner,
        Map<String, Clock> clocks,
        List<String> timeline,
        List<String> moves,
        Optional<Escalate> escalate) {
    /** @param phase waiting, running, paused, met or breached */
    public record Clock(String phase, Duration elapsed, Optional<Instant> due) {}

    /** @param phone what to call instead; empty where the desk has no number */
    public record Escalate(List<String> reasons, String phone) {}
}
