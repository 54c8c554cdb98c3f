package guichet.core.story;

import guichet.core.command.Command;
import guichet.core.desk.LocalizedText;
import guichet.core.notice.DeliveryFailure;
import guichet.core.ticket.Actor;
import guichet.core.ticket.Person;
import guichet.core.ticket.TicketId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What staff does with requests, and customers who are not content. */
record TourOfHandling(Tour.Walk walk) {
    String taken() {
        var plan = walk.tour().plan;
        var states = new TourOfStates(walk);
        var type = plan.defaultType();
        var first = states.opened(type, Map.of());
        first.ifPresent(this::handled);
        var closed = TourOfStates.paths(type).entrySet().stream()
                .filter(path -> type.states().get(path.getKey()).closed())
                .findFirst()
                .orElseThrow();
        for (var queue : plan.queues().keySet()) {
            states.opened(type, Map.of("queue", queue)).ifPresent(ticket -> {
                states.write(ticket, walk.tour().customers.getFirst(), "One more thing.");
                closed.getValue().forEach(to -> states.move(ticket, type, to));
                for (int days : List.of(1, 40)) {
                    walk.now = walk.now.plus(Duration.ofDays(days));
                    TourOfMail.answer(walk, ticket, walk.tour().customers.getFirst());
                }
            });
            first.ifPresent(ticket -> walk.act(ticket, new Command.MoveToQueue(lead(), queue)));
        }
        for (var state : TourOfStates.paths(type).entrySet()) {
            var gone = states.opened(type, Map.of());
            var kept = states.opened(type, Map.of());
            if (gone.isPresent() && kept.isPresent()) {
                state.getValue().forEach(to -> states.move(kept.get(), type, to));
                walk.note(walk.there.merge(gone.get(), kept.get(), lead(), walk.now));
            }
        }
        TourOfForms.look(walk);
        return walk.told();
    }

    private void handled(TicketId ticket) {
        var plan = walk.tour().plan;
        var customer = walk.who(walk.tour().customers.getFirst()).actor();
        walk.act(ticket, new Command.Assign(lead(), Optional.of(Person.of(walk.tour().agent))));
        var states = new TourOfStates(walk);
        states.write(ticket, walk.tour().customers.getFirst(), "And this.");
        for (var reason : plan.escalation().reasons().keySet()) {
            walk.act(ticket, new Command.Escalate(customer, reason, "Please hurry."));
        }
        for (var priority : plan.priorities().levels().keySet()) {
            walk.act(
                    ticket,
                    new Command.SetPriority(
                            lead(), Optional.of(priority), Optional.empty(), Optional.empty(), "as agreed"));
        }
        plan.levels().forEach(level -> walk.act(ticket, new Command.SetLevel(lead(), level)));
        plan.contracts()
                .keySet()
                .forEach(contract -> walk.act(ticket, new Command.SetContract(lead(), contract, "bought")));
        for (var type : plan.types().keySet()) {
            walk.act(ticket, new Command.SetType(lead(), type, Optional.empty(), Map.of(), "it is one"));
        }
        walk.act(
                ticket,
                new Command.MarkUnreachable(
                        Actor.ROBOT,
                        walk.tour().customers.getFirst(),
                        DeliveryFailure.forGood(LocalizedText.same("no such user"), walk.now)));
    }

    private Actor lead() {
        return walk.who(walk.tour().lead).actor();
    }
}
