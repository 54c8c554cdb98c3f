package guichet.store;

import guichet.core.people.Contact;
import guichet.core.people.Directory;
import guichet.core.people.Organization;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A directory whose answers are {@link TtlCache}. */
public final class CachedDirectory implements Directory {
    private final Directory directory;
    private final TtlCache<Asked, Contact> contacts;
    private final TtlCache<Asked, Organization> organizations;
    private final TtlCache<Asked, Organization> domains;

    private record Asked(String desk, String key) {}

    public CachedDirectory(Directory directory, InstantSource clock) {
        this.directory = directory;
        contacts = new TtlCache<>(asked -> directory.contact(asked.desk(), asked.key()), clock);
        organizations = new TtlCache<>(asked -> directory.organization(asked.desk(), asked.key()), clock);
        domains = new TtlCache<>(asked -> directory.organizationOfDomain(asked.desk(), asked.key()), clock);
    }

    @Override
    public Optional<Contact> contact(String desk, String address) {
        return contacts.apply(new Asked(desk, address));
    }

    /** Only who is not remembered is asked for. */
    @Override
    public Map<String, Contact> contacts(String desk, Set<String> addresses) {
        var asked = addresses.stream().map(address -> new Asked(desk, address)).collect(Collectors.toSet());
        return contacts
                .applyAll(
                        asked,
                        unknown -> directory
                                .contacts(desk, unknown.stream().map(Asked::key).collect(Collectors.toSet()))
                                .entrySet()
                                .stream()
                                .collect(Collectors.toMap(
                                        entry -> new Asked(desk, entry.getKey()), Map.Entry::getValue)))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(entry -> entry.getKey().key(), Map.Entry::getValue));
    }

    @Override
    public Optional<Organization> organization(String desk, String id) {
        return organizations.apply(new Asked(desk, id));
    }

    @Override
    public Optional<Organization> organizationOfDomain(String desk, String domain) {
        return domains.apply(new Asked(desk, domain));
    }
}
