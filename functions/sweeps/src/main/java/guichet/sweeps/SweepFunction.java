package guichet.sweeps;

import guichet.runtime.Metric;
import io.quarkus.funqy.Funq;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** Every minute: what is due goes to the due queue. It brings its own time, so that a sweep can be replayed. */
public class SweepFunction {
    /** @param at ISO 8601, the time that the schedule meant */
    public record Input(String at) {}

    /**
     * @param found due tickets and held mails; @param queued tickets handed to the due queue; @param skipped why
     *     nothing was queued
     */
    public record Swept(String at, int found, int queued, String skipped) {}

    @Inject
    DueTickets dueTickets;

    @Inject
    StaleInbox staleInbox;

    @Funq("sweep")
    public Swept sweep(Input input) {
        var at = Instant.parse(input.at());
        var swept = dueTickets.queue(at);
        if (at.atOffset(ZoneOffset.UTC).getMinute() == 0) {
            staleInbox.putBack(at);
        }
        Metric.put(
                "DueLagSeconds",
                "Seconds",
                swept.lagSeconds(),
                at,
                Map.of("found", swept.found(), "queued", swept.queued()));
        return new Swept(at.toString(), swept.found(), swept.queued(), swept.skipped());
    }
}
