package guichet.core.desk.file;

import guichet.core.desk.Desk;
import guichet.core.desk.FilingRule;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Queues that nothing reaches, and the desk's own addresses where somebody else's belong. */
final class PlaceChecks {
    private static final String OWN = "this is an address of the desk itself";

    private PlaceChecks() {}

    static void check(Desk desk, YamlNode root) {
        desk.queues().values().stream()
                .filter(queue -> !queue.valid() && queue.forwardsTo().isPresent())
                .forEach(queue -> root.find("queues", queue.id(), "forwards-to")
                        .problem("nothing comes into an obsolete queue", queue.id(), "a valid queue"));
        filings(desk, root);
        ownAddresses(desk, root);
    }

    /** A rule behind one that fits all that it fits is never asked. */
    private static void filings(Desk desk, YamlNode root) {
        for (int later = 0; later < desk.filings().size(); later++) {
            var rule = desk.filings().get(later);
            desk.filings().subList(0, later).stream()
                    .filter(earlier -> covers(earlier, rule))
                    .findFirst()
                    .ifPresent(earlier -> root.findRule("filing", rule.name())
                            .problem(
                                    "this never happens: \"" + earlier.name() + "\" above fits all that it fits",
                                    rule.name(),
                                    "the narrower rule first"));
        }
    }

    private static boolean covers(FilingRule wide, FilingRule narrow) {
        return narrow.facts().containsAll(wide.facts())
                && covers(wide.from(), narrow.from())
                && covers(wide.subject(), narrow.subject());
    }

    private static boolean covers(Optional<String> wide, Optional<String> narrow) {
        return wide.isEmpty()
                || narrow.isPresent()
                        && Pattern.compile(
                                        Stream.of(wide.get().split("\\*", -1))
                                                .map(Pattern::quote)
                                                .collect(Collectors.joining(".*")),
                                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                                .matcher(narrow.get())
                                .matches();
    }

    private static void ownAddresses(Desk desk, YamlNode root) {
        desk.staff().stream()
                .filter(member -> desk.isOurs(member.address()))
                .forEach(member ->
                        root.find("people").problem(OWN, member.address(), "the address of a person who works here"));
        desk.groups()
                .forEach((name, addresses) -> addresses.stream()
                        .filter(desk::isOurs)
                        .forEach(address ->
                                root.find("people", "groups", name).problem(OWN, address, "somebody else's")));
        desk.queues()
                .values()
                .forEach(queue -> queue.forwardsTo()
                        .filter(desk::isOurs)
                        .ifPresent(address -> root.find("queues", queue.id(), "forwards-to")
                                .problem(OWN, address, "somebody else's")));
    }
}
