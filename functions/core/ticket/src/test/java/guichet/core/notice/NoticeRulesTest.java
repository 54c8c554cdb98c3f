package guichet.core.notice;

import static guichet.core.ticket.Garage.ANN;
import static guichet.core.ticket.Garage.BOB;
import static guichet.core.ticket.Garage.CAR;
import static guichet.core.ticket.Garage.DORA;
import static guichet.core.ticket.Garage.LEO;
import static guichet.core.ticket.Garage.move;
import static guichet.core.ticket.TicketScenario.automatic;
import static guichet.core.ticket.TicketScenario.message;
import static guichet.core.ticket.TicketScenario.note;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.command.Command;
import guichet.core.desk.Channel;
import guichet.core.desk.Desk;
import guichet.core.desk.Language;
import guichet.core.ticket.Actor;
import guichet.core.ticket.Body;
import guichet.core.ticket.Garage;
import guichet.core.ticket.Garage.Opening;
import guichet.core.ticket.MailRef;
import guichet.core.ticket.Person;
import guichet.core.ticket.Redaction;
import guichet.core.ticket.Redaction.RefusedFile;
import guichet.core.ticket.Redaction.Why;
import guichet.core.ticket.TicketScenario;
import guichet.core.ticket.Visibility;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code notices:} and whom they tell, sentence by sentence (docs/desk-language.md). */
class NoticeRulesTest {
    private static Desk desk(String... rules) {
        return Garage.with("notices:\n  - " + String.join("\n  - ", rules) + "\n");
    }

    private static TicketScenario mailed(Desk desk, String local) {
        return TicketScenario.on(desk, local).does(Garage.mail(DORA));
    }

    private static TicketScenario mailed(String... rules) {
        return mailed(desk(rules), "2026-03-02 10:00");
    }

    @ParameterizedTest(name = "at {0}: {1}")
    @CsvSource({
        "2026-03-02 08:59:59, closed",
        "2026-03-02 09:00,    open",
        "2026-03-02 11:59:59, open",
        "2026-03-02 12:00,    closed",
        "2026-03-02 14:00,    open",
        "2026-03-02 18:00,    closed",
        "2026-03-07 10:00,    closed",
    })
    void while_open_holds_in_the_desks_hours_and_while_closed_outside_them(String local, String hours) {
        var desk = desk(
                "we are here: { on: created, while: open, tell: creator, text: word }",
                "we are away: { on: created, while: closed, tell: leads, text: word }");
        assertEquals(
                List.of(hours.equals("open") ? "dora word" : "leo word"),
                mailed(desk, local).told());
    }

    @Test
    void what_a_late_sweep_tells_holds_at_the_time_when_it_was_due() {
        var desk = Garage.with("""
                sla:
                  answer: { counts: from new to done, clock: always, target: 4h, warn-at: 50% }
                notices:
                  - it runs out while we are here: { on: sla-warning, while: open, tell: leads, text: word }
                  - it ran out while we were away: { on: sla-breach, while: closed, tell: agents, text: word }
                """);
        assertEquals(
                List.of("ann word", "bob word", "leo word"),
                mailed(desk, "2026-03-02 15:00").at("2026-03-03 10:00").sweep().told());
        assertEquals(
                List.of(),
                mailed(desk, "2026-03-02 10:30").at("2026-03-03 10:00").sweep().told());
    }

    @Test
    void unless_from_silences_the_ways_that_it_names_and_no_other() {
        var desk = desk("creation: { on: created, unless-from: [portal, phone], tell: creator, text: word }");
        var told = new java.util.HashMap<Channel, List<String>>();
        for (var channel : List.of(Channel.MAIL, Channel.PORTAL, Channel.PHONE)) {
            var opening = new Opening("repair", channel == Channel.PORTAL ? DORA : ANN, DORA, channel, CAR);
            told.put(
                    channel,
                    TicketScenario.on(desk, "2026-03-02 10:00")
                            .does(opening.command())
                            .told());
        }
        assertEquals(
                Map.of(Channel.MAIL, List.of("dora word"), Channel.PORTAL, List.of(), Channel.PHONE, List.of()), told);
        var portalOnly = desk("creation: { on: created, unless-from: portal, tell: creator, text: word }");
        assertEquals(
                List.of("dora word"),
                TicketScenario.on(portalOnly, "2026-03-02 10:00")
                        .does(new Opening("repair", ANN, DORA, Channel.PHONE, CAR).command())
                        .told());
        assertEquals(
                List.of("dora word"),
                TicketScenario.on(portalOnly, "2026-03-02 10:00")
                        .does(new Opening("repair", ANN, DORA, Channel.PORTAL, CAR).command())
                        .told(),
                "what an agent opens for her in the portal");
    }

    @ParameterizedTest(name = "by {0}: {1}")
    @CsvSource({
        "customers, dora",
        "agents,    ann leo",
        "leads,     leo",
        "robot,     robot",
        "'',        ann dora leo robot",
    })
    void by_says_who_did_it_and_nobody_said_is_anybody(String by, String who) {
        var who_ = new java.util.TreeSet<String>();
        var rule =
                "a word fell: { on: commented" + (by.isEmpty() ? "" : ", by: " + by) + ", tell: office, text: word }";
        var desk = Garage.with(
                "automations:\n  - nobody spoke: { in: new, in-state-for: 1d, comment: word }\nnotices:\n  - " + rule
                        + "\n");
        for (var actor : List.of(ANN, DORA, LEO)) {
            var ticket = mailed(desk, "2026-03-02 10:00").does(message(actor, "Bien."));
            if (!ticket.told().isEmpty()) {
                who_.add(
                        actor.person().name().toLowerCase(java.util.Locale.ROOT).replace('é', 'e'));
            }
        }
        if (!mailed(desk, "2026-03-02 10:00")
                .passesTo("2026-03-03 10:00")
                .told()
                .isEmpty()) {
            who_.add("robot");
        }
        assertEquals(who, String.join(" ", who_));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "creator,              dora word",
        "agents,               ann word; bob word",
        "leads,                leo word",
        "dispatcher,           bob word",
        "office,               bob word; office word",
        "owner,                ann word; bob word",
        "participants,         eve word; fred word",
        "sender,               eve word",
        "'[leads, creator]',   dora word; leo word",
    })
    void each_word_for_people_means_those_that_it_says(String tell, String told) {
        var ticket = mailed("a word fell: { on: commented, tell: " + tell + ", text: word }")
                .does(new Command.AddMessage(
                        DORA,
                        Visibility.PUBLIC,
                        Channel.MAIL,
                        Body.of("Avec Eve et Fred."),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(Person.of("eve@elsewhere.example"), Person.of("fred@elsewhere.example"))));
        var eve = Actor.customer("eve@elsewhere.example", "", null);
        assertEquals(told, String.join("; ", ticket.does(message(eve, "Bien.")).told()));
    }

    @Test
    void the_owner_is_the_one_who_owns_the_ticket_once_somebody_does() {
        var ticket = mailed("a word fell: { on: commented, tell: owner, text: word }")
                .does(new Command.Assign(LEO, Optional.of(BOB.person())))
                .does(message(DORA, "Alors ?"));
        assertEquals(List.of("bob word"), ticket.told());
    }

    @Test
    void a_rule_of_a_type_or_of_a_queue_is_for_those_alone() {
        var desk = desk(
                "a question came: { on: created, type: question, tell: leads, text: word }",
                "the workshop has one: { on: created, queue: workshop, tell: agents, text: word }");
        var repair = new Opening("repair", DORA, DORA, Channel.MAIL, CAR);
        var question = new Opening("question", DORA, DORA, Channel.MAIL, Map.of());
        assertEquals(
                List.of(),
                TicketScenario.on(desk, "2026-03-02 10:00")
                        .does(repair.command())
                        .told());
        assertEquals(
                List.of("leo word"),
                TicketScenario.on(desk, "2026-03-02 10:00")
                        .does(question.command())
                        .told());
        assertEquals(
                List.of("ann word", "bob word"),
                TicketScenario.on(desk, "2026-03-02 10:00")
                        .does(repair.in("workshop").command())
                        .told());
    }

    @Test
    void queued_is_told_in_the_queue_that_it_has_come_into() {
        var ticket = mailed("the workshop has one: { on: queued, queue: workshop, tell: office, text: word }");
        assertEquals(
                List.of("bob word", "office word"),
                ticket.does(new Command.MoveToQueue(ANN, "workshop")).told());
        assertEquals(
                List.of(), ticket.does(new Command.MoveToQueue(ANN, "counter")).told());
    }

    @Test
    void assigned_is_to_somebody() {
        var ticket = mailed("it is yours: { on: assigned, tell: owner, text: word }");
        assertEquals(
                List.of("bob word"),
                ticket.does(new Command.Assign(ANN, Optional.of(BOB.person()))).told());
        assertEquals(
                List.of(),
                ticket.does(new Command.Assign(ANN, Optional.empty())).told());
    }

    @Test
    void reopened_is_from_a_closed_state_to_an_open_one() {
        var ticket = mailed(
                "it is back: { on: reopened, tell: creator, text: word }",
                "it moved: { on: entered, in: [open, scrapped], tell: leads, text: word }");
        assertEquals(List.of(), ticket.does(move(ANN, "done")).told());
        assertEquals(
                List.of("dora word", "leo word"),
                ticket.does(move(DORA, "open")).told());
        ticket.does(move(ANN, "done"));
        assertEquals(List.of(), ticket.does(move(LEO, "scrapped")).told());
    }

    @Test
    void who_was_told_when_it_first_came_there_is_not_told_that_it_is_back() {
        var ticket = mailed(
                "it was taken on: { on: entered, in: open, tell: creator, text: word }",
                "it is planned: { on: entered, in: planned, tell: creator, text: word }",
                "we said something: { on: commented, by: agents, tell: participants }");
        assertEquals(List.of("dora word"), ticket.does(move(ANN, "open")).told());
        assertEquals(
                List.of(),
                ticket.does(move(ANN, "pause")).does(move(ANN, "open")).told());
        assertEquals(
                List.of(new WithheldNotice(DORA.address(), "it was taken on", "told when it was there before")),
                ticket.last().withheld());
        assertEquals(
                List.of("dora -"),
                ticket.does(move(ANN, "pause"))
                        .does(new Command.Transition(ANN, "open", Optional.of(Body.of("Vérifié.")), Map.of()))
                        .told());
        assertEquals(List.of("dora word"), ticket.does(move(ANN, "planned")).told());
        assertEquals(
                List.of("dora word"),
                ticket.does(move(ANN, "pause")).does(move(ANN, "planned")).told());
        assertEquals(List.of("dora word"), ticket.does(move(ANN, "open")).told());
    }

    @Test
    void an_automation_tells_everybody_whom_it_names() {
        var ticket = mailed(Garage.with("""
                        automations:
                          - nobody took it: { in: new, in-state-for: 1d, tell: [creator, dispatcher], text: word }
                        """), "2026-03-02 10:00");
        assertEquals(
                List.of("bob word", "dora word"),
                ticket.passesTo("2026-03-03 10:00").told());
    }

    /**
     * Whether an address is written to is its own matter, whatever desk wrote to it: the sender looks, and says so
     * here.
     */
    @Test
    void what_came_back_to_one_ticket_alone_keeps_no_notice_from_being_planned() {
        var ticket = mailed("a word fell: { on: commented, tell: [participants, agents], text: word }")
                .does(new Command.AddMessage(
                        DORA,
                        Visibility.PUBLIC,
                        Channel.MAIL,
                        Body.of("Avec Eve."),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(Person.of("eve@elsewhere.example"))));
        for (var address : List.of("eve@elsewhere.example", BOB.address())) {
            ticket.does(TicketScenario.unreachable(address));
        }
        assertEquals(
                List.of("ann word", "bob word", "eve word"),
                ticket.does(message(DORA, "Alors ?")).told().stream().sorted().toList());
        var again = TicketScenario.unreachable(BOB.address());
        assertEquals(List.of(), ticket.does(again).kinds(), "it is marked once");
    }

    @Test
    void a_rule_that_holds_twice_for_what_one_did_tells_once() {
        var desk = Garage.with("""
                reactions:
                  - what is opened is paused: { type: repair, on: entered, in: open, move-to: pause }
                notices:
                  - it moved: { on: entered, tell: creator, text: word }
                """);
        var ticket = mailed(desk, "2026-03-02 10:00").does(move(ANN, "open"));
        assertEquals(List.of("StateChanged", "Reacted", "StateChanged"), ticket.kinds());
        assertEquals(List.of("dora word"), ticket.told());
        assertEquals(List.of("it moved"), ticket.noticeTo(DORA).why());
    }

    @ParameterizedTest
    @CsvSource({
        "garage@garage.example",
        "counter@garage.example",
        "Counter@Garage.example",
        "garage+7.k1.abcdefghijklmnop@garage.example"
    })
    void the_desk_writes_to_none_of_its_own_addresses_and_puts_none_of_them_in_copy(String ours) {
        var desk = desk("creation: { on: created, tell: creator, text: word }");
        var itself = Actor.customer(ours, "", null);
        assertEquals(
                List.of(),
                TicketScenario.on(desk, "2026-03-02 10:00")
                        .does(Garage.mail(itself))
                        .told());
        var copied = new Command.AddMessage(
                DORA,
                Visibility.PUBLIC,
                Channel.MAIL,
                Body.of("À vous."),
                Optional.empty(),
                Optional.empty(),
                List.of(Person.of(ours)));
        assertEquals(
                List.of(),
                mailed(desk, "2026-03-02 10:00").does(copied).ticket().participants());
    }

    @Test
    void agents_read_their_own_language_also_where_they_are_the_requester() {
        var ticket = mailed("a word fell: { on: commented, tell: agents, text: word }")
                .does(message(DORA, "Alors ?"));
        assertEquals(Language.EN, ticket.noticeTo(BOB).language());
        assertEquals(Language.FR, ticket.noticeTo(ANN).language());
        var desk = desk("creation: { on: created, tell: creator, text: word }");
        var forBob = new Opening("repair", ANN, BOB, Channel.PHONE, CAR).command();
        var notice = TicketScenario.on(desk, "2026-03-02 10:00").does(forBob).noticeTo(BOB);
        assertEquals(Language.EN, notice.language());
        assertTrue(notice.staff());
    }

    @Test
    void a_customer_hears_of_what_a_customer_did_and_gets_no_copy_of_their_own_words() {
        var ticket = mailed("a word fell: { on: commented, tell: [creator, agents], text: word }")
                .does(message(DORA, "Alors ?"));
        assertEquals(List.of("ann word", "bob word", "dora word"), ticket.told());
        assertEquals(List.of(), ticket.noticeTo(DORA).messages());
        assertEquals(1, ticket.noticeTo(ANN).messages().size());
    }

    @Test
    void of_those_at_the_desk_only_who_did_it_is_not_told() {
        var ticket = mailed("a word fell: { on: commented, tell: [agents, leads], text: word }");
        assertEquals(
                List.of("bob word", "leo word"),
                ticket.does(message(ANN, "Oui.")).told());
        assertEquals(List.of(), ticket.does(note(ANN, "Non.")).told());
    }

    @Test
    void automatic_mail_is_told_the_desk_and_nobody_outside() {
        var ticket = mailed("a word fell: { on: commented, tell: [creator, owner], text: word }")
                .does(automatic(DORA, "Absente."));
        assertEquals(List.of("ann word", "bob word"), ticket.told());
        assertTrue(ticket.last().withheld().stream()
                .anyMatch(held -> held.reason().equals("Auto-Submitted: auto-replied")));
    }

    private static Command withRedaction(Redaction redaction, Optional<Silence> automatic) {
        var mail = new MailRef("m@home.example", List.of(), "print", "raw", Optional.of(redaction));
        return new Command.AddMessage(
                DORA, Visibility.PUBLIC, Channel.MAIL, Body.of("Voilà."), Optional.of(mail), automatic, List.of());
    }

    @Test
    void masked_is_told_of_a_secret_and_refused_files_of_a_file_and_neither_of_the_other() {
        var rules = desk(
                "a secret: { on: masked, tell: sender, text: word }",
                "a file: { on: refused-files, tell: leads, text: word }");
        var secret = new Redaction(1, List.of());
        var file = new Redaction(0, List.of(new RefusedFile("setup.exe", Why.PROGRAM)));
        var ticket = mailed(rules, "2026-03-02 10:00");
        assertEquals(
                List.of("dora word"),
                ticket.does(withRedaction(secret, Optional.empty())).told());
        assertEquals(
                List.of("leo word"),
                ticket.does(withRedaction(file, Optional.empty())).told());
        assertEquals(
                List.of(),
                ticket.does(withRedaction(secret, Optional.of(Silence.towardsEverybody("Precedence: bulk"))))
                        .told());
    }

    @Test
    void a_deadline_is_told_with_the_clock_and_when_it_runs_out() {
        var desk = Garage.with("""
                sla:
                  answer: { label: Answer, counts: from new to done, clock: always, target: 10h, warn-at: 50% }
                notices:
                  - hurry: { on: sla-warning, tell: leads, text: hurry }
                texts:
                  hurry: { fr: "{clock} avant {due}", en: "{clock} by {due}" }
                """);
        var values = mailed(desk, "2026-03-02 10:00")
                .passesTo("2026-03-02 15:00")
                .noticeTo(LEO)
                .values();
        assertEquals("Answer", values.get("clock"));
        assertEquals("lundi 2\u00a0mars 2026 à 20\u00a0h", values.get("due"));
    }

    @Test
    void what_the_robot_says_is_said_by_the_desk_and_what_a_person_said_by_the_person() {
        var desk = Garage.with("""
                reactions:
                  - a word is answered: { on: commented, by: customers, comment: word }
                notices:
                  - the robot spoke: { on: commented, by: robot, tell: leads, text: word }
                  - a customer spoke: { on: commented, by: customers, tell: owner, text: word }
                """);
        var ticket = mailed(desk, "2026-03-02 10:00").does(message(DORA, "Alors ?"));
        assertEquals("Garage", ticket.noticeTo(LEO).values().get("author"));
        assertEquals("Dora", ticket.noticeTo(ANN).values().get("author"));
    }
}
