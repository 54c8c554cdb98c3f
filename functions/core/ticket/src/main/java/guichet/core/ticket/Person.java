package guichet.core.ticket;

import guichet.core.text.MailAddress;

/** Someone named on a ticket. The address is as it is kept, see {@link MailAddress#kept}; the name may be empty. */
public record Person(String address, String name) {
    public Person {
        address = MailAddress.kept(address);
        name = name == null ? "" : name;
    }

    public static Person of(String address) {
        return new Person(address, "");
    }

    /** The name, or the address of someone whose name we do not know. */
    public String display() {
        return name.isBlank() ? shownAddress() : name;
    }

    /** As people read it. */
    public String shownAddress() {
        return MailAddress.shown(address);
    }
}
