package guichet.core.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.automation.DueStep;
import guichet.core.automation.Timers;
import guichet.core.ticket.AnyCommands.Life;
import guichet.core.ticket.TicketEvent.MessageAdded;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** What holds whatever happens to a ticket, in whatever order, swept on time, late, or twice. */
class DeciderProperties {
    @Provide
    Arbitrary<Life> lives() {
        return AnyCommands.lives(-60);
    }

    /** Lives in which nothing comes in late. */
    @Provide
    Arbitrary<Life> punctualLives() {
        return AnyCommands.lives(0);
    }

    /** @param swept how time passes before each command; @param check after each command */
    private static TicketScenario live(Life life, Consumer<TicketScenario> swept, Consumer<TicketScenario> check) {
        var ticket = TicketScenario.on(TicketScenario.CLOUD, "2026-01-01 00:00")
                .at(life.start())
                .does(TicketScenario.open(life.requester(), life.requester(), life.channel()));
        check.accept(ticket);
        for (var tried : life.tried()) {
            ticket.at(ticket.now().plus(tried.gap()));
            swept.accept(ticket);
            ticket.tries(tried.command());
            check.accept(ticket);
        }
        ticket.at(ticket.now().plus(Duration.ofDays(40)));
        swept.accept(ticket);
        check.accept(ticket);
        return ticket;
    }

    private static TicketScenario live(Life life) {
        return live(life, TicketScenario::sweep, _ -> {});
    }

    /** The properties below would hold of lives in which nothing happens, too. */
    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void lives_are_eventful(@ForAll("lives") Life life) {
        var kinds = live(life).history().stream()
                .map(recorded -> switch (recorded.event()) {
                    case TicketEvent.TimerFired _ -> "reminded or closed";
                    case TicketEvent.Reacted _ -> "resumed or reopened";
                    case TicketEvent.ClockMoved moved -> "clock " + moved.change();
                    default -> recorded.event().getClass().getSimpleName();
                })
                .collect(java.util.stream.Collectors.toSet());
        for (var kind : List.of(
                "reminded or closed",
                "resumed or reopened",
                "clock PAUSED",
                "clock RESUMED",
                "clock STOPPED",
                "clock WARNED",
                "clock BREACHED",
                "clock RETARGETED",
                "Escalated",
                "OwnerChanged",
                "ParticipantsAdded",
                "Unreachable")) {
            Statistics.label(kind)
                    .collect(kinds.contains(kind))
                    .coverage(coverage -> coverage.check(true).percentage(percent -> percent > 1));
        }
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void the_events_applied_again_give_the_ticket(@ForAll("lives") Life life) {
        var ticket = live(life);
        Optional<Ticket> replayed = Optional.empty();
        for (var recorded : ticket.history()) {
            replayed = Optional.of(TicketEvolution.evolve(ticket.ticket().id(), replayed, recorded));
        }
        assertEquals(ticket.ticket(), replayed.orElseThrow());
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void seq_has_no_gap_and_time_never_goes_back(@ForAll("lives") Life life) {
        var history = live(life).history();
        for (int index = 0; index < history.size(); index++) {
            assertEquals(index + 1, history.get(index).seq());
            assertTrue(
                    index == 0
                            || !history.get(index)
                                    .at()
                                    .isBefore(history.get(index - 1).at()),
                    history.get(index)::toString);
        }
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void a_second_sweep_changes_nothing(@ForAll("lives") Life life) {
        live(
                life,
                ticket -> {
                    var before = ticket.sweep().ticket();
                    var due = ticket.last().due();
                    assertEquals(List.of(), ticket.sweep().last().events());
                    assertEquals(before, ticket.ticket());
                    assertEquals(due, ticket.last().due());
                    assertTrue(due.isEmpty() || due.get().isAfter(ticket.now()), () -> "still due at " + due);
                },
                _ -> {});
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void sweeps_on_time_and_one_late_sweep_come_to_the_same(@ForAll("punctualLives") Life life) {
        var late = live(life, TicketScenario::sweep, _ -> {});
        var onTime = live(life, ticket -> ticket.passesTo(ticket.now()), _ -> {});
        assertEquals(late.ticket(), onTime.ticket());
        assertEquals(late.history(), onTime.history());
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void the_next_due_instant_is_that_of_the_earliest_timer(@ForAll("lives") Life life) {
        live(
                life,
                TicketScenario::sweep,
                ticket -> assertEquals(
                        Timers.pending(TicketScenario.CLOUD, ticket.ticket()).stream()
                                .map(DueStep::due)
                                .min(java.util.Comparator.naturalOrder()),
                        ticket.last().due()));
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void a_command_sends_an_address_one_mail_at_most_and_none_to_the_desk(@ForAll("lives") Life life) {
        live(life, TicketScenario::sweep, ticket -> {
            var addresses = ticket.last().notices().stream()
                    .map(notice -> notice.to().address())
                    .toList();
            assertEquals(addresses.stream().distinct().toList(), addresses);
            assertTrue(addresses.stream().noneMatch(TicketScenario.CLOUD::isOurs));
        });
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void customers_are_never_told_an_internal_note(@ForAll("lives") Life life) {
        live(
                life,
                TicketScenario::sweep,
                ticket -> ticket.last()
                        .notices()
                        .forEach(notice -> notice.messages().forEach(seq -> {
                            var message = (MessageAdded)
                                    ticket.history().get((int) (seq - 1)).event();
                            assertEquals(Visibility.PUBLIC, message.visibility());
                        })));
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void the_last_touch_is_the_last_event_by_a_person_that_is_no_automatic_mail(@ForAll("lives") Life life) {
        var ticket = live(life);
        var touches = ticket.history().stream()
                .filter(recorded -> !recorded.by().equals(Actor.ROBOT))
                .filter(recorded -> !(recorded.event() instanceof MessageAdded message)
                        || message.automatic().isEmpty())
                .toList();
        assertEquals(touches.getLast().at(), ticket.ticket().lastTouch());
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void nothing_waits_for_the_desk_that_is_closed_by_the_robot(@ForAll("lives") Life life) {
        live(life, TicketScenario::sweep, ticket -> {
            var closedNow = ticket.last().events().stream()
                            .anyMatch(recorded -> recorded.event() instanceof TicketEvent.TimerFired)
                    && ticket.ticket().isClosed();
            assertFalse(closedNow && ticket.ticket().waitingSince().isPresent());
        });
    }
}
