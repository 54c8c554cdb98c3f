package guichet.core.intake;

import static guichet.core.intake.FrontDesk.ALICE;
import static guichet.core.intake.FrontDesk.ANNE;
import static guichet.core.intake.FrontDesk.BOB;
import static guichet.core.intake.FrontDesk.GINA;
import static guichet.core.intake.FrontDesk.ZOE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.command.Command;
import guichet.core.intake.HoldMail.Standing;
import guichet.core.intake.IntakeTrace.Step;
import guichet.core.ticket.Actor;
import guichet.core.ticket.TicketId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule of intake by its name: when it fires and when it does not, and why, in its own words. */
class IntakeRulesTest {
    private static final String NOTICE = "0102@eu-west-1.amazonses.com";
    private final FrontDesk open = new FrontDesk();
    private final FrontDesk holding = FrontDesk.thatHolds();
    private final FrontDesk refusing = FrontDesk.where("{ unknown-senders: refuse }");

    private static Letter jira(String from) {
        return Letter.from(from).subject("Jira");
    }

    private static Step said(FrontDesk desk, String rule) {
        return desk.trace().steps().stream()
                .filter(step -> step.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static void fires(FrontDesk desk, String rule, String why) {
        assertEquals(new Step(rule, true, why, List.of()), said(desk, rule));
    }

    private static void passes(FrontDesk desk, String rule, String why) {
        assertEquals(new Step(rule, false, why, List.of()), said(desk, rule));
    }

    @Test
    void an_authenticated_sender_is_believed_for_what_the_mail_service_saw() {
        open.take(jira(ALICE));
        fires(open, "authenticated-sender", "DMARC passed for acme.example.");
    }

    @Test
    void whom_nothing_proves_is_not_believed() {
        open.take(Letter.forged(ALICE).subject("Jira"));
        passes(open, "authenticated-sender", "DMARC failed for acme.example.");
        passes(open, "vouched-sender", "it was not held and let in");
        fires(open, "unproven-sender", "nothing proves who wrote it: its sender is of no organization");
    }

    @Test
    void whoever_lets_a_mail_in_vouches_for_its_sender_and_nobody_decides_on_it_again() {
        holding.take(Letter.forged(ALICE).subject("Jira"));
        holding.letIn(holding.held.all().getLast(), ANNE);
        fires(holding, "vouched-sender", "anne@petit.example let it in");
        fires(holding, "vouched-mail", "anne@petit.example let it in");
        passes(holding, "suspect-mail", "anne@petit.example let it in");
    }

    @Test
    void what_was_here_before_is_known() {
        open.take(jira(ALICE).id("a@x"));
        passes(open, "known-mail", "it was not here before");
        open.take(jira(ALICE).id("a@x"));
        fires(open, "known-mail", "a repeat of a mail of petit-1");
    }

    @Test
    void a_mail_without_a_sender_comes_in_unless_a_machine_sent_it() {
        open.take(Letter.nobodys().subject("Rapport"));
        fires(open, "senderless-mail", "it names no sender");
        open.take(Letter.nobodys().subject("Alarme").header("Auto-Submitted", "auto-generated"));
        passes(open, "senderless-mail", "a machine needs no sender");
        open.take(jira(ALICE));
        passes(open, "senderless-mail", "it names a sender");
    }

    @Test
    void a_mail_without_a_sender_is_a_strangers_where_strangers_are_not_let_in() {
        holding.take(Letter.nobodys().subject("Rapport"));
        passes(holding, "senderless-mail", "this desk asks who writes");
        fires(holding, "undecided-sender", "nobody has decided on this sender yet");
        refusing.take(Letter.nobodys().subject("Rapport"));
        fires(refusing, "refused-stranger", "the desk takes no mail of people whom it does not know");
    }

    @Test
    void mail_in_the_name_of_staff_waits_unless_it_is_believed() {
        open.take(Letter.unauthenticated(ANNE).subject("Jira"));
        fires(open, "unproven-staff", "it claims to come from anne@petit.example, and its sender is not authenticated");
        open.take(jira(ANNE));
        passes(open, "unproven-staff", "it is believed");
        open.take(Letter.unauthenticated(ALICE).subject("Jira"));
        passes(open, "unproven-staff", "it does not claim to come from the desk's people");
    }

    @Test
    void of_a_sender_who_was_refused_for_good_nothing_is_taken() {
        holding.held.decide("petit", ZOE, Standing.KEPT_OUT);
        holding.take(jira(ZOE));
        fires(holding, "kept-out-sender", "the desk takes no mail from zoe@nowhere.example");
    }

    @Test
    void of_a_first_time_sender_a_mail_is_held_and_of_one_who_was_let_in_it_is_not() {
        holding.take(jira(ZOE));
        passes(holding, "kept-out-sender", "nobody has refused this sender for good");
        fires(holding, "undecided-sender", "nobody has decided on this sender yet");
        holding.held.decide("petit", ZOE, Standing.LET_IN);
        holding.take(jira(ZOE).id("again@x"));
        passes(holding, "undecided-sender", "this sender was let in for good");
        fires(holding, "any-other-mail", "nothing keeps it out");
    }

    @ParameterizedTest
    @CsvSource({"kept-out-sender", "undecided-sender"})
    void nobody_decides_on_a_known_sender_or_at_a_desk_that_is_open_to_all(String rule) {
        holding.take(jira(BOB));
        passes(holding, rule, "its sender is known");
        open.take(jira(ZOE));
        passes(open, rule, "this desk does not hold the mail of unknown senders");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Auto-Submitted: auto-generated", "Return-Path: <>", "List-Id: <x.example>", "Precedence: bulk"})
    void what_a_mail_says_of_itself_opens_no_door(String header) {
        var parts = header.split(": ");
        holding.take(jira(ZOE).header(parts[0], parts[1]));
        fires(holding, "undecided-sender", "nobody has decided on this sender yet");
        holding.take(Letter.nobodys().header(parts[0], parts[1]).subject("Jira"));
        fires(holding, "undecided-sender", "nobody has decided on this sender yet");
        refusing.take(jira(ZOE).header(parts[0], parts[1]));
        fires(refusing, "refused-stranger", "the desk takes no mail of people whom it does not know");
    }

    @Test
    void a_desk_that_refuses_strangers_takes_the_mail_of_whom_it_knows() {
        refusing.take(jira(ALICE));
        passes(refusing, "refused-stranger", "its sender is known");
        refusing.take(jira(ZOE).id("z@x"));
        fires(refusing, "refused-stranger", "the desk takes no mail of people whom it does not know");
        assertEquals(1, refusing.tickets().size());
        open.take(jira(ZOE));
        passes(open, "refused-stranger", "this desk does not refuse the mail of unknown senders");
    }

    @Test
    void whoever_wants_no_answer_is_told_apart_from_a_machine() {
        open.take(jira(ALICE).header("X-Auto-Response-Suppress", "All"));
        passes(open, "automatic-mail", said(open, "no-answer-wanted").why());
        assertTrue(said(open, "no-answer-wanted").why().contains("X-Auto-Response-Suppress"));
        open.take(jira(ALICE).id("b@x").says("Encore"));
        passes(open, "no-answer-wanted", "it does not ask for silence");
    }

    @Test
    void what_a_machine_sends_is_silent_for_what_marks_it() {
        open.take(jira(ALICE).header("List-Id", "<news.acme.example>"));
        fires(open, "automatic-mail", "The header List-Id marks it as a mailing.");
        open.take(jira(ALICE).says("Encore"));
        passes(open, "automatic-mail", "Nothing marks it as automatic.");
        fires(open, "personal-mail", "a person wrote it");
    }

    @ParameterizedTest
    @CsvSource({"X-SES-Virus-Verdict, it carries a virus", "X-SES-Spam-Verdict, it is spam"})
    void what_the_mail_service_condemns_is_silent(String verdict, String why) {
        open.take(jira(ALICE).header(verdict, "FAIL"));
        fires(open, "suspect-mail", why);
        open.take(jira(ALICE).header(verdict, "GRAY").says("Encore"));
        passes(open, "suspect-mail", "DMARC does not fail, and it is neither virus nor spam");
    }

    @Test
    void where_dmarc_fails_a_mail_is_silent() {
        open.take(Letter.forged(ALICE).subject("Jira"));
        fires(open, "suspect-mail", "DMARC failed for acme.example.");
    }

    @Test
    void each_sign_of_a_ticket_says_that_it_led_there() {
        var ticket = open.opens(jira(ALICE).id("a@x")).id();
        open.sends(ticket, NOTICE, ALICE);
        open.take(jira(ALICE).id("a@x").says("Autre chose"));
        fires(open, "same-message-id", "its own Message-ID");
        open.take(jira(ALICE).id("b@x"), open.replyAddress(ticket, ALICE));
        fires(open, "signed-reply-address", "the reply address");
        open.take(jira(ALICE).id("c@x").answering(NOTICE));
        fires(open, "answered-mail", "a mail that it answers");
        open.take(CameBackTest.report("failed", "5.1.1", NOTICE));
        fires(open, "report-of-our-mail", "it tells of a mail of ours that came back");
        fires(open, "returned-mail", "it tells of a mail of ours that came back");
        open.take(Letter.from(ALICE).id("e@x").subject("Re: [petit-1] Jira"));
        fires(open, "subject-tag", "the subject");
        open.take(jira(ALICE).id("f@x"));
        fires(open, "new-ticket", "no ticket that it may join is named");
    }

    @Test
    void a_sign_that_leads_nowhere_says_why() {
        open.opens(jira(ALICE).id("a@x"));
        open.take(Letter.from(GINA).id("b@x").subject("Re: [petit-1] [petit-9] Jira"));
        passes(open, "subject-tag", "petit-1 does not concern its sender; there is no ticket petit-9");
        passes(open, "answered-mail", "a mail that it answers names no ticket");
        open.take(Letter.unauthenticated(ALICE).id("c@x").subject("Re: [petit-1] Jira"));
        passes(open, "subject-tag", "its sender is not believed");
    }

    @Test
    void of_two_tickets_that_do_not_concern_its_sender_the_first_is_named_on_the_new_one() {
        open.opens(jira(ALICE).id("a@x"));
        open.opens(jira(ALICE).id("b@x").says("Autre chose"));
        var opened = open.opens(Letter.from(GINA).id("c@x").subject("[petit-2] [petit-1] Jira"));
        assertTrue(
                open.notes(opened.id()).getFirst().startsWith("Ce mail cite petit-2,"),
                open.notes(opened.id()).toString());
    }

    @Test
    void a_ticket_that_was_merged_into_a_merged_one_leads_to_the_last() {
        for (var subject : List.of("Un", "Deux", "Trois")) {
            open.opens(Letter.from(ALICE).id(subject + "@x").subject(subject));
        }
        merge("petit-1", "petit-2");
        merge("petit-2", "petit-3");
        assertEquals(
                "petit-3",
                open.joins(Letter.from(ALICE).id("b@x").answering("Un@x")).id().toString());
    }

    private void merge(String duplicate, String survivor) {
        var agent = Actor.agent(ANNE, "Anne Agent");
        var into = TicketId.parse(survivor).orElseThrow();
        open.act(TicketId.parse(duplicate).orElseThrow(), new Command.MergeInto(agent, into), FrontDesk.MONDAY);
    }

    @Test
    void what_a_ticket_remembers_of_ancestors_that_nobody_saw_begins_with_the_root() {
        var opened = open.opens(jira(ALICE).id("a@x").answering("root@x", "middle@x", "near@x"));
        var mail = open.messages(opened.id()).getFirst().mail().orElseThrow();
        assertEquals(List.of("root@x", "middle@x", "near@x"), mail.ancestors());
    }

    @Test
    void a_rule_of_the_desk_file_says_what_does_not_fit() {
        open.take(Letter.from("sonde@acme.example").subject("Tout va bien"));
        passes(open, "filing: spam", "it is not spam");
        passes(open, "filing: the probe", "its subject does not say \"En panne\"");
        fires(open, "first-queue", "no rule of the desk file fits");
        open.take(jira(ALICE).says("Bis"));
        passes(open, "filing: the probe", "its sender is not sonde@acme.example");
        open.take(Letter.from("sonde@acme.example").subject("En panne"));
        fires(open, "filing: the probe", "all that it says fits");
    }

    @Test
    void no_two_rules_have_one_name() {
        open.take(jira(ALICE));
        var names = open.trace().steps().stream().map(Step::rule).toList();
        assertEquals(names.stream().distinct().toList(), names);
        assertFalse(names.isEmpty());
        assertTrue(names.contains("filing: what is broken"), names.toString());
    }
}
