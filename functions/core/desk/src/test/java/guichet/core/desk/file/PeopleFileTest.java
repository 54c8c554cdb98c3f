package guichet.core.desk.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import guichet.core.desk.Desk;
import guichet.core.people.Contact;
import guichet.core.people.Organization;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleFileTest {
    private static final Path DESKS = Path.of("../../../desks");
    private static Desk cloud;

    @BeforeAll
    static void readTheDesk() throws IOException {
        cloud = desk("cloud");
    }

    @Test
    void organizations_have_their_domains_contract_and_people() throws IOException {
        var people = PeopleFile.read(cloud, "people.yaml", Files.readAllBytes(DESKS.resolve("cloud/people.yaml")))
                .orThrow();
        assertEquals(
                new Organization("cloud", "acme", "Acme", List.of("acme.example"), "24/7", Map.of(), Optional.empty()),
                people.organizations().getFirst());
        assertEquals(
                new Contact(
                        "cloud",
                        "alice@acme.example",
                        "Alice Martin",
                        Optional.of("acme"),
                        Optional.empty(),
                        Optional.empty()),
                people.contacts().getFirst());
    }

    @ParameterizedTest
    @ValueSource(strings = {"daj", "logeas", "divalto", "cloud", "conseil"})
    void the_sample_people_of_a_desk_have_nothing_wrong_with_them(String id) throws IOException {
        assertEquals(
                List.of(),
                PeopleFile.read(
                                desk(id),
                                "people.yaml",
                                Files.readAllBytes(DESKS.resolve(id).resolve("people.yaml")))
                        .problems());
    }

    @Test
    void a_table_says_the_same_as_yaml() throws IOException {
        var yaml = PeopleFile.read(cloud, "people.yaml", """
                organizations:
                  acme:
                    name: Acme, Ltd
                    domains: [acme.example, acme-labs.example]
                    contract: 24/7
                    people:
                      - alice@acme.example: { name: Alice "A" Martin, language: fr }
                      - albert@acme.example: { name: Albert Morel, phone: "+33 1" }
                people:
                  - solo@free.example: Solo
                """).orThrow();
        var csv = """
                organization,name,domains,contract,address,person,language,phone\r
                acme,"Acme, Ltd",acme.example acme-labs.example,24/7,Alice@acme.example,"Alice ""A"" Martin",fr,\r
                acme,,,,albert@acme.example,Albert Morel,,+33 1\r
                \r
                ,,,,solo@free.example,Solo,,
                """;
        // A table sorts the domains of a cell.
        assertEquals(
                yaml.contacts(),
                PeopleFile.read(cloud, "people.csv", csv).orThrow().contacts());
        assertEquals(
                List.of("acme-labs.example", "acme.example"),
                PeopleFile.read(cloud, "people.csv", csv)
                        .orThrow()
                        .organizations()
                        .getFirst()
                        .domains());
        assertEquals(
                yaml.contacts(),
                PeopleFile.read(
                                cloud,
                                "people.csv",
                                "\uFEFF" + csv.replace(", Ltd", "").replace(',', ';'))
                        .orThrow()
                        .contacts());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            organizations: { acme: { name: A, contract: gold } }                                  | p.yaml:1: organizations.acme.contract: no such contract at the desk cloud: "gold" (allowed: heures-ouvrees, 24/7)
            organizations: { acme: { name: A, domains: acme } }                                   | p.yaml:1: organizations.acme.domains: not a mail domain: "acme" (allowed: such as example.org)
            organizations: { acme: { name: A, domains: Gmail.com } }                              | p.yaml:1: organizations.acme.domains: everybody may have an address at this public mail service, so it belongs to no organization: "Gmail.com" (allowed: the organization's own domain, or none)
            organizations: { a: { name: A, domains: x.example }, b: { name: B, domains: x.example } } | p.yaml:1: organizations.b.domains: this domain stands twice, first for "a": "x.example" (allowed: each domain once)
            organizations: { acme: { domains: acme.example } }                                    | p.yaml:1: organizations.acme: the key "name" is missing
            people: [ a@x.example: A, A@X.example: B ]                                            | p.yaml:1: people[1].A@X.example: this person stands twice, first in line 1: "A@X.example" (allowed: each address once)
            people: [ alice: A ]                                                                  | p.yaml:1: people[0].alice: not a mail address: "alice" (allowed: somebody@example.org)
            people: [ aide@cloud.example: A ]                                                     | p.yaml:1: people[0].aide@cloud.example: this is an address of the desk itself: "aide@cloud.example" (allowed: a customer's address)
            people: [ a@x.example: { name: A, language: it } ]                                    | p.yaml:1: people[0].a@x.example.language: not a language of this product: "it" (allowed: fr, en)
            people: [ a@x.example: { nmae: A, name: A } ]                                          | p.yaml:1: people[0].a@x.example.nmae: unknown key; did you mean "name"?: "nmae" (allowed: name, language, phone)
            organizations: { a: { name: A, links: { Wiki: "javascript:x" } } }                    | p.yaml:1: organizations.a.links.Wiki: not an address of the web: "javascript:x" (allowed: https://…)
            """)
    void a_mistake_in_a_people_file_is_told_with_its_line(String content, String expected) {
        assertEquals(
                List.of(expected),
                PeopleFile.read(cloud, "p.yaml", content).problems().stream()
                        .map(FileProblem::toString)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            organisation,address                  | p.csv:1: unknown column; did you mean "organization"?: "organisation" (allowed: organization, name, domains, contract, address, person, language, phone)
            address\\nalice                       | p.csv:2: address: not a mail address: "alice" (allowed: somebody@example.org)
            address,person\\n,Alice               | p.csv:2: address: a person without an address: "Alice" (allowed: somebody@example.org)
            address\\na@x.example,b               | p.csv:2: more cells than columns: "b" (allowed: one cell for each column)
            address\\n"a@x.example                | p.csv:2: this quotation mark is never closed: "a@x.example"
            address,person\\na@x.example,"A\\nB"\\nb@x.example,"C\\n | p.csv:4: this quotation mark is never closed: "C "
            address,person\\na@x.example,"A\\nB"\\nb@x.example,"C" D | p.csv:4: something follows a closing quotation mark: "b@x.example,"C" D"
            address,person\\n\\n , \\nalice,"A"    | p.csv:4: address: not a mail address: "alice" (allowed: somebody@example.org)
            address,contract,organization\\n,gold,a | p.csv:2: contract: no such contract at the desk cloud: "gold" (allowed: heures-ouvrees, 24/7)
            """)
    void a_mistake_in_a_table_is_told_with_its_line(String content, String expected) {
        var bytes = content.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8);
        assertEquals(
                List.of(expected),
                PeopleFile.read(cloud, "p.csv", bytes).problems().stream()
                        .map(FileProblem::toString)
                        .toList());
    }

    @Test
    void a_blank_before_a_quotation_mark_does_no_harm() {
        assertEquals(
                "Martin, Alice",
                PeopleFile.read(cloud, "p.csv", "address, person\na@x.example, \"Martin, Alice\" \n")
                        .orThrow()
                        .contacts()
                        .getFirst()
                        .name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", ",", ";", "\n", "\r", "\u0000", "\"\n", "\" x", "a,\"b\n", "\"\"\""})
    void a_megabyte_of_anything_in_a_table_ends_in_problems_and_soon(String piece) {
        var content = piece.repeat(1_000_000 / piece.length());
        assertFalse(assertTimeoutPreemptively(Duration.ofSeconds(20), () -> PeopleFile.read(cloud, "p.csv", content))
                .problems()
                .isEmpty());
    }

    private static Desk desk(String id) throws IOException {
        return DeskFile.read("desk.yaml", Files.readAllBytes(DESKS.resolve(id).resolve("desk.yaml")))
                .orThrow();
    }
}
