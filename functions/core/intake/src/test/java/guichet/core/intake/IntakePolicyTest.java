package guichet.core.intake;

import static guichet.core.intake.FrontDesk.ALICE;
import static guichet.core.intake.FrontDesk.ANNE;
import static guichet.core.intake.FrontDesk.ZOE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.intake.HoldMail.Standing;
import guichet.core.intake.IntakePolicy.Admission;
import guichet.core.intake.IntakeTrace.Step;
import guichet.core.intake.rule.IntakeRules;
import guichet.core.people.InMemoryDirectory;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the order of the rules decides, where two of them would fire; and what becomes of those that are not asked. */
class IntakePolicyTest {
    private final FrontDesk open = new FrontDesk();
    private final FrontDesk holding = FrontDesk.thatHolds();

    private static List<Step> answered(FrontDesk desk, String... rules) {
        return desk.trace().steps().stream()
                .filter(step -> List.of(rules).contains(step.rule()))
                .toList();
    }

    private static void firstOf(FrontDesk desk, String first, String... others) {
        assertTrue(answered(desk, first).getFirst().fired(), desk.trace().toString());
        answered(desk, others).forEach(step -> assertEquals("not asked after " + first, step.why(), step.rule()));
    }

    @Test
    void what_is_known_is_ignored_although_its_sender_was_refused_or_not_decided_on_since() {
        holding.take(Letter.from(ZOE).id("z@x").subject("Bonjour"));
        holding.letIn(holding.held.all().getLast(), ANNE);
        holding.take(Letter.from(ZOE).id("z@x").subject("Bonjour"));
        firstOf(holding, "known-mail", "undecided-sender");
        holding.held.decide("petit", ZOE, Standing.KEPT_OUT);
        assertInstanceOf(
                IntakeResult.Ignored.class,
                holding.take(Letter.from(ZOE).id("z@x").subject("Bonjour")));
        firstOf(holding, "known-mail", "vouched-mail", "kept-out-sender");
    }

    @Test
    void what_was_let_in_is_not_held_for_the_sender_that_it_was_held_for() {
        holding.take(Letter.from(ZOE).subject("Bonjour"));
        holding.letIn(holding.held.all().getLast(), ANNE);
        firstOf(holding, "vouched-mail", "senderless-mail", "unproven-staff", "kept-out-sender", "undecided-sender");
    }

    @Test
    void what_a_desk_knows_of_its_own_mail_leads_before_what_it_asks_of_strangers() {
        var ticket = holding.opens(Letter.from(ALICE).id("a@x").subject("Jira")).id();
        holding.sends(ticket, "0102@ses.example", ALICE);
        holding.take(CameBackTest.report("failed", "5.1.1", "0102@ses.example"));
        firstOf(holding, "report-of-our-mail", "kept-out-sender", "undecided-sender");
    }

    @Test
    void automatic_mail_is_silent_for_what_it_says_of_itself_even_where_it_is_suspect() {
        open.take(Letter.forged(ALICE).subject("Jira").header("Auto-Submitted", "auto-replied"));
        firstOf(open, "automatic-mail", "suspect-mail", "personal-mail");
    }

    @Test
    void the_mail_that_came_back_leads_before_whatever_else_a_report_names() {
        var jira = open.opens(Letter.from(ALICE).id("a@x").subject("Jira")).id();
        open.sends(jira, "0102@ses.example", ALICE);
        open.opens(Letter.from(ALICE).id("b@x").subject("Wiki"));
        open.take(CameBackTest.report("failed", "5.1.1", "0102@ses.example").header("Subject", "[petit-2] Wiki"));
        firstOf(open, "returned-mail", "subject-tag");
        open.take(CameBackTest.report("failed", "5.1.2", "0102@ses.example").answering("b@x"));
        firstOf(open, "returned-mail", "answered-mail");
    }

    @Test
    void every_rule_stands_in_the_trace_once_in_its_order_whatever_becomes_of_the_mail() {
        open.take(Letter.from(ALICE).id("a@x").subject("Jira"));
        var opened = open.trace().steps().stream().map(Step::rule).toList();
        assertEquals(
                List.of(
                        "rewritten-from",
                        "named-by-reply-to",
                        "whoever-from-names",
                        "authenticated-sender",
                        "vouched-sender",
                        "unproven-sender",
                        "known-mail"),
                opened.subList(0, 7));
        assertEquals("first-queue", opened.getLast());
        open.take(Letter.from(ALICE).id("b@x").answering("a@x"));
        assertEquals(opened, open.trace().steps().stream().map(Step::rule).toList());
        open.take(Letter.unauthenticated(ANNE).subject("Jira"));
        assertEquals(opened, open.trace().steps().stream().map(Step::rule).toList());
    }

    @Test
    void of_a_held_mail_nothing_more_is_asked() {
        holding.take(Letter.from(ZOE).subject("[petit-1] Bonjour"));
        var unasked = holding.trace().steps().stream()
                .dropWhile(Predicate.not(step -> step.rule().equals("undecided-sender")))
                .skip(1)
                .toList();
        assertTrue(unasked.stream().anyMatch(step -> step.rule().equals("subject-tag")), unasked.toString());
        assertTrue(unasked.stream().anyMatch(step -> step.rule().equals("first-queue")), unasked.toString());
        unasked.forEach(step -> assertEquals("not asked after undecided-sender", step.why(), step.rule()));
        assertEquals(
                List.of("whoever-from-names", "authenticated-sender", "undecided-sender"),
                holding.trace().fired());
    }

    @Test
    void of_a_mail_that_joins_nobody_asks_where_it_is_filed() {
        open.opens(Letter.from(ALICE).id("a@x").subject("Jira"));
        open.joins(Letter.from(ALICE).id("b@x").subject("En panne").answering("a@x"));
        firstOf(open, "answered-mail", "filing: what is broken", "first-queue");
        assertEquals(
                List.of(
                        "whoever-from-names",
                        "authenticated-sender",
                        "any-other-mail",
                        "personal-mail",
                        "answered-mail"),
                open.trace().fired());
    }

    private record Planted(String name, Predicate<InboundMail> fires) implements IntakeRule<Admission> {
        @Override
        public Verdict<Admission> verdict(IntakeFacts facts) {
            return fires.test(facts.mail())
                    ? Verdict.fires(Admission.KEPT_OUT, "it is planted")
                    : Verdict.passes("it is not");
        }
    }

    private IntakeDecision decide(List<IntakeRule<Admission>> admission, String subject) {
        var policy = IntakeRules.POLICY;
        var changed = new IntakePolicy(
                policy.authorship(),
                policy.belief(),
                admission,
                policy.answering(),
                policy.placement(),
                policy.behalf(),
                policy.filing());
        var mail = new PlainMail("a@x", ALICE).says(subject, "").to(open.desk, open.desk.address(), FrontDesk.MONDAY);
        return changed.decide(mail, new AssumedLookup(open.desk, new InMemoryDirectory(), "nobody"));
    }

    @Test
    void a_new_rule_is_one_more_in_the_list() {
        var more = Stream.concat(
                        Stream.<IntakeRule<Admission>>of(
                                new Planted("no-news", mail -> mail.subject().contains("News"))),
                        IntakeRules.POLICY.admission().stream())
                .toList();
        var away = assertInstanceOf(IntakeDecision.TurnedAway.class, decide(more, "News"));
        assertEquals(Admission.KEPT_OUT, away.admission());
        assertEquals("it is planted", away.why());
        assertInstanceOf(IntakeDecision.Open.class, decide(more, "Jira"));
    }

    @Test
    void a_list_whose_last_rule_does_not_answer_is_a_defect_and_no_mail_is_lost_by_it() {
        List<IntakeRule<Admission>> silent = List.of(new Planted("never", _ -> false));
        assertThrows(IllegalStateException.class, () -> decide(silent, "Jira"));
    }
}
