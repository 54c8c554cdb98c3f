package guichet.core.intake.rule;

import guichet.core.access.TicketAccess;
import guichet.core.command.FollowUpPolicy;
import guichet.core.desk.FollowUps.Effect;
import guichet.core.intake.IntakeFacts;
import guichet.core.intake.IntakePolicy.Placement;
import guichet.core.intake.Remarks;
import guichet.core.intake.Verdict;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A mail joins the first ticket named that it may join: only for somebody concerned (requester, same organization, in
 * copy, staff) who is believed (decision 3).
 */
final class NamedTickets {
    private static final int LONGEST_CHAIN = 50;

    private NamedTickets() {}

    /** @param named by one sign, best first @param sign in words */
    static Verdict<Placement> place(IntakeFacts facts, List<TicketId> named, String sign) {
        Optional<String> note = Optional.empty();
        var passed = new ArrayList<String>();
        for (var id : named) {
            var ticket = survivor(facts, id).orElse(null);
            if (ticket == null) {
                passed.add("there is no ticket " + id);
            } else if (!mayJoin(facts, ticket)) {
                note = note.or(() -> Optional.of(Remarks.notConcerned(facts.desk(), ticket.id(), facts.believed())));
                passed.add(
                        facts.believed() ? ticket.id() + " does not concern its sender" : "its sender is not believed");
            } else {
                return noting(note, place(facts, ticket, sign));
            }
        }
        return noting(note, Verdict.passes(passed.isEmpty() ? sign + " names no ticket" : String.join("; ", passed)));
    }

    private static Verdict<Placement> noting(Optional<String> note, Verdict<Placement> verdict) {
        return note.map(verdict::noting).orElse(verdict);
    }

    private static Verdict<Placement> place(IntakeFacts facts, Ticket ticket, String sign) {
        var effect = facts.isNobodysWord() || facts.caller().actor().isStaff()
                ? Effect.REOPEN
                : FollowUpPolicy.effectOfMessage(
                        facts.desk(), ticket, facts.mail().at());
        return switch (effect) {
            case REOPEN -> Verdict.fires(new Placement.Join(ticket.id()), sign);
            case NEW_TICKET -> Verdict.fires(new Placement.Open(Optional.of(ticket.id())), "it follows " + ticket.id());
            case REFUSE ->
                Verdict.fires(new Placement.Refuse(ticket.id()), ticket.id() + " is closed and takes no answers");
        };
    }

    private static boolean mayJoin(IntakeFacts facts, Ticket ticket) {
        return facts.believed() && TicketAccess.mayWrite(ticket, facts.caller().actor());
    }

    /** The ticket that goes on, where one was merged into another, and that into a third. */
    static Optional<Ticket> survivor(IntakeFacts facts, TicketId id) {
        var ticket = facts.lookup().ticket(id);
        for (int steps = 0;
                steps < LONGEST_CHAIN && ticket.flatMap(Ticket::mergedInto).isPresent();
                steps++) {
            ticket = facts.lookup().ticket(ticket.get().mergedInto().get());
        }
        return ticket;
    }
}
