package guichet.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * What lies in the queues that nobody reads: of a stack's queues, those that have no dead-letter queue of their own.
 * Looking hides a message for as long as it takes, and for {@value #HIDDEN_SECONDS} seconds if it breaks off.
 */
final class DeadLetters {
    private static final int HIDDEN_SECONDS = 30;
    private static final int AT_ONCE = 10;

    private final SqsClient sqs;
    private final String prefix;

    /** @param prefix with which the names of the stack's queues begin */
    DeadLetters(SqsClient sqs, String prefix) {
        this.sqs = sqs;
        this.prefix = prefix;
    }

    /** Oldest first, queue by queue. @param most of one queue */
    List<DeadLetter> list(int most) {
        var found = new ArrayList<DeadLetter>();
        sqs.listQueuesPaginator(list -> list.queueNamePrefix(prefix)).queueUrls().stream()
                .sorted()
                .filter(this::isUnread)
                .forEach(url -> read(url, most).stream()
                        .map(message -> letter(url, message))
                        .sorted(Comparator.comparing(DeadLetter::sent))
                        .forEach(found::add));
        return found;
    }

    private boolean isUnread(String url) {
        return !sqs.getQueueAttributes(get -> get.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                .attributes()
                .containsKey(QueueAttributeName.REDRIVE_POLICY);
    }

    private List<Message> read(String url, int most) {
        Map<String, Message> read = new LinkedHashMap<>();
        List<Message> page;
        do {
            page = sqs.receiveMessage(receive -> receive.queueUrl(url)
                            .maxNumberOfMessages(AT_ONCE)
                            .visibilityTimeout(HIDDEN_SECONDS)
                            .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                    .messages();
            page.forEach(message -> read.put(message.messageId(), message));
        } while (!page.isEmpty() && read.size() < most);
        show(url, List.copyOf(read.values()));
        return List.copyOf(read.values());
    }

    private void show(String url, List<Message> messages) {
        for (var from = 0; from < messages.size(); from += AT_ONCE) {
            var entries = messages.subList(from, Math.min(messages.size(), from + AT_ONCE)).stream()
                    .map(message -> ChangeMessageVisibilityBatchRequestEntry.builder()
                            .id(message.messageId())
                            .receiptHandle(message.receiptHandle())
                            .visibilityTimeout(0)
                            .build())
                    .toList();
            sqs.changeMessageVisibilityBatch(change -> change.queueUrl(url).entries(entries));
        }
    }

    private DeadLetter letter(String url, Message message) {
        var name = url.substring(url.lastIndexOf('/') + 1 + prefix.length());
        var sent = message.attributes().get(MessageSystemAttributeName.SENT_TIMESTAMP);
        return new DeadLetter(
                name.replaceFirst("-[0-9A-Za-z]+$", ""), // what CloudFormation adds
                message.messageId(),
                Instant.ofEpochMilli(Long.parseLong(sent)),
                message.body());
    }
}
