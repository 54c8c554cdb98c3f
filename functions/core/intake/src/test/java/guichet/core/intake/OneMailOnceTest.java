package guichet.core.intake;

import static guichet.core.intake.FrontDesk.ALBERT;
import static guichet.core.intake.FrontDesk.ALICE;
import static guichet.core.intake.FrontDesk.ZOE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which mail is which: by its Message-ID, its sender and what it says. */
class OneMailOnceTest {
    private final FrontDesk desk = new FrontDesk();

    private static Letter letter(String from, String id) {
        return Letter.from(from).id(id).subject("Jira");
    }

    @Test
    void a_mail_that_is_delivered_twice_is_one_message() {
        var ticket = desk.opens(letter(ALICE, "a@x")).id();
        assertInstanceOf(IntakeResult.Ignored.class, desk.take(letter(ALICE, "a@x")));
        assertEquals(List.of("Bonjour"), desk.texts(ticket));
        assertEquals(1, desk.tickets().size());
    }

    @Test
    void what_servers_add_on_its_way_makes_no_other_mail_of_it() {
        desk.opens(letter(ALICE, "a@x"));
        var again = letter(ALICE, "a@x").header("Received", "by mx2").header("X-Spam-Level", "*");
        assertInstanceOf(IntakeResult.Ignored.class, desk.take(again));
    }

    @Test
    void the_same_id_with_other_words_by_the_same_sender_joins_the_first() {
        var ticket = desk.opens(letter(ALICE, "a@x").says("Premier")).id();
        assertEquals(ticket, desk.joins(letter(ALICE, "a@x").says("Second")).id());
        assertEquals(List.of("Premier", "Second"), desk.texts(ticket));
    }

    @ParameterizedTest
    @ValueSource(strings = {ALBERT, ZOE})
    void the_same_id_from_another_sender_has_nothing_to_do_with_the_first(String other) {
        var ticket = desk.opens(letter(ALICE, "a@x").says("Premier")).id();
        var opened = desk.opens(letter(other, "a@x").says("Second"));
        assertEquals(List.of("Premier"), desk.texts(ticket));
        assertEquals(List.of("Second"), desk.texts(opened.id()));
        assertEquals(List.of(), desk.notes(opened.id()), "it quotes nothing");
        assertEquals(Optional.empty(), opened.follows());
    }

    @Test
    void a_second_mail_under_one_id_is_known_too_when_it_comes_again() {
        desk.opens(letter(ALICE, "a@x").says("Premier"));
        desk.opens(letter(ALBERT, "a@x").says("Second"));
        assertInstanceOf(
                IntakeResult.Ignored.class, desk.take(letter(ALBERT, "a@x").says("Second")));
        assertInstanceOf(
                IntakeResult.Ignored.class, desk.take(letter(ALICE, "a@x").says("Premier")));
        assertEquals(2, desk.tickets().size());
    }

    @Test
    void a_mail_that_is_delivered_twice_at_once_opens_one_ticket() {
        desk.meanwhile(() -> desk.opens(letter(ALICE, "a@x")));
        assertInstanceOf(IntakeResult.Ignored.class, desk.take(letter(ALICE, "a@x")));
        assertEquals(1, desk.tickets().size());
    }

    @Test
    void a_mail_without_an_id_is_known_when_it_comes_again_and_another_is_another() {
        desk.opens(Letter.from(ALICE).subject("Jira").says("Premier"));
        assertInstanceOf(
                IntakeResult.Ignored.class,
                desk.take(Letter.from(ALICE).subject("Jira").says("Premier")));
        desk.opens(Letter.from(ALICE).subject("Jira").says("Second"));
        assertEquals(2, desk.tickets().size());
    }

    @Test
    void what_it_answers_does_not_take_a_mail_away_from_the_ticket_that_has_its_id() {
        var first = desk.opens(letter(ALICE, "a@x")).id();
        desk.opens(letter(ALICE, "b@x").subject("Confluence"));
        assertEquals(
                first,
                desk.joins(letter(ALICE, "a@x").answering("b@x").says("Encore")).id());
    }

    @Test
    void a_mail_that_was_quoted_before_it_came_joins_whoever_quoted_it() {
        var ticket = desk.opens(letter(ALICE, "reply@x").answering("first@x").says("La réponse"))
                .id();
        desk.joins(letter(ALICE, "first@x").says("Le premier"));
        assertInstanceOf(
                IntakeResult.Ignored.class, desk.take(letter(ALICE, "first@x").says("Le premier")));
        assertEquals(List.of("La réponse", "Le premier"), desk.texts(ticket));
    }

    @Test
    void one_id_at_two_desks_is_a_mail_of_each() {
        desk.opens(letter(ALICE, "a@x"));
        assertEquals(
                "autre-1", desk.beside("autre").opens(letter(ALICE, "a@x")).id().toString());
    }
}
