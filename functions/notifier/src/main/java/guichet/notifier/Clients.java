package guichet.notifier;

import guichet.store.Aws;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/** What this function has beside the common wiring. */
class Clients {
    /** SendEmail knows no repeats: whoever tries again does so by the ledger, which counts it. */
    @Produces
    @ApplicationScoped
    SesV2Client ses(Aws aws) {
        return aws.onceTryingClient(SesV2Client.builder());
    }

    /** Leases are of real time. */
    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }
}
