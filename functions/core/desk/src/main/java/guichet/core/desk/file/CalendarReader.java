package guichet.core.desk.file;

import guichet.core.desk.ClockRule;
import guichet.core.desk.Contract;
import guichet.core.desk.Desk;
import guichet.core.hours.OpeningHours;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code hours:}, {@code calendars:} and {@code contracts:}. */
final class CalendarReader {
    private CalendarReader() {}

    static OpeningHours hours(YamlNode place) {
        var found = new ArrayList<FileProblem>();
        var hours = HoursReader.read(place.problems().file(), place.path(), place.node(), found);
        found.forEach(place.problems()::add);
        return hours.orElse(OpeningHours.always(ZoneOffset.UTC));
    }

    static Map<String, OpeningHours> calendars(Map<String, YamlNode> places, OpeningHours hours, NameRegistry known) {
        var calendars = new LinkedHashMap<String, OpeningHours>();
        calendars.put(Desk.HOURS, hours);
        calendars.put(Desk.ALWAYS, OpeningHours.always(hours.zone()));
        places.forEach((name, place) -> {
            Identifiers.check(name, place);
            if (calendars.putIfAbsent(name, hours(place)) != null || name.equals("contract")) {
                place.problem("this calendar is there already", name, "a name other than hours, always, contract");
            }
        });
        known.calendars.addAll(calendars.keySet());
        calendars.forEach((name, found) -> {
            if (found.equals(OpeningHours.always(found.zone()))) {
                known.roundTheClock.add(name);
            }
        });
        return calendars;
    }

    static Map<String, Contract> contracts(Map<String, YamlNode> places, NameRegistry known) {
        var contracts = new LinkedHashMap<String, Contract>();
        places.forEach((name, place) -> {
            Identifiers.check(name, place);
            place.entries()
                    .ifPresent(entries -> contracts.put(
                            name,
                            new Contract(
                                    name,
                                    entries.label("label", name),
                                    entries.get("clock")
                                            .flatMap(clock -> clock.oneOf("calendar", known.calendars))
                                            .orElse(Desk.HOURS))));
        });
        known.contracts.addAll(places.keySet());
        if (contracts.isEmpty()) {
            contracts.put("standard", new Contract("standard", DefaultWords.CONTRACT, Desk.HOURS));
            known.contracts.add("standard");
        }
        if (contracts.values().stream().map(Contract::calendar).allMatch(known.roundTheClock::contains)) {
            known.roundTheClock.add(ClockRule.BY_CONTRACT);
        }
        return contracts;
    }
}
