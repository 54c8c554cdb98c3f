package guichet.runtime;

import guichet.core.people.Directory;
import guichet.store.Aws;
import guichet.store.CachedDirectory;
import guichet.store.DueIndex;
import guichet.store.DynamoDirectory;
import guichet.store.DynamoTicketStore;
import guichet.store.FileStore;
import guichet.store.HeldMailTable;
import guichet.store.LoopTally;
import guichet.store.NoticeLedger;
import guichet.store.Senders;
import guichet.store.desks.Desks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * What functions are made of, from what the template says. Building it opens no connection and reads no clock or
 * secret: it may be snapshot.
 */
public class Wiring {
    @Produces
    @Singleton
    Aws aws() {
        return Aws.fromEnvironment();
    }

    @Produces
    @Singleton
    Desks desks() {
        return Desks.bundled();
    }

    @Produces
    @ApplicationScoped
    DynamoDbClient dynamoDb(Aws aws) {
        return aws.dynamoDb();
    }

    @Produces
    @ApplicationScoped
    S3Client s3(Aws aws) {
        return aws.s3();
    }

    @Produces
    @Singleton
    S3Presigner presigner(Aws aws) {
        return aws.s3Presigner();
    }

    /** Feedback writes nothing that is long, and is given no bucket. */
    @Produces
    @Singleton
    FileStore files(S3Client s3, S3Presigner presigner) {
        return new FileStore(s3, presigner, Settings.optional("GUICHET_FILES", "no-bucket-is-given-to-this-function"));
    }

    @Produces
    @Singleton
    DynamoTicketStore dynamoTickets(DynamoDbClient db, FileStore files) {
        return new DynamoTicketStore(db, Settings.required("GUICHET_TABLE"), files, Trace::current);
    }

    @Produces
    @Singleton
    Directory directory(DynamoDbClient db) {
        return new CachedDirectory(new DynamoDirectory(db, Settings.required("GUICHET_TABLE")), InstantSource.system());
    }

    @Produces
    @Singleton
    Senders senders(DynamoDbClient db) {
        return new Senders(db, Settings.required("GUICHET_TABLE"));
    }

    @Produces
    @Singleton
    HeldMailTable heldMails(DynamoDbClient db) {
        return new HeldMailTable(db, Settings.required("GUICHET_TABLE"));
    }

    /** Tests that kill senders shorten the lease. */
    @Produces
    @Singleton
    NoticeLedger ledger(DynamoDbClient db) {
        return new NoticeLedger(
                db,
                Settings.required("GUICHET_TABLE"),
                Duration.parse(Settings.optional("GUICHET_NOTICE_LEASE", NoticeLedger.LEASE.toString())));
    }

    @Produces
    @Singleton
    LoopTally tally(DynamoDbClient db) {
        return new LoopTally(db, Settings.required("GUICHET_TABLE"));
    }

    @Produces
    @Singleton
    DueIndex dueIndex(DynamoDbClient db) {
        return new DueIndex(db, Settings.required("GUICHET_TABLE"));
    }

    @Produces
    @Singleton
    SigningKeySource keys(Aws aws) {
        return new SigningKeySource(aws, Settings.required("GUICHET_KEYS"));
    }
}
