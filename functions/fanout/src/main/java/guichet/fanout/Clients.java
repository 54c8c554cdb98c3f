package guichet.fanout;

import guichet.store.Aws;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The AWS clients of this function. */
class Clients {
    @Produces
    @ApplicationScoped
    SqsClient sqs() {
        return Aws.fromEnvironment().client(SqsClient.builder());
    }

    @Produces
    @ApplicationScoped
    EventBridgeClient eventBridge() {
        return Aws.fromEnvironment().client(EventBridgeClient.builder());
    }
}
