package guichet.inbound;

import guichet.runtime.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** The raw mails: in the inbox until they are taken, then beside the tickets; of one that held secrets only the masked form. */
@ApplicationScoped
class RawMails {
    private static final String INBOX = "inbox/";

    @Inject
    S3Client s3;

    /** Empty when it is no longer there. */
    Optional<byte[]> read(Delivery delivery) {
        try {
            return Optional.of(s3.getObjectAsBytes(get -> get.bucket(delivery.bucket()).key(delivery.key())).asByteArrayUnsafe());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    String keptAt(Delivery delivery) {
        return "mail/" + name(delivery);
    }

    void keep(Delivery delivery, byte[] raw, Optional<byte[]> masked) {
        move(delivery, keptAt(delivery), masked.orElse(raw));
    }

    void keepUnrouted(Delivery delivery, byte[] raw) {
        move(delivery, "mail/unrouted/" + name(delivery), raw);
    }

    private void move(Delivery delivery, String key, byte[] bytes) {
        s3.putObject(put -> put.bucket(Settings.required("GUICHET_FILES")).key(key).contentType("message/rfc822"), RequestBody.fromBytes(bytes));
        s3.deleteObject(delete -> delete.bucket(delivery.bucket()).key(delivery.key()));
    }

    private static String name(Delivery delivery) {
        return delivery.key().startsWith(INBOX) ? delivery.key().substring(INBOX.length()) : delivery.key();
    }
}
