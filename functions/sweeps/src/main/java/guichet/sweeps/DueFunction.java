package guichet.sweeps;

import guichet.core.command.CommandHandler;
import guichet.core.ticket.TicketId;
import guichet.runtime.Batch;
import guichet.runtime.BatchResponse;
import guichet.runtime.DueMessage;
import guichet.runtime.SqsBatch;
import guichet.store.DueIndex.DueTicket;
import guichet.store.DynamoTicketStore;
import guichet.store.TicketBatch;
import guichet.store.desks.Desks;
import io.quarkus.funqy.Funq;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Fires the timers of the tickets that a sweep found due; what is no longer due by now is dropped. */
public class DueFunction {
    private static final Logger LOG = Logger.getLogger(DueFunction.class);

    @Inject
    Desks desks;

    @Inject
    DynamoTicketStore tickets;

    @Inject
    Parking parking;

    @Funq("due")
    public BatchResponse due(SqsBatch batch) {
        return Batch.each(batch, DueMessage.FORMAT::read, messages -> {
            var ahead = new TicketBatch(tickets);
            ahead.readAhead(messages.stream()
                    .flatMap(read -> read.body().due().stream())
                    .map(DueMessage.Item::ticket)
                    .map(TicketId::parse)
                    .flatMap(Optional::stream)
                    .toList());
            var handler = new CommandHandler(ahead);
            return read -> tickEach(handler, read.body());
        });
    }

    /**
     * Each ticket fails alone. What may go better the next time makes the message come again, when all that went well
     * is no longer due; what cannot is parked.
     */
    private void tickEach(CommandHandler handler, DueMessage message) {
        var at = Instant.parse(message.at());
        RuntimeException again = null;
        for (var item : message.due()) {
            var due = due(item);
            try {
                tick(handler, due, at);
            } catch (RuntimeException e) {
                if (!Parking.mayPass(e)) {
                    parking.park(due, e, at);
                } else if (again == null) {
                    again = e;
                } else {
                    again.addSuppressed(e);
                }
            }
        }
        if (again != null) {
            throw again;
        }
    }

    private static DueTicket due(DueMessage.Item item) {
        return new DueTicket(
                TicketId.parse(item.ticket())
                        .orElseThrow(() -> new IllegalArgumentException("no ticket id: " + item.ticket())),
                Instant.parse(item.due()));
    }

    private void tick(CommandHandler handler, DueTicket due, Instant at) {
        var id = due.ticket();
        var desk = desks.desk(id.desk()).orElseThrow(() -> new Parking.NoSuchDesk(due.name(), id.desk()));
        switch (handler.tick(desk, id, due.due(), at)) {
            case CommandHandler.Outcome.Done done ->
                LOG.debugf("%s: %d events", id, done.accepted().events().size());
            case CommandHandler.Outcome.Changed _, CommandHandler.Outcome.NotFound _ ->
                LOG.debugf("%s is no longer due", id);
            case CommandHandler.Outcome.Refused _,
                    CommandHandler.Outcome.Repeated _,
                    CommandHandler.Outcome.Claimed _ ->
                throw new IllegalStateException("a tick on " + id + " had an outcome that ticks do not have");
        }
    }
}
