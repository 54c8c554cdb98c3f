package guichet.cli;

import guichet.core.people.People;
import guichet.store.DynamoDirectory;

/** Puts organizations and people into the directory; the same twice changes nothing. */
final class PeopleImport {
    private PeopleImport() {}

    /** @throws CommandFailure if a domain is another organization's; what was put before it stays */
    static void into(DynamoDirectory directory, People people) {
        for (var organization : people.organizations()) {
            switch (directory.put(organization)) {
                case DynamoDirectory.Stored.Done _ -> {}
                case DynamoDirectory.Stored.DomainTaken taken ->
                    throw new CommandFailure("organization " + organization.id() + ": the domain " + taken.domain()
                            + " is listed for " + taken.organization() + " already");
            }
        }
        people.contacts().forEach(directory::put);
    }
}
