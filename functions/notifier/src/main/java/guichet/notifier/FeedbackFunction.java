package guichet.notifier;

import guichet.runtime.Batch;
import guichet.runtime.BatchResponse;
import guichet.runtime.MessageJson;
import guichet.runtime.SqsBatch;
import io.quarkus.funqy.Funq;
import jakarta.inject.Inject;

/** Hears what became of the mails that we sent. */
public class FeedbackFunction {
    @Inject
    Feedback feedback;

    @Funq("feedback")
    public BatchResponse hear(SqsBatch batch) {
        return Batch.each(batch, body -> MessageJson.read(body, SesEvent.class), messages -> {
            var unsettled =
                    feedback.unsettled(messages.stream().map(Batch.Read::body).toList());
            return read -> feedback.hear(read.body(), unsettled);
        });
    }
}
