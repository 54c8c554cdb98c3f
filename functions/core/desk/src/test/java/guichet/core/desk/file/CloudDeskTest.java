package guichet.core.desk.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.desk.Action;
import guichet.core.desk.Audience;
import guichet.core.desk.Channel;
import guichet.core.desk.ClockRule;
import guichet.core.desk.Desk;
import guichet.core.desk.FollowUps.Effect;
import guichet.core.desk.Language;
import guichet.core.desk.LocalizedText;
import guichet.core.desk.Role;
import guichet.core.desk.State.Ask;
import guichet.core.desk.State.WaitingFor;
import guichet.core.desk.Timer;
import guichet.core.desk.Trigger;
import guichet.core.hours.Delay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the desk file of `cloud` means, once compiled. */
class CloudDeskTest {
    private static Desk desk;

    @BeforeAll
    static void read() throws IOException {
        desk = DeskFile.read("desk.yaml", Files.readAllBytes(Path.of("../../../desks/cloud/desk.yaml")))
                .orThrow();
    }

    @Test
    void it_has_the_six_states_of_the_document_and_starts_in_the_first() {
        var type = desk.defaultType();
        assertEquals(
                List.of("soumise", "en-cours", "attente-client", "attente-tiers", "planifiee", "fermee"),
                List.copyOf(type.states().keySet()));
        assertEquals("soumise", type.initial().id());
        assertEquals(
                new LocalizedText("En attente d'un tiers", "Waiting for a third party"),
                type.states().get("attente-tiers").label());
        assertEquals(
                Optional.of(WaitingFor.CUSTOMER),
                type.states().get("attente-client").waitingFor());
        assertEquals(
                List.of(new Ask("comment", true), new Ask("resolution", false)),
                type.states().get("fermee").asks());
    }

    @Test
    void resolu_which_the_workflow_lacks_is_fermee() {
        assertEquals("fermee", desk.defaultType().state("resolu").orElseThrow().id());
    }

    @Test
    void a_closed_request_is_reopened_by_agents_leads_and_customers() {
        assertEquals(
                List.of("en-cours"),
                desk.defaultType().movesFrom("fermee").stream()
                        .map(move -> move.to())
                        .toList());
        assertEquals(
                Set.of(Role.AGENT, Role.LEAD, Role.CUSTOMER),
                desk.defaultType().movesFrom("fermee").getFirst().by());
        assertEquals(
                Set.of(Role.AGENT, Role.LEAD),
                desk.defaultType().movesFrom("soumise").getFirst().by());
    }

    @Test
    void the_response_clock_stops_pauses_and_warns_as_the_document_says() {
        var clock = desk.clocks().getFirst();
        assertEquals("soumise", clock.from());
        assertEquals(Set.of("planifiee", "attente-client", "fermee"), clock.stops());
        assertEquals(Set.of("attente-client", "attente-tiers"), clock.pausedIn());
        assertEquals(ClockRule.BY_CONTRACT, clock.calendar());
        assertEquals(
                Map.of("critical", Duration.ofHours(1), "high", Duration.ofHours(4), "normal", Duration.ofHours(8)),
                clock.targets());
        assertEquals(Optional.of(80), clock.warnAt());
    }

    @Test
    void a_customer_without_a_contract_has_the_first_one_and_one_with_24_7_is_never_closed() {
        assertEquals("heures-ouvrees", desk.defaultContract());
        var clock = desk.clocks().getFirst();
        var sunday = Instant.parse("2026-03-08T10:00:00Z");
        assertTrue(desk.calendarFor(clock, "24/7").isOpen(sunday));
        assertFalse(desk.calendarFor(clock, "heures-ouvrees").isOpen(sunday));
        assertFalse(desk.calendarFor(clock, "never heard of").isOpen(sunday));
    }

    @Test
    void a_silent_customer_is_reminded_twice_and_then_the_request_is_closed_with_a_comment() {
        assertEquals(
                new Timer.UntouchedFor(
                        List.of(new Delay.Calendar(3, Duration.ZERO), new Delay.Calendar(6, Duration.ZERO))),
                desk.automations().getFirst().timer());
        assertEquals(
                List.of(new Action.Comment("relance")),
                desk.automations().getFirst().actions());
        assertEquals(
                List.of(new Action.Comment("cloture"), new Action.MoveTo("fermee")),
                desk.automations().getLast().actions());
        assertEquals(Set.of("attente-client"), desk.automations().getLast().in().states());
    }

    @Test
    void the_creator_is_told_of_creation_unless_it_was_in_the_portal() {
        var rule = desk.notices().getFirst();
        assertEquals(Trigger.CREATED, rule.on());
        assertEquals(Set.of(Channel.PORTAL), rule.unlessFrom());
        assertEquals(List.of(new Audience.Creator()), rule.tell());
        assertEquals(Optional.of("accuse"), rule.text());
    }

    @Test
    void the_lead_and_the_offer_manager_hear_of_an_escalation_for_one_of_three_reasons() {
        var rule = desk.notices().stream()
                .filter(notice -> notice.on() == Trigger.ESCALATED)
                .findFirst()
                .orElseThrow();
        assertEquals(List.of(new Audience.Leads(), new Audience.Group("offer-manager")), rule.tell());
        assertEquals(
                List.of("expertise", "too-slow", "other"),
                List.copyOf(desk.escalation().reasons().keySet()));
        assertEquals(Optional.of("+33 3 67 10 00 10"), desk.phone());
    }

    @Test
    void addresses_people_and_sizes_are_read_as_they_are_meant() {
        assertTrue(desk.isOurs("AIDE@cloud.example"));
        assertTrue(desk.isOurs("Support+88.k1.lmjpnc7lk7oub7uw@cloud.example"), "where our mails are answered");
        assertEquals(
                Role.LEAD, desk.staffMember("Lea@cloud.example").orElseThrow().role());
        assertEquals(20L * 1024 * 1024, desk.mail().maxAttachment());
        assertEquals(Effect.REOPEN, desk.followUps().first());
        assertEquals(Language.FR, desk.language());
        assertTrue(desk.texts().get("accuse").fr().startsWith("Bonjour[ {requester.name}],\n"));
    }
}
