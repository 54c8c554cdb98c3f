package guichet.notifier;

import guichet.runtime.Batch;
import guichet.runtime.BatchResponse;
import guichet.runtime.Jsons;
import guichet.runtime.SqsBatch;
import io.quarkus.funqy.Funq;
import jakarta.inject.Inject;

/** Hears what became of the mails that we sent. */
public class FeedbackFunction {
    @Inject
    Feedback feedback;

    @Funq("feedback")
    public BatchResponse hear(SqsBatch batch) {
        var unsettled = feedback.unsettled(batch);
        return Batch.each(batch, message -> feedback.hear(Jsons.read(message.body(), SesEvent.class), unsettled));
    }
}
