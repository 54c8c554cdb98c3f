package guichet.core.desk.file;

import guichet.core.desk.AccessRequests;
import guichet.core.desk.Alert;
import guichet.core.desk.Announcements;
import guichet.core.desk.Announcements.Where;
import guichet.core.desk.CannedAnswer;
import guichet.core.desk.DispatcherRule;
import guichet.core.desk.Duty;
import guichet.core.desk.Entitlement;
import guichet.core.desk.TextUse;
import guichet.core.hours.WeekdayRange;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the desk does around its tickets: {@code dispatcher, duties, entitlement, access, announcements, answers,
 * not-taken}.
 */
final class OfficeReader {
    static final Pattern TABLE = Pattern.compile("[a-z0-9-]{1,60}\\.csv");
    private final NameRegistry known;

    OfficeReader(NameRegistry known) {
        this.known = known;
    }

    static Alert alert(YamlEntries entries, NameRegistry known, TextUse use) {
        return new Alert(
                entries.need("tell").map(place -> Audiences.tell(place, known)).orElse(List.of()),
                entries.need("text").flatMap(place -> known.text(place, use)).orElse(""));
    }

    private Alert alert(Optional<YamlNode> place, TextUse use) {
        return place.flatMap(YamlNode::entries)
                .map(entries -> alert(entries, known, use))
                .orElse(new Alert(List.of(), ""));
    }

    Optional<DispatcherRule> dispatcher(YamlNode place) {
        return place.entries().map(entries -> {
            var order = new LinkedHashSet<String>();
            entries.need("first-present-of")
                    .ifPresent(list -> list.items()
                            .forEach(item -> item.oneOf("agent", known.staff).ifPresent(address -> {
                                if (!order.add(address)) {
                                    item.problem("this agent stands here twice", address, "");
                                }
                            })));
            return new DispatcherRule(List.copyOf(order), alert(entries.need("nobody-there"), TextUse.DESK));
        });
    }

    Optional<Duty> duty(String name, YamlNode place) {
        return place.entries().map(entries -> {
            Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
            entries.need("on")
                    .ifPresent(on -> on.items()
                            .forEach(item -> item.text(text -> Optional.of(WeekdayRange.parse(text)), "", "")
                                    .ifPresent(days::addAll)));
            var from = entries.need("from").flatMap(OfficeReader::time).orElse(LocalTime.MIN);
            var doneBy = entries.need("done-by").flatMap(OfficeReader::time).orElse(LocalTime.MAX);
            if (!doneBy.isAfter(from)) {
                place.problem("it must be done before it appears", doneBy.toString(), "a time after " + from);
            }
            var check = entries.need("check").map(YamlNode::items).orElse(List.of()).stream()
                    .flatMap(item -> item.words().stream())
                    .toList();
            return new Duty(
                    name,
                    Set.copyOf(days),
                    from,
                    doneBy,
                    check,
                    entries.get("table").flatMap(OfficeReader::table),
                    alert(entries.need("alert"), TextUse.DUTY));
        });
    }

    private static Optional<LocalTime> time(YamlNode place) {
        return place.text(
                text -> {
                    try {
                        return Optional.of(LocalTime.parse(text.length() == 4 ? "0" + text : text));
                    } catch (DateTimeException bad) {
                        return Optional.empty();
                    }
                },
                "not a time of day",
                "such as 8:30");
    }

    private static Optional<String> table(YamlNode place) {
        return place.text(
                text -> Optional.of(text).filter(name -> TABLE.matcher(name).matches()),
                "not a table beside this file",
                "a file's name such as publications.csv");
    }

    /** {@code number@domain}: the domain of the addresses made of a phone number. */
    static Optional<String> phoneDomain(YamlNode place) {
        return place.text(
                text -> text.startsWith("number@")
                        ? Identifiers.domain(text.substring("number@".length()))
                        : Optional.empty(),
                "not an address made of a phone number",
                "number@example.org");
    }

    Optional<Entitlement> entitlement(YamlNode place) {
        return place.entries()
                .map(entries -> new Entitlement(
                        known(entries.need("tickets"), "contract", known.contracts),
                        entries.need("otherwise")
                                .flatMap(text -> known.text(text, TextUse.REFUSAL))
                                .orElse(""),
                        entries.get("phone")
                                .flatMap(YamlNode::entries)
                                .map(phone -> new Entitlement.Phone(
                                        known(phone.need("contracts"), "contract", known.contracts),
                                        known(phone.get("type"), "request type", known.types.keySet()),
                                        known(phone.get("priority"), "priority", known.priorities.keySet()),
                                        phone.flag("ticket-first", false)))));
    }

    private static Set<String> known(Optional<YamlNode> place, String what, Set<String> names) {
        var found = new LinkedHashSet<String>();
        place.ifPresent(
                list -> list.items().forEach(item -> item.oneOf(what, names).ifPresent(found::add)));
        return found;
    }

    Optional<AccessRequests> access(YamlNode place) {
        return place.entries()
                .map(entries -> new AccessRequests(
                        entries.need("decided-by")
                                .map(found -> Audiences.tell(found, known))
                                .orElse(List.of()),
                        text(entries, "asked"),
                        text(entries, "approved"),
                        text(entries, "refused")));
    }

    private String text(YamlEntries entries, String key) {
        return entries.need(key)
                .flatMap(found -> known.text(found, TextUse.ACCESS))
                .orElse("");
    }

    Optional<Announcements> announcements(YamlNode place) {
        return place.entries().map(entries -> {
            var where = EnumSet.noneOf(Where.class);
            entries.items("shown-in")
                    .forEach(item -> EnumValues.one(item, "place to show it", Where.class)
                            .ifPresent(where::add));
            return new Announcements(
                    Set.copyOf(where),
                    entries.need("mail")
                            .flatMap(text -> known.text(text, TextUse.ANNOUNCEMENT))
                            .orElse(""));
        });
    }

    /** Words under a label by which one finds them. */
    static Map<String, CannedAnswer> answers(Map<String, YamlNode> places) {
        var answers = new LinkedHashMap<String, CannedAnswer>();
        places.forEach((name, place) -> {
            Identifiers.check(name, place);
            place.entries()
                    .ifPresent(entries -> entries.need("text")
                            .flatMap(YamlNode::bothLanguages)
                            .ifPresent(
                                    text -> answers.put(name, new CannedAnswer(entries.label("label", name), text))));
        });
        return answers;
    }
}
