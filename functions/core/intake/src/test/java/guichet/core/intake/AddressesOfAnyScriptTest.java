package guichet.core.intake;

import static guichet.core.intake.FrontDesk.ALICE;
import static guichet.core.intake.FrontDesk.ANNE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.desk.file.DeskFile;
import guichet.core.desk.file.PeopleFile;
import guichet.core.ticket.Person;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A domain is one domain however it is written: in U-labels, in A-labels, composed or not, in capitals. */
class AddressesOfAnyScriptTest {
    private static final String PAUL = "paul@xn--bcher-kva.example";
    private final FrontDesk desk = new FrontDesk();

    private static List<String> addresses(List<Person> people) {
        return people.stream().map(Person::address).toList();
    }

    @Test
    void those_in_copy_are_one_person_in_whichever_form_they_are_written() {
        var ticket = desk.opens(Letter.from(ALICE)
                .subject("Serveur")
                .header(
                        "Cc",
                        "Paul <paul@bücher.example>, PAUL@BÜCHER.example, " + PAUL + ", paul@bu\u0308cher.example"));
        assertEquals(List.of(PAUL), addresses(ticket.participants()));
        assertEquals("paul@bücher.example", ticket.participants().getFirst().shownAddress());
        assertEquals("paul@bücher.example", Person.of(PAUL).display(), "and are shown as they read");
    }

    @Test
    void a_sender_is_who_was_in_copy_and_is_believed_by_what_the_mail_service_says_of_either_form() {
        var ticket = desk.opens(Letter.from(ALICE).id("a@x").subject("Serveur").header("Cc", "paul@bücher.example"));
        var written = desk.joins(
                Letter.from("paul@bücher.example").id("b@x").answering("a@x").subject("Re: Serveur"));
        var encoded = desk.joins(Letter.from(PAUL).id("c@x").answering("a@x").subject("Re: Serveur"));
        var mixed = desk.joins(Letter.from("paul@bücher.example")
                .with("header.from=bücher.example", "header.from=xn--bcher-kva.example")
                .id("d@x")
                .answering("a@x")
                .subject("Re: Serveur"));
        assertEquals(ticket.id(), written.id());
        assertEquals(ticket.id(), encoded.id());
        assertEquals(ticket.id(), mixed.id());
    }

    @Test
    void a_domain_that_only_looks_or_sounds_like_it_is_another() {
        var ticket = desk.opens(Letter.from(ALICE).id("a@x").subject("Serveur").header("Cc", "paul@faß.example"));
        assertEquals(List.of("paul@xn--fa-hia.example"), addresses(ticket.participants()));
        desk.opens(Letter.from("paul@fass.example").id("b@x").answering("a@x").subject("Re: Serveur"));
    }

    @Test
    void whom_no_mail_of_ours_can_reach_is_told_nothing_and_the_ticket_says_so() {
        var ticket = desk.opens(Letter.from("rené@bücher.example")
                .id("a@x")
                .subject("Serveur")
                .header("Cc", "用户@例子.example, " + ALICE));
        assertEquals("rené@xn--bcher-kva.example", ticket.requester().address());
        assertEquals(List.of(ANNE + " nouveau"), desk.told());
        var notes = desk.notes(ticket.id());
        assertEquals(1, notes.size(), notes.toString());
        assertTrue(notes.getFirst().startsWith("Personne ne peut y être joint par mail"), notes.toString());
        assertTrue(notes.getFirst().endsWith("rené@bücher.example, 用户@例子.example"), notes.toString());
        desk.joins(Letter.from("rené@bücher.example")
                .id("b@x")
                .answering("a@x")
                .subject("Re: Serveur")
                .header("Cc", "josé@acme.example"));
        assertTrue(desk.notes(ticket.id()).getLast().endsWith("josé@acme.example"), "only of who is new");
    }

    @Test
    void desk_files_and_people_files_may_write_either_form() {
        var file = DeskFile.read("desk.yaml", """
                desk: livres
                name: Livres
                address: aide@bücher.example
                language: fr
                hours: { zone: Europe/Paris, open: { mon-fri: ["9:00-18:00"] } }
                people: { agents: [ anne@bücher.example: Anne ] }
                queues: { accueil: { label: Accueil }, robots: { label: Robots } }
                requests: { demande: { label: Demande, states: { a: { label: A, initial: true }, b: { label: B, closed: true } }, moves: [a -> b] } }
                filing: [ { the probe: { from: "*@bücher.example", queue: robots } } ]
                """).orThrow();
        assertEquals("aide@xn--bcher-kva.example", file.address());
        assertTrue(file.isOurs("Aide+x@bücher.example"));
        assertTrue(file.staffMember("anne@bücher.example").isPresent());
        assertEquals("*@xn--bcher-kva.example", file.filings().getFirst().from().orElseThrow());
        var people = PeopleFile.read(file, "people.yaml", """
                organizations:
                  lecteurs:
                    name: Lecteurs
                    domains: [lesezeichen-köln.example]
                    people: [ petra@lesezeichen-köln.example: Petra ]
                """).orThrow();
        assertEquals(
                List.of("xn--lesezeichen-kln-ltb.example"),
                people.organizations().getFirst().domains());
        assertEquals(
                "petra@xn--lesezeichen-kln-ltb.example",
                people.contacts().getFirst().address());
    }
}
