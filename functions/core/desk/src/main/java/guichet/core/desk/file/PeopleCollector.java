package guichet.core.desk.file;

import guichet.core.desk.Desk;
import guichet.core.desk.Language;
import guichet.core.people.Contact;
import guichet.core.people.Organization;
import guichet.core.people.People;
import guichet.core.text.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Collects organizations and people, whatever the file they stand in, and says what is wrong with a value; empty when
 * it will do.
 */
final class PeopleCollector {
    /** What is wrong with a value, and what would do. */
    record Fault(String message, String value, String allowed) {}

    /** Whoever has an address there need not know the others who have one. */
    private static final Set<String> PUBLIC = Set.of(
            "gmail.com",
            "googlemail.com",
            "outlook.com",
            "outlook.fr",
            "hotmail.com",
            "hotmail.fr",
            "live.com",
            "live.fr",
            "msn.com",
            "yahoo.com",
            "yahoo.fr",
            "icloud.com",
            "me.com",
            "orange.fr",
            "wanadoo.fr",
            "free.fr",
            "sfr.fr",
            "neuf.fr",
            "bbox.fr",
            "laposte.net",
            "aol.com",
            "gmx.com",
            "gmx.fr",
            "gmx.de",
            "web.de",
            "proton.me",
            "protonmail.com");

    private final Desk desk;
    private final Map<String, Organization> organizations = new LinkedHashMap<>();
    private final List<Contact> contacts = new ArrayList<>();
    private final Map<String, String> addresses = new HashMap<>();
    private final Map<String, String> domains = new HashMap<>();

    PeopleCollector(Desk desk) {
        this.desk = desk;
    }

    Optional<Fault> domain(String written, String organization) {
        var domain = Identifiers.domain(written);
        if (domain.isEmpty()) {
            return fault("not a mail domain", written, "such as example.org");
        }
        if (PUBLIC.contains(domain.get())) {
            return fault(
                    "everybody may have an address at this public mail service, so it belongs to no organization",
                    written,
                    "the organization's own domain, or none");
        }
        var other = domains.putIfAbsent(domain.get(), organization);
        return other == null
                ? Optional.empty()
                : fault("this domain stands twice, first for \"" + other + "\"", written, "each domain once");
    }

    Optional<Fault> address(String written, String where) {
        var address = Identifiers.address(written);
        if (address.isEmpty()) {
            return fault("not a mail address", written, "somebody@example.org");
        }
        if (desk.isOurs(address.get()) || desk.staffMember(address.get()).isPresent()) {
            return fault("this is an address of the desk itself", written, "a customer's address");
        }
        var other = addresses.putIfAbsent(address.get(), where);
        return other == null
                ? Optional.empty()
                : fault("this person stands twice, first " + other, written, "each address once");
    }

    Optional<Fault> contract(String written) {
        return desk.contracts().containsKey(written)
                ? Optional.empty()
                : fault(
                        "no such contract at the desk " + desk.id()
                                + Nearest.hint(written, desk.contracts().keySet()),
                        written,
                        String.join(", ", desk.contracts().keySet()));
    }

    Optional<Fault> language(String written) {
        return Language.of(written).isPresent()
                ? Optional.empty()
                : fault("not a language of this product", written, String.join(", ", Language.codes()));
    }

    void add(
            String id,
            String name,
            List<String> domains,
            Optional<String> contract,
            Map<String, String> links,
            Optional<String> integrator) {
        organizations.put(
                id,
                new Organization(
                        desk.id(),
                        id,
                        name,
                        domains.stream()
                                .flatMap(domain -> Identifiers.domain(domain).stream())
                                .toList(),
                        contract.orElse(desk.defaultContract()),
                        links,
                        integrator));
    }

    void add(
            String address,
            String name,
            Optional<String> organization,
            Optional<String> language,
            Optional<String> phone) {
        Identifiers.address(address)
                .ifPresent(known -> contacts.add(new Contact(desk.id(), known, name, organization, language, phone)));
    }

    boolean has(String organization) {
        return organizations.containsKey(organization);
    }

    People people() {
        return new People(List.copyOf(organizations.values()), List.copyOf(contacts));
    }

    private static Optional<Fault> fault(String message, String value, String allowed) {
        return Optional.of(new Fault(message, value, allowed));
    }
}
