package guichet.core.intake;

import static guichet.core.intake.FrontDesk.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What of a mail did not come in, said on its ticket: of the mail that opens it as of each that joins. */
class LeftUnreadTest {
    private final FrontDesk desk = new FrontDesk();

    private static Letter nested(Letter letter) {
        var body = IntStream.range(1, 40)
                .mapToObj(i -> "--b" + (i - 1) + "z\nContent-Type: multipart/mixed; boundary=b" + i + "z\n\n")
                .collect(Collectors.joining());
        return letter.header("MIME-Version", "1.0")
                .header("Content-Type", "multipart/mixed; boundary=b0z")
                .says(body + "--b39z\nContent-Type: text/plain\n\nAu fond\n");
    }

    private static Letter copiedTo(Letter letter, int from, int to) {
        var people = IntStream.range(from, to).mapToObj(i -> "p" + i + "@acme.example");
        return letter.header("Cc", people.collect(Collectors.joining(", ")));
    }

    @Test
    void what_lies_too_deep_is_said_whether_the_mail_opens_a_ticket_or_joins_one() {
        var opened = desk.opens(nested(Letter.from(ALICE).id("a@x").subject("Plan")));
        var said = desk.notes(opened.id());
        assertEquals(1, said.size());
        assertTrue(said.getFirst().startsWith("Certaines parties de ce mail sont trop imbriquées"), said.toString());
        desk.joins(nested(Letter.from(ALICE).id("b@x").answering("a@x").subject("Re: Plan")));
        assertEquals(List.of(said.getFirst(), said.getFirst()), desk.notes(opened.id()));
    }

    @Test
    void those_in_copy_for_whom_a_ticket_has_no_room_are_named() {
        var opened = desk.opens(copiedTo(Letter.from(ALICE).id("a@x").subject("Plan"), 0, 42));
        assertEquals(40, opened.participants().size());
        assertEquals(
                List.of("Une demande compte au plus 40 personnes en copie. Non ajoutées\u00a0: p40@acme.example,"
                        + " p41@acme.example"),
                desk.notes(opened.id()));
        desk.joins(copiedTo(Letter.from(ALICE).id("b@x").answering("a@x").subject("Re: Plan"), 0, 40));
        assertEquals(1, desk.notes(opened.id()).size(), "whoever is on it already needs no room");
        desk.joins(copiedTo(Letter.from(ALICE).id("c@x").answering("a@x").subject("Re: Plan"), 40, 90));
        var last = desk.notes(opened.id()).getLast();
        assertTrue(last.endsWith("p59@acme.example …"), last);
    }
}
