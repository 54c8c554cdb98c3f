package guichet.core.story;

import guichet.core.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Where a story stands while it is played. */
final class Stage {
    final World world;
    Instant now = Instant.MIN;
    /** In the order in which they were opened. */
    final List<TicketId> tickets = new ArrayList<>();
    /** Since the last doing, or since time last moved on. */
    final List<StoryEvent> recent = new ArrayList<>();
    /** Mails of these that an expectation has named. */
    final Set<StoryEvent.Sent> expected = new LinkedHashSet<>();

    Stage(World world) {
        this.world = world;
    }

    void forget() {
        recent.clear();
        expected.clear();
    }

    void add(List<StoryEvent> news) {
        recent.addAll(news);
    }

    void enter(TicketId ticket) {
        if (!tickets.contains(ticket)) {
            tickets.add(ticket);
        }
    }

    Optional<TicketId> ticket(OptionalInt number) {
        var index = number.orElse(tickets.size()) - 1;
        return index >= 0 && index < tickets.size() ? Optional.of(tickets.get(index)) : Optional.empty();
    }

    List<StoryEvent.Sent> sent() {
        return recent.stream()
                .filter(StoryEvent.Sent.class::isInstance)
                .map(StoryEvent.Sent.class::cast)
                .toList();
    }

    List<StoryEvent.Withheld> withheld() {
        return recent.stream()
                .filter(StoryEvent.Withheld.class::isInstance)
                .map(StoryEvent.Withheld.class::cast)
                .toList();
    }
}
