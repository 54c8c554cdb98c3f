package guichet.notifier;

import guichet.runtime.Batch;
import guichet.runtime.BatchResponse;
import guichet.runtime.NoticeMessage;
import guichet.runtime.SqsBatch;
import guichet.store.BatchTally;
import guichet.store.LoopTally;
import guichet.store.Senders;
import guichet.store.StoredCommit;
import io.quarkus.funqy.Funq;
import jakarta.inject.Inject;
import java.util.Set;

/** Sends notices: each message is one commit and one recipient. */
public class NotifyFunction {
    @Inject
    NoticeSender sender;

    @Inject
    Senders senders;

    @Inject
    Later later;

    @Inject
    LoopTally tally;

    @Funq("notify")
    public BatchResponse sendNotices(SqsBatch batch) {
        try (var counted = new BatchTally(tally)) {
            return Batch.each(batch, NoticeMessage.FORMAT::read, messages -> {
                var recipients = messages.stream().map(read -> read.body().to()).toList();
                var unreachable = senders.unreachable(Set.copyOf(recipients));
                counted.expect(recipients);
                return read -> {
                    var notice = read.body();
                    var result = sender.send(
                            StoredCommit.unpack(notice.commit(), notice.packed()), notice.to(), unreachable, counted);
                    if (result == NoticeSender.Result.THROTTLED) {
                        later.putBack(read.message());
                    }
                };
            });
        }
    }
}
