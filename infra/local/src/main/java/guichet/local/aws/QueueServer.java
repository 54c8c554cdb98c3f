package guichet.local.aws;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.msg.LookupQueue;
import org.elasticmq.msg.RestoreMessages;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.elasticmq.util.NowProvider;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.FutureConverters;

/** ElasticMQ on loopback; with a folder, every message is a file in it for as long as it is in its queue. */
public final class QueueServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ActorSystem system;
    private final ActorRef manager;
    private final SQSRestServer server;
    private final MessageFiles files;
    private final int port;

    private QueueServer(ActorSystem system, ActorRef manager, SQSRestServer server, MessageFiles files, int port) {
        this.system = system;
        this.manager = manager;
        this.server = server;
        this.files = files;
        this.port = port;
    }

    static QueueServer start(Path folder) throws IOException {
        var files = folder == null ? null : new MessageFiles(folder);
        var config = ConfigFactory.parseString("""
            pekko.loglevel = "WARNING"
            pekko.daemonic = on
            pekko.jvm-shutdown-hooks = off
            pekko.coordinated-shutdown.run-by-jvm-shutdown-hook = off
            pekko.http.server.max-connections = 4096
            """).withFallback(ConfigFactory.load());
        var system = ActorSystem.create("elasticmq", config);
        Option<ActorRef> listener = files == null
                ? Option.empty()
                : Option.apply(system.actorOf(Props.create(MessageFilesActor.class, files)));
        var manager = system.actorOf(
                Props.create(QueueManagerActor.class, new NowProvider(), StrictSQSLimits$.MODULE$, listener));
        try {
            var server = SQSRestServerBuilder.withActorSystem(system)
                    .withQueueManagerActor(manager)
                    .withInterface("127.0.0.1")
                    .withDynamicPort()
                    .withAWSRegion(EmbeddedAws.REGION)
                    .withAWSAccountId(EmbeddedAws.ACCOUNT)
                    .start();
            var port = server.waitUntilStarted().localAddress().getPort();
            return new QueueServer(system, manager, server, files, port);
        } catch (RuntimeException e) {
            system.terminate();
            throw new IOException("ElasticMQ did not start: " + e.getMessage(), e);
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /**
     * Puts back what an earlier run left in this queue. Once for each queue, after it was created. What was in flight
     * is visible at once, for whoever had received it is gone; its receive count stands.
     */
    public void restore(String queue) {
        if (files == null) {
            return;
        }
        var left = files.left(queue);
        if (left.isEmpty()) {
            return;
        }
        var found = (Option<?>) await(ask(manager, new LookupQueue(queue)));
        if (found.isEmpty()) {
            throw new IllegalStateException("no queue " + queue);
        }
        await(ask(
                (ActorRef) found.get(),
                new RestoreMessages(CollectionConverters.asScala(left).toList())));
    }

    private static CompletionStage<Object> ask(ActorRef actor, Object message) {
        return Patterns.ask(actor, message, PATIENCE);
    }

    private static Object await(CompletionStage<Object> answer) {
        try {
            return answer.toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("ElasticMQ did not answer: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws Exception {
        FutureConverters.asJava(system.terminate()).toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
