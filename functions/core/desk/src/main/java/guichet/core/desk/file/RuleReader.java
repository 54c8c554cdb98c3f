package guichet.core.desk.file;

import guichet.core.desk.Action;
import guichet.core.desk.Automation;
import guichet.core.desk.Channel;
import guichet.core.desk.Condition;
import guichet.core.desk.Input;
import guichet.core.desk.NoticeRule;
import guichet.core.desk.NoticeRule.During;
import guichet.core.desk.Reaction;
import guichet.core.desk.Role;
import guichet.core.desk.TextUse;
import guichet.core.desk.Timer;
import guichet.core.desk.Trigger;
import guichet.core.hours.Delay;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules of {@code reactions:}, {@code automations:} and {@code notices:}. */
final class RuleReader {
    private final NameRegistry known;
    private final Conditions conditions;

    RuleReader(NameRegistry known) {
        this.known = known;
        this.conditions = new Conditions(known);
    }

    Optional<Reaction> reaction(String name, YamlNode place) {
        return place.entries().map(entries -> {
            var where = conditions.read(entries);
            var on = trigger(entries);
            return new Reaction(
                    name,
                    on.orElse(Trigger.CREATED),
                    by(entries),
                    where,
                    actions(entries, where, on.map(TextUse::of).orElse(TextUse.TICKET)));
        });
    }

    Optional<Automation> automation(String name, YamlNode place) {
        return place.entries().map(entries -> {
            var where = conditions.read(entries);
            return new Automation(name, where, timer(entries, where), actions(entries, where, TextUse.TICKET));
        });
    }

    Optional<NoticeRule> notice(String name, YamlNode place) {
        return place.entries().map(entries -> {
            var on = trigger(entries);
            var unlessFrom = EnumSet.noneOf(Channel.class);
            entries.items("unless-from")
                    .forEach(item ->
                            EnumValues.one(item, "channel", Channel.class).ifPresent(unlessFrom::add));
            if (!unlessFrom.isEmpty()
                    && on.filter(trigger -> trigger != Trigger.CREATED).isPresent()) {
                place.problem(
                        "unless-from asks who opened a ticket, and this tells of something else",
                        name,
                        "only with on: created");
            }
            var text = entries.get("text")
                    .flatMap(found -> known.text(found, on.map(TextUse::of).orElse(TextUse.TICKET)));
            if (!entries.has("text")
                    && on.filter(trigger -> trigger != Trigger.COMMENTED).isPresent()) {
                place.problem(
                        "a notice without a text",
                        name,
                        "text: the name of one; only the notice of a comment can do without");
            }
            return new NoticeRule(
                    name,
                    on.orElse(Trigger.CREATED),
                    by(entries),
                    conditions.read(entries),
                    Set.copyOf(unlessFrom),
                    entries.need("tell")
                            .map(tell -> Audiences.tell(tell, known))
                            .orElse(List.of()),
                    text,
                    entries.get("while")
                            .flatMap(found -> EnumValues.one(found, "time", During.class))
                            .orElse(During.ALWAYS));
        });
    }

    private Optional<Trigger> trigger(YamlEntries entries) {
        return entries.need("on").flatMap(place -> EnumValues.one(place, "event", Trigger.class));
    }

    private static Set<Role> by(YamlEntries entries) {
        return entries.get("by").map(Audiences::by).orElse(Set.of());
    }

    private Timer timer(YamlEntries entries, Condition where) {
        var given = KeyRule.TIMERS.given(entries);
        if (!KeyRule.TIMERS.isKept(entries)) {
            entries.place()
                    .problem(
                            given.isEmpty() ? "it does not say when" : "it says when in two ways",
                            String.join(", ", given),
                            "one of " + String.join(", ", KeyRule.TIMERS.keys()));
        }
        if (!KeyRule.BEFORE.isKept(entries)) {
            entries.place().problem("\"before\" only goes with \"at\"", "before", "");
        }
        return switch (given.isEmpty() ? "" : given.getFirst()) {
            case "untouched-for" -> new Timer.UntouchedFor(waits(entries.items("untouched-for")));
            case "unanswered-for" -> new Timer.UnansweredFor(waits(entries.items("unanswered-for")));
            case "at" ->
                new Timer.At(
                        entries.get("at")
                                .flatMap(place -> instant(place, where))
                                .orElse(""),
                        before(entries.items("before")));
            default -> new Timer.InStateFor(waits(entries.items("in-state-for")));
        };
    }

    private static List<Delay> waits(List<YamlNode> places) {
        return places.stream()
                .flatMap(place -> QueueReader.wait(place).stream())
                .toList();
    }

    private static List<Delay.Calendar> before(List<YamlNode> places) {
        return places.stream().flatMap(place -> before(place).stream()).toList();
    }

    private static Optional<Delay.Calendar> before(YamlNode place) {
        return QueueReader.wait(place).flatMap(wait -> {
            if (wait instanceof Delay.Calendar calendar) {
                return Optional.of(calendar);
            }
            place.problem("business time is not counted backwards", place.text().orElse(""), "such as 1d or 2h");
            return Optional.empty();
        });
    }

    /** An input with a time, that one of the states asks for. */
    private Optional<String> instant(YamlNode place, Condition where) {
        Map<String, Input> inputs = new LinkedHashMap<>();
        conditions
                .applicable(where)
                .forEach(type -> type.states().values().stream()
                        .filter(state ->
                                where.states().isEmpty() || where.states().contains(state.id()))
                        .flatMap(state -> state.asks().stream())
                        .map(ask -> type.inputs().get(ask.input()))
                        .filter(input -> input != null && isTime(input))
                        .forEach(input -> inputs.put(input.name(), input)));
        return place.oneOf("input with a time that is asked for there", inputs.keySet());
    }

    private static boolean isTime(Input input) {
        return switch (input.kind()) {
            case INSTANT, DATE, DAYS -> true;
            case TEXT, LONG_TEXT, NUMBER, AMOUNT, CHOICE, PRIORITY, OWNER -> false;
        };
    }

    private List<Action> actions(YamlEntries entries, Condition where, TextUse use) {
        var actions = new ArrayList<Action>();
        entries.get("comment")
                .flatMap(place -> known.text(place, use))
                .ifPresent(text -> actions.add(new Action.Comment(text)));
        var whom = entries.get("tell").map(place -> Audiences.tell(place, known));
        var text = entries.get("text").flatMap(place -> known.text(place, use));
        if (whom.isPresent() && text.isPresent()) {
            actions.add(new Action.Tell(whom.get(), text.get()));
        } else if (!KeyRule.TOLD.isKept(entries)) {
            entries.place()
                    .problem(
                            entries.has("tell") ? "somebody is told without a text" : "nobody is told this text",
                            "",
                            "tell: … and text: …");
        }
        entries.get("move-to-queue")
                .flatMap(place -> place.oneOf("queue", known.queues))
                .ifPresent(queue -> {
                    if (known.obsoleteQueues.contains(queue)) {
                        entries.get("move-to-queue")
                                .orElseThrow()
                                .problem("an obsolete queue takes no new ticket", queue, "a valid queue");
                    }
                    actions.add(new Action.MoveToQueue(queue));
                });
        entries.get("move-to")
                .flatMap(place -> conditions.target(place, where))
                .ifPresent(state -> actions.add(new Action.MoveTo(state)));
        if (!KeyRule.EFFECTS.isKept(entries)) {
            entries.place().problem("a rule that does nothing", "", "move-to, comment, tell and text, move-to-queue");
        }
        return actions;
    }
}
