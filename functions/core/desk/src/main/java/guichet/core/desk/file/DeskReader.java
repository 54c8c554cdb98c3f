package guichet.core.desk.file;

import guichet.core.desk.Desk;
import guichet.core.desk.Escalation;
import guichet.core.desk.FollowUps;
import guichet.core.desk.FollowUps.Effect;
import guichet.core.desk.Language;
import guichet.core.desk.Level;
import guichet.core.desk.LocalizedText;
import guichet.core.desk.Office;
import guichet.core.desk.TextUse;
import guichet.core.hours.OpeningHours;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Resolves the written form of a desk: section by section, each against the names that those before it defined. */
final class DeskReader {
    private static final LocalizedText NO_ADVICE = LocalizedText.same("");
    private final YamlEntries file;
    private final NameRegistry known = new NameRegistry();

    DeskReader(YamlEntries file) {
        this.file = file;
    }

    /** What each text is used for, once the desk has been read. */
    Map<String, Set<TextUse>> uses() {
        return known.uses;
    }

    Desk read() {
        var id = file.need("desk")
                .flatMap(place -> place.text(
                        Identifiers::desk,
                        "not a name for a desk",
                        "up to 20 lower-case letters and digits, such as cloud"))
                .orElse("desk");
        var language = file.get("language").flatMap(Languages::read).orElse(Language.FR);
        var texts = texts();
        var hours = file.need("hours").map(CalendarReader::hours).orElse(OpeningHours.always(ZoneOffset.UTC));
        var calendars = CalendarReader.calendars(file.named("calendars"), hours, known);
        var contracts = CalendarReader.contracts(file.named("contracts"), known);
        known.dispatcher = file.has("dispatcher");
        var people = file.need("people").flatMap(YamlNode::entries);
        var staffReader = new StaffReader(known, language);
        var staff = people.map(staffReader::staff).orElse(List.of());
        var groups = people.map(staffReader::groups).orElse(Map.of());
        var queueReader = new QueueReader(known);
        var queues = queueReader.queues(file.named("queues"));
        var levels = queueReader.levels(file.get("levels"));
        var priorities = PriorityReader.read(file.get("priority"), known);
        var requests = new RequestReader(known);
        file.need("requests")
                .ifPresent(place -> place.named()
                        .forEach((type, found) ->
                                requests.read(type, found).ifPresent(request -> known.types.put(type, request))));
        var mail = file.get("mail").flatMap(YamlNode::entries);
        var rules = new RuleReader(known);
        var mails = new MailRulesReader(known);
        return new Desk(
                id,
                file.label("name", id),
                addresses(),
                language,
                file.text("phone"),
                contacts(),
                hours,
                calendars,
                contracts,
                contracts.keySet().iterator().next(),
                staff,
                groups,
                queues,
                priorities,
                Collections.unmodifiableMap(known.types),
                all(file.named("sla"), new ClockReader(known)::read),
                all(file.rules("automations"), rules::automation),
                all(file.rules("reactions"), rules::reaction),
                all(file.rules("notices"), rules::notice),
                texts,
                escalation(),
                file.get("follow-ups")
                        .flatMap(QueueReader::followUps)
                        .orElse(new FollowUps(Effect.REOPEN, Optional.empty(), Effect.REOPEN)),
                mails.rules(mail),
                all(file.rules("filing"), mails::filing),
                List.copyOf(levels.keySet()),
                office(mail, mails, levels));
    }

    private Office office(Optional<YamlEntries> mail, MailRulesReader mails, Map<String, Level> levels) {
        var office = new OfficeReader(known);
        var billing = new BillingReader(known);
        return new Office(
                file.get("dispatcher").flatMap(office::dispatcher),
                all(file.rules("duties"), office::duty),
                levels,
                OfficeReader.answers(file.named("answers")),
                OfficeReader.answers(file.named("not-taken")),
                file.get("entitlement").flatMap(office::entitlement),
                file.get("access").flatMap(office::access),
                file.get("announcements").flatMap(office::announcements),
                mail.flatMap(mails::held),
                mail.flatMap(entries -> entries.get("foot")).flatMap(place -> known.text(place, TextUse.DESK)),
                mail.flatMap(entries -> entries.get("without-address")).flatMap(OfficeReader::phoneDomain),
                file.get("tracker").flatMap(billing::tracker),
                file.get("billing").flatMap(billing::billing));
    }

    private static <T> List<T> all(Map<String, YamlNode> places, BiFunction<String, YamlNode, Optional<T>> read) {
        var found = new ArrayList<T>();
        places.forEach((name, place) -> read.apply(name, place).ifPresent(found::add));
        return List.copyOf(found);
    }

    private List<String> addresses() {
        var addresses = new LinkedHashSet<String>();
        file.need("address")
                .ifPresent(place -> place.items()
                        .forEach(item -> Identifiers.address(item).ifPresent(address -> {
                            if (!addresses.add(address)) {
                                item.problem("this address stands here twice", address, "");
                            }
                        })));
        return List.copyOf(addresses);
    }

    private Map<String, String> contacts() {
        var contacts = new LinkedHashMap<String, String>();
        file.named("contacts").forEach((name, place) -> {
            Identifiers.check(name, place);
            place.text().ifPresent(contact -> contacts.put(name, contact));
        });
        return contacts;
    }

    private Map<String, LocalizedText> texts() {
        var texts = new LinkedHashMap<String, LocalizedText>();
        file.named("texts").forEach((name, place) -> {
            Identifiers.check(name, place);
            known.texts.add(name);
            place.bothLanguages().ifPresent(words -> texts.put(name, words));
        });
        return texts;
    }

    private Escalation escalation() {
        return file.get("escalation")
                .flatMap(YamlNode::entries)
                .map(entries -> new Escalation(EnumValues.named(entries.named("reasons")), entries.label("advice", "")))
                .orElse(new Escalation(Map.of(), NO_ADVICE));
    }
}
