package guichet.notifier;

import guichet.runtime.Batch;
import guichet.runtime.BatchResponse;
import guichet.runtime.Jsons;
import guichet.runtime.NoticeMessage;
import guichet.runtime.SqsBatch;
import guichet.store.Committed;
import guichet.store.Senders;
import io.quarkus.funqy.Funq;
import jakarta.inject.Inject;
import java.util.stream.Collectors;

/** Sends notices: each message is one commit and one recipient. */
public class NotifyFunction {
    @Inject
    NoticeSender sender;

    @Inject
    Senders senders;

    @Inject
    Later later;

    @Funq("notify")
    public BatchResponse sendNotices(SqsBatch batch) {
        return Batch.each(batch, body -> Jsons.read(body, NoticeMessage.class), messages -> {
            var unreachable = senders.unreachable(messages.stream().map(read -> read.body().to()).collect(Collectors.toSet()));
            return read -> {
                var notice = read.body();
                var result = sender.send(Committed.unpack(notice.commit(), notice.packed()), notice.to(), unreachable);
                if (result == NoticeSender.Result.THROTTLED) {
                    later.putBack(read.message());
                }
            };
        });
    }
}
