package guichet.core.ticket;

import static guichet.core.ticket.TicketScenario.ALBERT;
import static guichet.core.ticket.TicketScenario.ALICE;
import static guichet.core.ticket.TicketScenario.GINA;
import static guichet.core.ticket.TicketScenario.NADIA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.access.SightChange;
import guichet.core.access.SightChange.Seer;
import guichet.core.access.TicketAccess;
import guichet.core.command.Actions;
import guichet.core.command.Command;
import guichet.core.command.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whose a ticket is, corrected: who sees it, by which contract its clocks go, and who is told before. */
class WhoseTicketTest {
    private static final Actor HOME = Actor.customer("alice@home.example", "Alice", null);
    private static final Map<Person, String> ORGANIZATIONS =
            Map.of(ALICE.person(), "acme", ALBERT.person(), "acme", GINA.person(), "globex");

    private static Command.SetRequester requester(Actor by, Actor to, String reason) {
        var contract = to.organization().map(of -> of.equals("acme") ? "24/7" : "heures-ouvrees");
        var language = to.equals(GINA) ? Optional.of("en") : Optional.<String>empty();
        return new Command.SetRequester(by, new Requester(to.person(), to.organization(), contract, language), reason);
    }

    private static Command.SetOrganization organization(String to, String contract) {
        return new Command.SetOrganization(
                NADIA, Optional.ofNullable(to), Optional.ofNullable(contract), "elle a changé d'employeur");
    }

    private static String wrong(TicketScenario ticket, Command command) {
        return assertInstanceOf(Refusal.BadValue.class, ticket.refusalOf(command))
                .field();
    }

    private static SightChange sight(TicketScenario scenario, Command command) {
        var before = scenario.ticket();
        return SightChange.between(
                before, scenario.does(command).ticket(), person -> Optional.ofNullable(ORGANIZATIONS.get(person)));
    }

    private static List<Seer> everybody(String organization) {
        return List.of(new Seer.Everybody(organization));
    }

    private static List<Seer> alone(Actor who) {
        return List.of(new Seer.One(who.person()));
    }

    @Test
    void the_new_requester_and_their_organization_see_the_ticket_and_the_old_ones_no_longer() {
        var ticket = TicketScenario.mailedAt("2026-03-02 10:00").does(requester(NADIA, GINA, "transféré par Alice"));
        var changed = ticket.ticket();
        assertEquals(GINA.person(), changed.requester());
        assertEquals(Optional.of("globex"), changed.organization());
        assertEquals("en", changed.language());
        assertTrue(TicketAccess.mayRead(changed, GINA));
        assertFalse(TicketAccess.mayRead(changed, ALICE));
        assertFalse(TicketAccess.mayRead(changed, ALBERT));
        assertEquals(List.of(), ticket.told());
        assertEquals(
                new TicketEvent.RequesterChanged(
                        ALICE.person(),
                        GINA.person(),
                        Optional.of("globex"),
                        "heures-ouvrees",
                        "en",
                        "transféré par Alice"),
                ticket.last().events().getFirst().event());
    }

    @Test
    void answers_go_to_the_new_requester_in_their_language() {
        var ticket = TicketScenario.mailedAt("2026-03-02 10:00")
                .does(requester(NADIA, GINA, "transféré"))
                .writes(NADIA, "Nous regardons.");
        assertTrue(ticket.told().stream().anyMatch(told -> told.startsWith("gina ")), ticket.told()::toString);
        assertTrue(ticket.told().stream().noneMatch(told -> told.startsWith("alice ")), ticket.told()::toString);
        assertEquals(guichet.core.desk.Language.EN, ticket.noticeTo(GINA).language());
    }

    @Test
    void whoever_was_in_copy_and_becomes_the_requester_is_in_copy_no_more() {
        var ticket = TicketScenario.mailedAt("2026-03-02 10:00")
                .does(new Command.AddMessage(
                        ALICE,
                        Visibility.PUBLIC,
                        guichet.core.desk.Channel.MAIL,
                        Body.of("Avec Albert."),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(ALBERT.person())))
                .does(requester(NADIA, ALBERT, "c'est sa demande"));
        assertEquals(List.of(), ticket.ticket().participants());
    }

    @Test
    void who_sees_it_is_not_changed_without_a_reason() {
        var ticket = TicketScenario.mailedAt("2026-03-02 10:00");
        assertEquals("reason", wrong(ticket, requester(NADIA, GINA, " ")));
        assertEquals(
                "reason",
                wrong(ticket, new Command.SetOrganization(NADIA, Optional.empty(), Optional.empty(), "\u200B")));
        assertInstanceOf(Refusal.NotAllowed.class, ticket.refusalOf(requester(ALICE, GINA, "pour elle")));
    }

    @Test
    void no_address_of_the_desk_is_a_requester() {
        var support = Actor.customer("support+88.k1.abc@cloud.example", "", null);
        assertEquals("email", wrong(TicketScenario.mailedAt("2026-03-02 10:00"), requester(NADIA, support, "x")));
    }

    @Test
    void what_is_right_already_leaves_no_event() {
        var ticket = TicketScenario.mailedAt("2026-03-02 10:00");
        assertEquals(List.of(), ticket.does(requester(NADIA, ALICE, "x")).kinds());
        assertEquals(List.of(), ticket.does(organization("acme", "24/7")).kinds());
        assertEquals(
                List.of(),
                ticket.does(new Command.SetContract(NADIA, "24/7", "")).kinds());
    }

    @Test
    void a_ticket_leaves_its_organization_and_its_requester_keeps_it() {
        var ticket = TicketScenario.mailedAt("2026-03-02 10:00").does(organization(null, null));
        assertEquals(Optional.empty(), ticket.ticket().organization());
        assertEquals(ticket.desk().defaultContract(), ticket.ticket().contract());
        assertTrue(TicketAccess.mayRead(ticket.ticket(), ALICE));
        assertFalse(TicketAccess.mayRead(ticket.ticket(), ALBERT));
    }

    @Test
    void who_will_see_it_and_who_no_longer_is_said_of_another_company() {
        var sight = sight(TicketScenario.mailedAt("2026-03-02 10:00"), requester(NADIA, GINA, "x"));
        assertEquals(new SightChange(everybody("globex"), everybody("globex"), everybody("acme")), sight);
    }

    @Test
    void between_colleagues_nobody_gains_or_loses_sight() {
        var sight = sight(TicketScenario.mailedAt("2026-03-02 10:00"), requester(NADIA, ALBERT, "x"));
        assertEquals(new SightChange(everybody("acme"), List.of(), List.of()), sight);
    }

    @Test
    void to_somebody_of_no_company_all_of_the_old_one_lose_sight() {
        var sight = sight(TicketScenario.mailedAt("2026-03-02 10:00"), requester(NADIA, HOME, "x"));
        assertEquals(new SightChange(alone(HOME), alone(HOME), everybody("acme")), sight);
    }

    @Test
    void where_only_the_organization_goes_its_requester_still_sees_it_by_name() {
        var sight = sight(TicketScenario.mailedAt("2026-03-02 10:00"), organization(null, null));
        assertEquals(new SightChange(alone(ALICE), alone(ALICE), everybody("acme")).sees(), sight.sees());
        assertEquals(List.of(), sight.gains(), "she saw it before");
        assertEquals(everybody("acme"), sight.loses());
    }

    @Test
    void a_strangers_request_joins_a_company_and_the_stranger_still_sees_it() {
        var stranger =
                TicketScenario.openedBy(TicketScenario.CLOUD, HOME, guichet.core.desk.Channel.MAIL, "2026-03-02 10:00");
        var sight = sight(stranger, organization("acme", "24/7"));
        assertEquals(List.of(new Seer.Everybody("acme"), new Seer.One(HOME.person())), sight.sees());
        assertEquals(everybody("acme"), sight.gains());
        assertEquals(List.of(), sight.loses());
    }

    @Test
    void a_clock_goes_on_by_the_new_contract_with_what_it_has_counted_by_the_old() {
        var ticket = TicketScenario.mailedAt("2026-03-02 11:00")
                .at("2026-03-02 13:00")
                .does(new Command.SetContract(NADIA, "heures-ouvrees", "échu"));
        var response = ticket.ticket().clocks().get("response");
        assertEquals(Duration.ofHours(2), response.elapsed(), "round the clock, lunch included");
        assertEquals(
                Optional.of(TicketScenario.time("2026-03-03 11:00")),
                response.due(),
                "six hours of office hours from two o'clock on");
        ticket.at("2026-03-02 15:00").does(requester(NADIA, ALBERT, "le contrat est celui d'Acme"));
        var again = ticket.ticket().clocks().get("response");
        assertEquals(Duration.ofHours(3), again.elapsed());
        assertEquals(Optional.of(TicketScenario.time("2026-03-02 20:00")), again.due());
    }

    @Test
    void a_clock_that_stands_still_goes_on_by_the_new_contract_once_it_does() {
        var ticket = TicketScenario.mailedAt("2026-03-02 10:00")
                .at("2026-03-02 11:00")
                .does(TicketScenario.transition(NADIA, "attente-tiers", "Un instant."))
                .at("2026-03-02 12:30")
                .does(organization("globex", "heures-ouvrees"));
        assertEquals(List.of("OrganizationChanged"), ticket.kinds());
        ticket.at("2026-03-02 13:00").does(TicketScenario.transition(NADIA, "en-cours", ""));
        var response = ticket.ticket().clocks().get("response");
        assertEquals(Duration.ofHours(1), response.elapsed());
        assertEquals(Optional.of(TicketScenario.time("2026-03-03 12:00")), response.due());
    }

    @Test
    void a_contract_is_one_of_the_desks() {
        assertEquals(
                "contract",
                wrong(TicketScenario.mailedAt("2026-03-02 10:00"), new Command.SetContract(NADIA, "gold", "")));
    }

    @Test
    void agents_are_told_to_look_first_at_who_will_see_it() {
        var ticket = TicketScenario.mailedAt("2026-03-02 10:00");
        var advised = Actions.of(ticket.desk(), ticket.ticket(), NADIA).stream()
                .filter(action -> action.advice().isPresent() && !action.name().equals("escalate"))
                .map(Actions.Available::name)
                .toList();
        assertEquals(List.of("requester", "organization"), advised);
    }
}
