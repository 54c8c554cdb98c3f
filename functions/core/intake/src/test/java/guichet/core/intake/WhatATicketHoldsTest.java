package guichet.core.intake;

import static guichet.core.intake.FrontDesk.ALBERT;
import static guichet.core.intake.FrontDesk.ALICE;
import static guichet.core.intake.FrontDesk.ANNE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.ticket.MailRef;
import guichet.core.ticket.Redaction;
import guichet.core.ticket.Redaction.RefusedFile;
import guichet.core.ticket.Redaction.Why;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a mail stands on its ticket, and what is said of the rest. */
class WhatATicketHoldsTest {
    private static final String SECRET = "Bonjour, le mot de passe : Tr0ub4dor&3";
    private final FrontDesk desk = new FrontDesk();

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "=?utf-8?B?4oCo?="})
    void a_mail_without_a_subject_gets_one_in_its_senders_language(String subject) {
        assertEquals(
                "(no subject)", desk.opens(Letter.from(ALICE).subject(subject)).subject());
        assertEquals(
                "(sans objet)", desk.opens(Letter.from(ALBERT).subject(subject)).subject());
    }

    @Test
    void a_subject_is_one_line_without_prefixes_and_tags_and_not_endless() {
        assertEquals(
                "Jira est lent",
                desk.opens(Letter.from(ALICE).subject("RE: TR: [petit-99] Jira\n  est lent"))
                        .subject());
        var cut = desk.opens(Letter.from(ALICE).subject("x".repeat(249) + "😀 et la suite"))
                .subject();
        assertEquals("x".repeat(249) + "…", cut);
    }

    @Test
    void what_was_masked_belongs_to_the_message_and_is_said_to_its_sender_and_to_the_agents() {
        var ticket = desk.opens(Letter.from(ALICE).id("a@x").subject("Accès").says(SECRET));
        assertFalse(
                desk.texts(ticket.id()).toString().contains("Tr0ub4dor"),
                desk.texts(ticket.id()).toString());
        assertEquals(
                Optional.of(new Redaction(1, List.of())),
                desk.messages(ticket.id()).getFirst().mail().flatMap(MailRef::redaction));
        assertEquals(List.of("Un secret a été masqué dans ce message."), desk.notes(ticket.id()));
        assertEquals(List.of(ALICE + " accuse + secret", ANNE + " nouveau"), desk.told());
    }

    @Test
    void what_was_masked_in_a_reply_is_said_to_who_wrote_it_and_not_to_the_creator() {
        var ticket = desk.opens(Letter.from(ALICE).id("a@x").subject("Accès")).id();
        desk.joins(Letter.from(ALBERT).id("b@x").answering("a@x").says(SECRET));
        assertEquals(List.of("Un secret a été masqué dans ce message."), desk.notes(ticket));
        assertEquals(List.of(ANNE + " nouveau", ALBERT + " secret"), desk.told());
    }

    @Test
    void where_the_desk_keeps_secrets_nothing_is_said_of_them() {
        var keeping = FrontDesk.where("{ unknown-senders: open, secrets: kept }");
        var ticket =
                keeping.opens(Letter.from(ALICE).subject("Accès").says(SECRET)).id();
        assertEquals(List.of(SECRET), keeping.texts(ticket));
        assertEquals(List.of(), keeping.notes(ticket));
        assertEquals(List.of(ALICE + " accuse", ANNE + " nouveau"), keeping.told());
    }

    @Test
    void a_refused_file_is_named_to_its_sender_and_a_mail_without_secrets_is_told_nothing_of_any() {
        var ticket = desk.opens(Letter.from(ALICE).subject("Outil").file("setup.exe", "MZ"))
                .id();
        assertEquals(
                Optional.of(new Redaction(0, List.of(new RefusedFile("setup.exe", Why.PROGRAM)))),
                desk.messages(ticket).getFirst().mail().flatMap(MailRef::redaction));
        assertEquals(List.of("Non conservé\u00a0: setup.exe (les programmes sont refusés)"), desk.notes(ticket));
        assertEquals(List.of(ALICE + " accuse + fichiers", ANNE + " nouveau"), desk.told());
        assertEquals(List.of(), desk.messages(ticket).getFirst().body().attachments());
    }

    @Test
    void a_file_that_is_taken_stands_on_the_message() {
        var ticket = desk.opens(Letter.from(ALICE).subject("Plan").file("plan.pdf", "%PDF"))
                .id();
        assertEquals(
                "plan.pdf",
                desk.messages(ticket).getFirst().body().attachments().getFirst().name());
        assertEquals(List.of(), desk.notes(ticket));
    }

    @Test
    void masked_secrets_of_automatic_mail_and_spam_are_said_to_nobody_but_the_agents_on_the_ticket() {
        for (var header : List.of("Auto-Submitted: auto-replied", "X-SES-Spam-Verdict: FAIL")) {
            var parts = header.split(": ");
            var ticket = desk.opens(Letter.from(ALICE)
                    .subject(header)
                    .header(parts[0], parts[1])
                    .says(SECRET));
            assertEquals(List.of("Un secret a été masqué dans ce message."), desk.notes(ticket.id()));
            assertEquals(List.of(ANNE + " nouveau"), desk.told());
        }
    }

    @Test
    void an_agents_automatic_mail_is_not_told_of_its_secrets_either() {
        desk.opens(Letter.from(ANNE)
                .subject("Absence")
                .header("Auto-Submitted", "auto-replied")
                .says(SECRET));
        assertEquals(List.of(), desk.told());
        desk.opens(Letter.from(ANNE).subject("Accès").says(SECRET));
        assertEquals(List.of(ANNE + " secret"), desk.told());
    }

    @Test
    void quoted_history_and_html_stay_at_hand() {
        var reply = Letter.from(ALICE)
                .subject("Re: Jira")
                .answering("a@x")
                .header("MIME-Version", "1.0")
                .header("Content-Type", "text/html; charset=utf-8")
                .says(
                        "<p>Oui.</p><div class=\"gmail_quote\">Le lun. 2 mars 2026 à 10:00, Anne &lt;aide@petit.example&gt; a écrit :<blockquote>Alors ?</blockquote></div>");
        var body = desk.firstBody(desk.opens(reply).id());
        assertEquals("Oui.", body.text());
        assertTrue(body.quoted().contains("Alors ?"), body.toString());
        assertTrue(body.html().orElse("").contains("<p>Oui.</p>"), body.html().toString());
    }

    @Test
    void html_beyond_a_million_characters_is_not_kept_and_the_ticket_says_so() {
        var html = Letter.from(ALICE)
                .subject("Long")
                .header("MIME-Version", "1.0")
                .header("Content-Type", "text/html; charset=utf-8")
                .says("<p>x</p>" + "<a href='https://x.example/'>y</a>".repeat(12_000));
        var ticket = desk.opens(html).id();
        assertEquals(Optional.empty(), desk.firstBody(ticket).html());
        assertTrue(
                desk.notes(ticket).getFirst().startsWith("La mise en forme de ce mail est trop longue"),
                desk.notes(ticket).toString());
        assertTrue(desk.texts(ticket).getFirst().startsWith("x"));
    }
}
