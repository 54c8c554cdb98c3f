package guichet.inbound;

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

    @Funq("inbound-mail")
    public BatchResponse inboundMail(SqsBatch batch) {
        var taken = new ArrayList<Delivery>();
        var response = Batch.each(batch, Delivery::parse, messages -> {
            var ahead = inbox.readAhead(messages.stream().map(Batch.Read::body).toList());
            return read -> {
                if (inbox.take(read.body(), ahead)) {
                    taken.add(read.body());
                }
            };
        });
        rawMails.remove(taken);
        return response;
    }
}
