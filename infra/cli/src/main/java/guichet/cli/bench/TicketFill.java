package guichet.cli.bench;

import guichet.core.command.Command;
import guichet.core.command.CommandHandler;
import guichet.core.desk.Channel;
import guichet.core.desk.Desk;
import guichet.core.ticket.Actor;
import guichet.core.ticket.Body;
import guichet.core.ticket.Requester;
import guichet.core.ticket.TicketId;
import guichet.store.Blobs;
import guichet.store.DynamoTicketStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Stores tickets as the functions would: decided by the core, written by the store. */
final class TicketFill {
    static final Actor ALICE = Actor.customer("alice@acme.example", "Alice Martin", "acme");
    private static final Actor NADIA = Actor.agent("nadia@cloud.example", "Nadia Roux");
    /** Before the customer is reminded. */
    static final Duration PATIENCE = Duration.ofDays(3);

    private final Desk desk;
    private final DynamoDbClient db;
    private final String table;

    TicketFill(Desk desk, DynamoDbClient db, String table) {
        this.desk = desk;
        this.db = db;
        this.table = table;
    }

    /**
     * Open tickets of Alice's organization, of which nothing is due for hours: heads alone, since no list and no sweep
     * reads more.
     */
    void open(int count, Instant at) {
        var bulk = new BulkWriter(db, table);
        var handler = new CommandHandler(store(bulk));
        for (int i = 0; i < count; i++) {
            handler.open(desk, opening(ALICE, i), at, Optional.empty());
        }
        bulk.flush();
    }

    /** Tickets whose customers, one each, were asked at that time and must be reminded {@link #PATIENCE} later. */
    void waiting(int count, Instant asked, String run) {
        var handler = new CommandHandler(store(db));
        for (int i = 0; i < count; i++) {
            var customer = Actor.customer(run + i + "@acme.example", "Client " + i, "acme");
            var opened = (CommandHandler.Outcome.Done)
                    handler.open(desk, opening(customer, i), asked.minus(Duration.ofMinutes(10)), Optional.empty());
            var asking = new Command.Transition(
                    NADIA, "attente-client", Optional.of(Body.of("Quelle version utilisez-vous ?")), Map.of());
            handler.change(desk, opened.accepted().ticket().id(), asking, asked);
        }
    }

    private DynamoTicketStore store(DynamoDbClient client) {
        return new DynamoTicketStore(client, table, Blobs.NONE, () -> "");
    }

    private static Function<TicketId, Command.Open> opening(Actor by, int number) {
        return id -> Command.Open.of(
                        by,
                        id,
                        "support",
                        "Jira est lent depuis ce matin sur le poste " + number
                                + ", deux collègues n'arrivent plus à se connecter",
                        new Requester(by.person(), by.organization(), Optional.of("24/7"), Optional.of("fr")),
                        Channel.PORTAL)
                .body(Body.of("Chaque page met plus de dix secondes à s'afficher."))
                .build();
    }
}
