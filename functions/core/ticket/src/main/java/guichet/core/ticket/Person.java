package guichet.core.ticket;

import java.util.Locale;

/** Someone named on a ticket. The address is in lower case; the name may be empty. */
public record Person(String address, String name) {
    public Person {
        address = address.toLowerCase(Locale.ROOT);
        name = name == null ? "" : name;
    }

    public static Person of(String address) {
        return new Person(address, "");
    }

    /** The name, or the address of someone whose name we do not know. */
    public String display() {
        return name.isBlank() ? address : name;
    }
}
