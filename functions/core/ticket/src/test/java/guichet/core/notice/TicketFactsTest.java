package guichet.core.notice;

import static guichet.core.ticket.Garage.ANN;
import static guichet.core.ticket.Garage.BOB;
import static guichet.core.ticket.Garage.CARL;
import static guichet.core.ticket.Garage.DORA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.command.Command;
import guichet.core.desk.Channel;
import guichet.core.desk.Language;
import guichet.core.ticket.Garage;
import guichet.core.ticket.Garage.Opening;
import guichet.core.ticket.TicketId;
import guichet.core.ticket.TicketScenario;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a ticket gives to the texts of notices, and what else a notice says (docs/desk-language.md, texts). */
class TicketFactsTest {
    private static final String TEXTS = """
            phone: "01 02 03"
            contacts: { workshop: workshop@garage.example }
            notices:
              - a state is entered: { on: entered, tell: creator, text: entered }
              - a word fell: { on: commented, tell: creator, text: entered }
            texts:
              entered: { fr: "{given.part} {given.day} {state}", en: "{given.part} {given.day} {state}" }
            """;

    private static TicketScenario opened() {
        var fields = Map.of("vehicle", "truck", "plate", "AB-123-CD", "axles", "2", "mechanic", BOB.address());
        return TicketScenario.on(Garage.with(TEXTS), "2026-03-02 10:00")
                .does(new Opening("repair", ANN, DORA, Channel.PHONE, fields).command());
    }

    private static Map<String, String> facts(TicketScenario ticket, Language language) {
        return TextTemplates.facts(ticket.desk(), ticket.ticket(), language);
    }

    private static Command moves(String state, Map<String, String> inputs) {
        return new Command.Transition(ANN, state, Optional.empty(), inputs);
    }

    @Test
    void the_desk_and_the_form_are_told_as_people_read_them() {
        var facts = facts(opened(), Language.FR);
        assertEquals("garage-7", facts.get("id"));
        assertEquals("01\u00a002\u00a003", facts.get("phone"));
        assertEquals("workshop@garage.example", facts.get("contact.workshop"));
        assertEquals("Truck", facts.get("field.vehicle"));
        assertEquals("AB-123-CD", facts.get("field.plate"));
        assertEquals("Bob", facts.get("field.mechanic"), "a person by their name");
        assertEquals("Middle", facts.get("priority"));
        assertEquals("Counter", facts.get("queue"));
    }

    @Test
    void a_state_is_told_by_its_words_and_by_its_name_where_it_has_none() {
        var ticket = opened().does(moves("open", Map.of()));
        assertEquals("Open", facts(ticket, Language.EN).get("state"));
        assertEquals(
                "planned",
                facts(ticket.does(moves("planned", Map.of("day", "2026-03-09"))), Language.EN)
                        .get("state"));
    }

    @Test
    void a_merged_request_goes_on_under_another_number() {
        var merged = opened().does(new Command.MergeInto(ANN, new TicketId("garage", 12)));
        assertTrue(facts(merged, Language.EN).get("state").contains("garage-12"));
        assertTrue(facts(merged, Language.FR).get("state").contains("garage-12"));
    }

    @Test
    void a_day_is_written_as_its_reader_writes_it() {
        var planned = opened().does(moves("planned", Map.of("day", "2026-03-09")));
        assertEquals("lundi 9\u00a0mars 2026", facts(planned, Language.FR).get("input.day"));
        assertEquals("Monday 9 March 2026", facts(planned, Language.EN).get("input.day"));
    }

    @Test
    void what_was_given_with_a_move_is_told_with_that_move_and_stays_while_the_state_lasts() {
        var parts = opened().does(moves("parts", Map.of("part", "un essieu")));
        assertEquals("un essieu  parts", said(parts));
        parts.does(TicketScenario.message(ANN, "Commandé."));
        assertEquals("un essieu  parts", said(parts));
        parts.does(moves("planned", Map.of("day", "2026-03-09")));
        assertEquals("lundi 9\u00a0mars 2026 planned", said(parts).strip());
    }

    private static String said(TicketScenario ticket) {
        return TextTemplates.of(
                ticket.desk(), ticket.ticket(), ticket.last().events(), ticket.noticeTo(DORA), Optional.empty());
    }

    @Test
    void the_dispatcher_is_the_first_of_those_who_may_be() {
        var dispatching = Garage.with("""
                notices:
                  - it came: { on: created, tell: dispatcher, text: word }
                """);
        assertEquals(
                List.of(BOB.address()),
                recipients(TicketScenario.on(dispatching, "2026-03-02 10:00").does(Garage.mail(DORA))));
    }

    private static List<String> recipients(TicketScenario ticket) {
        return ticket.last().notices().stream()
                .map(notice -> notice.to().address())
                .toList();
    }

    @Test
    void only_what_has_a_ticket_a_key_and_a_signature_in_it_is_shaped_like_a_reply_address() {
        assertTrue(ReplyAddress.isShapedLikeOne("garage+7.k1.abcdefghijklmnop@garage.example"));
        assertFalse(ReplyAddress.isShapedLikeOne("garage+7.k1.abc@garage.example"));
        assertFalse(ReplyAddress.isShapedLikeOne("garage+offers@garage.example"));
        assertFalse(ReplyAddress.isShapedLikeOne("garage@garage.example"));
        assertFalse(ReplyAddress.isShapedLikeOne("+7.k1.abcdefghijklmnop"));
    }

    @Test
    void an_id_of_our_making_names_the_ticket_and_the_domain_of_the_desk() {
        var id = OwnMessageId.of(new TicketId("garage", 7), "counter@garage.example");
        assertEquals("garage-7.guichet@garage.example", id);
        assertEquals(Optional.of(new TicketId("garage", 7)), OwnMessageId.parse(id));
    }

    @Test
    void a_clock_is_told_by_its_own_words() {
        var desk = Garage.with("""
                sla:
                  answer: { label: First answer, counts: from new to open, clock: always, target: { high: 1h, middle: 2h, low: 3h } }
                  repair: { label: Repaired, counts: from new to done, clock: always, target: { high: 4h, middle: 5h, low: 6h } }
                notices:
                  - it ran out: { on: sla-breach, tell: owner, text: late }
                texts:
                  late: { fr: "{clock}", en: "{clock}" }
                """);
        var ticket = TicketScenario.on(desk, "2026-03-02 09:00")
                .does(Garage.mail(CARL))
                .does(new Command.Assign(ANN, Optional.of(ANN.person())))
                .does(moves("open", Map.of()))
                .passesTo("2026-03-03 18:00");
        assertEquals(
                "Repaired",
                TextTemplates.of(
                        desk, ticket.ticket(), ticket.last().events(), ticket.noticeTo(ANN), Optional.empty()));
    }
}
