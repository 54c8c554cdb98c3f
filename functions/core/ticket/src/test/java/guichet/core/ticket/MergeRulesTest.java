package guichet.core.ticket;

import static guichet.core.ticket.Garage.ANN;
import static guichet.core.ticket.Garage.BOB;
import static guichet.core.ticket.Garage.CAR;
import static guichet.core.ticket.Garage.CARL;
import static guichet.core.ticket.Garage.DORA;
import static guichet.core.ticket.TicketScenario.time;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.command.Actions;
import guichet.core.command.Command;
import guichet.core.command.CommandHandler;
import guichet.core.command.CommandHandler.Outcome;
import guichet.core.command.Decision;
import guichet.core.command.InMemoryTicketStore;
import guichet.core.command.Refusal;
import guichet.core.command.Workflow;
import guichet.core.desk.Channel;
import guichet.core.desk.Desk;
import guichet.core.ticket.Garage.Opening;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Dora's and Carl's requests, of which Carl's is merged into Dora's. */
class MergeRulesTest {
    private static final Instant NOON = time("2026-03-02 12:00");
    private static final Instant ONE = time("2026-03-02 13:00");
    private static final Person EVE = Person.of("eve@elsewhere.example");

    private final Desk desk = Garage.with("""
            reactions:
              - what another joins is opened: { on: joined, in: new, move-to: open }
              - what joins another moves no further: { on: merged, in: new, move-to-queue: workshop }
            notices:
              - the creator hears where it went: { on: merged, tell: creator, text: gone }
              - the agents hear what came: { on: joined, tell: agents, text: word }
            texts:
              gone: { fr: "Suite dans {survivor}.", en: "Continued in {survivor}." }
            """);
    private final InMemoryTicketStore store = new InMemoryTicketStore();
    private final CommandHandler handler = new CommandHandler(store);
    private final TicketId survivor = opened(DORA);
    private final TicketId duplicate = opened(CARL);

    private TicketId opened(Actor by) {
        var opening = new Opening("repair", by, by, Channel.MAIL, CAR);
        return done(handler.open(desk, opening::command, NOON, Optional.empty()))
                .ticket()
                .id();
    }

    private static Decision.Accepted done(Outcome outcome) {
        return assertInstanceOf(Outcome.Done.class, outcome).accepted();
    }

    private Outcome merge(TicketId going, TicketId staying, OptionalLong expected) {
        return handler.merge(desk, going, staying, ANN, ONE, expected, Optional.empty());
    }

    private Ticket ticket(TicketId id) {
        return store.find(id).orElseThrow();
    }

    @Test
    void the_duplicates_requester_and_the_people_in_its_copy_go_along() {
        var withEve = new Command.AddMessage(
                CARL, Visibility.PUBLIC, Channel.MAIL, Body.of("x"), Optional.empty(), Optional.empty(), List.of(EVE));
        handler.change(desk, duplicate, withEve, NOON);
        done(merge(duplicate, survivor, OptionalLong.empty()));
        assertEquals(List.of(CARL.person(), EVE), ticket(survivor).participants());
        assertEquals(DORA.person(), ticket(survivor).requester());
    }

    @Test
    void the_survivor_is_awaited_for_what_nobody_has_answered_on_the_duplicate() {
        handler.change(
                desk,
                survivor,
                new Command.AddMessage(
                        ANN,
                        Visibility.PUBLIC,
                        Channel.PORTAL,
                        Body.of("Voilà."),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()),
                NOON);
        assertEquals(Optional.empty(), ticket(survivor).waitingSince());
        var since = ticket(duplicate).waitingSince();
        assertTrue(since.isPresent());
        done(merge(duplicate, survivor, OptionalLong.empty()));
        assertEquals(since, ticket(survivor).waitingSince());
    }

    @Test
    void the_duplicate_is_closed_and_awaits_nobody_and_the_survivor_goes_on() {
        done(merge(duplicate, survivor, OptionalLong.empty()));
        assertEquals(Optional.of(survivor), ticket(duplicate).mergedInto());
        assertEquals(Optional.of(ONE), ticket(duplicate).closedAt());
        assertEquals(Optional.empty(), ticket(duplicate).waitingSince());
        assertEquals(Optional.of(NOON), ticket(survivor).waitingSince());
        assertEquals(List.of(), Workflow.targets(desk, ticket(duplicate), ANN));
        assertEquals(List.of(), Actions.of(desk, ticket(duplicate), ANN));
    }

    @Test
    void what_happens_on_joined_happens_to_the_survivor_and_on_merged_to_the_duplicate() {
        done(merge(duplicate, survivor, OptionalLong.empty()));
        assertEquals("open", ticket(survivor).state());
        assertEquals("counter", ticket(survivor).queue());
        assertEquals("new", ticket(duplicate).state());
        assertEquals("workshop", ticket(duplicate).queue());
    }

    @Test
    void the_creator_of_the_duplicate_hears_where_it_went() {
        var notices = done(merge(duplicate, survivor, OptionalLong.empty())).notices();
        assertEquals(
                List.of("carl@fleet.example gone"),
                notices.stream()
                        .map(notice ->
                                notice.to().address() + " " + notice.text().orElseThrow())
                        .toList());
        assertEquals(survivor.toString(), notices.getFirst().values().get("survivor"));
    }

    @Test
    void a_ticket_goes_into_no_ticket_that_has_gone_itself_and_never_into_itself() {
        var third = opened(CARL);
        done(merge(survivor, third, OptionalLong.empty()));
        var changed = assertInstanceOf(Outcome.Changed.class, merge(duplicate, survivor, OptionalLong.empty()));
        assertEquals(survivor, changed.ticket().id());
        assertEquals(Optional.empty(), ticket(duplicate).mergedInto());
        var refused = assertInstanceOf(Outcome.Refused.class, merge(duplicate, duplicate, OptionalLong.empty()));
        assertTrue(refused.refusal() instanceof Refusal.BadValue, refused::toString);
    }

    @Test
    void a_duplicate_that_somebody_changed_meanwhile_is_not_merged_and_neither_ticket_is_written() {
        var seen = OptionalLong.of(ticket(duplicate).seq());
        handler.change(desk, duplicate, new Command.Assign(BOB, Optional.of(BOB.person())), NOON);
        var before = ticket(survivor);
        assertInstanceOf(Outcome.Changed.class, merge(duplicate, survivor, seen));
        assertEquals(before, ticket(survivor));
        assertEquals(Optional.empty(), ticket(duplicate).mergedInto());
    }

    @Test
    void a_customer_merges_nothing() {
        var outcome = handler.merge(desk, duplicate, survivor, CARL, ONE, OptionalLong.empty(), Optional.empty());
        assertInstanceOf(
                Refusal.NotAllowed.class,
                assertInstanceOf(Outcome.Refused.class, outcome).refusal());
    }
}
