package guichet.core.people;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The directory of a story or a test: in memory, and otherwise as the table has it. */
public final class InMemoryDirectory implements Directory {
    private final Map<Key, Organization> organizations = new ConcurrentHashMap<>();
    private final Map<Key, Contact> contacts = new ConcurrentHashMap<>();

    private record Key(String desk, String id) {}

    public InMemoryDirectory add(Organization organization) {
        organizations.put(new Key(organization.desk(), organization.id()), organization);
        return this;
    }

    public InMemoryDirectory add(Contact contact) {
        contacts.put(new Key(contact.desk(), contact.address()), contact);
        return this;
    }

    @Override
    public Optional<Contact> contact(String desk, String address) {
        return Optional.ofNullable(contacts.get(new Key(desk, address)));
    }

    @Override
    public Optional<Organization> organization(String desk, String id) {
        return Optional.ofNullable(organizations.get(new Key(desk, id)));
    }

    @Override
    public Optional<Organization> organizationOfDomain(String desk, String domain) {
        return organizations.values().stream()
                .filter(organization -> organization.desk().equals(desk)
                        && organization.domains().contains(domain))
                .findFirst();
    }
}
