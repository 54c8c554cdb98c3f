package guichet.core.access;

import guichet.core.desk.Desk;
import guichet.core.desk.Language;
import guichet.core.people.Contact;
import guichet.core.people.Directory;
import guichet.core.people.Organization;
import guichet.core.ticket.Actor;
import guichet.core.ticket.Person;
import guichet.core.ticket.Requester;
import java.util.Optional;

/** Who writes to a desk, by its file and the directory. */
public final class Callers {
    /**
     * @param known whether the directory lists the person, or their organization's domain
     * @param listed whether it lists the person; true of staff
     */
    public record Caller(Actor actor, Requester requester, boolean known, boolean listed) {
        public Optional<Language> language() {
            return requester.language().flatMap(Language::of);
        }
    }

    private final Desk desk;
    private final Directory directory;

    public Callers(Desk desk, Directory directory) {
        this.desk = desk;
        this.directory = directory;
    }

    /**
     * An unauthenticated sender is believed to be nobody in particular: no organization sees what was written in its
     * name.
     *
     * @param believed whether the sender is taken for who the mail says
     */
    public Caller of(Person sender, boolean believed) {
        return believed || desk.staffMember(sender.address()).isPresent()
                ? of(sender)
                : new Caller(
                        Actor.customer(sender.address(), sender.name(), null), Requester.unknown(sender), false, false);
    }

    public Caller of(Person person) {
        var member = desk.staffMember(person.address());
        if (member.isPresent()) {
            var itself = new Person(member.get().address(), member.get().name());
            return new Caller(
                    new Actor(member.get().role(), itself, Optional.empty()),
                    new Requester(
                            itself,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(member.get().language().code())),
                    true,
                    true);
        }
        var contact = directory.contact(desk.id(), person.address());
        var organization = contact.flatMap(Contact::organization)
                .flatMap(id -> directory.organization(desk.id(), id))
                .or(() -> directory.organizationOfDomain(desk.id(), domain(person.address())));
        var named = contact.map(Contact::name)
                .filter(name -> !name.isBlank())
                .map(name -> new Person(person.address(), name))
                .orElse(person);
        var organizationId = organization.map(Organization::id);
        return new Caller(
                Actor.customer(named.address(), named.name(), organizationId.orElse(null)),
                new Requester(
                        named,
                        organizationId,
                        organization.map(Organization::contract),
                        contact.flatMap(Contact::language)),
                contact.isPresent() || organization.isPresent(),
                contact.isPresent());
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
