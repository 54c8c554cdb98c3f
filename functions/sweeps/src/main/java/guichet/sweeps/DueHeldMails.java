package guichet.sweeps;

import guichet.runtime.LetInMessage;
import guichet.runtime.Metric;
import guichet.runtime.Settings;
import guichet.store.DueIndex.DueHeldMail;
import guichet.store.HeldMailTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Carries out what was decided on held mail, and tells where nobody has: it expires into an alarm, not into nothing
 * (S0-02).
 */
@ApplicationScoped
class DueHeldMails {
    private static final Logger LOG = Logger.getLogger(DueHeldMails.class);

    @Inject
    SqsClient sqs;

    @Inject
    HeldMailTable held;

    void due(DueHeldMail due, Instant at) {
        var mail = held.find(due.desk(), due.id());
        if (mail.isEmpty()) {
            return;
        }
        var decision = mail.get().decision();
        if (decision.isEmpty()) {
            if (held.settle(due.desk(), due.id(), due.due())) {
                LOG.errorf("nobody has decided on held mail %s of desk %s", due.id(), due.desk());
                Metric.put("HeldExpired", "Count", 1, due.due(), Map.of("desk", due.desk()));
            }
            return;
        }
        if (decision.get().verdict().letsIn()) {
            // Before it is settled: who dies in between hands it in twice, and the second time it is known.
            sqs.sendMessage(send -> send.queueUrl(Settings.required("GUICHET_INBOUND_QUEUE"))
                    .messageBody(LetInMessage.FORMAT.writeText(LetInMessage.of(due.desk(), due.id()))));
        } else {
            held.forget(mail.get(), at);
        }
        held.settle(due.desk(), due.id(), due.due());
    }
}
