package guichet.core.intake;

import guichet.core.ticket.Person;

/**
 * Whose mail it is.
 *
 * @param stated whether From says so. Anybody else is taken at the word of whoever sent the mail, which proves nothing
 *     of them
 */
public record Author(Person person, boolean stated) {
    static Author ofFrom(InboundMail mail) {
        return new Author(mail.from(), true);
    }

    public static Author named(Person person) {
        return new Author(person, false);
    }

    public String address() {
        return person.address();
    }
}
