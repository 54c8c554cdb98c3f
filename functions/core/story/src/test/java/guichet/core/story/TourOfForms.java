package guichet.core.story;

import guichet.core.command.Actions;
import guichet.core.command.Command;
import guichet.core.desk.Channel;
import guichet.core.desk.Input;
import guichet.core.desk.RequestType;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Requests are opened with all that their forms ask for, with less, and with what does not belong there. */
record TourOfForms(Tour.Walk walk) {
    String of(RequestType type) {
        var right = values(type.fields());
        for (var by : List.of(walk.tour().lead, walk.tour().customers.getFirst())) {
            var channel = by.equals(walk.tour().lead) ? Channel.PHONE : Channel.PORTAL;
            for (var subject : List.of("A question", "", "long ".repeat(60))) {
                walk.open(by, channel, type.id(), subject, with(right, "description", "Please."));
            }
            walk.open(by, channel, type.id(), "Nothing filled in", Map.of("description", "Please."));
            walk.open(by, channel, type.id(), "Nothing described", right);
            walk.open(by, channel, type.id(), "Too much", with(right, "description", "more ".repeat(500)));
            type.fields().keySet().forEach(name -> {
                walk.open(by, channel, type.id(), "Not that", without(right, name));
                walk.open(by, channel, type.id(), "Nonsense", with(right, name, "nonsense\nof " + "x".repeat(300)));
            });
            var priorities = walk.tour().plan.priorities();
            for (var impact : priorities.impacts().keySet()) {
                for (var urgency : priorities.urgencies().keySet()) {
                    var how = with(with(right, "impact", impact), "urgency", urgency);
                    walk.open(by, channel, type.id(), "How bad", with(how, "description", "Please."));
                }
            }
        }
        look(walk);
        for (var ticket : walk.there.tickets()) {
            var begun = type.moves().stream()
                    .filter(move -> move.from().equals(type.initial().id()));
            begun.map(move -> move.to())
                    .limit(1)
                    .forEach(to -> walk.act(
                            ticket.id(),
                            new Command.Transition(
                                    walk.who(walk.tour().lead).actor(),
                                    to,
                                    TourOfStates.words("We begin."),
                                    TourOfStates.asked(walk, type, to, true))));
        }
        return walk.told();
    }

    /** What everybody may do, and is asked for. */
    static void look(Tour.Walk walk) {
        for (var ticket : walk.there.tickets()) {
            for (var who : List.of(
                    walk.tour().lead, walk.tour().agent, walk.tour().customers.getFirst())) {
                walk.note(Actions.of(walk.desk, ticket, walk.who(who).actor()));
            }
        }
    }

    Map<String, String> values(Map<String, Input> inputs) {
        var values = new HashMap<String, String>();
        inputs.forEach((name, input) -> values.put(name, value(walk, input)));
        return values;
    }

    static String value(Tour.Walk walk, Input input) {
        var soon = walk.now.plus(Duration.ofDays(3));
        return switch (input.kind()) {
            case TEXT, LONG_TEXT -> "some words";
            case CHOICE -> input.choices().keySet().iterator().next();
            case INSTANT -> soon.toString();
            case DATE -> LocalDate.ofInstant(soon, ZoneOffset.UTC).toString();
            case NUMBER, DAYS -> "3";
            case AMOUNT -> "12.50";
            case PRIORITY ->
                walk.tour().plan.priorities().levels().keySet().iterator().next();
            case OWNER -> walk.tour().agent;
        };
    }

    static Map<String, String> with(Map<String, String> values, String name, String value) {
        var copy = new HashMap<>(values);
        copy.put(name, value);
        return copy;
    }

    private static Map<String, String> without(Map<String, String> values, String name) {
        var copy = new HashMap<>(values);
        copy.remove(name);
        return copy;
    }
}
