package guichet.store;

import static guichet.store.World.ALICE;
import static guichet.store.World.BRUNO;
import static guichet.store.World.MONDAY;
import static guichet.store.World.id;
import static guichet.store.World.mail;
import static guichet.store.World.opening;
import static guichet.store.World.to;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.command.TicketCommit;
import guichet.core.command.TicketStore;
import guichet.core.command.TicketStore.KnownMail;
import guichet.core.command.WriteResult;
import guichet.core.ticket.Body;
import guichet.core.ticket.MailRef;
import guichet.core.ticket.RecordedEvent;
import guichet.core.ticket.Redaction;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every ticket store holds to, in memory or in the table. */
abstract class TicketStoreContract {
    private static final WriteResult DONE = new WriteResult.Done();
    TicketStore store;

    /** An empty one. */
    abstract TicketStore newStore();

    @BeforeEach
    void emptyStore() {
        store = newStore();
    }

    private Ticket open(long number) {
        return write(opening(number)
                .mails(mail("first-" + number), "Bonjour, Jira est lent.")
                .commit());
    }

    private Ticket write(TicketCommit commit) {
        assertEquals(DONE, store.write(commit));
        return commit.after();
    }

    @Test
    void commits_on_two_tickets_are_written_both_or_not_at_all() {
        var first = open(1);
        var second = open(2);
        var one = to(first, BRUNO, Duration.ofHours(1)).says("un").commit();
        var other = to(second, BRUNO, Duration.ofHours(1)).says("deux").commit();
        write(to(second, ALICE, Duration.ofMinutes(30)).says("entre-temps").commit());
        assertEquals(new WriteResult.Stale(), store.write(List.of(one, other)));
        assertEquals(Optional.of(first), store.find(id(1)), "the other ticket had changed");

        var again = to(store.find(id(2)).orElseThrow(), BRUNO, Duration.ofHours(1))
                .says("deux")
                .commit();
        assertEquals(DONE, store.write(List.of(one, again)));
        assertEquals(Optional.of(one.after()), store.find(id(1)));
        assertEquals(Optional.of(again.after()), store.find(id(2)));
        assertEquals(DONE, store.write(List.of(one, again)), "a writer who never heard the outcome, and writes again");
    }

    @Test
    void a_ticket_is_found_as_it_was_written() {
        var ticket = open(1);
        assertEquals(Optional.of(ticket), store.find(id(1)));
        assertEquals(Optional.empty(), store.find(id(2)));
    }

    @Test
    void numbers_are_per_desk_and_never_given_twice() {
        assertEquals(1, store.nextNumber("cloud"));
        assertEquals(2, store.nextNumber("cloud"));
        assertEquals(1, store.nextNumber("daj"));
    }

    @Test
    @Tag("concurrent")
    void numbers_taken_at_once_all_differ() throws Exception {
        var taken = atOnce(8, _ -> store.nextNumber("cloud"));
        assertEquals(8, new HashSet<>(taken).size());
    }

    @Test
    void a_taken_number_opens_no_second_ticket() {
        var ticket = open(1);
        assertEquals(
                new WriteResult.NumberTaken(),
                store.write(opening(1, BRUNO).says("another").commit()));
        assertEquals(Optional.of(ticket), store.find(id(1)));
    }

    @Test
    void a_change_decided_on_an_old_version_is_stale_and_leaves_nothing() {
        var ticket = open(1);
        var first = write(
                to(ticket, BRUNO, Duration.ofHours(1)).says("Nous regardons.").commit());
        assertEquals(
                new WriteResult.Stale(),
                store.write(to(ticket, BRUNO, Duration.ofHours(2))
                        .says("Moi aussi.")
                        .mails(mail("late"), "x")
                        .commit()));
        assertEquals(Optional.of(first), store.find(id(1)));
        assertEquals(first.seq(), store.history(id(1), 0, 100).getLast().seq());
        assertEquals(Optional.empty(), store.mail("cloud", "late"));
    }

    @Test
    void a_change_of_a_ticket_that_is_not_there_is_stale() {
        var ticket = opening(9).says("never written").commit().after();
        assertEquals(
                new WriteResult.Stale(),
                store.write(to(ticket, BRUNO, Duration.ofHours(1)).says("x").commit()));
    }

    @Test
    @Tag("concurrent")
    void of_writers_at_once_on_one_version_exactly_one_wins() throws Exception {
        var ticket = open(1);
        var written = atOnce(
                6,
                i -> store.write(to(ticket, BRUNO, Duration.ofHours(1))
                        .says("answer " + i)
                        .commit()));
        assertEquals(1, written.stream().filter(DONE::equals).count());
        assertEquals(5, written.stream().filter(new WriteResult.Stale()::equals).count());
        assertEquals(ticket.seq() + 1, store.find(id(1)).orElseThrow().seq());
        assertEquals(ticket.seq() + 1, store.history(id(1), 0, 100).size());
    }

    @Test
    void a_write_whose_outcome_was_not_heard_is_done_when_written_again() {
        var opening = opening(1).mails(mail("first"), "Bonjour").key("k", "b").commit();
        write(opening);
        assertEquals(DONE, store.write(opening));
        var change = to(opening.after(), BRUNO, Duration.ofHours(1))
                .says("Nous regardons.")
                .commit();
        write(change);
        assertEquals(DONE, store.write(change));
        assertEquals(change.after().seq(), store.history(id(1), 0, 100).size());
    }

    @Test
    void a_timer_fires_only_while_the_ticket_is_due_then() {
        var due = Instant.parse("2026-03-05T08:00:00.000000001Z");
        var waiting = write(to(open(1), BRUNO, Duration.ofHours(1))
                .moves("attente-client", false, true)
                .due(due)
                .commit());
        var tooEarly = to(waiting, guichet.core.ticket.Actor.ROBOT, Duration.ofDays(3))
                .says("Relance")
                .firedFor(due.minusNanos(1))
                .due(null)
                .commit();
        assertEquals(new WriteResult.Stale(), store.write(tooEarly));
        var fired = to(waiting, guichet.core.ticket.Actor.ROBOT, Duration.ofDays(3))
                .says("Relance")
                .firedFor(due)
                .due(null)
                .commit();
        write(fired);
        var again = to(fired.after(), guichet.core.ticket.Actor.ROBOT, Duration.ofDays(3))
                .says("Relance")
                .firedFor(due)
                .due(null)
                .commit();
        assertEquals(new WriteResult.Stale(), store.write(again));
    }

    @Test
    void a_timer_that_was_decided_on_an_old_version_is_stale_though_the_ticket_is_due_then_still() {
        var due = MONDAY.plus(Duration.ofDays(3));
        var waiting = write(to(open(1), BRUNO, Duration.ofHours(1))
                .moves("attente-client", false, true)
                .due(due)
                .commit());
        var touched = write(
                to(waiting, BRUNO, Duration.ofHours(2)).says("Un mot").due(due).commit());
        var late = to(waiting, guichet.core.ticket.Actor.ROBOT, Duration.ofDays(3))
                .says("Relance")
                .firedFor(due)
                .due(null)
                .commit();
        assertEquals(new WriteResult.Stale(), store.write(late));
        assertEquals(Optional.of(touched), store.find(id(1)));
    }

    @Test
    void a_commit_without_events_only_moves_the_due_instant() {
        var ticket = open(1);
        var due = MONDAY.plus(Duration.ofDays(2));
        write(to(ticket, BRUNO, Duration.ZERO).due(due).commit());
        assertEquals(Optional.of(ticket), store.find(id(1)));
        write(to(ticket, BRUNO, Duration.ofDays(2)).firedFor(due).says("x").commit());
    }

    @Test
    void a_mail_belongs_to_the_ticket_that_it_opened_with_its_sender_and_fingerprint() {
        open(1);
        assertEquals(
                Optional.of(KnownMail.received(id(1), ALICE.address(), "print-of-first-1")),
                store.mail("cloud", "first-1"));
        assertEquals(Optional.empty(), store.mail("daj", "first-1"), "one Message-ID to two desks is two tickets");
    }

    @Test
    void a_repeated_mail_opens_no_second_ticket() {
        open(1);
        var repeat =
                opening(2).mails(mail("first-1"), "Bonjour, Jira est lent.").commit();
        assertEquals(new WriteResult.Claimed("first-1", id(1)), store.write(repeat));
        assertEquals(Optional.empty(), store.find(id(2)));
    }

    @Test
    void a_repeated_mail_joins_its_ticket_only_once() {
        var ticket = open(1);
        var joined = write(to(ticket, ALICE, Duration.ofHours(1))
                .mails(mail("second"), "Encore")
                .commit());
        assertEquals(
                new WriteResult.Claimed("second", id(1)),
                store.write(to(joined, ALICE, Duration.ofHours(1))
                        .mails(mail("second"), "Encore")
                        .commit()));
    }

    @Test
    @Tag("concurrent")
    void of_one_mail_delivered_many_times_at_once_exactly_one_opens_a_ticket() throws Exception {
        var written = atOnce(
                6,
                i -> store.write(opening(i + 1).mails(mail("first"), "Bonjour").commit()));
        assertEquals(1, written.stream().filter(DONE::equals).count());
        var owner = store.mail("cloud", "first").orElseThrow().ticket();
        assertEquals(
                5,
                written.stream()
                        .filter(new WriteResult.Claimed("first", owner)::equals)
                        .count());
    }

    @Test
    @Tag("concurrent")
    void siblings_of_an_unseen_ancestor_meet_in_one_ticket() throws Exception {
        var written = atOnce(
                4,
                i -> store.write(opening(i + 1)
                        .mails(mail("reply-" + i, "root", "middle"), "Re: nouvelle")
                        .commit()));
        assertEquals(1, written.stream().filter(DONE::equals).count());
        var owner = store.mail("cloud", "root").orElseThrow();
        assertEquals(KnownMail.unseen(owner.ticket()), owner);
        assertEquals(
                3,
                written.stream()
                        .filter(new WriteResult.Claimed("root", owner.ticket())::equals)
                        .count());
    }

    @Test
    void an_ancestor_that_comes_late_joins_the_ticket_that_claimed_it_and_no_other() {
        var reply =
                write(opening(1).mails(mail("reply", "root"), "Re: nouvelle").commit());
        assertEquals(
                new WriteResult.Claimed("root", id(1)),
                store.write(opening(2).mails(mail("root"), "Nouvelle").commit()));
        var joined = write(to(reply, ALICE, Duration.ofHours(1))
                .mails(mail("root"), "Nouvelle")
                .commit());
        assertEquals(
                Optional.of(KnownMail.received(id(1), ALICE.address(), "print-of-root")), store.mail("cloud", "root"));
        write(to(joined, ALICE, Duration.ofHours(2))
                .mails(mail("other", "root"), "Re: nouvelle")
                .commit());
        assertEquals(
                "print-of-root",
                store.mail("cloud", "root").orElseThrow().fingerprint(),
                "a claim leaves what is known");
    }

    @Test
    void a_thousand_ancestors_are_claimed_by_the_first_and_the_last() {
        var ancestors = new ArrayList<String>();
        for (var i = 0; i < 1000; i++) {
            ancestors.add("a" + i);
        }
        write(opening(1)
                .mails(new MailRef("reply", ancestors, "print", "raw"), "Re")
                .commit());
        assertTrue(store.mail("cloud", "a0").isPresent());
        assertTrue(store.mail("cloud", "a999").isPresent());
        assertTrue(store.mail("cloud", "a500").isEmpty());
    }

    @Test
    void a_mail_of_ours_is_remembered_under_the_id_that_it_went_out_under() {
        open(1);
        store.rememberSent(id(1), "0102@eu-west-1.amazonses.com", ALICE.address());
        store.rememberSent(id(1), "0102@eu-west-1.amazonses.com", ALICE.address());
        assertEquals(
                Optional.of(KnownMail.sent(id(1), ALICE.address())),
                store.mail("cloud", "0102@eu-west-1.amazonses.com"));
    }

    @Test
    void a_repeated_request_answers_with_the_ticket_of_the_first() {
        var opening = opening(1, BRUNO).says("Bonjour").key("k1", "body").commit();
        assertEquals(Optional.empty(), store.repeated(opening.key().orElseThrow(), MONDAY));
        write(opening);
        assertEquals(
                new WriteResult.Repeated(id(1), true),
                store.write(opening(2, BRUNO).says("Bonjour").key("k1", "body").commit()));
        assertEquals(
                new WriteResult.Repeated(id(1), false),
                store.write(opening(2, BRUNO).says("Bonsoir").key("k1", "other").commit()));
        assertEquals(
                Optional.of(new WriteResult.Repeated(id(1), true)),
                store.repeated(opening.key().orElseThrow(), MONDAY));
        assertEquals(Optional.empty(), store.find(id(2)));
        write(opening(2, ALICE).says("Bonjour").key("k1", "body").commit());
    }

    @Test
    void a_request_is_forgotten_after_two_days_to_the_second() {
        var opening = opening(1, BRUNO).says("Bonjour").key("k1", "body").commit();
        write(opening);
        var key = opening.key().orElseThrow();
        assertTrue(store.repeated(key, MONDAY.plus(Duration.ofDays(2)).minusSeconds(1))
                .isPresent());
        assertTrue(store.repeated(key, MONDAY.plus(Duration.ofDays(2))).isEmpty());
        var later = to(opening.after(), BRUNO, Duration.ofDays(2))
                .says("Encore")
                .key("k1", "third")
                .commit();
        write(later);
        assertEquals(
                Optional.of(new WriteResult.Repeated(id(1), true)),
                store.repeated(later.key().orElseThrow(), MONDAY.plus(Duration.ofDays(3))));
    }

    @Test
    void history_is_read_from_any_event_on_a_page_of_commits_at_a_time() {
        var ticket = open(1);
        var all = new ArrayList<RecordedEvent>(store.history(id(1), 0, 100));
        for (var i = 0; i < 45; i++) {
            var change = to(ticket, BRUNO, Duration.ofHours(i + 1))
                    .says("answer " + i)
                    .says("and " + i)
                    .commit();
            all.addAll(change.events());
            ticket = write(change);
        }
        assertEquals(all, store.history(id(1), 0, 100));
        assertEquals(all, store.history(id(1), -5, 100));
        assertEquals(all.subList(0, ticketEventsOfOpening() + 4), store.history(id(1), 0, 3));
        var middle = ticketEventsOfOpening() + 2L;
        assertEquals(
                all.subList((int) middle - 1, all.size()),
                store.history(id(1), middle, 100),
                "also from the middle of a commit");
        assertEquals(List.of(), store.history(id(1), ticket.seq() + 1, 100));
        assertEquals(List.of(), store.history(id(2), 0, 100));
    }

    private static int ticketEventsOfOpening() {
        return opening(1).mails(mail("x"), "").commit().events().size();
    }

    @Test
    void long_bodies_come_back_to_the_last_character() {
        var text = "déjà vu 🙂 ".repeat(2_000);
        var body = new Body(
                text,
                "> cité\n".repeat(1_000),
                Optional.of("<p>" + "é".repeat(50_000) + "</p>"),
                List.of(),
                Optional.of(new Redaction(1, List.of())));
        var opening = opening(1)
                .message(body, Optional.of(mail("long")))
                .message(Body.of("short"), Optional.empty())
                .commit();
        var ticket = write(opening);
        var seq = ticket.seq() - 1;
        assertEquals(Optional.of(body), store.body(id(1), seq));
        assertEquals(Optional.of(Body.of("short")), store.body(id(1), seq + 1));
        assertEquals(Optional.empty(), store.body(id(1), 1), "that event is no message");
        assertEquals(Optional.empty(), store.body(id(1), 99));
        assertEquals(opening.events().stream().map(RecordedEvent::listed).toList(), store.history(id(1), 0, 10));
    }

    @Test
    void a_body_of_middling_length_comes_back_whole_too() {
        for (var length : List.of(0, 1, 499, 500, 501, 3_071, 3_072, 3_073)) {
            var body = new Body("t".repeat(length), "q".repeat(length), Optional.of("h".repeat(length)), List.of());
            var ticket =
                    write(opening(length + 1).message(body, Optional.empty()).commit());
            assertEquals(Optional.of(body), store.body(ticket.id(), ticket.seq()));
        }
    }

    @Test
    void a_list_says_which_messages_have_html_wherever_it_is_kept() {
        for (var length : List.of(10, 50_000)) {
            var body = new Body("court", "", Optional.of("h".repeat(length)), List.of());
            var ticket = write(opening(length)
                    .message(body, Optional.empty())
                    .message(Body.of("sans"), Optional.empty())
                    .commit());
            var listed = store.history(ticket.id(), ticket.seq() - 1, 10).stream()
                    .map(recorded ->
                            ((TicketEvent.MessageAdded) recorded.event()).body().html())
                    .toList();
            assertEquals(List.of(Optional.of(""), Optional.empty()), listed, "HTML of " + length + " characters");
        }
    }

    @Test
    void a_list_says_of_which_messages_something_was_folded_away_wherever_it_is_kept() {
        for (var length : List.of(10, 50_000)) {
            var body = new Body("court", "q".repeat(length), Optional.empty(), List.of());
            var ticket = write(opening(length)
                    .message(body, Optional.empty())
                    .message(Body.of("sans"), Optional.empty())
                    .commit());
            var listed = store.history(ticket.id(), ticket.seq() - 1, 10).stream()
                    .map(recorded ->
                            ((TicketEvent.MessageAdded) recorded.event()).body().hasQuoted())
                    .toList();
            assertEquals(List.of(true, false), listed, "history of " + length + " characters");
        }
    }

    @Test
    void two_tickets_with_one_text_keep_it_each_for_itself() {
        var one = write(opening(1).says("x".repeat(9_000)).commit());
        var two = write(opening(2).says("x".repeat(9_000)).commit());
        assertNotEquals(one.id(), two.id());
        assertEquals(store.body(one.id(), one.seq()), store.body(two.id(), two.seq()));
    }

    interface Work<R> {
        R of(int index) throws Exception;
    }

    /** All start together, on a thread each. */
    static <R> List<R> atOnce(int count, Work<R> work) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(count)) {
            var running = new ArrayList<java.util.concurrent.Future<R>>();
            for (var i = 0; i < count; i++) {
                var index = i;
                Callable<R> task = () -> {
                    start.await();
                    return work.of(index);
                };
                running.add(threads.submit(task));
            }
            start.countDown();
            var results = new ArrayList<R>();
            for (var future : running) {
                results.add(future.get());
            }
            return results;
        }
    }
}
