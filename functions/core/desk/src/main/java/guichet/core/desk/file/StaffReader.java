package guichet.core.desk.file;

import guichet.core.desk.Language;
import guichet.core.desk.Role;
import guichet.core.desk.StaffMember;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code people:} of a desk file: its agents, its leads, and groups of addresses that others may stand in too. */
final class StaffReader {
    private final NameRegistry known;
    private final Language language;

    StaffReader(NameRegistry known, Language language) {
        this.known = known;
        this.language = language;
    }

    List<StaffMember> staff(YamlEntries people) {
        var staff = new ArrayList<StaffMember>();
        people.get("agents").ifPresent(agents -> read(agents, Role.AGENT, staff));
        people.get("leads").ifPresent(leads -> read(leads, Role.LEAD, staff));
        if (staff.isEmpty()) {
            people.place().problem("nobody works at this desk", "", "agents or leads");
        }
        return List.copyOf(staff);
    }

    private void read(YamlNode place, Role role, List<StaffMember> staff) {
        place.rules().forEach((written, person) -> {
            var address = Identifiers.address(written);
            if (address.isEmpty()) {
                person.problem("not a mail address", written, "somebody@example.org");
            } else if (!known.staff.add(address.get())) {
                person.problem(
                        "this person stands among the agents and leads twice",
                        written,
                        "each address once; leads may do all that agents may");
            } else {
                staff.add(member(address.get(), role, person));
            }
        });
    }

    private StaffMember member(String address, Role role, YamlNode person) {
        if (!person.isMapping()) {
            return new StaffMember(address, person.text().orElse(address), role, language);
        }
        var entries = person.entries();
        return new StaffMember(
                address,
                entries.flatMap(found -> found.need("name"))
                        .flatMap(YamlNode::text)
                        .orElse(address),
                role,
                entries.flatMap(found -> found.get("language"))
                        .flatMap(Languages::read)
                        .orElse(language));
    }

    Map<String, List<String>> groups(YamlEntries people) {
        var groups = new LinkedHashMap<String, List<String>>();
        people.named("groups").forEach((name, place) -> {
            Identifiers.check(name, place);
            if (Audiences.WORDS.contains(name)) {
                place.problem(
                        "this word already means somebody",
                        name,
                        "a name other than " + String.join(", ", Audiences.WORDS));
            }
            known.groups.add(name);
            groups.put(
                    name,
                    place.items().stream()
                            .flatMap(item -> Identifiers.address(item).stream())
                            .distinct()
                            .toList());
        });
        return groups;
    }
}
