package guichet.notifier;

import guichet.runtime.Settings;
import guichet.store.Aws;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.LimitExceededException;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sesv2.model.TooManyRequestsException;

/** Hands a mail to SES, which gives it a Message-ID of its own. */
@ApplicationScoped
class SesMailer {
    private static final Logger LOG = Logger.getLogger(SesMailer.class);
    /** Under which the notice's key comes back in SES's events. */
    static final String TAG = "notice";

    @Inject
    SesV2Client ses;

    @Inject
    Aws aws;

    /**
     * @return the Message-ID that it goes out under, bare; empty where SES wants us to slow down, and nothing was sent
     */
    Optional<String> send(String from, String to, String tag, byte[] raw) {
        try {
            var sent = ses.sendEmail(mail -> mail.fromEmailAddress(from)
                    .destination(destination -> destination.toAddresses(to))
                    .configurationSetName(Settings.required("GUICHET_CONFIGURATION_SET"))
                    .emailTags(MessageTag.builder().name(TAG).value(tag).build())
                    .content(content -> content.raw(message -> message.data(SdkBytes.fromByteArrayUnsafe(raw)))));
            return Optional.of(messageId(sent.messageId(), aws.region().id()));
        } catch (TooManyRequestsException | LimitExceededException e) {
            LOG.warnf("SES wants us to slow down: %s", e.getMessage());
            return Optional.empty();
        }
    }

    /** In the oldest region the suffix has no region in it. */
    static String messageId(String sesId, String region) {
        return sesId + "@" + (region.equals("us-east-1") ? "email.amazonses.com" : region + ".amazonses.com");
    }
}
