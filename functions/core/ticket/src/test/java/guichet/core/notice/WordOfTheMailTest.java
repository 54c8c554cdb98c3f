package guichet.core.notice;

import static guichet.core.ticket.TicketScenario.ALBERT;
import static guichet.core.ticket.TicketScenario.ALICE;
import static guichet.core.ticket.TicketScenario.NADIA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.command.Command;
import guichet.core.desk.Channel;
import guichet.core.desk.Desk;
import guichet.core.ticket.Actor;
import guichet.core.ticket.Body;
import guichet.core.ticket.MailRef;
import guichet.core.ticket.Redaction;
import guichet.core.ticket.Redaction.RefusedFile;
import guichet.core.ticket.Redaction.Why;
import guichet.core.ticket.TicketScenario;
import guichet.core.ticket.Visibility;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a mail lost on its way in is said to its sender, besides the rest, wherever the rule stands (decision 28). */
class WordOfTheMailTest {
    private static final String RULE = "  - the sender hears that a secret was masked:";
    /** Where it stands before all other rules. */
    private static final Desk FIRST = TicketScenario.cloudWith(text -> {
        var rule =
                text.lines().filter(line -> line.startsWith(RULE)).findFirst().orElseThrow();
        return text.replace(rule + "\n", "").replace("notices:\n", "notices:\n" + rule + "\n");
    });

    private static final Redaction SECRET = new Redaction(1, List.of());
    private static final Redaction FILE = new Redaction(0, List.of(new RefusedFile("a.exe", Why.PROGRAM)));

    private static Command.AddMessage mail(Actor by, Redaction redaction, Optional<Silence> automatic) {
        return new Command.AddMessage(
                by,
                Visibility.PUBLIC,
                Channel.MAIL,
                Body.of("La suite"),
                Optional.of(new MailRef("m@x", List.of(), "print", "raw", Optional.of(redaction))),
                automatic,
                List.of());
    }

    private static TicketScenario answered(Actor by, Redaction redaction) {
        return TicketScenario.mailedAt("2026-03-02 10:00").does(mail(by, redaction, Optional.empty()));
    }

    private static String besides(Notice notice) {
        return notice.besides().stream().map(Notice.Besides::text).collect(Collectors.joining(", "));
    }

    @Test
    void it_is_said_after_what_else_the_same_address_is_told_although_its_rule_comes_first() {
        var opening = TicketScenario.open(ALICE, ALICE, Channel.MAIL);
        var mail = new MailRef("m@x", List.of(), "print", "raw", Optional.of(SECRET));
        var ticket = TicketScenario.on(FIRST, "2026-03-02 10:00")
                .does(new Command.Open(
                        opening.by(),
                        opening.id(),
                        opening.type(),
                        opening.subject(),
                        opening.requester(),
                        opening.channel(),
                        opening.body(),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.of(mail),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        assertEquals(Optional.of("accuse"), ticket.noticeTo(ALICE).text());
        assertEquals("secret", besides(ticket.noticeTo(ALICE)));
        assertEquals(2, ticket.noticeTo(ALICE).why().size());
    }

    @Test
    void it_is_said_to_who_wrote_and_not_to_the_creator() {
        assertEquals(
                List.of("albert secret", "karim message-client", "nadia message-client"),
                answered(ALBERT, SECRET).told());
    }

    @Test
    void a_mail_that_lost_a_file_is_told_of_that_file_and_of_no_secret() {
        var ticket = answered(ALICE, FILE);
        assertEquals(Optional.of("fichiers-refuses"), ticket.noticeTo(ALICE).text());
        assertEquals("", besides(ticket.noticeTo(ALICE)));
        assertEquals(
                "a.exe (les programmes sont refusés)",
                ticket.noticeTo(ALICE).values().get("files"));
    }

    @Test
    void a_mail_that_lost_a_secret_is_told_of_no_file() {
        assertEquals("", besides(answered(ALICE, SECRET).noticeTo(ALICE)));
        assertEquals(
                Optional.of("secret"), answered(ALICE, SECRET).noticeTo(ALICE).text());
    }

    @Test
    void automatic_mail_is_told_nothing_and_the_withheld_word_says_why_to_staff_as_well() {
        for (var by : List.of(ALICE, NADIA)) {
            var ticket = TicketScenario.mailedAt("2026-03-02 10:00")
                    .does(mail(by, SECRET, Optional.of(Silence.towardsEverybody("Auto-Submitted"))));
            assertTrue(
                    ticket.told().stream().noneMatch(told -> told.endsWith("secret")),
                    ticket.told().toString());
            assertTrue(ticket.last().withheld().stream()
                    .anyMatch(held ->
                            held.address().equals(by.address()) && held.reason().equals("Auto-Submitted")));
        }
    }

    @Test
    void an_agent_who_writes_hears_of_it_although_they_did_it() {
        assertTrue(answered(NADIA, SECRET).told().contains("nadia secret"));
    }

    @Test
    void the_agents_read_on_the_ticket_what_it_lost() {
        assertEquals(
                "2 secrets ont été masqués dans ce message.\nNon conservé\u00a0: a.exe (trop volumineux)",
                new Redaction(2, List.of(new RefusedFile("a.exe", Why.TOO_LARGE)))
                        .words()
                        .fr());
        assertEquals("A secret was masked in this message.", SECRET.words().en());
        assertEquals("Not kept: a.exe (programs are refused)", FILE.words().en());
    }
}
