package guichet.core.command;

import guichet.core.desk.Desk;
import guichet.core.desk.Input;
import guichet.core.desk.LocalizedText;
import guichet.core.desk.Priorities;
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
    /**
     * @param name what it is: {@code message transition owner queue level priority escalate merge forward reachable},
     *     or what it corrects: {@code fields type subject requester organization contract}
     */
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
        actions.add(simple("message", ActionWords.MESSAGE, List.of(text("text", ActionWords.MESSAGE_TEXT, true))));
        Workflow.targets(desk, ticket, by).forEach(state -> actions.add(transition(desk, ticket, state)));
        if (!desk.escalation().reasons().isEmpty()) {
            actions.add(new Available(
                    "escalate",
                    ActionWords.ESCALATE,
                    Optional.empty(),
                    List.of(
                            new Asked(
                                    "reason",
                                    ActionWords.REASON,
                                    "choice",
                                    true,
                                    desk.escalation().reasons()),
                            text("comment", ActionWords.COMMENT, false)),
                    desk.phone(),
                    Optional.of(desk.escalation().advice())));
        }
        if (by.isStaff()) {
            actions.addAll(forStaff(desk));
            if (!ticket.unreachable().isEmpty()) {
                actions.add(reachable(ticket));
            }
            actions.addAll(CorrectionActions.of(desk, ticket));
        }
        return actions;
    }

    private static List<Available> forStaff(Desk desk) {
        var actions = new ArrayList<Available>();
        actions.add(simple("owner", ActionWords.OWNER, List.of(text("email", ActionWords.OWNER_AGENT, true))));
        if (desk.queues().size() > 1) {
            var queues = new java.util.LinkedHashMap<String, LocalizedText>();
            desk.queues().values().stream()
                    .filter(queue -> queue.valid())
                    .forEach(queue -> queues.put(queue.id(), queue.label()));
            actions.add(simple(
                    "queue",
                    ActionWords.QUEUE,
                    List.of(new Asked("name", ActionWords.QUEUE_NAME, "choice", true, queues))));
        }
        if (!desk.levels().isEmpty()) {
            var levels = new java.util.LinkedHashMap<String, LocalizedText>();
            desk.levels().forEach(level -> levels.put(level, LocalizedText.same(level)));
            actions.add(simple(
                    "level",
                    ActionWords.LEVEL,
                    List.of(new Asked("number", ActionWords.LEVEL_NAME, "choice", true, levels))));
        }
        actions.add(simple("priority", ActionWords.PRIORITY, priority(desk.priorities())));
        actions.add(simple("merge", ActionWords.MERGE, List.of(text("into", ActionWords.MERGE_INTO, true))));
        actions.add(simple(
                "forward",
                ActionWords.FORWARD,
                List.of(text("to", ActionWords.FORWARD_TO, true), text("comment", ActionWords.COMMENT, false))));
        return actions;
    }

    private static Available reachable(Ticket ticket) {
        var addresses = new java.util.LinkedHashMap<String, LocalizedText>();
        ticket.unreachable().forEach(address -> addresses.put(address, LocalizedText.same(address)));
        return simple(
                "reachable",
                ActionWords.REACHABLE,
                List.of(
                        new Asked("address", ActionWords.REACHABLE_ADDRESS, "choice", true, addresses),
                        text("reason", ActionWords.REASON, true)));
    }

    /** By itself, or by impact and urgency, which a mail could not state. */
    private static List<Asked> priority(Priorities priorities) {
        var inputs = new ArrayList<Asked>();
        inputs.add(new Asked("priority", ActionWords.PRIORITY_LEVEL, "choice", false, priorities.levels()));
        if (!priorities.impacts().isEmpty()) {
            inputs.add(new Asked("impact", ActionWords.PRIORITY_IMPACT, "choice", false, priorities.impacts()));
        }
        if (!priorities.urgencies().isEmpty()) {
            inputs.add(new Asked("urgency", ActionWords.PRIORITY_URGENCY, "choice", false, priorities.urgencies()));
        }
        inputs.add(text("reason", ActionWords.REASON, false));
        return inputs;
    }

    private static Available transition(Desk desk, Ticket ticket, State state) {
        var type = Workflow.type(desk, ticket);
        var inputs = new ArrayList<Asked>();
        for (var ask : Workflow.offered(type, ticket, state)) {
            var input = type.inputs().get(ask.input());
            inputs.add(
                    input == null
                            ? text(State.Ask.COMMENT, ActionWords.COMMENT, ask.required())
                            : asked(input, ask.required()));
        }
        if (inputs.stream().noneMatch(asked -> asked.name().equals(State.Ask.COMMENT))) {
            inputs.add(text(State.Ask.COMMENT, ActionWords.COMMENT, false));
        }
        return new Available(
                "transition", state.label(), Optional.of(state.id()), inputs, Optional.empty(), Optional.empty());
    }

    static Asked asked(Input input, boolean required) {
        var kind = input.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return new Asked(input.name(), input.label(), kind, required, input.choices());
    }

    static Available simple(String name, LocalizedText label, List<Asked> inputs) {
        return new Available(name, label, Optional.empty(), inputs, Optional.empty(), Optional.empty());
    }

    static Asked text(String name, LocalizedText label, boolean required) {
        return new Asked(name, label, "text", required, java.util.Map.of());
    }
}
