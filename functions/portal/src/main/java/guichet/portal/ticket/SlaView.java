package guichet.portal.ticket;

import com.fasterxml.jackson.core.JsonGenerator;
import guichet.core.desk.ClockRule;
import guichet.core.sla.ClockStatus;
import guichet.core.sla.Clocks;
import guichet.core.ticket.ClockState;
import guichet.core.ticket.Ticket;
import guichet.portal.http.ViewJson;
import guichet.portal.people.Caller;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Where a ticket's service-level clocks stand at an instant. */
final class SlaView {
    private SlaView() {}

    static void array(JsonGenerator out, Caller reader, Ticket ticket, Instant now) throws IOException {
        out.writeArrayFieldStart("sla");
        for (var rule : reader.desk().clocks()) {
            if (rule.appliesTo(ticket.type())) {
                out.writeStartObject();
                fields(out, reader, ticket, rule, now);
                out.writeEndObject();
            }
        }
        out.writeEndArray();
    }

    static void fields(JsonGenerator out, Caller reader, Ticket ticket, ClockRule rule, Instant now)
            throws IOException {
        var clock = Optional.ofNullable(ticket.clocks().get(rule.name()));
        out.writeStringField("name", rule.name());
        out.writeStringField("label", rule.label().in(reader.language()));
        out.writeStringField("state", ClockStatus.of(clock, until(ticket, now)).written());
        ViewJson.instant(out, "due", clock.flatMap(ClockState::due));
        ViewJson.duration(
                out,
                "target",
                clock.map(ClockState::target)
                        .or(() -> Optional.ofNullable(rule.targets().get(ticket.priority()))));
        ViewJson.duration(
                out,
                "elapsed",
                clock.map(state ->
                                Clocks.elapsed(Clocks.calendar(reader.desk(), rule, ticket), state, until(ticket, now)))
                        .or(() -> Optional.of(Duration.ZERO)));
    }

    /** A ticket that was merged away counts no further. */
    static Instant until(Ticket ticket, Instant now) {
        return ticket.mergedInto().isPresent() ? ticket.closedAt().orElse(now) : now;
    }
}
