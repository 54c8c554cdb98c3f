package guichet.core.command;

import guichet.core.desk.Language;
import guichet.core.ticket.TicketEvent.ContractChanged;
import guichet.core.ticket.TicketEvent.FieldsChanged;
import guichet.core.ticket.TicketEvent.LevelChanged;
import guichet.core.ticket.TicketEvent.OrganizationChanged;
import guichet.core.ticket.TicketEvent.RequesterChanged;
import guichet.core.ticket.TicketEvent.StateChanged;
import guichet.core.ticket.TicketEvent.SubjectChanged;
import guichet.core.ticket.TicketEvent.TypeChanged;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Carries out a correction that is not refused. What is right already leaves no event. */
final class Corrections {
    private Corrections() {}

    static void carryOut(TicketDraft draft, Command.Correction correction, Instant now) {
        switch (correction) {
            case Command.SetFields set -> fields(draft, set, set.fields(), now);
            case Command.SetType set -> type(draft, set, now);
            case Command.SetRequester set -> requester(draft, set, now);
            case Command.SetOrganization set -> {
                var before = draft.ticket();
                var contract = set.contract().orElse(draft.desk.defaultContract());
                if (!before.organization().equals(set.organization())) {
                    draft.record(
                            set.by(),
                            now,
                            new OrganizationChanged(before.organization(), set.organization(), contract, set.reason()));
                }
            }
            case Command.SetContract set -> {
                var before = draft.ticket().contract();
                if (!before.equals(set.contract())) {
                    draft.record(set.by(), now, new ContractChanged(before, set.contract(), set.reason()));
                }
            }
            case Command.SetSubject set -> {
                var before = draft.ticket().subject();
                if (!before.equals(set.subject())) {
                    draft.record(set.by(), now, new SubjectChanged(before, set.subject(), set.reason()));
                }
            }
        }
    }

    private static void requester(TicketDraft draft, Command.SetRequester set, Instant now) {
        var before = draft.ticket();
        var to = set.requester();
        if (before.requester().equals(to.person()) && before.organization().equals(to.organization())) {
            return;
        }
        draft.record(
                set.by(),
                now,
                new RequesterChanged(
                        before.requester(),
                        to.person(),
                        to.organization(),
                        to.contract().orElse(draft.desk.defaultContract()),
                        to.language()
                                .flatMap(Language::of)
                                .orElse(draft.desk.language())
                                .code(),
                        set.reason()));
    }

    private static void type(TicketDraft draft, Command.SetType set, Instant now) {
        var before = draft.ticket();
        if (set.type().equals(before.type())) {
            return;
        }
        var desk = draft.desk;
        var change = new Retyping(desk, before, desk.types().get(set.type()), set.fields());
        var from = Workflow.type(desk, before);
        draft.record(set.by(), now, new TypeChanged(before.type(), set.type(), set.reason()));
        fields(draft, set, change.fields(), now);
        var state = change.state(set.state()).orElseThrow();
        if (!state.id().equals(before.state()) || state.closed() != before.isClosed()) {
            draft.record(
                    set.by(),
                    now,
                    new StateChanged(
                            before.state(),
                            state.id(),
                            before.isClosed(),
                            state.closed(),
                            state.waitingFor().isPresent(),
                            Map.of()));
        }
        var level = CommandEffects.levelOf(desk, change.type());
        if (before.level().equals(CommandEffects.levelOf(desk, from)) && !level.equals(before.level())) {
            level.ifPresent(to -> draft.record(set.by(), now, new LevelChanged(before.level(), to)));
        }
    }

    private static void fields(
            TicketDraft draft, Command.Correction correction, Map<String, String> given, Instant now) {
        var before = draft.ticket().fields();
        var changed = new TreeMap<>(CommandEffects.blanked(given));
        changed.entrySet().removeIf(field -> field.getValue().equals(before.getOrDefault(field.getKey(), "")));
        if (changed.isEmpty()) {
            return;
        }
        draft.record(correction.by(), now, new FieldsChanged(changed, correction.reason()));
        CommandEffects.apply(
                draft,
                correction.by(),
                Workflow.type(draft.desk, draft.ticket()).fields(),
                CommandEffects.given(changed, (_, _) -> true),
                now);
    }
}
