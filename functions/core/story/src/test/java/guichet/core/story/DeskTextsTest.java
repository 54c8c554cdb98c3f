package guichet.core.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import guichet.core.command.Command;
import guichet.core.ticket.Actor;
import guichet.core.ticket.Body;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the desks' own texts say where something is not known, or was said before. */
class DeskTextsTest {
    private static final Instant NOON = Instant.parse("2026-03-02T11:00:00Z");
    private static final Actor GUILLAUME = Actor.agent("guillaume@logeas.example", "Guillaume");
    private static final Actor AGNES = Actor.agent("agnes@logeas.example", "Agnès");
    private static final Actor NICOLAS = Actor.agent("nicolas@daj.example", "Nicolas");

    private static String mail(String from) {
        return """
                From: %s
                To: support@desk.example
                Message-ID: <m@client.example>
                Subject: Question
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8

                Bonjour, une question.
                """.formatted(from);
    }

    private static List<String> words(List<MailingDesk.Sent> mails) {
        return mails.stream()
                .map(sent -> sent.raw().substring(sent.raw().indexOf("\n\n")).strip())
                .toList();
    }

    @Test
    void somebody_without_a_name_is_greeted_without_one_and_is_of_no_organization() {
        var logeas = new MailingDesk("logeas");
        var sent = logeas.take(NOON, mail("marie@elsewhere.example"));
        assertEquals("Bonjour,", words(sent).getFirst().lines().findFirst().orElseThrow());
        assertEquals(
                "Nouveau ticket dans la file «\u00a0LoGeAs\u00a0»\u00a0: marie@elsewhere.example.",
                words(logeas.toStaff).getFirst());
        var conseil = new MailingDesk("conseil");
        assertEquals(
                "Bonjour Marie Roy,",
                words(conseil.take(NOON, mail("Marie Roy <marie@elsewhere.example>")))
                        .getFirst()
                        .lines()
                        .findFirst()
                        .orElseThrow());
        assertEquals(
                "Nouvelle demande\u00a0: Marie Roy.", words(conseil.toStaff).getFirst());
    }

    @Test
    void an_assignment_says_what_remains_to_be_done_as_long_as_the_ticket_is_in_that_state() {
        var logeas = new MailingDesk("logeas");
        logeas.take(NOON, mail("tresorier@paroisse-du-val.example"));
        var ticket = logeas.lastTicket().id();
        logeas.act(
                ticket,
                new Command.Transition(
                        GUILLAUME,
                        "a-suivre",
                        Optional.empty(),
                        Map.of("proprietaire", "agnes@logeas.example", "reste-a-faire", "Rappeler lundi.")),
                NOON.plusSeconds(60));
        logeas.act(ticket, new Command.Assign(GUILLAUME, Optional.of(AGNES.person())), NOON.plusSeconds(60));
        assertEquals(
                "Guillaume vous a confié le ticket logeas-1.\nReste à faire\u00a0: Rappeler lundi.",
                words(logeas.toStaff).getLast());
        logeas.act(ticket, new Command.Transition(AGNES, "ouvert", Optional.empty(), Map.of()), NOON.plusSeconds(120));
        logeas.act(ticket, new Command.Assign(AGNES, Optional.of(GUILLAUME.person())), NOON.plusSeconds(120));
        assertEquals(
                "Agnès vous a confié le ticket logeas-1.", words(logeas.toStaff).getLast());
    }

    @Test
    void whoever_handles_a_request_is_called_by_their_name() {
        var conseil = new MailingDesk("conseil");
        conseil.take(NOON, mail("fabrice@transval.example"));
        var sent = conseil.act(
                conseil.lastTicket().id(),
                new Command.Transition(
                        Actor.agent("elodie@conseil.example", "Élodie Marchal"),
                        "pris-en-charge",
                        Optional.empty(),
                        Map.of("consultant", "hugo@conseil.example")),
                NOON);
        assertEquals(List.of("Votre demande est prise en charge par Hugo Perrin."), words(sent));
    }

    @Test
    void a_workaround_of_another_time_is_not_told_again() {
        var daj = new MailingDesk("daj");
        var fields = Map.of("produit", "kiosque", "urgence", "urgent", "titre", "Gazette", "parution", "2026-03-02");
        daj.take(NOON, mail("helene@gazette.example"));
        var ticket = daj.lastTicket().id();
        daj.act(ticket, new Command.SetFields(NICOLAS, fields), NOON);
        daj.act(ticket, new Command.Transition(NICOLAS, "analyse", Optional.empty(), Map.of()), NOON);
        var first = daj.act(
                ticket,
                new Command.Transition(
                        NICOLAS, "bug", Optional.of(Body.of("Vu.")), Map.of("contournement", "Relancer le kiosque.")),
                NOON);
        assertEquals(
                "Nous avons pris en charge votre demande\u00a0: il s’agit d’un bug, que nous analysons.\nContournement\u00a0: Relancer le kiosque.",
                words(first).getFirst());
        daj.act(ticket, new Command.Transition(NICOLAS, "repondu", Optional.of(Body.of("Corrigé.")), Map.of()), NOON);
        daj.act(ticket, new Command.Transition(NICOLAS, "analyse", Optional.empty(), Map.of()), NOON);
        var second = daj.act(
                ticket, new Command.Transition(NICOLAS, "bug", Optional.of(Body.of("Encore.")), Map.of()), NOON);
        assertEquals(
                "Nous avons pris en charge votre demande\u00a0: il s’agit d’un bug, que nous analysons.",
                words(second).getFirst());
    }
}
