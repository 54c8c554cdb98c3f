package guichet.core.desk.file;

import guichet.core.desk.file.PeopleCollector.Fault;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The YAML form of a people file. */
final class PeopleReader {
    private final PeopleCollector book;

    PeopleReader(PeopleCollector book) {
        this.book = book;
    }

    void read(YamlEntries file) {
        file.named("organizations").forEach((id, place) -> {
            Identifiers.check(id, place);
            place.entries().ifPresent(entries -> organization(id, entries));
        });
        file.rules("people").forEach((address, person) -> person(address, person, Optional.empty()));
    }

    private void organization(String id, YamlEntries entries) {
        var domains = entries.items("domains").stream()
                .flatMap(place -> checked(place, domain -> book.domain(domain, id)).stream())
                .toList();
        Map<String, String> links = new LinkedHashMap<>();
        entries.named("links")
                .forEach((label, place) -> place.text(
                                text -> Optional.of(text).filter(url -> url.matches("https?://\\S{1,2000}")),
                                "not an address of the web",
                                "https://…")
                        .ifPresent(url -> links.put(label, url)));
        book.add(
                id,
                entries.need("name").flatMap(YamlNode::text).orElse(id),
                domains,
                entries.get("contract").flatMap(place -> checked(place, book::contract)),
                links,
                entries.text("integrator"));
        entries.rules("people").forEach((address, person) -> person(address, person, Optional.of(id)));
    }

    private void person(String address, YamlNode person, Optional<String> organization) {
        book.address(address, "in line " + person.line())
                .ifPresent(fault -> person.problem(fault.message(), fault.value(), fault.allowed()));
        if (!person.isMapping()) {
            person.text().ifPresent(name -> book.add(address, name, organization, Optional.empty(), Optional.empty()));
            return;
        }
        person.entries()
                .ifPresent(entries -> book.add(
                        address,
                        entries.need("name").flatMap(YamlNode::text).orElse(address),
                        organization,
                        entries.get("language").flatMap(place -> checked(place, book::language)),
                        entries.text("phone")));
    }

    private static Optional<String> checked(YamlNode place, Function<String, Optional<Fault>> check) {
        var text = place.text();
        text.flatMap(check).ifPresent(fault -> place.problem(fault.message(), fault.value(), fault.allowed()));
        return text;
    }
}
