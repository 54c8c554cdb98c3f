package guichet.sweeps;

import guichet.store.Aws;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The AWS clients that this function has beside the common ones. */
class Clients {
    @Produces
    @ApplicationScoped
    SqsClient sqs(Aws aws) {
        return aws.client(SqsClient.builder());
    }
}
