package guichet.core.desk.file;

import guichet.core.desk.Billing;
import guichet.core.desk.Billing.Basis;
import guichet.core.desk.Billing.Estimate;
import guichet.core.desk.Billing.NewTask;
import guichet.core.desk.Billing.Statement;
import guichet.core.desk.Billing.TimeKind;
import guichet.core.desk.Condition;
import guichet.core.desk.Tracker;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code tracker:} (S0-09) and {@code billing:} (S4-02, S4-04, S4-07, S4-08). */
final class BillingReader {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final List<String> OF_A_TASK = List.of("number", "subject", "month", "year");
    private final NameRegistry known;
    private final Conditions conditions;

    BillingReader(NameRegistry known) {
        this.known = known;
        this.conditions = new Conditions(known);
    }

    Optional<Tracker> tracker(YamlNode place) {
        return place.entries().flatMap(entries -> {
            var kind =
                    entries.need("kind").flatMap(found -> EnumValues.one(found, "kind of tracker", Tracker.Kind.class));
            var url = entries.need("url")
                    .flatMap(found -> found.text(BillingReader::https, "not an address of the web", "https://…"));
            var project = entries.need("project").flatMap(YamlNode::text).orElse("");
            entries.get("project").ifPresent(found -> placeholders(project, found, List.of("organization")));
            var states = conditions.states(entries.items("in"), Set.of());
            return kind.isPresent() && url.isPresent()
                    ? Optional.of(new Tracker(kind.get(), url.get(), project, states, entries.flag("time", false)))
                    : Optional.empty();
        });
    }

    private static Optional<URI> https(String text) {
        try {
            return Optional.of(URI.create(text))
                    .filter(uri -> "https".equals(uri.getScheme()) && uri.getHost() != null);
        } catch (IllegalArgumentException bad) {
            return Optional.empty();
        }
    }

    Optional<Billing> billing(YamlNode place) {
        return place.entries().map(entries -> {
            var task = entries.need("task").flatMap(YamlNode::text).orElse("");
            entries.get("task").ifPresent(found -> placeholders(task, found, OF_A_TASK));
            Map<String, TimeKind> kinds = new LinkedHashMap<>();
            entries.named("time")
                    .forEach((name, kind) -> kind.entries()
                            .ifPresent(found -> kinds.put(
                                    name, new TimeKind(found.label("label", name), found.flag("billable", true)))));
            Map<String, Basis> billed = new LinkedHashMap<>();
            entries.named("billed").forEach((type, basis) -> {
                if (basis.isOneOf(type, "request type", known.types.keySet())) {
                    EnumValues.one(basis, "basis to bill", Basis.class).ifPresent(found -> billed.put(type, found));
                }
            });
            return new Billing(
                    task,
                    entries.get("new-task")
                            .flatMap(found -> EnumValues.one(found, "rhythm", NewTask.class))
                            .orElse(NewTask.ONCE),
                    kinds,
                    billed,
                    entries.get("statement")
                            .flatMap(found -> EnumValues.one(found, "rhythm", Statement.class))
                            .orElse(Statement.NONE),
                    entries.get("estimate").flatMap(this::estimate));
        });
    }

    private Optional<Estimate> estimate(YamlNode place) {
        return place.entries().map(entries -> {
            var type = entries.need("type")
                    .flatMap(found -> found.oneOf("request type", known.types.keySet()))
                    .orElse("");
            var where = new Condition(type.isEmpty() ? Set.of() : Set.of(type), Set.of(), Set.of());
            return new Estimate(
                    type,
                    state(entries, "in", where),
                    state(entries, "accepted", where),
                    state(entries, "refused", where));
        });
    }

    private String state(YamlEntries entries, String key, Condition where) {
        return entries.need(key)
                .flatMap(found -> conditions.target(found, where))
                .orElse("");
    }

    private static void placeholders(String text, YamlNode place, List<String> allowed) {
        PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .forEach(name -> place.isOneOf(name, "placeholder", allowed));
    }
}
