package guichet.inbound;

import guichet.inbound.InboundMessage.Delivery;
import guichet.runtime.Batch;
import guichet.runtime.BatchResponse;
import guichet.runtime.SqsBatch;
import io.quarkus.funqy.Funq;
import jakarta.inject.Inject;
import java.util.ArrayList;

/** Takes mail in: each message of the queue names a raw mail in the inbox. */
public class InboundFunction {
    @Inject
    Inbox inbox;

    @Inject
    RawMails rawMails;

    @Inject
    HoldInTable heldInTable;

    @Funq("inbound-mail")
    public BatchResponse inboundMail(SqsBatch batch) {
        var taken = new ArrayList<Delivery>();
        var response = Batch.each(batch, InboundMessage::parse, messages -> {
            var ahead = inbox.readAhead(messages.stream()
                    .map(Batch.Read::body)
                    .filter(Delivery.class::isInstance)
                    .map(Delivery.class::cast)
                    .toList());
            return read -> {
                switch (read.body()) {
                    case Delivery delivery -> {
                        if (inbox.take(delivery, ahead)) {
                            taken.add(delivery);
                        }
                    }
                    case InboundMessage.LetIn letIn -> heldInTable.letIn(letIn, inbox);
                }
            };
        });
        rawMails.remove(taken);
        return response;
    }
}
