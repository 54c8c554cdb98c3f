package guichet.store;

import static guichet.store.World.MONDAY;
import static guichet.store.World.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.ticket.TicketId;
import guichet.store.NoticeLedger.Claim;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("aws")
class NoticeLedgerTest {
    private static final NoticeKey KEY = NoticeKey.of(id(88), 3, MONDAY, "Alice@acme.example");
    private NoticeLedger ledger;

    @BeforeEach
    void emptyTable() {
        ledger = new NoticeLedger(TestAws.get().dynamoDb(), TestAws.get().table());
    }

    @Test
    void a_notice_is_sent_once_however_often_it_is_delivered() {
        assertEquals(new Claim.Yours(1), ledger.claim(KEY, MONDAY));
        ledger.sent(KEY, "0102@ses", MONDAY.plusSeconds(1));
        assertEquals(new Claim.Sent("0102@ses"), ledger.claim(KEY, MONDAY.plusSeconds(2)));
        assertEquals(new Claim.Sent("0102@ses"), ledger.claim(KEY, MONDAY.plus(Duration.ofDays(44))));
    }

    @Test
    @Tag("concurrent")
    void of_several_at_once_one_sends() throws Exception {
        var claims = TicketStoreContract.atOnce(6, _ -> ledger.claim(KEY, MONDAY));
        assertEquals(1, claims.stream().filter(new Claim.Yours(1)::equals).count());
        assertEquals(
                5,
                claims.stream()
                        .filter(new Claim.Busy(MONDAY.plus(NoticeLedger.LEASE))::equals)
                        .count());
    }

    @Test
    @Tag("concurrent")
    void a_lease_lives_five_minutes_and_then_one_takes_over() throws Exception {
        ledger.claim(KEY, MONDAY);
        var until = MONDAY.plus(Duration.ofMinutes(5));
        assertEquals(new Claim.Busy(until), ledger.claim(KEY, until.minusNanos(1)));
        var expired = new Claim.Expired(until, 1);
        assertEquals(expired, ledger.claim(KEY, until));
        var claims = TicketStoreContract.atOnce(4, _ -> ledger.takeOver(KEY, expired, until));
        assertEquals(1, claims.stream().filter(new Claim.Yours(2)::equals).count());
        assertEquals(
                3,
                claims.stream()
                        .filter(new Claim.Busy(until.plus(NoticeLedger.LEASE))::equals)
                        .count());
    }

    @Test
    void each_who_takes_over_counts_one_more_try() {
        ledger.claim(KEY, MONDAY);
        var first = MONDAY.plus(NoticeLedger.LEASE);
        assertEquals(new Claim.Yours(2), ledger.takeOver(KEY, new Claim.Expired(first, 1), first));
        var second = first.plus(NoticeLedger.LEASE);
        assertEquals(new Claim.Expired(second, 2), ledger.claim(KEY, second));
        assertEquals(new Claim.Yours(3), ledger.takeOver(KEY, new Claim.Expired(second, 2), second));
    }

    @Test
    void one_notice_is_one_commits_to_one_address_whatever_its_case() {
        assertEquals(KEY, NoticeKey.of(id(88), 3, MONDAY, "alice@ACME.example"));
        ledger.claim(KEY, MONDAY);
        for (var other : List.of(
                NoticeKey.of(id(88), 4, MONDAY, "alice@acme.example"),
                NoticeKey.of(id(89), 3, MONDAY, "alice@acme.example"),
                NoticeKey.of(id(88), 3, MONDAY, "albert@acme.example"),
                NoticeKey.of(new TicketId("logeas", 88), 3, MONDAY, "alice@acme.example"))) {
            assertEquals(new Claim.Yours(1), ledger.claim(other, MONDAY), other.tag());
        }
    }

    @Test
    void only_what_nobody_has_settled_is_unsettled() {
        var settled = NoticeKey.of(id(89), 3, MONDAY, "alice@acme.example");
        var unknown = NoticeKey.of(id(90), 3, MONDAY, "alice@acme.example");
        ledger.claim(KEY, MONDAY);
        ledger.claim(settled, MONDAY);
        ledger.settle(settled, "0102@ses", "Alice@acme.example", MONDAY);
        assertEquals(Set.of(KEY, unknown), ledger.unsettled(List.of(KEY, settled, unknown)));
    }

    @Test
    void what_the_mail_service_says_meanwhile_ends_an_expired_lease() {
        ledger.claim(KEY, MONDAY);
        ledger.sent(NoticeKey.ofTag(KEY.tag()).orElseThrow(), "0102@ses", MONDAY.plusSeconds(2));
        assertEquals(
                new Claim.Sent("0102@ses"),
                ledger.takeOver(KEY, new Claim.Expired(MONDAY.plus(NoticeLedger.LEASE), 1), MONDAY.plusSeconds(301)));
    }

    @Test
    void the_first_word_on_what_was_sent_stands() {
        ledger.claim(KEY, MONDAY);
        assertTrue(ledger.sent(KEY, "first", MONDAY), "it is the first");
        assertFalse(ledger.sent(KEY, "second", MONDAY));
        assertEquals(NoticeLedger.LEASE, ledger.lease());
        ledger.release(KEY);
        assertEquals(new Claim.Sent("first"), ledger.claim(KEY, MONDAY));
    }

    @Test
    void what_is_said_of_a_notice_long_forgotten_is_not_remembered() {
        ledger.sent(KEY, "0102@ses", MONDAY);
        assertEquals(new Claim.Yours(1), ledger.claim(KEY, MONDAY));
    }

    @Test
    void a_refused_mail_may_be_tried_at_once() {
        ledger.claim(KEY, MONDAY);
        ledger.release(KEY);
        assertEquals(new Claim.Yours(1), ledger.claim(KEY, MONDAY.plusSeconds(1)));
    }

    @Test
    void a_tag_holds_the_key_and_only_what_a_mail_service_takes() {
        assertEquals(Optional.of(KEY), NoticeKey.ofTag(KEY.tag()));
        assertEquals(KEY.tag(), KEY.tag().replaceAll("[^A-Za-z0-9_-]", "?"));
        assertEquals(Optional.empty(), NoticeKey.ofTag("cloud-88-3-x-y"));
        assertEquals(Optional.empty(), NoticeKey.ofTag("x".repeat(10_000)));
    }
}
