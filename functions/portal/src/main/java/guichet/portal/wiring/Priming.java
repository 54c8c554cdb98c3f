package guichet.portal.wiring;

import guichet.core.command.Command;
import guichet.core.command.CommandHandler;
import guichet.core.command.CommandHandler.Outcome;
import guichet.core.command.InMemoryTicketStore;
import guichet.core.command.TicketStore;
import guichet.core.desk.Channel;
import guichet.core.desk.Language;
import guichet.core.ticket.Actor;
import guichet.core.ticket.Body;
import guichet.core.ticket.Person;
import guichet.core.ticket.Requester;
import guichet.portal.list.TicketLists;
import guichet.portal.people.Caller;
import guichet.portal.people.ServedDesks;
import guichet.portal.ticket.WarmUp;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/**
 * What is worth having in a snapshot: the desks read, the AWS clients built, and a ticket opened, answered and shown in
 * memory, so that the classes of the way of every request are there. Nothing is connected, read from a clock, or kept.
 * Without a snapshot it would only delay the first request.
 */
class Priming {
    private static final Instant ONCE = Instant.parse("2026-01-05T09:00:00Z");

    @Inject
    ServedDesks desks;

    @Inject
    TicketStore tickets;

    @Inject
    TicketLists lists;

    void prime(@Observes StartupEvent started) {
        if ("snap-start".equals(System.getenv("AWS_LAMBDA_INITIALIZATION_TYPE"))) {
            prime();
        }
    }

    /** @return bytes written, for whoever wants to see that something was */
    int prime() {
        var store = new InMemoryTicketStore();
        var written = 0;
        for (var desk : desks.all()) {
            var member = desk.staff().getFirst();
            var agent = Actor.agent(member.address(), member.name());
            var outcome = new CommandHandler(store)
                    .open(
                            desk,
                            id -> Command.Open.of(
                                            agent,
                                            id,
                                            desk.defaultType().id(),
                                            "–",
                                            Requester.unknown(new Person("nobody@invalid", "")),
                                            Channel.MAIL)
                                    .body(Body.of("–"))
                                    .build(),
                            ONCE,
                            Optional.empty());
            if (outcome instanceof Outcome.Done done) {
                written += WarmUp.show(store, done.accepted().ticket(), new Caller(desk, agent, Language.FR), ONCE);
            }
        }
        return written;
    }
}
