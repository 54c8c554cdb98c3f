package guichet.sweeps;

import guichet.core.command.CommandHandler;
import guichet.core.ticket.TicketId;
import guichet.runtime.Batch;
import guichet.runtime.BatchResponse;
import guichet.runtime.DueMessage;
import guichet.runtime.SqsBatch;
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
            return read -> {
                var at = Instant.parse(read.body().at());
                for (var item : read.body().due()) {
                    tick(handler, item, at);
                }
            };
        });
    }

    private void tick(CommandHandler handler, DueMessage.Item item, Instant at) {
        var id = TicketId.parse(item.ticket())
                .orElseThrow(() -> new IllegalArgumentException("no ticket id: " + item.ticket()));
        var desk = desks.desk(id.desk()).orElse(null);
        if (desk == null) {
            throw new IllegalStateException("ticket " + id + " is due, and this deployment has no desk " + id.desk());
        }
        switch (handler.tick(desk, id, Instant.parse(item.due()), at)) {
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
