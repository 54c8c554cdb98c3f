package guichet.fanout;

import guichet.store.Aws;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** The AWS client that this function has beside the common ones. */
class Clients {
    @Produces
    @ApplicationScoped
    EventBridgeClient eventBridge(Aws aws) {
        return aws.client(EventBridgeClient.builder());
    }
}
