package guichet.fanout;

import guichet.store.Aws;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The AWS clients that this function has beside the common ones. */
class Clients {
    @Produces
    @ApplicationScoped
    SqsClient sqs(Aws aws) {
        return aws.client(SqsClient.builder());
    }

    @Produces
    @ApplicationScoped
    EventBridgeClient eventBridge(Aws aws) {
        return aws.client(EventBridgeClient.builder());
    }
}
