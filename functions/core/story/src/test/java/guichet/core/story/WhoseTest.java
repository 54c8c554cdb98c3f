package guichet.core.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.access.TicketAccess;
import guichet.core.ticket.Actor;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whose a ticket is that a mail opens: of no organization that its sender only claims, and of no other desk. */
class WhoseTest {
    private static final Instant NOON = Instant.parse("2026-03-02T11:00:00Z");
    private static final Actor ALBERT = Actor.customer("albert@acme.example", "Albert Morel", "acme");

    private final MailingDesk cloud = new MailingDesk("cloud");
    private final MailingDesk logeas = new MailingDesk("logeas", cloud);
    private int written;

    private String mail(String headers, String text) {
        return "From: Alice <alice@acme.example>\nTo: support@cloud.example\nMessage-ID: <w" + ++written + "@x>\n"
                + headers + "\n" + text + "\n";
    }

    private Ticket opened(String verdict) {
        cloud.take(NOON, cloud.address(), mail("Subject: Jira\n", "Bonjour"), verdict);
        return cloud.lastTicket();
    }

    @Test
    void whoever_is_not_authenticated_is_of_no_organization_which_sees_nothing_of_it() {
        var forged = opened("fail");
        assertEquals(Optional.empty(), forged.organization());
        assertEquals("heures-ouvrees", forged.contract(), "nor has its contract");
        assertFalse(TicketAccess.mayRead(forged, ALBERT));
        assertTrue(TicketAccess.mayRead(opened("pass"), ALBERT));
    }

    @Test
    void whoever_is_not_authenticated_writes_to_nothing_of_an_organization() {
        opened("pass");
        cloud.take(NOON, cloud.address(), mail("Subject: [cloud-1] Jira\n", "Moi aussi"), "fail");
        assertEquals(List.of("Bonjour"), cloud.messages(new TicketId("cloud", 1)));
        assertEquals(2, cloud.tickets().size());
    }

    @Test
    void the_number_of_another_desks_ticket_is_none_of_this_desks() {
        opened("pass");
        logeas.take(NOON, mail("Subject: LoGeAs\n", "Autre chose"));
        for (var quoting : List.of(
                "Subject: Re: [logeas-1] LoGeAs\n",
                "Subject: Re: LoGeAs\nReferences: <logeas-1.guichet@logeas.example>\n")) {
            cloud.take(NOON, mail(quoting, "La suite"));
        }
        assertEquals(3, cloud.tickets().size());
        assertEquals(List.of("Bonjour"), cloud.messages(new TicketId("cloud", 1)));
        assertEquals(List.of("Autre chose"), logeas.messages(new TicketId("logeas", 1)));
    }
}
