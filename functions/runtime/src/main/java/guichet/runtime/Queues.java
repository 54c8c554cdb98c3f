package guichet.runtime;

import guichet.store.Aws;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import software.amazon.awssdk.services.sqs.SqsClient;

/** For functions that write to queues; who does not, leaves this class and the queues' SDK module out. */
public class Queues {
    @Produces
    @ApplicationScoped
    SqsClient sqs(Aws aws) {
        return aws.client(SqsClient.builder());
    }
}
