package guichet.store;

import guichet.core.people.Contact;
import guichet.core.people.Directory;
import guichet.core.people.InMemoryDirectory;
import guichet.core.people.Organization;

class InMemoryDirectoryTest extends DirectoryContract {
    private final InMemoryDirectory directory = new InMemoryDirectory();

    @Override
    Directory directory() {
        return directory;
    }

    @Override
    void put(Organization organization) {
        directory.add(organization);
    }

    @Override
    void put(Contact contact) {
        directory.add(contact);
    }
}
