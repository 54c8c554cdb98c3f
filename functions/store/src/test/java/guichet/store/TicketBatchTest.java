package guichet.store;

import static guichet.store.World.BRUNO;
import static guichet.store.World.id;
import static guichet.store.World.mail;
import static guichet.store.World.opening;
import static guichet.store.World.to;
import static org.junit.jupiter.api.Assertions.assertEquals;

import guichet.core.command.WriteResult;
import guichet.core.ticket.Ticket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("aws")
class TicketBatchTest {
    private final CapacityMeter meter = new CapacityMeter();
    private final DynamoTicketStore store =
            new DynamoTicketStore(TestAws.get().dynamoDb(meter), TestAws.get().table(), new BlobsInMemory(), () -> "");
    private final TicketBatch batch = new TicketBatch(store);
    private Ticket first;

    @BeforeEach
    void aTicket() {
        first = opening(1).mails(mail("first"), "Bonjour").commit().after();
        store.write(opening(1).mails(mail("first"), "Bonjour").commit());
        meter.take();
    }

    @Test
    void what_was_read_ahead_is_one_call_and_told_once() {
        batch.readAhead(List.of(id(1), id(2), id(1)));
        assertEquals(
                Set.of("first"),
                batch.readAhead("cloud", List.of("first", "unknown", "first")).keySet());
        assertEquals(List.of("BatchGetItem", "BatchGetItem"), meter.take().calls());
        assertEquals(Optional.of(first), batch.find(id(1)));
        assertEquals(Optional.empty(), batch.find(id(2)));
        assertEquals(id(1), batch.mail("cloud", "first").orElseThrow().ticket());
        assertEquals(Optional.empty(), batch.mail("cloud", "unknown"));
        assertEquals(List.of(), meter.take().calls());
        batch.find(id(1));
        batch.mail("cloud", "unknown");
        assertEquals(List.of("GetItem", "GetItem"), meter.take().calls());
    }

    @Test
    void what_was_not_read_ahead_is_asked_of_the_table() {
        batch.readAhead("cloud", List.of("first"));
        assertEquals(Optional.empty(), batch.mail("daj", "first"), "at another desk it is another mail");
        assertEquals(Optional.of(first), batch.find(id(1)));
    }

    @Test
    void a_decision_on_what_changed_meanwhile_is_refused_and_the_next_look_shows_it() {
        batch.readAhead(List.of(id(1)));
        var changed = to(first, BRUNO, Duration.ofMinutes(1)).says("J'arrive").commit();
        store.write(changed);
        var old = batch.find(id(1)).orElseThrow();
        assertEquals(
                new WriteResult.Stale(),
                batch.write(
                        to(old, BRUNO, Duration.ofMinutes(2)).says("Trop tard").commit()));
        assertEquals(Optional.of(changed.after()), batch.find(id(1)));
    }

    @Test
    void a_mail_of_the_batch_finds_the_one_before_it() {
        batch.readAhead("cloud", List.of("second", "third"));
        batch.readAhead(List.of(id(1)));
        var joined = to(first, BRUNO, Duration.ofMinutes(1))
                .mails(mail("second", "third"), "Suite")
                .commit();
        assertEquals(new WriteResult.Done(), batch.write(joined));
        assertEquals(id(1), batch.mail("cloud", "second").orElseThrow().ticket());
        assertEquals(id(1), batch.mail("cloud", "third").orElseThrow().ticket());
        assertEquals(Optional.of(joined.after()), batch.find(id(1)));
    }

    @Test
    @Tag("capacity")
    void a_sent_mail_is_known_at_once() {
        batch.readAhead("cloud", List.of("sent@ses"));
        batch.rememberSent(id(1), "sent@ses", "alice@acme.example");
        assertEquals(id(1), batch.mail("cloud", "sent@ses").orElseThrow().ticket());
    }

    @Test
    @Tag("capacity")
    void numbers_expected_are_taken_by_one_call_and_none_twice() {
        batch.expect("cloud", 3);
        batch.expect("cloud", 1);
        assertEquals(
                List.of(1L, 2L),
                Stream.generate(() -> batch.nextNumber("cloud")).limit(2).toList());
        assertEquals(List.of("UpdateItem"), meter.take().calls());
        assertEquals(5, new TicketBatch(store).nextNumber("cloud"), "somebody else goes on after the block");
        assertEquals(
                List.of(3L, 4L, 6L),
                Stream.generate(() -> batch.nextNumber("cloud")).limit(3).toList(),
                "more than expected come one by one");
        assertEquals(1, batch.nextNumber("daj"));
    }
}
