package guichet.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import guichet.core.intake.rule.IntakeRules;
import guichet.core.people.InMemoryDirectory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an explanation without a table owns up to. */
class AssumedLookupTest {
    private final FrontDesk desk = FrontDesk.thatHolds();

    private IntakeTrace explain(PlainMail mail, String recipient) {
        var lookup = new AssumedLookup(desk.desk, new InMemoryDirectory(), "nobody");
        return IntakeRules.POLICY
                .decide(mail.to(desk.desk, recipient, FrontDesk.MONDAY), lookup)
                .trace();
    }

    private static List<String> assumed(IntakeTrace trace, String rule) {
        return trace.steps().stream()
                .filter(step -> step.rule().equals(rule))
                .findFirst()
                .orElseThrow()
                .assumed();
    }

    @Test
    void each_rule_says_what_it_took_for_granted_also_what_another_took_before() {
        var trace = explain(new PlainMail("z@x", FrontDesk.ZOE), desk.desk.address());
        assertEquals(List.of("no mail z@x is known"), assumed(trace, "known-mail"));
        assertEquals(List.of("the directory holds nobody"), assumed(trace, "unproven-staff"));
        var undecided = "nobody has decided on mail of zoe@nowhere.example for good";
        assertEquals(List.of("the directory holds nobody", undecided), assumed(trace, "kept-out-sender"));
        assertEquals(List.of("the directory holds nobody", undecided), assumed(trace, "undecided-sender"));
        assertEquals(List.of(), assumed(trace, "authenticated-sender"), "what the mail tells is no assumption");
    }

    @Test
    void tickets_that_a_mail_names_are_assumed_not_to_be_there() {
        var mail = new PlainMail("z@x", FrontDesk.ANNE)
                .says("Re: [petit-7] Jira", "")
                .answering("a@x");
        var trace = explain(mail, "aide+7.k1.aaaaaaaaaaaaaaaa@petit.example");
        assertEquals(
                List.of(
                        "the reply address aide+7.k1.aaaaaaaaaaaaaaaa@petit.example is not signed for anne@petit.example"),
                assumed(trace, "signed-reply-address"));
        assertEquals(List.of("no mail a@x is known"), assumed(trace, "answered-mail"));
        assertEquals(List.of("there is no ticket petit-7"), assumed(trace, "subject-tag"));
        assertEquals(List.of(), assumed(trace, "returned-mail"), "it asks nothing of a mail that is no report");
    }
}
