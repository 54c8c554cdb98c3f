package guichet.core.command;

import guichet.core.desk.Desk;
import guichet.core.desk.LocalizedText;
import guichet.core.desk.State;
import guichet.core.ticket.Actor;
import guichet.core.ticket.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What somebody may do to a ticket now, so that a client draws its buttons from it and knows no workflow of its own.
 */
public final class Actions {
    /** @param name what it is: {@code message transition owner queue level priority escalate merge forward} */
    public record Available(
            String name,
            LocalizedText label,
            Optional<String> target,
            List<Asked> inputs,
            Optional<String> phone,
            Optional<LocalizedText> advice) {}

    /** @param choices allowed values by id; empty when free */
    public record Asked(
            String name,
            LocalizedText label,
            String kind,
            boolean required,
            java.util.Map<String, LocalizedText> choices) {}

    private Actions() {}

    public static List<Available> of(Desk desk, Ticket ticket, Actor by) {
        if (ticket.mergedInto().isPresent()) {
            return List.of();
        }
        var actions = new ArrayList<Available>();
        actions.add(simple("message", "Répondre", "Reply", List.of(text("text", "Message", "Message", true))));
        Workflow.targets(desk, ticket, by).forEach(state -> actions.add(transition(desk, ticket, state)));
        if (!desk.escalation().reasons().isEmpty()) {
            actions.add(new Available(
                    "escalate",
                    new LocalizedText("Escalader", "Escalate"),
                    Optional.empty(),
                    List.of(
                            new Asked(
                                    "reason",
                                    new LocalizedText("Raison", "Reason"),
                                    "choice",
                                    true,
                                    desk.escalation().reasons()),
                            text("comment", "Commentaire", "Comment", false)),
                    desk.phone(),
                    Optional.of(desk.escalation().advice())));
        }
        if (by.isStaff()) {
            actions.addAll(forStaff(desk));
        }
        return actions;
    }

    private static List<Available> forStaff(Desk desk) {
        var actions = new ArrayList<Available>();
        actions.add(simple("owner", "Attribuer", "Assign", List.of(text("email", "Agent", "Agent", true))));
        if (desk.queues().size() > 1) {
            var queues = new java.util.LinkedHashMap<String, LocalizedText>();
            desk.queues().values().stream()
                    .filter(queue -> queue.valid())
                    .forEach(queue -> queues.put(queue.id(), queue.label()));
            actions.add(simple(
                    "queue",
                    "Changer de file",
                    "Move to queue",
                    List.of(new Asked("name", new LocalizedText("File", "Queue"), "choice", true, queues))));
        }
        if (!desk.levels().isEmpty()) {
            var levels = new java.util.LinkedHashMap<String, LocalizedText>();
            desk.levels().forEach(level -> levels.put(level, LocalizedText.same(level)));
            actions.add(simple(
                    "level",
                    "Transférer à un autre niveau",
                    "Hand to another level",
                    List.of(new Asked("number", new LocalizedText("Niveau", "Level"), "choice", true, levels))));
        }
        actions.add(simple(
                "priority",
                "Changer la priorité",
                "Change priority",
                List.of(
                        new Asked(
                                "priority",
                                new LocalizedText("Priorité", "Priority"),
                                "choice",
                                false,
                                desk.priorities().levels()),
                        text("reason", "Raison", "Reason", false))));
        actions.add(simple("merge", "Fusionner", "Merge", List.of(text("into", "Ticket", "Ticket", true))));
        actions.add(simple(
                "forward",
                "Transférer par mail",
                "Forward by mail",
                List.of(text("to", "À", "To", true), text("comment", "Commentaire", "Comment", false))));
        return actions;
    }

    private static Available transition(Desk desk, Ticket ticket, State state) {
        var type = Workflow.type(desk, ticket);
        var inputs = new ArrayList<Asked>();
        for (var ask : Workflow.offered(type, ticket, state)) {
            var input = type.inputs().get(ask.input());
            inputs.add(
                    input == null
                            ? text(State.Ask.COMMENT, "Commentaire", "Comment", ask.required())
                            : new Asked(
                                    input.name(),
                                    input.label(),
                                    input.kind()
                                            .name()
                                            .toLowerCase(java.util.Locale.ROOT)
                                            .replace('_', '-'),
                                    ask.required(),
                                    input.choices()));
        }
        if (inputs.stream().noneMatch(asked -> asked.name().equals(State.Ask.COMMENT))) {
            inputs.add(text(State.Ask.COMMENT, "Commentaire", "Comment", false));
        }
        return new Available(
                "transition", state.label(), Optional.of(state.id()), inputs, Optional.empty(), Optional.empty());
    }

    private static Available simple(String name, String fr, String en, List<Asked> inputs) {
        return new Available(
                name, new LocalizedText(fr, en), Optional.empty(), inputs, Optional.empty(), Optional.empty());
    }

    private static Asked text(String name, String fr, String en, boolean required) {
        return new Asked(name, new LocalizedText(fr, en), "text", required, java.util.Map.of());
    }
}
