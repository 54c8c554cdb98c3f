package guichet.core.ticket;

import java.util.Optional;

/**
 * The requester of a new ticket, with what the directory says of them. An unknown one has no organization and the
 * desk's default contract.
 */
public record Requester(
        Person person, Optional<String> organization, Optional<String> contract, Optional<String> language) {
    public static Requester unknown(Person person) {
        return new Requester(person, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
