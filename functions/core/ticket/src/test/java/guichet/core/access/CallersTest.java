package guichet.core.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.people.Contact;
import guichet.core.people.InMemoryDirectory;
import guichet.core.people.Organization;
import guichet.core.ticket.Garage;
import guichet.core.ticket.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who somebody is, by the directory. */
class CallersTest {
    private final InMemoryDirectory directory = new InMemoryDirectory()
            .add(new Organization(
                    "garage", "fleet", "Fleet", List.of("fleet.example"), "always", Map.of(), Optional.empty()));
    private final Callers callers = new Callers(Garage.with(""), directory);

    private void list(String address, String name, Optional<String> organization) {
        directory.add(new Contact("garage", address, name, organization, Optional.empty(), Optional.empty()));
    }

    @Test
    void the_organization_that_the_directory_gives_somebody_counts_wherever_their_mail_comes_from() {
        list("eve@home.example", "Eve", Optional.of("fleet"));
        var eve = callers.of(Person.of("eve@home.example"));
        assertEquals(Optional.of("fleet"), eve.actor().organization());
        assertEquals(Optional.of("always"), eve.requester().contract());
        assertTrue(eve.known());
    }

    @Test
    void whoever_is_not_listed_is_of_the_organization_whose_domain_it_is() {
        assertEquals(
                Optional.of("fleet"),
                callers.of(Person.of("new@fleet.example")).actor().organization());
        var stranger = callers.of(Person.of("new@elsewhere.example"));
        assertEquals(Optional.empty(), stranger.actor().organization());
        assertFalse(stranger.known());
    }

    @Test
    void somebody_goes_by_the_directorys_name_and_by_their_own_where_it_gives_none() {
        list("eve@home.example", "Eve Martin", Optional.empty());
        list("joe@home.example", " ", Optional.empty());
        assertEquals(
                "Eve Martin",
                callers.of(new Person("eve@home.example", "eve"))
                        .actor()
                        .person()
                        .name());
        assertEquals(
                "Joe",
                callers.of(new Person("joe@home.example", "Joe"))
                        .actor()
                        .person()
                        .name());
    }
}
