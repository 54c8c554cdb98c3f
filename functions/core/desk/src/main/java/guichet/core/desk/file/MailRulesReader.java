package guichet.core.desk.file;

import guichet.core.desk.FilingRule;
import guichet.core.desk.FilingRule.CallerIn;
import guichet.core.desk.FilingRule.Fact;
import guichet.core.desk.HeldMailRule;
import guichet.core.desk.MailRules;
import guichet.core.desk.MailRules.Caps;
import guichet.core.desk.MailRules.Unknown;
import guichet.core.desk.TextUse;
import guichet.core.text.MailAddress;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code mail:} and {@code filing:}. */
final class MailRulesReader {
    static final List<String> SECRETS = List.of("masked", "kept");
    static final Pattern SIZE = Pattern.compile("[0-9]{1,4}\\s*(KB|MB)");
    static final Shape CAP = new Shape.Number(1, 100_000);
    private static final Set<String> EXECUTABLES =
            Set.of("exe", "bat", "cmd", "com", "scr", "js", "vbs", "msi", "jar", "ps1", "lnk", "hta");
    private static final long MEGABYTE = 1024 * 1024;
    private static final MailRules USUAL =
            new MailRules(Unknown.OPEN, true, EXECUTABLES, 20 * MEGABYTE, new Caps(60, 200, 100, 2_000), Set.of());
    private final NameRegistry known;

    MailRulesReader(NameRegistry known) {
        this.known = known;
    }

    MailRules rules(Optional<YamlEntries> mail) {
        return mail.map(entries -> {
                    var unknown = entries.get("unknown-senders")
                            .flatMap(place -> EnumValues.one(place, "way to take their mail", Unknown.class))
                            .orElse(USUAL.unknownSenders());
                    if (entries.has("held") != (unknown == Unknown.HOLD)) {
                        entries.place()
                                .problem(
                                        "\"held\" says who decides on mail that is held",
                                        EnumValues.written(unknown),
                                        "both unknown-senders: hold and held: { … }, or neither");
                    }
                    return new MailRules(
                            unknown,
                            !entries.get("secrets")
                                    .flatMap(place -> place.fixed("way to treat secrets"))
                                    .filter("kept"::equals)
                                    .isPresent(),
                            entries.has("refused-files")
                                    ? extensions(entries.items("refused-files"))
                                    : USUAL.refusedFiles(),
                            entries.get("max-attachment")
                                    .flatMap(MailRulesReader::size)
                                    .orElse(USUAL.maxAttachment()),
                            caps(entries),
                            addresses(entries.items("relays")));
                })
                .orElse(USUAL);
    }

    private static Caps caps(YamlEntries mail) {
        var usual = USUAL.caps();
        return new Caps(
                cap(mail, "mails-per-hour", usual.mailsPerHour()),
                cap(mail, "mails-per-day", usual.mailsPerDay()),
                cap(mail, "strangers-per-hour", usual.strangersPerHour()),
                cap(mail, "strangers-per-day", usual.strangersPerDay()));
    }

    private static int cap(YamlEntries mail, String key, int usual) {
        return mail.get(key).flatMap(place -> place.number()).orElse(usual);
    }

    Optional<HeldMailRule> held(YamlEntries mail) {
        return mail.get("held").flatMap(YamlNode::entries).flatMap(entries -> {
            var told = OfficeReader.alert(entries, known, TextUse.HELD_MAIL);
            var after = entries.need("alarm-after").flatMap(QueueReader::wait);
            return after.map(wait -> new HeldMailRule(told, wait));
        });
    }

    private static Set<String> extensions(List<YamlNode> places) {
        var extensions = new LinkedHashSet<String>();
        places.forEach(place -> place.text(
                        text -> Optional.of(text.toLowerCase(Locale.ROOT)).filter(end -> end.matches("[a-z0-9]{1,10}")),
                        "not the end of a file's name",
                        "such as exe")
                .ifPresent(extensions::add));
        return extensions;
    }

    private static Set<String> addresses(List<YamlNode> places) {
        var addresses = new LinkedHashSet<String>();
        places.forEach(place -> Identifiers.address(place).ifPresent(addresses::add));
        return addresses;
    }

    private static Optional<Long> size(YamlNode place) {
        return place.text(
                text -> SIZE.matcher(text).matches()
                        ? Optional.of(bytes(text)).filter(bytes -> bytes >= 1024 && bytes <= 1024 * MEGABYTE)
                        : Optional.empty(),
                "not a size",
                "such as 500 KB or 20 MB, up to 1024 MB");
    }

    private static long bytes(String text) {
        return Long.parseLong(text.replaceAll("[^0-9]", "")) * (text.endsWith("MB") ? MEGABYTE : 1024);
    }

    Optional<FilingRule> filing(String name, YamlNode place) {
        return place.entries().map(entries -> {
            var facts = EnumSet.noneOf(Fact.class);
            entries.items("is")
                    .forEach(item ->
                            EnumValues.one(item, "kind of mail", Fact.class).ifPresent(facts::add));
            if (!KeyRule.FITS.isKept(entries)) {
                place.problem("a filing rule that fits every mail", name, "is, from or subject");
            }
            if (!KeyRule.FILES.isKept(entries)) {
                place.problem("a filing rule that does nothing", name, "queue, type or caller-in");
            }
            return new FilingRule(
                    name,
                    Set.copyOf(facts),
                    entries.get("from").flatMap(MailRulesReader::sender),
                    entries.text("subject"),
                    entries.get("queue").flatMap(this::validQueue),
                    entries.get("type").flatMap(type -> type.oneOf("request type", known.types.keySet())),
                    entries.get("caller-in")
                            .flatMap(where -> EnumValues.one(where, "place for the caller's number", CallerIn.class)));
        });
    }

    private static Optional<String> sender(YamlNode place) {
        return place.text(
                text -> Optional.of(MailAddress.kept(text))
                        .filter(from ->
                                Identifiers.address(from.replace("*", "x")).isPresent()),
                "not a sender",
                "an address, where * may stand for anything: *@example.org");
    }

    private Optional<String> validQueue(YamlNode place) {
        return place.oneOf("queue", known.queues).filter(queue -> {
            if (known.obsoleteQueues.contains(queue)) {
                place.problem("an obsolete queue takes no new ticket", queue, "a valid queue");
            }
            return true;
        });
    }
}
