package guichet.portal.wiring;

import guichet.core.desk.Desk;
import guichet.portal.file.FileLinks;
import guichet.portal.held.HeldMailDecisions;
import guichet.portal.http.ListCursors;
import guichet.portal.list.TicketLists;
import guichet.portal.people.Identities;
import guichet.portal.people.ServedDesks;
import guichet.portal.ticket.UnreachableMarks;
import guichet.runtime.Settings;
import guichet.runtime.SigningKeySource;
import guichet.store.FileStore;
import guichet.store.HeldMail;
import guichet.store.HeldMail.Verdict;
import guichet.store.HeldMailTable.Decided;
import guichet.store.SignInBindings;
import guichet.store.TicketQueries;
import guichet.store.TtlCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The portal's ports, on the table, the bucket and the keys. What needs a key reads it with the first list, never
 * before a snapshot.
 */
class PortalPorts {
    @Produces
    @Singleton
    ServedDesks desks(guichet.store.desks.Desks bundled) {
        return new ServedDesks() {
            @Override
            public List<Desk> all() {
                return bundled.all();
            }

            @Override
            public Optional<Desk> find(String id) {
                return bundled.desk(id);
            }
        };
    }

    @Produces
    @Singleton
    TicketLists lists(DynamoDbClient db, SigningKeySource keys) {
        return new TicketQueries(db, Settings.required("GUICHET_TABLE"), new guichet.store.SignedCursors(keys::get))
                ::list;
    }

    @Produces
    @Singleton
    ListCursors cursors(SigningKeySource keys) {
        var signed = new guichet.store.SignedCursors(keys::get);
        return new ListCursors() {
            @Override
            public String seal(String caller, String query, String position) {
                return signed.seal(caller, query, position);
            }

            @Override
            public Optional<String> open(String caller, String query, String cursor) {
                return signed.open(caller, query, cursor);
            }
        };
    }

    @Produces
    @Singleton
    UnreachableMarks marks(DynamoDbClient db) {
        return new guichet.store.Senders(db, Settings.required("GUICHET_TABLE"))::clearUnreachable;
    }

    @Produces
    @Singleton
    HeldMailDecisions heldMails(DynamoDbClient db) {
        var held = new guichet.store.HeldMailTable(db, Settings.required("GUICHET_TABLE"));
        return new HeldMailDecisions() {
            @Override
            public List<HeldMail> list(String desk, Optional<String> after, int size) {
                return held.list(desk, after, size);
            }

            @Override
            public Decided decide(String desk, String id, Verdict verdict, String by, Instant at) {
                return held.decide(desk, id, verdict, by, at);
            }
        };
    }

    /** Built when first used: what it takes to sign links is much, and few calls ask for one. */
    @Produces
    @ApplicationScoped
    FileLinks files(FileStore store) {
        return new StoredFiles(store);
    }

    @Produces
    @Singleton
    Identities identities(DynamoDbClient db) {
        return new TtlCache<>(
                new SignInBindings(db, Settings.required("GUICHET_TABLE"))::address, InstantSource.system())::apply;
    }
}
