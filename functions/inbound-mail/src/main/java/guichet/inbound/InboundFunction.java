package guichet.inbound;

import guichet.runtime.Batch;
import guichet.runtime.BatchResponse;
import guichet.runtime.SqsBatch;
import io.quarkus.funqy.Funq;
import jakarta.inject.Inject;

/** Takes mail in: each message of the queue names a raw mail in the inbox. */
public class InboundFunction {
    @Inject
    Inbox inbox;

    @Funq("inbound-mail")
    public BatchResponse inboundMail(SqsBatch batch) {
        return Batch.each(batch, message -> inbox.take(Delivery.parse(message.body())));
    }
}
