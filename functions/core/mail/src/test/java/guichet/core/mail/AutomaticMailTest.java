package guichet.core.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signs of machines, one by one, and what only looks like one. */
class AutomaticMailTest {
    private static MailKind kind(String headers) {
        return Mails.withHeaders("Subject: Bonjour\n" + headers + "\n", "Bonjour")
                .kind();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Guichet-Ticket: cloud-1",
                "x-guichet-anything: x",
                "X-Autoresponder: yes",
                "X-Auto-Response: yes",
                "X-Mail-Autoreply: yes",
                "X-AutoReply-From: a@b.example",
                "X-Vacation: yes",
                "X-FC-Machinegenerated: true",
                "Auto-Submitted: auto-notified",
                "Precedence: auto-reply",
                "Return-Path: < >",
            })
    void a_header_of_a_machine_makes_a_mail_automatic(String header) {
        assertEquals(MailKind.AUTOMATIC, kind(header));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Loop: no",
                "X-Autoreply: NO",
                "X-Vacation: false (none)",
                "Auto-Submitted: No",
                "Precedence: normal",
                "X-Auto-Response-Suppress: DR, RN",
                "X-Auto-Response-Suppress: All",
                "X-Auto-Response-Suppress: DR, OOF, AutoReply",
                "Return-Path: <bounces@acme.example>",
                "X-Guichet-Verdict: x",
            })
    void a_header_that_says_no_makes_it_none(String header) {
        assertEquals(MailKind.NORMAL, kind(header));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "List-Help: <x>",
                "List-Archive: <x>",
                "List-Subscribe: <x>",
                "List-Owner: <x>",
                "X-Campaign: spring",
                "X-Mailing-List: dev",
                "X-CampaignId: 1",
                "X-List-Id: dev",
                "X-MC-User: 1",
                "Precedence: junk",
                "Precedence: Bulk",
            })
    void a_header_of_a_list_makes_a_mail_a_mailing(String header) {
        assertEquals(MailKind.MAILING, kind(header));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-Auto-Response-Suppress: DR, OOF, AutoReply|false",
                "X-Auto-Response-Suppress: All|false",
                "In-Reply-To: <x@cloud.example>\\nPrecedence: bulk|false",
                "References: <x@cloud.example>\\nPrecedence: list|false",
                "X-Auto-Response-Suppress: DR|true",
                "Precedence: first-class|true",
            })
    void whoever_wants_no_automatic_answer_is_a_person_who_gets_none(String headers, boolean answerable) {
        var found = Mails.withHeaders("Subject: Bonjour\n" + headers.replace("\\n", "\n") + "\n", "Non, toujours lent.")
                .classification();
        assertEquals(MailKind.NORMAL, found.kind());
        assertEquals(answerable, found.answerable());
        assertEquals(!answerable, found.reason().contains("wants no automatic answer"), found.reason());
    }

    @Test
    void an_absence_note_may_show_by_that_it_wants_no_answer() {
        assertEquals(
                MailKind.AUTOMATIC,
                Mails.withHeaders("Subject: Automatic reply: Jira\nX-Auto-Response-Suppress: All\n", "…")
                        .kind());
    }

    @Test
    void a_machines_answer_that_comes_through_a_list_is_automatic_and_no_mailing() {
        assertEquals(MailKind.AUTOMATIC, kind("List-Id: <dev.acme.example>\nAuto-Submitted: auto-replied"));
        assertEquals(MailKind.AUTOMATIC, kind("Precedence: bulk\nX-Autoreply: yes"));
        assertEquals(MailKind.AUTOMATIC, kind("List-Id: <dev.acme.example>\nX-Guichet-Ticket: cloud-1"));
    }

    @Test
    void a_mail_server_that_reports_nothing_is_automatic_still() {
        var mail = Mails.read("From: Mailer-Daemon@mx.example\nSubject: Bonjour\n\nVotre quota est atteint.");
        assertEquals(MailKind.AUTOMATIC, mail.kind());
        assertEquals(Optional.empty(), mail.bounce());
    }

    @Test
    void only_the_list_of_one_of_our_own_addresses_is_no_mailing() {
        var own = Set.of("support@acme.example", "Aide@Acme.example");
        for (var id : List.of("<support.acme.example>", "\"Aide\" <AIDE.acme.example>")) {
            assertEquals(MailKind.NORMAL, throughList(id, own), id);
        }
        assertEquals(MailKind.MAILING, throughList("<annonces.acme.example>", own));
        assertEquals(MailKind.MAILING, throughList("<support.acme.example.evil.example>", own));
    }

    private static MailKind throughList(String id, Set<String> own) {
        return MailReader.read(
                        Mails.bytes(Mails.FROM + "Subject: Jira\nList-Id: " + id + "\n\nBonjour"),
                        new ReadOptions(true, own))
                .kind();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Out of the office: what to do?|Can I set it from my phone?|NORMAL",
                "Jira out of office|I am out of the office until Monday.|NORMAL",
                "[EXT] [Acme] Abwesenheitsnotiz|Ich bin im Urlaub.|AUTOMATIC",
                "Message d’absence|Je suis absent.|AUTOMATIC",
            })
    void an_absence_note_begins_with_its_phrase_and_says_that_somebody_is_away(
            String subject, String text, MailKind kind) {
        assertEquals(kind, Mails.withHeaders("Subject: " + subject + "\n", text).kind());
    }

    @Test
    void the_reason_names_the_header_that_decided() {
        var reason = Mails.withHeaders("Subject: x\nX-Loop: a@b.example\n", "x")
                .classification()
                .reason();
        assertTrue(reason.contains("X-Loop"), reason);
    }
}
