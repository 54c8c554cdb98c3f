package guichet.sweeps;

import guichet.runtime.AgainMessage;
import guichet.runtime.Metric;
import guichet.runtime.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * A mail that SES stored, and of which no notification ever came: nobody else would look. What is older than half an
 * hour is handed in again; what is older than two hours has been, and lies in the dead-letter queue with an alarm.
 */
@ApplicationScoped
class StaleInbox {
    private static final Logger LOG = Logger.getLogger(StaleInbox.class);
    private static final Duration OVERDUE = Duration.ofMinutes(30);
    private static final Duration GIVEN_UP = Duration.ofHours(2);
    /** What SES writes to try the bucket out. */
    private static final String TRIAL = "inbox/AMAZON_SES_SETUP_NOTIFICATION";

    @Inject
    S3Client s3;

    @Inject
    SqsClient sqs;

    void putBack(Instant at) {
        var bucket = Settings.required("GUICHET_INBOX");
        var oldest = at;
        for (var object : s3.listObjectsV2Paginator(list -> list.bucket(bucket).prefix("inbox/"))
                .contents()) {
            if (object.key().equals(TRIAL)) {
                continue;
            }
            oldest = object.lastModified().isBefore(oldest) ? object.lastModified() : oldest;
            var age = Duration.between(object.lastModified(), at);
            if (age.compareTo(OVERDUE) > 0 && age.compareTo(GIVEN_UP) <= 0) {
                putBack(bucket, object);
            }
        }
        Metric.put("OldestInboxAge", "Seconds", Duration.between(oldest, at).toSeconds(), at, Map.of());
    }

    private void putBack(String bucket, S3Object object) {
        LOG.warnf("%s was not taken in half an hour: handed in again", object.key());
        sqs.sendMessage(send -> send.queueUrl(Settings.required("GUICHET_INBOUND_QUEUE"))
                .messageBody(AgainMessage.FORMAT.writeText(AgainMessage.of(
                        bucket, object.key(), object.lastModified().toString()))));
    }
}
