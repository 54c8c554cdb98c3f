package guichet.core.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.command.Command;
import guichet.core.ticket.Actor;
import guichet.core.ticket.TicketEvent;
import guichet.core.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which ticket a mail belongs to, from raw mails on. */
class ThreadsTest {
    private static final Instant NOON = Instant.parse("2026-03-02T11:00:00Z");
    private static final Actor NADIA = Actor.agent("nadia@cloud.example", "Nadia Roux");
    private static final String ALICE = "alice@acme.example";

    private final MailingDesk cloud = new MailingDesk("cloud");

    private static String mail(String from, String id, String headers, String text) {
        return "From: " + from + "\nTo: support@cloud.example\nMessage-ID: <" + id + ">\n" + headers + "\n" + text
                + "\n";
    }

    private void take(String from, String id, String headers, String text) {
        cloud.take(NOON, mail(from, id, headers, text));
    }

    private static TicketId ticket(int number) {
        return new TicketId("cloud", number);
    }

    private void merge(int duplicate, int survivor) {
        cloud.act(ticket(survivor), new Command.ReceiveMerge(NADIA, ticket(duplicate), List.of()), NOON);
        cloud.act(ticket(duplicate), new Command.MergeInto(NADIA, ticket(survivor)), NOON);
    }

    @Test
    void siblings_of_an_ancestor_that_we_never_saw_share_a_ticket() {
        take(
                ALICE,
                "a@x",
                "Subject: Re: Réunion\nIn-Reply-To: <unseen@x>\nReferences: <root@x> <unseen@x>\n",
                "Premier");
        take(
                "albert@acme.example",
                "b@x",
                "Subject: Re: Réunion\nIn-Reply-To: <unseen@x>\nReferences: <root@x> <unseen@x>\n",
                "Second");
        assertEquals(List.of("Premier", "Second"), cloud.messages(ticket(1)));
        assertEquals(1, cloud.tickets().size());
    }

    @Test
    void a_reply_that_overtakes_its_ancestor_is_joined_by_it() {
        take(ALICE, "reply@x", "Subject: Re: Jira\nIn-Reply-To: <first@x>\n", "La réponse");
        take(ALICE, "first@x", "Subject: Jira\n", "Le premier");
        assertEquals(List.of("La réponse", "Le premier"), cloud.messages(ticket(1)));
        assertEquals(1, cloud.tickets().size());
    }

    @Test
    void a_reply_to_a_merged_ticket_lands_at_the_end_of_the_chain() {
        for (var i = 1; i <= 3; i++) {
            take(ALICE, "m" + i + "@x", "Subject: Jira " + i + "\n", "Mail " + i);
        }
        merge(1, 2);
        merge(2, 3);
        take(ALICE, "late@x", "Subject: Re: [cloud-1] Jira\nIn-Reply-To: <m1@x>\n", "Encore");
        assertEquals(List.of("Mail 3", "Encore"), cloud.messages(ticket(3)));
        assertEquals(3, cloud.tickets().size());
    }

    @Test
    void a_stranger_who_quotes_a_number_opens_a_new_ticket_that_says_so() {
        take(ALICE, "a@x", "Subject: Jira\n", "Le premier");
        take("gina@globex.example", "g@x", "Subject: Re: [cloud-1] Jira\nIn-Reply-To: <a@x>\n", "Montrez");
        assertEquals(List.of("Le premier"), cloud.messages(ticket(1)));
        assertTrue(
                cloud.notes(ticket(2)).getFirst().contains("cloud-1, dont son expéditeur n’est pas partie"),
                cloud.notes(ticket(2)).toString());
    }

    @Test
    void whoever_uses_a_customers_address_without_being_authenticated_opens_a_new_one_too() {
        take(ALICE, "a@x", "Subject: Jira\n", "Le premier");
        cloud.take(NOON, cloud.address(), mail(ALICE, "f@x", "Subject: Re: [cloud-1] Jira\n", "Faux"), "fail");
        assertEquals(List.of("Le premier"), cloud.messages(ticket(1)));
        assertTrue(
                cloud.notes(ticket(2)).getFirst().contains("n’est pas authentifié"),
                cloud.notes(ticket(2)).toString());
    }

    @Test
    void one_message_id_to_two_desks_is_two_tickets() {
        var logeas = new MailingDesk("logeas", cloud);
        var mail = mail(ALICE, "both@x", "Cc: " + logeas.address() + "\nSubject: À tous deux\n", "Bonjour");
        assertEquals(1, cloud.take(NOON, mail).size());
        assertEquals(1, logeas.take(NOON, mail).size());
        assertEquals(
                List.of("cloud-1"),
                cloud.tickets().stream().map(ticket -> ticket.id().toString()).toList());
        assertEquals(
                List.of("logeas-1"),
                logeas.tickets().stream().map(ticket -> ticket.id().toString()).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Subject: Commande 4711cloud-1220\n",
                "Subject: Facture 00cloud-1\n",
                "Subject: [cloud-1234567890123456]\n",
                "Subject: [xcloud-1]\n",
                "Subject: [cloud-1]x2\nIn-Reply-To: <cloud-1>\n"
            })
    void a_number_within_other_digits_or_letters_is_no_ticket(String headers) {
        take(ALICE, "a@x", "Subject: Jira\n", "Le premier");
        take(ALICE, "b@x", headers.replace("[cloud-1]x2", "cloud-1 x2"), "Autre chose");
        assertEquals(2, cloud.tickets().size());
        assertEquals(List.of("Le premier"), cloud.messages(ticket(1)));
    }

    @Test
    void a_number_in_an_attribute_of_the_html_or_in_the_text_is_no_ticket() {
        take(ALICE, "a@x", "Subject: Jira\n", "Le premier");
        take(
                ALICE,
                "b@x",
                "Subject: Autre\nMIME-Version: 1.0\nContent-Type: text/html\n",
                "<p title='[cloud-1]'><a href='https://x/[cloud-1]'>ici</a> [cloud-1]</p>");
        assertEquals(2, cloud.tickets().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RE: TR: AW: [cloud-1] Jira",
                "Re: RE: Re[4]: [cloud-1] Jira",
                "Rép. : [cloud-1] Jira",
                "[cloud-1] RE : RE : Jira",
                "WG: Antw: [CLOUD-1] Jira",
                "回复：[cloud-1] Jira",
                "RE: [EXTERNE] [cloud-1] Jira"
            })
    void prefixes_translated_doubled_or_put_before_by_a_gateway_hide_no_tag(String subject) {
        take(ALICE, "a@x", "Subject: Jira\n", "Le premier");
        take(ALICE, "b@x", "Subject: " + subject + "\n", "La suite");
        assertEquals(List.of("Le premier", "La suite"), cloud.messages(ticket(1)));
    }

    @Test
    void a_delivery_failure_marks_the_address_stops_mail_to_it_and_tells_an_agent() {
        take("bob@globex.example", "a@x", "Subject: Jira\n", "Le premier");
        var lost = cloud.sent.getFirst().header("Message-ID");
        take("mailer-daemon@mx.example", "dsn@x", """
                Subject: Undelivered mail
                MIME-Version: 1.0
                Content-Type: multipart/report; boundary=b
                """, """
                --b

                It did not work.
                --b
                Content-Type: message/delivery-status

                Final-Recipient: rfc822; bob@globex.example
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 no such user
                --b
                Content-Type: text/rfc822-headers

                Message-ID: %s
                --b--
                """.formatted(lost));
        assertEquals(1, cloud.tickets().size());
        assertTrue(
                cloud.events(ticket(1)).stream()
                        .anyMatch(event -> event instanceof TicketEvent.Unreachable unreachable
                                && unreachable.address().equals("bob@globex.example")
                                && unreachable.reason().fr().contains("550 5.1.1")),
                cloud.events(ticket(1)).toString());
        assertTrue(
                cloud.toStaff.stream()
                        .anyMatch(mail -> mail.to().equals("nadia@cloud.example")
                                && mail.raw().contains("bob@globex.example n’arrivent pas")),
                cloud.toStaff.toString());
        assertEquals(
                List.of(),
                cloud.act(
                        ticket(1),
                        new Command.Transition(NADIA, "en-cours", java.util.Optional.empty(), java.util.Map.of()),
                        NOON.plusSeconds(60)));
    }
}
