package guichet.core.ticket;

import static guichet.core.ticket.Garage.ANN;
import static guichet.core.ticket.Garage.CAR;
import static guichet.core.ticket.Garage.DORA;
import static guichet.core.ticket.Garage.move;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import guichet.core.command.Command;
import guichet.core.command.Refusal;
import guichet.core.desk.Channel;
import guichet.core.ticket.Garage.Opening;
import guichet.core.ticket.TicketEvent.PriorityChanged;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code priority:} with its matrix (S2-12), sentence by sentence (docs/desk-language.md). */
class PriorityRulesTest {
    private static final Opening PHONED = new Opening("repair", ANN, DORA, Channel.PHONE, CAR);

    private static TicketScenario opened(Opening opening) {
        return TicketScenario.on(Garage.with(""), "2026-03-02 10:00").does(opening.command());
    }

    private static Command.SetPriority set(String outright, String impact, String urgency) {
        return new Command.SetPriority(ANN, given(outright), given(impact), given(urgency), "Vu.");
    }

    private static Optional<String> given(String name) {
        return Optional.ofNullable(name);
    }

    private static String priority(TicketScenario ticket) {
        return ticket.ticket().priority();
    }

    @ParameterizedTest
    @CsvSource({"fleet, now, high", "fleet, later, middle", "car, now, middle", "car, later, low"})
    void impact_and_urgency_give_the_priority_at_the_opening_and_later(String impact, String urgency, String priority) {
        assertEquals(priority, priority(opened(PHONED.weighs("", impact, urgency))));
        assertEquals(priority, priority(opened(PHONED).does(set(null, impact, urgency))));
    }

    @Test
    void a_priority_said_outright_comes_before_what_they_would_give() {
        assertEquals("low", priority(opened(PHONED.weighs("low", "fleet", "now"))));
        assertEquals("low", priority(opened(PHONED).does(set("low", "fleet", "now"))));
    }

    @Test
    void a_request_begins_with_the_normal_one() {
        assertEquals("middle", priority(opened(PHONED)));
    }

    @Test
    void another_impact_goes_with_the_urgency_that_the_ticket_has_and_the_other_way_round() {
        var ticket = opened(PHONED.weighs("", "car", "now"));
        assertEquals("high", priority(ticket.does(set(null, "fleet", null))));
        assertEquals("middle", priority(ticket.does(set(null, null, "later"))));
        assertEquals(Optional.of("fleet"), ticket.ticket().impact());
        assertEquals(Optional.of("later"), ticket.ticket().urgency());
    }

    @Test
    void a_priority_said_outright_leaves_impact_and_urgency_as_they_are() {
        var ticket = opened(PHONED.weighs("", "fleet", "later"))
                .does(set("low", null, null))
                .ticket();
        assertEquals(Optional.of("fleet"), ticket.impact());
        assertEquals(Optional.of("later"), ticket.urgency());
    }

    @Test
    void an_urgency_that_changes_no_priority_is_kept_all_the_same() {
        var ticket = opened(PHONED.weighs("middle", "car", "later")).does(set("middle", null, "now"));
        assertEquals(Optional.of("now"), ticket.ticket().urgency());
    }

    @Test
    void a_priority_asked_for_on_the_way_is_set() {
        var ticket = opened(PHONED).does(move(ANN, "planned", Map.of("day", "2026-03-20", "urgent", "high")));
        assertEquals("high", priority(ticket));
        assertEquals(List.of("StateChanged", "PriorityChanged"), ticket.kinds());
    }

    @Test
    void its_reason_is_kept() {
        var change = (PriorityChanged) opened(PHONED)
                .does(set("high", null, null))
                .last()
                .events()
                .getFirst()
                .event();
        assertEquals("Vu.", change.reason());
    }

    @Test
    void a_priority_impact_or_urgency_that_the_desk_does_not_have_is_refused_by_its_name() {
        var ticket = opened(PHONED);
        for (var wrong : Map.of(
                        "priority", set("urgent", null, null),
                        "impact", set(null, "boat", "now"),
                        "urgency", set(null, "car", "never"))
                .entrySet()) {
            var refusal = assertInstanceOf(Refusal.BadValue.class, ticket.refusalOf(wrong.getValue()));
            assertEquals(wrong.getKey(), refusal.field());
        }
    }
}
