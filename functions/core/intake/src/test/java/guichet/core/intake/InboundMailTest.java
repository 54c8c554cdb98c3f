package guichet.core.intake;

import static guichet.core.intake.FrontDesk.ALBERT;
import static guichet.core.intake.FrontDesk.ALICE;
import static guichet.core.intake.FrontDesk.ANNE;
import static guichet.core.intake.FrontDesk.BOB;
import static guichet.core.intake.FrontDesk.MONDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.mail.MailKind;
import guichet.core.mail.MaskedMail;
import guichet.core.ticket.Person;
import guichet.core.ticket.Redaction;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A mail as a desk reads it. */
class InboundMailTest {
    private final FrontDesk desk = new FrontDesk();

    private InboundMail read(Letter letter) {
        return InboundMail.read(desk.desk, desk.desk.address(), MONDAY, "mail/1", letter.raw());
    }

    private InboundMail plain(PlainMail mail) {
        return mail.to(desk.desk, desk.desk.address(), MONDAY);
    }

    @Test
    void those_whom_a_blind_copy_does_not_show_to_us_are_not_in_copy() {
        var unseen = read(Letter.from(ALICE).header("To", BOB).header("Cc", ALBERT));
        assertEquals(List.of(), unseen.othersThan(Author.ofFrom(unseen)));
        var tagged = read(Letter.from(ALICE).header("To", BOB).header("Cc", "Aide+7.k1.x@petit.example"));
        assertEquals(List.of(Person.of(BOB)), tagged.othersThan(Author.ofFrom(tagged)));
    }

    @Test
    void others_are_all_in_to_and_cc_but_the_author_and_the_desks() {
        var mail = read(Letter.from(ALICE)
                .header("To", "aide@petit.example, ALICE@acme.example")
                .header("Cc", ALBERT));
        assertEquals(List.of(Person.of(ALBERT)), mail.othersThan(Author.ofFrom(mail)));
        var other = mail.amongDesks(Set.of("aide@petit.example", ALBERT));
        assertEquals(List.of(), other.othersThan(Author.ofFrom(other)), "another desk of the deployment");
    }

    @Test
    void a_sender_whose_address_is_malformed_is_the_one_that_it_seems_to_mean() {
        assertEquals(ALICE, read(Letter.from("Alice " + ALICE)).from().address());
    }

    @Test
    void of_eight_ancestors_each_counts() {
        var ids = IntStream.rangeClosed(1, 8).mapToObj(i -> i + "@x").toArray(String[]::new);
        assertEquals(
                List.of(ids).reversed(), read(Letter.from(ALICE).answering(ids)).ancestors());
    }

    @Test
    void a_list_of_the_desks_own_address_is_a_way_to_it_and_no_mailing() {
        assertEquals(
                MailKind.NORMAL,
                read(Letter.from(ALICE).header("List-Id", "<help.petit.example>"))
                        .incoming()
                        .kind());
        assertEquals(
                MailKind.MAILING,
                read(Letter.from(ALICE).header("List-Id", "<help.autre.example>"))
                        .incoming()
                        .kind());
    }

    @Test
    void a_text_is_cut_after_a_million_characters() {
        assertEquals(
                1_000_000,
                plain(new PlainMail("a@x", ALICE).says("Jira", "x".repeat(1_000_001)))
                        .body()
                        .text()
                        .length());
    }

    @Test
    void of_many_ancestors_the_nearest_and_the_root_count() {
        var ids = IntStream.rangeClosed(1, 12).mapToObj(i -> i + "@x").toArray(String[]::new);
        assertEquals(
                List.of("12@x", "11@x", "10@x", "9@x", "8@x", "7@x", "6@x", "1@x"),
                read(Letter.from(ALICE).answering(ids)).ancestors());
    }

    @Test
    void a_mail_starts_a_conversation_where_nothing_in_it_points_to_a_ticket() {
        var alices = new PlainMail("a@x", ALICE).says("Jira", "");
        assertTrue(plain(alices).startsAConversation());
        assertFalse(alices.to(desk.desk, "aide+1.k1.aaaaaaaaaaaaaaaa@petit.example", MONDAY)
                .startsAConversation());
        assertFalse(
                plain(new PlainMail("a@x", ALICE).says("[petit-1] Jira", "")).startsAConversation());
        assertFalse(plain(new PlainMail("a@x", ALICE).answering("b@x")).startsAConversation());
        assertFalse(plain(new PlainMail("a@x", ALICE).automatic("a robot")).startsAConversation());
    }

    @Test
    void what_was_masked_before_it_was_held_counts_unless_the_desk_keeps_secrets_by_now() {
        var raw = Letter.from(ALICE)
                .says("Bonjour, le mot de passe : Tr0ub4dor&3")
                .raw();
        assertTrue(read(Letter.from(ALICE).says("Bonjour, le mot de passe : Tr0ub4dor&3"))
                .holdsSecrets());
        assertFalse(read(Letter.from(ALICE)).holdsSecrets());
        var held = InboundMail.readHeld(desk.desk, MONDAY, ANNE, "mail/1", MaskedMail.of(raw));
        assertEquals(Optional.of(new Redaction(1, List.of())), held.redaction());
        var keeping = FrontDesk.where("{ unknown-senders: open, secrets: kept }").desk;
        var kept = InboundMail.readHeld(keeping, MONDAY, ANNE, "mail/1", MaskedMail.of(raw));
        assertEquals(Optional.empty(), kept.redaction());
    }
}
