package guichet.sweeps;

import guichet.runtime.DueMessage;
import guichet.runtime.Settings;
import guichet.store.DueIndex;
import guichet.store.DueIndex.DueTicket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * Reads what is due, and nothing else, and hands it on by tens: a morning when 100,000 fall due is spread over the
 * queue.
 */
@ApplicationScoped
class DueTickets {
    private static final Logger LOG = Logger.getLogger(DueTickets.class);
    private static final int MOST_PER_SHARD = 5_000;
    private static final int TICKETS_PER_MESSAGE = 10;
    private static final int MESSAGES_PER_BATCH = 10;
    /**
     * So many messages waiting means that an earlier sweep is still being worked off: it would only be queued again.
     */
    private static final int BUSY = 2_000;

    record Swept(int found, int queued, long lagSeconds, String skipped) {}

    @Inject
    SqsClient sqs;

    @Inject
    DueIndex index;

    @Inject
    DueHeldMails heldMails;

    @Inject
    Parking parking;

    Swept queue(Instant at) {
        var queue = Settings.required("GUICHET_DUE_QUEUE");
        if (waiting(queue) > BUSY) {
            return new Swept(0, 0, 0, "the due queue is still long");
        }
        var tickets = new ArrayList<DueTicket>();
        int found = 0;
        long lag = 0;
        for (int shard = 0; shard < DueIndex.SHARDS; shard++) {
            var due = index.due(shard, at, MOST_PER_SHARD);
            found += due.size();
            for (var item : due) {
                lag = Math.max(lag, Duration.between(item.due(), at).toSeconds());
                switch (item) {
                    case DueTicket ticket -> tickets.add(ticket);
                    case DueIndex.DueHeldMail mail -> heldMail(mail, at);
                }
            }
        }
        send(queue, messages(tickets, at));
        return new Swept(found, tickets.size(), lag, "");
    }

    /** One held mail fails alone, and keeps no ticket from being queued; the next sweep lists it again. */
    private void heldMail(DueIndex.DueHeldMail mail, Instant at) {
        try {
            heldMails.due(mail, at);
        } catch (RuntimeException e) {
            if (Parking.mayPass(e)) {
                LOG.errorf(e, "%s is left to the next sweep", mail.name());
            } else {
                parking.park(mail, e, at);
            }
        }
    }

    private int waiting(String queue) {
        var name = QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
        return Integer.parseInt(
                sqs.getQueueAttributes(get -> get.queueUrl(queue).attributeNames(name))
                        .attributes()
                        .getOrDefault(name, "0"));
    }

    private static List<String> messages(List<DueTicket> tickets, Instant at) {
        var messages = new ArrayList<String>();
        for (int from = 0; from < tickets.size(); from += TICKETS_PER_MESSAGE) {
            var some = tickets.subList(from, Math.min(tickets.size(), from + TICKETS_PER_MESSAGE)).stream()
                    .map(ticket -> new DueMessage.Item(
                            ticket.ticket().toString(), ticket.due().toString()))
                    .toList();
            messages.add(DueMessage.FORMAT.writeText(new DueMessage(at.toString(), some)));
        }
        return messages;
    }

    /** @throws IllegalStateException if the queue did not take a message: the next sweep finds its tickets still due */
    private void send(String queue, List<String> messages) {
        for (int from = 0; from < messages.size(); from += MESSAGES_PER_BATCH) {
            var entries = new ArrayList<SendMessageBatchRequestEntry>();
            for (int i = from; i < Math.min(messages.size(), from + MESSAGES_PER_BATCH); i++) {
                entries.add(SendMessageBatchRequestEntry.builder()
                        .id(Integer.toString(i))
                        .messageBody(messages.get(i))
                        .build());
            }
            var failed = sqs.sendMessageBatch(batch -> batch.queueUrl(queue).entries(entries))
                    .failed();
            if (!failed.isEmpty()) {
                throw new IllegalStateException("the due queue refused " + failed.size() + " messages: "
                        + failed.getFirst().message());
            }
        }
    }
}
