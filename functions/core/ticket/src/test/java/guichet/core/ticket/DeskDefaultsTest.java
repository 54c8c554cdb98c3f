package guichet.core.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.desk.AllowedTransition;
import guichet.core.desk.ClockRule;
import guichet.core.desk.Desk;
import guichet.core.desk.FollowUps;
import guichet.core.desk.FollowUps.Effect;
import guichet.core.desk.Input.Kind;
import guichet.core.desk.Input.Required;
import guichet.core.desk.Language;
import guichet.core.desk.LocalizedText;
import guichet.core.desk.MailRules.Unknown;
import guichet.core.desk.NoticeRule.During;
import guichet.core.desk.Queue;
import guichet.core.desk.RequestType;
import guichet.core.desk.Role;
import guichet.core.desk.State.Ask;
import guichet.core.desk.file.DeskFile;
import guichet.core.desk.file.PeopleFile;
import guichet.core.hours.OpeningHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a desk file means by what it says in short, or does not say (docs/desk-language.md). */
class DeskDefaultsTest {
    private static final String SHORTEST = """
            desk: shop
            address: shop@shop.example
            hours: { zone: Europe/Paris, open: { mon-fri: "9:00-17:00" } }
            people: { agents: [ sam@shop.example: Sam ] }
            requests:
              order:
                states: { new: { initial: true }, sent: { closed: true } }
                moves: new -> sent
            """;
    private static final Instant NIGHT = Instant.parse("2026-03-03T02:00:00Z");

    private static Desk shop(String more) {
        return DeskFile.read("shop.yaml", SHORTEST + more).orThrow();
    }

    @Test
    void the_shortest_desk_has_one_queue_one_contract_and_one_priority_and_reopens_for_ever() {
        var desk = shop("");
        assertEquals(List.of("requests"), List.copyOf(desk.queues().keySet()));
        assertEquals(Optional.empty(), desk.defaultQueue().followUps());
        assertEquals("standard", desk.defaultContract());
        assertEquals("normal", desk.priorities().normal());
        assertEquals(new FollowUps(Effect.REOPEN, Optional.empty(), Effect.REOPEN), desk.followUps());
        assertEquals(Language.FR, desk.language());
        assertEquals(List.of(), desk.levels());
    }

    @Test
    void and_takes_everybodys_mail_and_masks_secrets_and_refuses_programs() {
        var mail = shop("").mail();
        assertEquals(Unknown.OPEN, mail.unknownSenders());
        assertTrue(mail.maskSecrets() && mail.refusedFiles().contains("exe"));
        var other = shop("mail: { secrets: kept, refused-files: zip }\n").mail();
        assertFalse(other.maskSecrets());
        assertEquals(Set.of("zip"), other.refusedFiles());
        assertTrue(shop("mail: { secrets: masked }\n").mail().maskSecrets());
    }

    @Test
    void words_for_both_languages_or_one_for_each_and_a_name_where_nothing_is_said() {
        assertEquals(
                LocalizedText.same("new"), order(shop("")).states().get("new").label());
        var desk = DeskFile.read(
                        "shop.yaml",
                        SHORTEST.replace("{ initial: true }", "{ initial: true, label: { fr: N, en: M } }"))
                .orThrow();
        assertEquals(
                new LocalizedText("N", "M"), order(desk).states().get("new").label());
    }

    private static RequestType order(Desk desk) {
        return desk.types().get("order");
    }

    private static ClockRule clock(String clock) {
        return shop("""
                priority: { levels: { high: High, low: Low }, normal: low }
                sla:
                  answer: { counts: from new to sent, %s }
                """.formatted(clock)).clocks().getFirst();
    }

    @Test
    void one_target_is_for_every_priority_and_a_clock_runs_in_the_desks_hours_and_does_not_warn() {
        var clock = clock("target: 90m");
        assertEquals(Map.of("high", Duration.ofMinutes(90), "low", Duration.ofMinutes(90)), clock.targets());
        assertEquals(Desk.HOURS, clock.calendar());
        assertEquals(Optional.empty(), clock.warnAt());
        assertEquals(Set.of(), clock.types());
        assertEquals(
                Optional.of(75),
                clock("target: { high: 1h, low: 2h }, warn-at: 75%").warnAt());
    }

    @Test
    void the_first_contract_is_for_whoever_has_none_and_runs_in_the_desks_hours_unless_it_says_otherwise() {
        var desk = shop("contracts: { day: { label: Day }, night: { clock: always } }\n");
        assertEquals("day", desk.defaultContract());
        var byContract = clock("target: 1h, clock: contract");
        assertFalse(desk.calendarFor(byContract, "day").isOpen(NIGHT));
        assertTrue(desk.calendarFor(byContract, "night").isOpen(NIGHT));
        assertFalse(desk.calendarFor(byContract, "never heard of").isOpen(NIGHT));
        var people = PeopleFile.read(
                        desk,
                        "people.yaml",
                        "organizations: { acme: { name: Acme } }\n".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .orThrow();
        assertEquals("day", people.organizations().getFirst().contract());
    }

    @Test
    void calendars_of_their_own_have_their_names() {
        var desk = shop("""
                calendars: { nights: { zone: Europe/Paris, open: { mon-sun: "0:00-6:00" } } }
                contracts: { night: { clock: nights } }
                """);
        OpeningHours nights = desk.calendarFor(clock("target: 1h, clock: contract"), "night");
        assertTrue(nights.isOpen(NIGHT));
        assertFalse(desk.hours().isOpen(NIGHT));
        assertTrue(desk.calendars().get(Desk.ALWAYS).isOpen(NIGHT));
    }

    @Test
    void we_write_from_the_first_address_and_requests_arrive_in_the_first_queue_and_mail_in_the_first_type() {
        var garage = Garage.with("");
        assertEquals("garage@garage.example", garage.address());
        assertEquals("counter", garage.defaultQueue().id());
        assertEquals("repair", garage.defaultType().id());
        assertEquals(
                List.of("counter", "workshop"),
                garage.queues().values().stream()
                        .filter(Queue::valid)
                        .map(Queue::id)
                        .toList());
    }

    @Test
    void a_queue_has_follow_ups_of_its_own_and_an_agent_a_language() {
        var garage = Garage.with("");
        assertEquals(Effect.REFUSE, garage.followUpsIn("workshop").first());
        assertEquals(Effect.REOPEN, garage.followUpsIn("counter").first());
        assertEquals(
                Language.EN,
                garage.staffMember("bob@garage.example").orElseThrow().language());
        assertEquals(
                Language.FR,
                garage.staffMember("ann@garage.example").orElseThrow().language());
    }

    private static Desk withMoves(String moves) {
        return DeskFile.read("shop.yaml", SHORTEST.replace("moves: new -> sent", "moves: [" + moves + "]"))
                .orThrow();
    }

    @Test
    void a_move_is_by_agents_and_leads_unless_somebody_is_named_and_one_that_stands_twice_is_by_both() {
        assertEquals(
                List.of(new AllowedTransition("new", "sent", Set.of(Role.AGENT, Role.LEAD))),
                order(withMoves("new -> sent")).moves());
        assertEquals(
                List.of(new AllowedTransition("new", "sent", Set.of(Role.LEAD))),
                order(withMoves("new -> sent by leads")).moves());
        assertEquals(
                List.of(new AllowedTransition("new", "sent", Set.of(Role.LEAD, Role.CUSTOMER))),
                order(withMoves("new -> sent by leads, new -> sent by customers"))
                        .moves());
    }

    @Test
    void from_each_on_the_left_to_each_on_the_right_and_to_itself_where_it_stands_on_both_sides() {
        assertEquals(
                List.of("new new", "new sent", "sent new", "sent sent"),
                order(withMoves("\"new, sent -> new, sent\"")).moves().stream()
                        .map(move -> move.from() + " " + move.to())
                        .toList());
    }

    @Test
    void a_type_like_another_is_as_that_one_in_all_that_it_does_not_say() {
        var desk = DeskFile.read(
                        "shop.yaml",
                        "levels: [ one, two ]\n" + SHORTEST.replace("    states:", "    level: two\n    states:") + """
                                  gift: { like: order }
                                  return:
                                    like: order
                                    level: one
                                    states: { new: { initial: true }, taken: { closed: true } }
                                    moves: new -> taken
                                """)
                .orThrow();
        var gift = desk.types().get("gift");
        assertEquals(Optional.of("two"), gift.level());
        assertEquals(order(desk).states(), gift.states());
        assertEquals(order(desk).moves(), gift.moves());
        assertEquals(LocalizedText.same("gift"), gift.label());
        var returned = desk.types().get("return");
        assertEquals(Optional.of("one"), returned.level());
        assertEquals(Set.of("new", "taken"), returned.states().keySet());
        assertEquals("taken", returned.moves().getFirst().to());
    }

    @Test
    void an_ask_may_be_left_out_where_it_says_so_and_an_input_is_a_text_that_nobody_must_give() {
        var repair = Garage.with("").types().get("repair");
        assertEquals(
                List.of(new Ask("part", true), new Ask("price", false)),
                repair.states().get("parts").asks());
        assertEquals(Kind.TEXT, repair.fields().get("plate").kind());
        assertEquals(Kind.CHOICE, repair.fields().get("vehicle").kind());
        assertEquals(Required.NO, repair.inputs().get("price").required());
        assertEquals(
                List.of("high", "middle", "low"),
                List.copyOf(repair.inputs().get("urgent").choices().keySet()));
    }

    @Test
    void a_rule_says_where_it_holds_by_any_name_of_a_state_and_holds_always_where_it_says_nothing() {
        var desk = DeskFile.read(
                        "shop.yaml",
                        SHORTEST.replace("    moves:", "    also-called: { gone: sent }\n    moves:") + """
                                notices:
                                  - it left: { on: entered, in: gone, tell: agents, text: word }
                                  - it moved: { on: entered, tell: agents, text: word }
                                texts:
                                  word: { fr: Un mot., en: A word. }
                                """)
                .orThrow();
        var first = desk.notices().getFirst();
        assertEquals(Set.of("sent"), first.in().states());
        assertEquals(During.ALWAYS, first.during());
        assertTrue(first.unlessFrom().isEmpty() && first.by().isEmpty());
        assertTrue(desk.notices().getLast().in().holds("order", "new", "requests"));
    }

    @Test
    void a_regions_holidays_are_closed_besides_those_of_its_country() {
        var everywhere = "closed: [ { holidays: FR } ]";
        var alsace = "closed: [ { holidays: FR, region: \"67\" } ]";
        var goodFriday = LocalDate.of(2026, 4, 3);
        assertTrue(closing(everywhere).opensOn(goodFriday));
        assertFalse(closing(alsace).opensOn(goodFriday));
        assertFalse(closing(everywhere).opensOn(LocalDate.of(2026, 4, 6)), "Easter Monday");
        assertFalse(closing(alsace).opensOn(LocalDate.of(2026, 4, 6)), "Easter Monday");
    }

    private static OpeningHours closing(String closed) {
        return DeskFile.read("shop.yaml", SHORTEST.replace("\"9:00-17:00\" }", "\"9:00-17:00\" }, " + closed))
                .orThrow()
                .hours();
    }
}
