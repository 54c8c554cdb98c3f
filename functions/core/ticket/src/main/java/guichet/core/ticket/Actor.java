package guichet.core.ticket;

import guichet.core.desk.Role;
import java.util.Optional;

/** Who does something to a ticket, and as what. */
public record Actor(Role role, Person person, Optional<String> organization) {
    /** Guichet itself: timers, reactions. What it does is never a touch. */
    public static final Actor ROBOT = new Actor(Role.ROBOT, new Person("", "Guichet"), Optional.empty());

    public static Actor customer(String address, String name, String organization) {
        return new Actor(Role.CUSTOMER, new Person(address, name), Optional.ofNullable(organization));
    }

    public static Actor agent(String address, String name) {
        return new Actor(Role.AGENT, new Person(address, name), Optional.empty());
    }

    public boolean isStaff() {
        return role.isStaff();
    }

    public boolean isPerson() {
        return role.isPerson();
    }

    public String address() {
        return person.address();
    }
}
