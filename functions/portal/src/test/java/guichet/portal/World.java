package guichet.portal;

import guichet.core.command.Command;
import guichet.core.command.CommandHandler;
import guichet.core.command.TicketStore;
import guichet.core.desk.Desk;
import guichet.core.desk.LocalizedText;
import guichet.core.desk.file.DeskFile;
import guichet.core.notice.DeliveryFailure;
import guichet.core.people.Contact;
import guichet.core.people.Directory;
import guichet.core.people.InMemoryDirectory;
import guichet.core.people.Organization;
import guichet.core.signing.SigningKeys;
import guichet.core.ticket.Actor;
import guichet.core.ticket.TicketId;
import guichet.portal.file.FileLinks;
import guichet.portal.held.HeldMailDecisions;
import guichet.portal.http.ListCursors;
import guichet.portal.list.TicketLists;
import guichet.portal.people.Identities;
import guichet.portal.people.ServedDesks;
import guichet.portal.ticket.UnreachableMarks;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The world of the portal's tests: the desk cloud with Acme (Alice, Albert) and Globex (Gina), and the desk atelier
 * with Tinkers (Tim). Nadia and Karim are agents, Léa leads; Ann works at the workshop. Sam is known to nobody.
 */
@ApplicationScoped
@Alternative
@Priority(1)
public class World {
    static final String ALICE = "alice@acme.example";
    static final String ALBERT = "albert@acme.example";
    static final String GINA = "gina@globex.example";
    static final String NADIA = "nadia@cloud.example";
    static final String LEA = "lea@cloud.example";
    static final String TIM = "tim@tinkers.example";
    static final String ANN = "ann@atelier.example";
    static final String SAM = "sam@nowhere.example";

    /** What the sub of everybody begins with whose access was approved; their address follows. */
    private static final String SUB_OF = "sub-of-";

    static final Desk CLOUD = desk("../../desks/cloud/desk.yaml");
    static final Desk ATELIER = desk("src/test/resources/desks/atelier.yaml");
    static final guichet.store.SignedCursors CURSORS =
            new guichet.store.SignedCursors(new SigningKeys("k1", Map.of("k1", new byte[32])));
    static final RememberingStore STORE = new RememberingStore();
    static final FakeFiles FILES = new FakeFiles();
    static final FakeHeldMails HELD = new FakeHeldMails();

    /** Addresses that are written to again. */
    static final List<String> LIFTED = new ArrayList<>();

    /** A mail about that ticket came back. */
    static void cameBack(String ticket, String address) {
        var at = Instant.parse("2026-03-02T09:00:00Z");
        var failure = DeliveryFailure.forGood(LocalizedText.same("550 5.1.1"), at);
        new CommandHandler(STORE)
                .change(
                        CLOUD,
                        TicketId.parse(ticket).orElseThrow(),
                        new Command.MarkUnreachable(Actor.ROBOT, address, failure),
                        at);
    }

    @Produces
    UnreachableMarks marks() {
        return (address, _) -> LIFTED.add(address);
    }

    @Produces
    ServedDesks desks() {
        return new ServedDesks() {
            @Override
            public List<Desk> all() {
                return List.of(CLOUD, ATELIER);
            }

            @Override
            public Optional<Desk> find(String id) {
                return all().stream().filter(desk -> desk.id().equals(id)).findFirst();
            }
        };
    }

    @Produces
    TicketStore store() {
        return STORE;
    }

    @Produces
    TicketLists lists() {
        return STORE;
    }

    @Produces
    FileLinks files() {
        return FILES;
    }

    @Produces
    HeldMailDecisions heldMails() {
        return HELD;
    }

    @Produces
    ListCursors cursors() {
        return new ListCursors() {
            @Override
            public String seal(String caller, String query, String position) {
                return CURSORS.seal(caller, query, position);
            }

            @Override
            public Optional<String> open(String caller, String query, String cursor) {
                return CURSORS.open(caller, query, cursor);
            }
        };
    }

    @Produces
    Identities identities() {
        return sub -> Optional.of(sub)
                .filter(known -> known.startsWith(SUB_OF))
                .map(known -> known.substring(SUB_OF.length()).toLowerCase(Locale.ROOT));
    }

    @Produces
    @ApplicationScoped
    Directory directory() {
        return new InMemoryDirectory()
                .add(new Organization(
                        "cloud", "acme", "Acme", List.of("acme.example"), "24/7", Map.of(), Optional.empty()))
                .add(new Organization(
                        "cloud",
                        "globex",
                        "Globex",
                        List.of("globex.example"),
                        "heures-ouvrees",
                        Map.of(),
                        Optional.empty()))
                .add(new Organization(
                        "atelier", "tinkers", "Tinkers", List.of("tinkers.example"), "", Map.of(), Optional.empty()))
                .add(new Contact(
                        "cloud", ALICE, "Alice Martin", Optional.of("acme"), Optional.empty(), Optional.empty()))
                .add(new Contact(
                        "cloud", GINA, "Gina Hall", Optional.of("globex"), Optional.of("en"), Optional.empty()));
    }

    static String subOf(String address) {
        return SUB_OF + address;
    }

    private static Desk desk(String file) {
        try {
            return DeskFile.read(file, java.nio.file.Files.readAllBytes(Path.of(file)))
                    .orThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
