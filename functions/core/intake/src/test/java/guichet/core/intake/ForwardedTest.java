package guichet.core.intake;

import static guichet.core.intake.FrontDesk.ALICE;
import static guichet.core.intake.FrontDesk.ANNE;
import static guichet.core.intake.FrontDesk.BOB;
import static guichet.core.intake.FrontDesk.GINA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketEvent.Opened;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An agent passes on to the desk what a customer wrote to them. */
class ForwardedTest {
    private final FrontDesk desk = new FrontDesk();

    private static final String GMAIL = """
            Tu peux prendre ?

            ---------- Forwarded message ---------
            De : Alice Martin <alice@acme.example>
            Date: lun. 2 mars 2026 à 09:12
            Subject: Jira est lent
            To: Anne Agent <anne@petit.example>


            Bonjour Anne, depuis ce matin Jira rame.
            """;
    private static final String OUTLOOK = """
            Tu peux prendre ?

            De : Alice Martin <alice@acme.example>
            Envoyé : lundi 2 mars 2026 09:12
            À : Anne Agent <anne@petit.example>
            Objet : Jira est lent

            Bonjour Anne, depuis ce matin Jira rame.
            """;
    private static final String OLD_OUTLOOK = """
            Tu peux prendre ?

            -----Original Message-----
            From: Alice Martin [mailto:alice@acme.example]
            Sent: Monday, March 2, 2026 9:12 AM
            To: Anne Agent
            Subject: Jira est lent

            Bonjour Anne, depuis ce matin Jira rame.
            """;
    private static final String THUNDERBIRD = """
            Tu peux prendre ?

            -------- Message transféré --------
            Sujet : 	Jira est lent
            Date : 	Mon, 2 Mar 2026 09:12:00 +0100
            De : 	Alice Martin <alice@acme.example>
            Pour : 	Anne Agent <anne@petit.example>

            Bonjour Anne, depuis ce matin Jira rame.
            """;
    private static final String APPLE = """
            Tu peux prendre ?

            Début du message réexpédié :

            > De: Alice Martin <alice@acme.example>
            > Objet: Jira est lent
            > Date: 2 mars 2026 à 09:12:00 UTC+1
            > À: Anne Agent <anne@petit.example>
            >
            > Bonjour Anne, depuis ce matin Jira rame.
            """;

    static List<Arguments> clients() {
        return List.of(
                Arguments.of("Gmail", GMAIL),
                Arguments.of("Outlook", OUTLOOK),
                Arguments.of("Outlook of old", OLD_OUTLOOK),
                Arguments.of("Thunderbird", THUNDERBIRD),
                Arguments.of("Apple Mail", APPLE));
    }

    private static Letter forwarded(String from, String text) {
        return Letter.from(from)
                .id("f@petit.example")
                .subject("TR: Jira est lent")
                .header("MIME-Version", "1.0")
                .header("Content-Type", "text/plain; charset=utf-8")
                .says(text);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("clients")
    void the_customer_is_the_requester_and_the_agent_opened_it(String client, String text) {
        var ticket = desk.opens(forwarded(ANNE, text));
        assertEquals(ALICE, ticket.requester().address());
        assertEquals(Optional.of("acme"), ticket.organization());
        var opened = desk.history(ticket.id()).getFirst();
        assertEquals(ANNE, opened.by().address());
        assertEquals("Jira est lent", ((Opened) opened.event()).subject());
        assertEquals(List.of("Bonjour Anne, depuis ce matin Jira rame."), desk.texts(ticket.id()));
        assertEquals(List.of("Tu peux prendre ?"), desk.notes(ticket.id()), "what the agent wrote is for the desk");
        assertTrue(ticket.waitingSince().isPresent(), "and the customer awaits an answer");
        assertEquals(Optional.of("Bonjour Anne, depuis ce matin Jira rame."), ticket.lastWords());
        assertTrue(
                desk.told().stream().anyMatch(told -> told.startsWith(ALICE + " ")),
                desk.told().toString());
        assertTrue(desk.trace().fired().contains("forwarded-by-staff"));
    }

    @Test
    void so_it_is_where_the_mail_is_passed_on_as_a_file() {
        var ticket = desk.opens(Letter.from(ANNE)
                .id("f@petit.example")
                .subject("Fwd: Jira est lent")
                .header("MIME-Version", "1.0")
                .header("Content-Type", "multipart/mixed; boundary=b")
                .says("""
                        --b
                        Content-Type: text/plain; charset=utf-8

                        Tu peux prendre ?
                        --b
                        Content-Type: message/rfc822
                        Content-Disposition: attachment; filename="Jira.eml"

                        From: Alice Martin <alice@acme.example>
                        To: anne@petit.example
                        Subject: Jira est lent
                        Message-ID: <original@acme.example>
                        Content-Type: text/plain; charset=utf-8

                        Depuis ce matin Jira rame.
                        --b--
                        """));
        assertEquals(ALICE, ticket.requester().address());
        assertEquals(List.of("Depuis ce matin Jira rame."), desk.texts(ticket.id()));
        assertEquals(List.of("Tu peux prendre ?"), desk.notes(ticket.id()));
    }

    @Test
    void a_customer_who_passes_a_mail_on_asks_for_themselves() {
        var ticket = desk.opens(forwarded(GINA, GMAIL));
        assertEquals(GINA, ticket.requester().address());
    }

    @Test
    void what_a_colleague_or_the_desk_wrote_is_no_customers() {
        for (var sender : List.of("luc@petit.example", "aide@petit.example")) {
            Ticket ticket = desk.opens(
                    forwarded(ANNE, GMAIL.replace(ALICE, sender)).with("f@petit", sender.substring(0, 2) + "@petit"));
            assertEquals(ANNE, ticket.requester().address());
        }
    }

    @Test
    void where_it_cannot_be_told_it_is_the_agent_s() {
        assertEquals(
                ANNE,
                desk.opens(forwarded(ANNE, GMAIL.replace(" <alice@acme.example>", "")))
                        .requester()
                        .address());
    }

    @Test
    void a_quotation_that_nobody_says_to_pass_on_makes_nobody_the_requester() {
        var ticket =
                desk.opens(forwarded(ANNE, OUTLOOK).with("TR: Jira", "Jira").with(ALICE, BOB));
        assertEquals(ANNE, ticket.requester().address());
        assertFalse(desk.trace().fired().contains("forwarded-by-staff"));
    }

    @Test
    void what_an_agent_passes_on_of_an_open_request_is_for_the_desk_alone() {
        var open = desk.opens(Letter.from(ALICE).id("a@x").subject("Jira"));
        var told = desk.joins(forwarded(ANNE, GMAIL.replace("Tu peux prendre ?", "Client pénible, attention."))
                .with("TR: Jira", "TR: [" + open.id() + "] Jira"));
        assertEquals(open.id(), told.id());
        assertEquals(1, desk.messages(open.id()).size());
        assertTrue(desk.notes(open.id()).getFirst().contains("pénible"));
        assertEquals(open.waitingSince(), told.waitingSince(), "nobody has answered her");
    }

    @Test
    void an_answer_that_quotes_a_mail_passed_on_is_an_answer() {
        var open = desk.opens(Letter.from(ALICE).id("a@x").subject("Jira"));
        var answer = GMAIL.replace("Tu peux prendre ?", "Bonjour, voir ci-dessous la réponse de l'éditeur.")
                .replace(ALICE, "support@vendor.example");
        desk.joins(forwarded(ANNE, answer).with("TR: Jira", "RE: [" + open.id() + "] Jira"));
        assertEquals(2, desk.messages(open.id()).size());
    }
}
