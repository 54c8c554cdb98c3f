package guichet.fanout;

import guichet.core.notice.Notice;
import guichet.fanout.FanoutFunction.Item;
import guichet.runtime.NoticeMessage;
import guichet.runtime.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * One message for each commit and recipient. Reminders have a queue of their own, so that a morning's thousand do not
 * delay an answer.
 */
@ApplicationScoped
class NoticeQueues {
    private static final Logger LOG = Logger.getLogger(NoticeQueues.class);
    private static final int ENTRIES = 10;
    /**
     * SQS takes 1 MiB a batch; the text of a message of ours is at most a few kilobytes, so this is rarely the limit.
     */
    private static final int BYTES = 240_000;

    private record Outgoing(String sequenceNumber, String body) {}

    @Inject
    SqsClient sqs;

    /** @return the sequence numbers of the records of which some message could not be sent */
    Set<String> send(List<Item> items) {
        var byQueue = new LinkedHashMap<String, List<Outgoing>>();
        for (var item : items) {
            for (var notice : item.committed().notices()) {
                byQueue.computeIfAbsent(queue(item), _ -> new ArrayList<>()).add(outgoing(item, notice));
            }
        }
        var failed = new HashSet<String>();
        byQueue.forEach((queue, messages) -> sendAll(queue, messages, failed));
        return failed;
    }

    private static String queue(Item item) {
        var byRobot = item.committed().events().stream()
                .noneMatch(recorded -> recorded.by().isPerson());
        return Settings.required(byRobot ? "GUICHET_REMINDER_QUEUE" : "GUICHET_NOTICE_QUEUE");
    }

    private static Outgoing outgoing(Item item, Notice notice) {
        return new Outgoing(
                item.sequenceNumber(),
                NoticeMessage.FORMAT.writeText(
                        new NoticeMessage(item.committed().id(), notice.to().address(), item.packed())));
    }

    private void sendAll(String queue, List<Outgoing> messages, Set<String> failed) {
        for (int from = 0; from < messages.size(); ) {
            int to = from;
            for (int bytes = 0;
                    to < messages.size()
                            && to - from < ENTRIES
                            && (to == from || bytes + messages.get(to).body().length() <= BYTES);
                    to++) {
                bytes += messages.get(to).body().length();
            }
            sendBatch(queue, messages.subList(from, to), failed);
            from = to;
        }
    }

    private void sendBatch(String queue, List<Outgoing> messages, Set<String> failed) {
        var entries = new ArrayList<SendMessageBatchRequestEntry>();
        for (int i = 0; i < messages.size(); i++) {
            entries.add(SendMessageBatchRequestEntry.builder()
                    .id(Integer.toString(i))
                    .messageBody(messages.get(i).body())
                    .build());
        }
        try {
            sqs.sendMessageBatch(batch -> batch.queueUrl(queue).entries(entries))
                    .failed()
                    .forEach(entry -> {
                        LOG.errorf("a notice was not queued: %s %s", entry.code(), entry.message());
                        failed.add(messages.get(Integer.parseInt(entry.id())).sequenceNumber());
                    });
        } catch (SdkException e) {
            LOG.errorf(e, "%d notices were not queued", messages.size());
            messages.forEach(message -> failed.add(message.sequenceNumber()));
        }
    }
}
