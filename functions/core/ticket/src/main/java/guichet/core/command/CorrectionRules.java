package guichet.core.command;

import guichet.core.desk.Desk;
import guichet.core.text.Visible;
import guichet.core.ticket.Ticket;
import java.util.List;
import java.util.Optional;

/** What makes no sense as a correction. That only the staff make one is settled before. */
final class CorrectionRules {
    private CorrectionRules() {}

    static Optional<Refusal> refuse(Desk desk, Ticket ticket, Command.Correction correction) {
        return switch (correction) {
            case Command.SetFields set ->
                CommandRules.refuseFields(desk, Workflow.type(desk, ticket).id(), set.fields());
            case Command.SetType set -> Retyping.refuse(desk, ticket, set);
            case Command.SetRequester set ->
                missingReason(set)
                        .or(() -> refuseRequester(desk, set.requester().person().address()));
            case Command.SetOrganization set -> missingReason(set);
            case Command.SetContract set ->
                CommandRules.known("contract", set.contract(), desk.contracts().keySet());
            case Command.SetSubject set ->
                FormTexts.refuseSubject(
                        set.subject(), Workflow.type(desk, ticket).subject().atMost());
        };
    }

    /** What changes who sees the ticket is not done without a word. */
    private static Optional<Refusal> missingReason(Command.Correction correction) {
        return Visible.nothing(correction.reason()) ? Optional.of(Refusal.missing("reason")) : Optional.empty();
    }

    private static Optional<Refusal> refuseRequester(Desk desk, String address) {
        return desk.isOurs(address)
                ? Optional.of(new Refusal.BadValue(
                        "email",
                        address,
                        List.of(),
                        RefusalWords.WRONG.with("email", address, RefusalWords.EXPECTED_SOMEBODY)))
                : Optional.empty();
    }
}
