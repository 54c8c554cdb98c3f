package guichet.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import guichet.core.people.Contact;
import guichet.core.people.Directory;
import guichet.core.people.Organization;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every directory holds to, in memory or in the table. */
abstract class DirectoryContract {
    static final Organization ACME = new Organization(
            "cloud",
            "acme",
            "Acme SA",
            List.of("acme.example", "acme.test"),
            "24x7",
            Map.of("Production", "https://jira.acme.example"),
            Optional.empty());
    static final Contact ALICE = new Contact(
            "cloud", "alice@acme.example", "Alice Martin", Optional.of("acme"), Optional.of("fr"), Optional.empty());

    abstract Directory directory();

    abstract void put(Organization organization);

    abstract void put(Contact contact);

    @BeforeEach
    void acmeAndAlice() {
        put(ACME);
        put(ALICE);
    }

    @Test
    void people_and_organizations_are_found_as_they_were_put_in() {
        assertEquals(Optional.of(ALICE), directory().contact("cloud", "alice@acme.example"));
        assertEquals(Optional.of(ACME), directory().organization("cloud", "acme"));
        assertEquals(Optional.of(ACME), directory().organizationOfDomain("cloud", "acme.test"));
    }

    @Test
    void people_are_found_many_at_once() {
        assertEquals(
                Map.of(ALICE.address(), ALICE),
                directory().contacts("cloud", Set.of(ALICE.address(), "nobody@acme.example", "")));
        assertEquals(Map.of(), directory().contacts("daj", Set.of(ALICE.address())));
        assertEquals(Map.of(), directory().contacts("cloud", Set.of()));
    }

    @Test
    void what_a_desk_knows_another_does_not() {
        assertEquals(Optional.empty(), directory().contact("daj", "alice@acme.example"));
        assertEquals(Optional.empty(), directory().organization("daj", "acme"));
        assertEquals(Optional.empty(), directory().organizationOfDomain("daj", "acme.example"));
    }

    @Test
    void a_domain_counts_only_because_it_is_listed() {
        assertEquals(Optional.empty(), directory().organizationOfDomain("cloud", "mail.acme.example"));
        assertEquals(Optional.empty(), directory().organizationOfDomain("cloud", "example"));
    }

    @Test
    void the_same_put_in_twice_is_there_once_and_a_change_replaces_it() {
        put(ACME);
        put(ALICE);
        var moved = new Organization(
                "cloud", "acme", "Acme SAS", List.of("acme.example", "acme.fr"), "hours", Map.of(), Optional.empty());
        put(moved);
        assertEquals(Optional.of(moved), directory().organizationOfDomain("cloud", "acme.fr"));
        assertEquals(
                Optional.empty(),
                directory().organizationOfDomain("cloud", "acme.test"),
                "a domain that is listed no more");
    }

    @Test
    void a_hostile_address_is_only_unknown() {
        assertEquals(Optional.empty(), directory().contact("cloud", ""));
        assertEquals(Optional.empty(), directory().contact("cloud", "é".repeat(5_000) + "@x"));
        assertEquals(Optional.empty(), directory().organizationOfDomain("cloud", "#"));
    }
}
