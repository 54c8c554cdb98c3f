package guichet.store;

import static guichet.store.World.MONDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.store.HeldMail.Decision;
import guichet.store.HeldMail.Verdict;
import guichet.store.HeldMailTable.Decided;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

@Tag("aws")
class HeldMailTableTest {
    private static final Instant DUE = MONDAY.plus(Duration.ofDays(2));
    private String table;
    private HeldMailTable held;
    private DueIndex due;
    private Senders senders;

    @BeforeEach
    void emptyTable() {
        table = TestAws.get().table();
        held = new HeldMailTable(TestAws.get().dynamoDb(), table);
        senders = new Senders(TestAws.get().dynamoDb(), table);
        due = new DueIndex(TestAws.get().dynamoDb(), table);
    }

    private static HeldMail mail(int minute) {
        var at = MONDAY.plus(Duration.ofMinutes(minute));
        return new HeldMail(
                "daj",
                HeldMail.id(at, "mail-" + minute),
                "new@press.example",
                "Nouveau",
                "Bonjour",
                at,
                "a first mail of this sender",
                "mail/" + minute,
                Optional.empty(),
                "Bonjour à tous");
    }

    private List<DueIndex.Item> due(Instant at) {
        var found = new ArrayList<DueIndex.Item>();
        for (var shard = 0; shard < DueIndex.SHARDS; shard++) {
            found.addAll(due.due(shard, at, 100));
        }
        return found;
    }

    @Test
    void one_that_cannot_be_read_hides_no_other_from_the_list() {
        held.hold(mail(1), DUE);
        TestAws.get()
                .dynamoDb()
                .putItem(put -> put.tableName(table)
                        .item(Map.of(
                                "pk", Attr.s(Keys.held("daj")), "sk", Attr.s("0-broken"), "held", Attr.b(new byte[] {
                                    1, 2, 3
                                }))));
        assertEquals(List.of(mail(1)), held.list("daj", Optional.empty(), 10));
        assertThrows(UnreadableItemException.class, () -> held.find("daj", "0-broken"));
    }

    @Test
    void a_mail_is_held_once_however_often_it_is_delivered() {
        assertTrue(held.hold(mail(1), DUE));
        assertFalse(held.hold(mail(1), DUE));
        assertEquals(Optional.of(mail(1)), held.find("daj", mail(1).id()));
    }

    @Test
    void held_mails_are_listed_oldest_first_page_by_page() {
        List.of(3, 1, 2).forEach(minute -> held.hold(mail(minute), DUE));
        assertEquals(List.of(mail(1), mail(2)), held.list("daj", Optional.empty(), 2));
        assertEquals(List.of(mail(3)), held.list("daj", Optional.of(mail(2).id()), 2));
        assertEquals(List.of(), held.list("cloud", Optional.empty(), 2));
    }

    @Test
    @Tag("concurrent")
    void of_two_who_decide_at_once_one_does_and_the_other_sees_who_did() throws Exception {
        held.hold(mail(1), DUE);
        var decided =
                TicketStoreContract.atOnce(4, i -> held.decide("daj", mail(1).id(), Verdict.ONCE, "agent" + i, MONDAY));
        var winner = decided.stream()
                .filter(Decided.Done.class::isInstance)
                .map(Decided.Done.class::cast)
                .toList();
        assertEquals(1, winner.size());
        var decision = winner.getFirst().mail().decision();
        assertTrue(decision.isPresent());
        assertEquals(
                3,
                decided.stream()
                        .filter(other -> other instanceof Decided.Before before
                                && before.mail().decision().equals(decision))
                        .count());
    }

    @Test
    void a_decided_mail_stays_until_what_was_decided_is_done_and_is_not_held_anew_after_that() {
        held.hold(mail(1), DUE);
        held.decide("daj", mail(1).id(), Verdict.NEVER, "nicolas", MONDAY);
        assertEquals(
                Optional.of(new Decision(Verdict.NEVER, "nicolas", MONDAY)),
                held.find("daj", mail(1).id()).orElseThrow().decision());
        assertEquals(List.of(), held.list("daj", Optional.empty(), 10), "it waits for nobody any more");
        held.forget(mail(1), MONDAY);
        assertFalse(held.hold(mail(1), DUE), "a late delivery of the same mail");
    }

    @Test
    void a_decision_on_nothing_leaves_nothing() {
        assertEquals(new Decided.NotHeld(), held.decide("daj", mail(1).id(), Verdict.ALWAYS, "nicolas", MONDAY));
        assertTrue(held.find("daj", mail(1).id()).isEmpty());
        assertEquals(Optional.empty(), senders.standing("daj", "new@press.example"));
    }

    @Test
    void a_decision_for_good_is_one_on_the_sender_and_the_first_stands() {
        held.hold(mail(1), DUE);
        held.hold(mail(2), DUE);
        held.decide("daj", mail(1).id(), Verdict.ONCE, "nicolas", MONDAY);
        assertEquals(Optional.empty(), senders.standing("daj", "new@press.example"));
        held.decide("daj", mail(2).id(), Verdict.ALWAYS, "nicolas", MONDAY);
        held.decide("daj", mail(2).id(), Verdict.NEVER, "fabien", MONDAY);
        assertEquals(
                Optional.of(new Senders.Standing(true, "nicolas", MONDAY)),
                senders.standing("daj", "new@press.example"));
    }

    @Test
    void what_is_decided_for_good_says_whether_its_sender_is_let_in_at_that_desk_alone() {
        held.hold(mail(1), DUE);
        held.decide("daj", mail(1).id(), Verdict.NEVER, "nicolas", MONDAY);
        assertEquals(
                Optional.of(new Senders.Standing(false, "nicolas", MONDAY)),
                senders.standing("daj", "new@press.example"));
        assertEquals(Optional.empty(), senders.standing("cloud", "new@press.example"));
        assertEquals(
                List.of(Verdict.ONCE, Verdict.ALWAYS),
                Stream.of(Verdict.values()).filter(Verdict::letsIn).toList());
    }

    @Test
    void whoever_comes_second_to_a_decision_says_nothing_of_the_sender() {
        held.hold(mail(1), DUE);
        var db = TestAws.get()
                .dynamoDb(new Meanwhile(() -> held.decide("daj", mail(1).id(), Verdict.ONCE, "nicolas", MONDAY)));
        var second = new HeldMailTable(db, table).decide("daj", mail(1).id(), Verdict.NEVER, "fabien", MONDAY);
        assertEquals(
                Optional.of(new Decision(Verdict.ONCE, "nicolas", MONDAY)),
                assertInstanceOf(Decided.Before.class, second).mail().decision());
        assertEquals(Optional.empty(), senders.standing("daj", "new@press.example"));
    }

    @Test
    void a_mail_that_is_gone_is_not_called_back_by_being_forgotten() {
        assertThrows(ConditionalCheckFailedException.class, () -> held.forget(mail(1), MONDAY));
        assertEquals(Optional.empty(), held.find("daj", mail(1).id()));
    }

    @Test
    void a_mail_that_nobody_decides_on_is_told_once_and_stays() {
        held.hold(mail(1), DUE);
        assertEquals(List.of(), due(DUE.minusNanos(1)));
        assertEquals(List.of(new DueIndex.DueHeldMail("daj", mail(1).id(), DUE)), due(DUE));
        assertTrue(held.settle("daj", mail(1).id(), DUE));
        assertFalse(held.settle("daj", mail(1).id(), DUE));
        assertEquals(List.of(), due(DUE));
        assertTrue(held.find("daj", mail(1).id()).isPresent());
    }

    @Test
    void a_decision_is_due_at_once_until_it_is_settled() {
        held.hold(mail(1), DUE);
        held.decide("daj", mail(1).id(), Verdict.NO, "nicolas", MONDAY);
        assertEquals(List.of(new DueIndex.DueHeldMail("daj", mail(1).id(), MONDAY)), due(MONDAY));
        assertFalse(held.settle("daj", mail(1).id(), DUE), "what a sweep saw before the decision");
        assertTrue(held.settle("daj", mail(1).id(), MONDAY));
        assertEquals(List.of(), due(DUE));
    }
}
