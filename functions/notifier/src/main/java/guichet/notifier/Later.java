package guichet.notifier;

import guichet.runtime.Settings;
import guichet.runtime.SqsBatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Throttling must not use up a notice's receives, or it would end as a dead letter: it is queued anew, for later. */
@ApplicationScoped
class Later {
    private static final int SECONDS = 60;

    @Inject
    SqsClient sqs;

    void putBack(SqsBatch.Message message) {
        var name = message.eventSourceARN().substring(message.eventSourceARN().lastIndexOf(':') + 1);
        var queue =
                List.of(Settings.required("GUICHET_NOTICE_QUEUE"), Settings.required("GUICHET_REMINDER_QUEUE")).stream()
                        .filter(url -> url.endsWith("/" + name))
                        .findFirst()
                        .orElse(Settings.required("GUICHET_NOTICE_QUEUE"));
        sqs.sendMessage(send -> send.queueUrl(queue).messageBody(message.body()).delaySeconds(SECONDS));
    }
}
