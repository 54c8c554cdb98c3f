package guichet.core.intake;

import static guichet.core.intake.FrontDesk.ALICE;
import static guichet.core.intake.FrontDesk.ZOE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import guichet.core.ticket.Ticket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where mail files itself: by the first rule of the desk file of which all fits. */
class FilingTest {
    private static final String PROBE = "sonde@acme.example";
    private final FrontDesk desk = new FrontDesk();

    private static String place(Ticket ticket) {
        return ticket.queue() + " " + ticket.type();
    }

    private String placeOf(Letter letter) {
        return place(desk.opens(letter));
    }

    @Test
    void what_fits_no_rule_comes_to_the_first_queue_as_the_first_type() {
        assertEquals("accueil demande", placeOf(Letter.from(ALICE).subject("Bonjour")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-SES-Virus-Verdict: FAIL|rebut demande",
                "X-SES-Virus-Verdict: GRAY|accueil demande",
                "X-SES-Spam-Verdict: FAIL|rebut demande",
                "Auto-Submitted: auto-generated|robots demande",
                "List-Id: <news.acme.example>|robots demande",
            })
    void what_a_mail_is_files_it(String header, String place) {
        var parts = header.split(": ");
        assertEquals(place, placeOf(Letter.from(ALICE).subject("Bonjour").header(parts[0], parts[1])));
    }

    @Test
    void a_rule_may_give_a_type_alone_by_words_of_the_subject_whatever_their_case() {
        assertEquals("accueil panne", placeOf(Letter.from(ALICE).subject("Tout est EN PANNE ici")));
        assertEquals("accueil demande", placeOf(Letter.from(ALICE).subject("Tout est en ordre")));
    }

    @Test
    void all_that_a_rule_says_must_fit() {
        assertEquals("pannes panne", placeOf(Letter.from(PROBE).subject("En panne")));
        assertEquals("accueil demande", placeOf(Letter.from(PROBE).subject("Tout va bien")));
        assertEquals("accueil panne", placeOf(Letter.from(ZOE).subject("En panne")));
    }

    @Test
    void of_several_rules_that_fit_the_first_files_it() {
        var alarm =
                Letter.from("pompe@machines.example").subject("En panne").header("Auto-Submitted", "auto-generated");
        assertEquals("pannes panne", placeOf(alarm));
        assertEquals("rebut demande", placeOf(alarm.says("!").header("X-SES-Spam-Verdict", "FAIL")));
    }

    @ParameterizedTest
    @CsvSource({
        "pompe@machines.example,            pannes panne",
        "Pompe@Machines.Example,            pannes panne",
        "machines@elsewhere.example,        robots demande",
        "pompe@machines.example.evil.example, robots demande",
        "pompe@xmachines.example,           robots demande",
    })
    void a_star_stands_for_anything_and_all_the_rest_of_an_address_is_compared(String from, String place) {
        assertEquals(place, placeOf(Letter.from(from).subject("Alarme").header("Auto-Submitted", "auto-generated")));
    }

    @ParameterizedTest
    @CsvSource({
        "sonde@acme.example, pannes panne",
        "xsonde@acme.example, accueil panne",
        "sonde@acme.example.evil.example, accueil panne"
    })
    void an_address_is_compared_whole(String from, String place) {
        assertEquals(place, placeOf(Letter.from(from).subject("En panne")));
    }

    @Test
    void a_reply_stays_in_the_queue_that_its_ticket_is_in() {
        var ticket = desk.opens(Letter.from(ALICE).id("a@x").subject("Bonjour"));
        assertEquals(
                "accueil demande",
                place(desk.joins(
                        Letter.from(ALICE).id("b@x").subject("En panne").answering("a@x"))));
        assertEquals(ticket.id(), desk.tickets().getFirst().id());
    }
}
