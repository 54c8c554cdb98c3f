package guichet.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where mails end up, what their senders are told, and what becomes of mail that does not arrive. */
@Tag("stack")
@ExtendWith(SharedHelpdesk.class)
class CorrespondenceTest {
    private static final String ALBERT = "albert@acme.example";

    private final Helpdesk desk;

    CorrespondenceTest(Helpdesk desk) {
        this.desk = desk;
    }

    private void mail(String from, String id, String subject, String answers, String text) throws Exception {
        var mail = Mail.from(from, subject).id(id).says(text + "\r\n");
        desk.mail(from, (answers.isEmpty() ? mail : mail.with("In-Reply-To", "<" + answers + ">")).raw());
        desk.settle();
    }

    private List<String> said(String ticket) {
        return desk.timeline(ticket, "message").stream().map(String::strip).toList();
    }

    @Test
    void siblings_of_an_ancestor_that_we_never_saw_share_a_ticket_and_so_does_the_ancestor_when_it_comes()
            throws Exception {
        mail(Helpdesk.ALICE, "first.sibling@acme.example", "Re: Jamais vu", "unseen.ancestor@acme.example", "Premier");
        mail(
                ALBERT,
                "second.sibling@acme.example",
                "Re: Jamais vu, non plus",
                "unseen.ancestor@acme.example",
                "Second");
        mail(Helpdesk.ALICE, "unseen.ancestor@acme.example", "Arrivé après sa réponse", "", "L'ancêtre");
        assertEquals(List.of("Premier", "Second", "L'ancêtre"), said(desk.ticket("Jamais vu")));
    }

    @Test
    void a_reply_to_a_ticket_that_was_merged_twice_lands_at_the_end_of_the_chain() throws Exception {
        for (var name : List.of("un", "deux", "trois")) {
            mail(Helpdesk.ALICE, "chain." + name + "@acme.example", "Maillon " + name, "", name);
        }
        merge(desk.ticket("Maillon un"), desk.ticket("Maillon deux"));
        merge(desk.ticket("Maillon deux"), desk.ticket("Maillon trois"));
        mail(
                Helpdesk.ALICE,
                "chain.late@acme.example",
                "RE: TR: AW: [" + desk.ticket("Maillon un") + "] Maillon un",
                "",
                "Encore");
        assertEquals(List.of("trois", "Encore"), said(desk.ticket("Maillon trois")));
    }

    private void merge(String duplicate, String into) {
        var answer = desk.as(Helpdesk.NADIA).post("/api/tickets/" + duplicate + "/merges", Map.of("into", into));
        assertTrue(answer.status() < 300, answer.text());
    }

    @Test
    void one_mail_to_two_desks_is_a_ticket_at_each_and_acknowledged_by_each() throws Exception {
        var logeas = "support@logeas.example";
        var raw = Mail.from(Helpdesk.ALICE, "À deux guichets")
                .with("Cc", logeas)
                .id("two.desks@acme.example")
                .raw();
        desk.stack.mail(raw, Helpdesk.ALICE, Helpdesk.ADDRESS, logeas);
        desk.settle();
        var about = desk.stack.outbox().stream()
                .filter(mail -> mail.subject().contains("À deux guichets")
                        && mail.sent().to().contains(Helpdesk.ALICE))
                .map(mail -> mail.headers().get("X-Guichet-Ticket").replaceAll("-.*", ""))
                .sorted()
                .toList();
        assertEquals(List.of("cloud", "logeas"), about);
    }

    @Test
    void a_number_in_a_long_string_of_digits_or_in_an_attribute_joins_nothing() throws Exception {
        mail(Helpdesk.ALICE, "numbers.first@acme.example", "Le numéro", "", "Le premier");
        var ticket = desk.ticket("Le numéro");
        mail(Helpdesk.ALICE, "numbers.digits@acme.example", "Commande 4711" + ticket + "220", "", "Autre chose");
        desk.mail(
                Helpdesk.ALICE,
                Mail.from(Helpdesk.ALICE, "Un attribut")
                        .id("numbers.html@acme.example")
                        .with("Content-Type", "text/html")
                        .says("<p title='[" + ticket + "]'>Encore autre chose</p>")
                        .raw());
        desk.settle();
        assertEquals(List.of("Le premier"), said(ticket));
        assertFalse(desk.ticket("Un attribut").equals(ticket));
    }

    @Test
    void a_sender_is_told_of_what_was_masked_and_refused_in_the_acknowledgement_and_then_in_a_mail_of_its_own()
            throws Exception {
        desk.mail(Helpdesk.ALICE, secretAndProgram("Avec un secret").raw());
        desk.settle();
        var ticket = desk.ticket("Avec un secret");
        var acknowledgement = desk.sent(ticket, Helpdesk.ALICE);
        assertEquals(1, acknowledgement.size());
        assertTold(acknowledgement.getFirst().text());
        assertTold(acknowledgement.getFirst().html());
        assertTrue(
                acknowledgement.getFirst().text().contains("elle porte le numéro " + ticket),
                acknowledgement.getFirst().text());

        desk.mail(
                ALBERT,
                secretAndProgram("Re: [" + ticket + "] Avec un secret")
                        .with("From", ALBERT)
                        .id("secret.2@acme.example")
                        .raw());
        desk.settle();
        assertEquals(1, desk.sent(ticket, Helpdesk.ALICE).size());
        assertEquals(1, desk.sent(ticket, ALBERT).size());
        assertTold(desk.sent(ticket, ALBERT).getFirst().text());
        assertEquals(
                "auto-replied", desk.sent(ticket, ALBERT).getFirst().headers().get("Auto-Submitted"));
        assertEquals(
                2,
                said(ticket).stream()
                        .filter(text -> text.contains("Non conservé") && text.contains("setup.exe"))
                        .count(),
                said(ticket).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Auto-Submitted: auto-replied", "X-Guichet-Verdict: dmarc=FAIL", "X-Guichet-Verdict: spam=FAIL"})
    void nobody_is_told_of_it_in_answer_to(String header) throws Exception {
        var subject = "Sans réponse " + header.replaceAll("[^A-Za-z]", "");
        var name = header.substring(0, header.indexOf(':'));
        desk.mail(
                Helpdesk.ALICE,
                secretAndProgram(subject)
                        .id(subject.hashCode() + "@acme.example")
                        .with(name, header.substring(name.length() + 2))
                        .raw());
        desk.settle();
        assertEquals(List.of(), desk.sent(desk.ticket(subject)));
    }

    private static Mail secretAndProgram(String subject) {
        return Mail.from(Helpdesk.ALICE, subject)
                .id("secret.1@acme.example")
                .with("MIME-Version", "1.0")
                .with("Content-Type", "multipart/mixed; boundary=b")
                .says("""
                --b\r
                Content-Type: text/plain\r
                \r
                Le mot de passe : Tr0ub4dor&3\r
                --b\r
                Content-Type: application/octet-stream; name=setup.exe\r
                Content-Transfer-Encoding: base64\r
                \r
                TVqQAAMAAAAEAAAA\r
                --b--\r
                """);
    }

    private static void assertTold(String text) {
        assertTrue(
                text.contains("ce qui semble être un mot de passe")
                        && text.contains("setup.exe (les programmes sont refusés)"),
                text);
        assertFalse(text.contains("Tr0ub4dor"), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bounce+zoe@acme.example", "complaint+zoe@acme.example"})
    void mail_that_comes_back_or_is_complained_of_marks_the_address_stops_mail_to_it_and_tells_an_agent(String address)
            throws Exception {
        var name = address.substring(0, address.indexOf('+'));
        mail(address, name + ".1@acme.example", "Ne revient pas " + name, "", "Bonjour");
        var ticket = desk.ticket("Ne revient pas " + name);
        assertEquals(1, desk.sent(ticket, address).size());
        assertTrue(
                desk.timeline(ticket, "unreachable").getFirst().startsWith(address),
                desk.timeline(ticket, "unreachable").toString());
        assertTrue(
                desk.sent(ticket, Helpdesk.NADIA)
                        .getLast()
                        .text()
                        .contains("Les messages à " + address + " n’arrivent pas"),
                desk.sent(ticket, Helpdesk.NADIA).toString());

        desk.as(Helpdesk.NADIA).post("/api/tickets/" + ticket + "/messages", Map.of("text", "Êtes-vous là ?"));
        desk.settle();
        assertEquals(1, desk.sent(ticket, address).size(), "none more about this ticket");

        var copied = Mail.from("albert@acme.example", "De nouveau " + name).id(name + ".2@acme.example");
        desk.mail(
                "albert@acme.example",
                copied.with("Cc", address).says("Bonjour\r\n").raw());
        desk.settle();
        var other = desk.ticket("De nouveau " + name);
        desk.as(Helpdesk.NADIA).post("/api/tickets/" + other + "/messages", Map.of("text", "Nous regardons."));
        desk.settle();
        assertEquals(List.of(), desk.sent(other, address), "nor about another");
        assertTrue(
                desk.timeline(other, "withheld").getFirst().contains("mail to this address does not arrive"),
                desk.timeline(other, "withheld").toString());

        desk.as(Helpdesk.NADIA)
                .post(
                        "/api/tickets/" + ticket + "/reachable",
                        Map.of("address", address, "reason", "Elle a appelé : sa boîte marche."));
        desk.as(Helpdesk.NADIA).post("/api/tickets/" + other + "/messages", Map.of("text", "Toujours là ?"));
        desk.settle();
        assertEquals(1, desk.sent(other, address).size(), "an agent said why it works again");
        assertEquals(
                2,
                desk.timeline(ticket, "unreachable").size()
                        + desk.timeline(other, "unreachable").size());

        mail(address, name + ".3@acme.example", "Encore " + name, "", "Bonjour");
        assertEquals(1, desk.sent(desk.ticket("Encore " + name), address).size(), "and they wrote themselves");
    }
}
