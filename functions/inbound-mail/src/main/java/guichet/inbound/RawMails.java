package guichet.inbound;

import guichet.inbound.InboundMessage.Delivery;
import guichet.runtime.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

/**
 * The raw mails: in the inbox until they are taken, then beside the tickets; of one that held secrets only the masked
 * form.
 */
@ApplicationScoped
class RawMails {
    private static final Logger LOG = Logger.getLogger(RawMails.class);
    private static final String INBOX = "inbox/";
    private static final String KEPT = "mail/";

    @Inject
    S3Client s3;

    /** Empty when it is no longer there. */
    Optional<byte[]> read(Delivery delivery) {
        return read(delivery.bucket(), delivery.key());
    }

    /** One that is kept. */
    Optional<byte[]> readKept(String key) {
        return read(Settings.required("GUICHET_FILES"), key);
    }

    private Optional<byte[]> read(String bucket, String key) {
        try {
            return Optional.of(
                    s3.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asByteArrayUnsafe());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    String keptAt(Delivery delivery) {
        return KEPT + name(delivery);
    }

    /** @param raw or masked */
    void keep(Delivery delivery, byte[] raw) {
        put(keptAt(delivery), raw);
    }

    void keepUnrouted(Delivery delivery, byte[] raw) {
        put(KEPT + "unrouted/" + name(delivery), raw);
    }

    private void put(String key, byte[] bytes) {
        s3.putObject(
                put -> put.bucket(Settings.required("GUICHET_FILES")).key(key).contentType("message/rfc822"),
                RequestBody.fromBytes(bytes));
    }

    /** Out of the inbox, by one call for the batch. One that stays is handed in again by the sweep, and recognised. */
    void remove(List<Delivery> taken) {
        taken.stream().collect(Collectors.groupingBy(Delivery::bucket)).forEach((bucket, deliveries) -> {
            var objects = deliveries.stream()
                    .map(delivery ->
                            ObjectIdentifier.builder().key(delivery.key()).build())
                    .toList();
            s3.deleteObjects(delete -> delete.bucket(bucket)
                            .delete(some -> some.objects(objects).quiet(true)))
                    .errors()
                    .forEach(error -> LOG.errorf("%s stays in the inbox: %s", error.key(), error.message()));
        });
    }

    private static String name(Delivery delivery) {
        return delivery.key().startsWith(INBOX) ? delivery.key().substring(INBOX.length()) : delivery.key();
    }
}
