package guichet.core.command;

import guichet.core.command.Actions.Asked;
import guichet.core.command.Actions.Available;
import guichet.core.desk.Desk;
import guichet.core.desk.LocalizedText;
import guichet.core.ticket.Ticket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the staff may correct on a ticket. All of it but the values and a reason may be left out. */
final class CorrectionActions {
    private CorrectionActions() {}

    static List<Available> of(Desk desk, Ticket ticket) {
        var actions = new ArrayList<Available>();
        var fields = Workflow.type(desk, ticket).fields().values();
        if (!fields.isEmpty()) {
            var inputs = fields.stream().map(field -> Actions.asked(field, false));
            actions.add(Actions.simple(
                    "fields",
                    ActionWords.FIELDS,
                    Stream.concat(inputs, Stream.of(reason(false))).toList()));
        }
        desk.types().values().stream()
                .filter(type -> !type.id().equals(ticket.type()))
                .map(type -> type(new Retyping(desk, ticket, type, Map.of())))
                .forEach(actions::add);
        actions.add(Actions.simple(
                "subject",
                ActionWords.SUBJECT,
                List.of(Actions.text("subject", ActionWords.SUBJECT_TEXT, true), reason(false))));
        actions.add(changesSight(
                "requester",
                ActionWords.REQUESTER,
                Actions.text("email", ActionWords.REQUESTER_EMAIL, true),
                Actions.text("name", ActionWords.REQUESTER_NAME, false)));
        actions.add(changesSight(
                "organization",
                ActionWords.ORGANIZATION,
                Actions.text("organization", ActionWords.ORGANIZATION_ID, false)));
        if (desk.contracts().size() > 1) {
            var contracts = new LinkedHashMap<String, LocalizedText>();
            desk.contracts().forEach((id, contract) -> contracts.put(id, contract.label()));
            actions.add(Actions.simple(
                    "contract",
                    ActionWords.CONTRACT,
                    List.of(
                            new Asked("contract", ActionWords.CONTRACT_NAME, "choice", true, contracts),
                            reason(false))));
        }
        return actions;
    }

    private static Available changesSight(String name, LocalizedText label, Asked... inputs) {
        return new Available(
                name,
                label,
                Optional.empty(),
                Stream.concat(Stream.of(inputs), Stream.of(reason(true))).toList(),
                Optional.empty(),
                Optional.of(ActionWords.SIGHT));
    }

    /** The state is asked for where the other type has none of this name; so is what its form needs by then. */
    private static Available type(Retyping change) {
        var inputs = new ArrayList<Asked>();
        var known = change.ofTheSameName();
        if (known.isEmpty()) {
            var choices = new LinkedHashMap<String, LocalizedText>();
            change.states()
                    .forEach(state ->
                            choices.put(state, change.type().states().get(state).label()));
            inputs.add(new Asked("state", ActionWords.TYPE_STATE, "choice", true, choices));
        }
        known.map(change::missing).orElse(List.of()).stream()
                .map(name -> Actions.asked(change.type().fields().get(name), true))
                .forEach(inputs::add);
        inputs.add(reason(false));
        return new Available(
                "type",
                ActionWords.TYPE.with(change.type().label()),
                Optional.of(change.type().id()),
                inputs,
                Optional.empty(),
                Optional.empty());
    }

    private static Asked reason(boolean required) {
        return Actions.text("reason", ActionWords.REASON, required);
    }
}
