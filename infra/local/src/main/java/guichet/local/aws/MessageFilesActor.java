package guichet.local.aws;

import java.io.IOException;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.Status;
import org.elasticmq.actor.queue.OperationSuccessful$;
import org.elasticmq.actor.queue.QueueEvent;

/** ElasticMQ answers a sender only once this actor has: what was accepted is on disk. */
public final class MessageFilesActor extends AbstractActor {
    private final MessageFiles files;

    public MessageFilesActor(MessageFiles files) {
        this.files = files;
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(QueueEvent.MessageAdded.class, e -> answer(() -> files.write(e.queueName(), e.message())))
                .match(QueueEvent.MessageUpdated.class, e -> answer(() -> files.write(e.queueName(), e.message())))
                .match(QueueEvent.MessageRemoved.class, e -> answer(() -> files.remove(e.queueName(), e.messageId())))
                .matchAny(other -> {})
                .build();
    }

    private void answer(FileWork work) {
        try {
            work.run();
            getSender().tell(OperationSuccessful$.MODULE$, getSelf());
        } catch (IOException e) {
            System.getLogger("guichet.local")
                    .log(System.Logger.Level.ERROR, "a queued message was not kept: " + e.getMessage());
            getSender().tell(new Status.Failure(e), getSelf());
        }
    }

    private interface FileWork {
        void run() throws IOException;
    }
}
