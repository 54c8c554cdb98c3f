package guichet.store;

import static guichet.store.World.MONDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.desk.LocalizedText;
import guichet.core.notice.DeliveryFailure;
import guichet.core.people.Contact;
import guichet.core.people.Directory;
import guichet.core.people.Organization;
import guichet.store.DynamoDirectory.Stored;
import guichet.store.Senders.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("aws")
class DynamoDirectoryTest extends DirectoryContract {
    private final String table = TestAws.get().table();
    private final DynamoDirectory directory = new DynamoDirectory(TestAws.get().dynamoDb(), table);

    @Override
    Directory directory() {
        return directory;
    }

    @Override
    void put(Organization organization) {
        assertEquals(new Stored.Done(), directory.put(organization));
    }

    @Override
    void put(Contact contact) {
        directory.put(contact);
    }

    @Test
    void a_domain_of_one_organization_is_refused_to_another_and_nothing_is_stored() {
        var rival = new Organization(
                "cloud",
                "rival",
                "Rival",
                List.of("rival.example", "acme.example"),
                "hours",
                Map.of(),
                Optional.empty());
        assertEquals(new Stored.DomainTaken("acme.example", "acme"), directory.put(rival));
        assertEquals(Optional.empty(), directory.organization("cloud", "rival"));
        assertEquals(Optional.empty(), directory.organizationOfDomain("cloud", "rival.example"));
    }

    @Test
    void a_domain_given_up_is_free_for_another() {
        put(new Organization("cloud", "acme", "Acme SA", List.of(), "24x7", Map.of(), Optional.empty()));
        put(new Organization("cloud", "rival", "Rival", List.of("acme.example"), "hours", Map.of(), Optional.empty()));
        assertEquals(
                "rival",
                directory
                        .organizationOfDomain("cloud", "acme.example")
                        .orElseThrow()
                        .id());
    }

    @Test
    void a_process_remembers_an_answer_for_two_minutes_and_not_longer() {
        var now = new AtomicReference<>(MONDAY);
        var cached = new CachedDirectory(directory, now::get);
        assertEquals(Optional.empty(), cached.contact("cloud", "carla@acme.example"));
        assertEquals(Optional.of(ALICE), cached.contact("cloud", "alice@acme.example"));
        var carla = new Contact(
                "cloud", "carla@acme.example", "Carla", Optional.of("acme"), Optional.empty(), Optional.empty());
        put(carla);
        now.set(MONDAY.plus(TtlCache.STALE).minusNanos(1));
        assertEquals(Optional.empty(), cached.contact("cloud", "carla@acme.example"));
        now.set(MONDAY.plus(TtlCache.STALE));
        assertEquals(Optional.of(carla), cached.contact("cloud", "carla@acme.example"));
        now.set(MONDAY.minus(Duration.ofDays(1)));
        assertEquals(
                Optional.of(carla),
                cached.contact("cloud", "carla@acme.example"),
                "a clock set back remembers nothing for days");
    }

    @Test
    void who_is_asked_for_among_many_is_remembered_and_only_the_others_are_asked_for() {
        var meter = new CapacityMeter();
        var cached = new CachedDirectory(new DynamoDirectory(TestAws.get().dynamoDb(meter), table), () -> MONDAY);
        assertEquals(
                Map.of(ALICE.address(), ALICE),
                cached.contacts("cloud", Set.of(ALICE.address(), "nobody@acme.example")));
        assertEquals(List.of("BatchGetItem"), meter.take().calls());
        assertEquals(Optional.of(ALICE), cached.contact("cloud", ALICE.address()));
        assertEquals(Optional.empty(), cached.contact("cloud", "nobody@acme.example"));
        assertEquals(
                Map.of(ALICE.address(), ALICE),
                cached.contacts("cloud", Set.of(ALICE.address(), "nobody@acme.example")));
        assertEquals(List.of(), meter.take().calls());
    }

    @Test
    void who_was_let_in_or_kept_out_is_remembered_per_desk() {
        var senders = new Senders(TestAws.get().dynamoDb(), table);
        assertEquals(Optional.empty(), senders.standing("daj", "new@press.example"));
        var standing = new Standing(true, "nicolas@daj.example", MONDAY);
        senders.decide("daj", "new@press.example", standing);
        assertEquals(Optional.of(standing), senders.standing("daj", "new@press.example"));
        assertEquals(Optional.empty(), senders.standing("cloud", "new@press.example"));
        senders.decide("daj", "new@press.example", new Standing(false, "fabien@daj.example", MONDAY));
        assertEquals(
                false,
                senders.standing("daj", "new@press.example").orElseThrow().allowed());
    }

    @Test
    void an_address_that_mail_does_not_reach_is_marked_until_it_is_cleared() {
        var senders = new Senders(TestAws.get().dynamoDb(), table);
        var reason = new LocalizedText("le mail est revenu", "the mail came back");
        var at = Instant.parse("2026-03-02T10:00:00Z");
        var gone = Set.of("gone@acme.example");
        var passing = DeliveryFailure.forAWhile(reason, at);
        var forGood = DeliveryFailure.forGood(reason, at.plusSeconds(1));
        for (var failure : List.of(passing, passing, forGood, forGood)) {
            assertTrue(senders.markUnreachable("gone@acme.example", failure));
            assertEquals(Map.of("gone@acme.example", failure), senders.unreachable(gone));
        }
        var weaker = DeliveryFailure.forAWhile(reason, at.plusSeconds(2));
        assertFalse(
                senders.markUnreachable("gone@acme.example", weaker), "a complaint does not pass with a full mailbox");
        senders.clearUnreachable("gone@acme.example", at.plusSeconds(3));
        assertEquals(Map.of(), senders.unreachable(gone));
        assertFalse(senders.markUnreachable("gone@acme.example", forGood), "an event that comes again undoes no lift");
        assertEquals(Map.of(), senders.unreachable(gone));
        var later = DeliveryFailure.forAWhile(reason, at.plusSeconds(4));
        assertTrue(senders.markUnreachable("gone@acme.example", later));
        assertEquals(Map.of("gone@acme.example", later), senders.unreachable(gone));
    }
}
