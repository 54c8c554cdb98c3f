package guichet.notifier;

import guichet.runtime.Batch;
import guichet.runtime.BatchResponse;
import guichet.runtime.Jsons;
import guichet.runtime.NoticeMessage;
import guichet.runtime.SqsBatch;
import guichet.store.Committed;
import io.quarkus.funqy.Funq;
import jakarta.inject.Inject;

/** Sends notices: each message is one commit and one recipient. */
public class NotifyFunction {
    @Inject
    NoticeSender sender;

    @Inject
    Later later;

    @Funq("notify")
    public BatchResponse sendNotices(SqsBatch batch) {
        return Batch.each(batch, message -> {
            var notice = Jsons.read(message.body(), NoticeMessage.class);
            var result = sender.send(Committed.unpack(notice.commit(), notice.packed()), notice.to());
            if (result == NoticeSender.Result.THROTTLED) {
                later.putBack(message);
            }
        });
    }
}
