package guichet.core.ticket;

import static guichet.core.ticket.Garage.ANN;
import static guichet.core.ticket.Garage.CAR;
import static guichet.core.ticket.Garage.DORA;
import static guichet.core.ticket.Garage.move;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import guichet.core.command.Actions;
import guichet.core.command.Command;
import guichet.core.command.Refusal;
import guichet.core.desk.Channel;
import guichet.core.desk.Desk;
import guichet.fixtures.SampleDesk;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a form says of subject and description, and where a request goes that an agent opens. */
class OpeningFormTest {
    private static final Desk DIVALTO = SampleDesk.read("divalto").desk();
    private static final Actor AGENT = new Actor(
            DIVALTO.staff().getFirst().role(),
            new Person(DIVALTO.staff().getFirst().address(), ""),
            Optional.empty());
    private static final Actor LAURENT = Actor.customer("laurent@mecalor.example", "Laurent", "mecalor");

    private static TicketScenario counter(Desk desk) {
        return TicketScenario.on(desk, "2026-03-02 10:00");
    }

    private static Command.Open open(Channel channel, String subject, String description) {
        var by = channel == Channel.PHONE ? AGENT : LAURENT;
        return Command.Open.of(
                        by,
                        new TicketId("divalto", 1),
                        DIVALTO.defaultType().id(),
                        subject,
                        Requester.unknown(LAURENT.person()),
                        channel)
                .body(Body.of(description))
                .build();
    }

    private static String wrong(TicketScenario ticket, Command command) {
        return assertInstanceOf(Refusal.BadValue.class, ticket.refusalOf(command))
                .field();
    }

    private static Command.Transition qualify() {
        return new Command.Transition(AGENT, "qualifie", Optional.empty(), Map.of());
    }

    @ParameterizedTest
    @EnumSource(names = {"PORTAL", "PHONE"})
    void whoever_fills_a_form_in_is_held_to_what_it_says_of_subject_and_description(Channel channel) {
        var counter = counter(DIVALTO);
        assertEquals("description", wrong(counter, open(channel, "Stock faux", " \u200B")));
        assertEquals("subject", wrong(counter, open(channel, "x".repeat(121), "Depuis hier.")));
        assertEquals(
                "cree",
                counter.does(open(channel, "x".repeat(120), "Depuis hier."))
                        .ticket()
                        .state());
    }

    @Test
    void a_mail_could_not_know_it_and_is_asked_for_a_description_before_work_begins() {
        var ticket = counter(DIVALTO).does(open(Channel.MAIL, "Stock faux", ""));
        assertEquals("description", wrong(ticket, qualify()));
        ticket.writes(LAURENT, "L'inventaire ne tombe plus juste.").writes(LAURENT, "");
        assertEquals("qualifie", ticket.does(qualify()).ticket().state());
    }

    @Test
    void what_an_agent_describes_for_somebody_is_their_description() {
        var opened = counter(DIVALTO)
                .does(Command.Open.of(
                                AGENT,
                                new TicketId("divalto", 1),
                                DIVALTO.defaultType().id(),
                                "Stock faux",
                                Requester.unknown(LAURENT.person()),
                                Channel.PORTAL)
                        .body(Body.of("L'inventaire ne tombe plus juste."))
                        .build());
        assertEquals("qualifie", opened.does(qualify()).ticket().state());
    }

    @Test
    void a_mails_subject_is_put_right_before_work_begins() {
        var ticket = counter(DIVALTO).does(open(Channel.MAIL, "x".repeat(121), "Depuis hier."));
        assertEquals("subject", wrong(ticket, qualify()));
        ticket.does(new Command.SetSubject(AGENT, "Stock faux", ""));
        assertEquals("qualifie", ticket.does(qualify()).ticket().state());
    }

    @Test
    void what_breaks_the_rules_can_be_closed_for_it() {
        var ticket = counter(DIVALTO).does(open(Channel.MAIL, "x".repeat(121), ""));
        var cancel = new Command.Transition(AGENT, "annule", Optional.empty(), Map.of("regle", "titre"));
        assertEquals("annule", ticket.does(cancel).ticket().state());
    }

    @Test
    void impact_and_urgency_are_offered_afterwards() {
        var ticket = counter(DIVALTO).does(open(Channel.MAIL, "Stock faux", "Depuis hier."));
        var asked = Actions.of(DIVALTO, ticket.ticket(), AGENT).stream()
                .filter(action -> action.name().equals("priority"))
                .flatMap(action -> action.inputs().stream())
                .map(Actions.Asked::name)
                .toList();
        assertEquals(List.of("priority", "impact", "urgency", "reason"), asked);
    }

    private static Command.Open placed(Actor by, String queue, String level) {
        return Command.Open.of(
                        by,
                        new TicketId("garage", 7),
                        "repair",
                        "Frein",
                        Requester.unknown(DORA.person()),
                        Channel.PORTAL)
                .fields(CAR)
                .queue(Optional.ofNullable(queue))
                .level(Optional.ofNullable(level))
                .build();
    }

    @Test
    void an_agent_says_to_which_queue_and_level_a_request_goes() {
        var ticket = counter(Garage.with("")).does(placed(ANN, "workshop", "second"));
        assertEquals("workshop", ticket.ticket().queue());
        assertEquals(Optional.of("second"), ticket.ticket().level());
        assertEquals("open", ticket.does(move(ANN, "open")).ticket().state());
    }

    @Test
    void a_queue_and_a_level_are_ones_that_the_desk_has() {
        var counter = counter(Garage.with(""));
        assertEquals("queue", wrong(counter, placed(ANN, "yard", null)));
        assertEquals("queue", wrong(counter, placed(ANN, "annex", null)));
        assertEquals("level", wrong(counter, placed(ANN, null, "third")));
    }

    @Test
    void customers_do_not_say_where_their_request_goes() {
        var counter = counter(Garage.with(""));
        assertInstanceOf(Refusal.NotAllowed.class, counter.refusalOf(placed(DORA, "workshop", null)));
        assertInstanceOf(Refusal.NotAllowed.class, counter.refusalOf(placed(DORA, null, "second")));
    }
}
