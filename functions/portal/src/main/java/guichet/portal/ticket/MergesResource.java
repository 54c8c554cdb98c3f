package guichet.portal.ticket;

import guichet.core.desk.LocalizedText;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketId;
import guichet.portal.http.Problem;
import guichet.portal.http.ProblemWords;
import guichet.portal.http.Request;
import guichet.portal.http.RequestBodies;
import guichet.portal.http.Resource;
import guichet.portal.http.Response;
import guichet.portal.http.Routes;
import guichet.portal.ticket.Tickets.Visible;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Merges a ticket into another. */
@Singleton
public class MergesResource implements Resource {
    private static final int LONGEST_CHAIN = 20;

    @Inject
    Tickets tickets;

    @Inject
    TicketAnswers answers;

    @Override
    public void routes(Routes routes) {
        routes.post("/api/tickets/{id}/merges", this::merge);
    }

    private Response merge(Request request) {
        var duplicate = tickets.visible(request.variable("id"), request);
        var into = TicketRequests.required(
                "into",
                RequestBodies.read(request.body(), TicketRequests.Merge.class).into());
        if (!duplicate.caller().isStaff()) {
            throw TicketRequests.agentsOnly("merges").asException();
        }
        var survivor = survivor(duplicate, into);
        var already =
                duplicate.ticket().mergedInto().filter(survivor.id()::equals).isPresent();
        return answers.ok(already ? duplicate : tickets.merge(duplicate, survivor, request), request);
    }

    /** The ticket at the end of the chain: whoever merges into a merged ticket means the one that goes on. */
    private Visible survivor(Visible duplicate, String into) {
        var next = TicketId.parse(into)
                .filter(id -> id.desk().equals(duplicate.id().desk()))
                .flatMap(id -> tickets.visible(id, duplicate.caller()));
        for (int hops = 0; hops < LONGEST_CHAIN && next.isPresent(); hops++) {
            var onwards = next.get().ticket().mergedInto();
            if (next.get().id().equals(duplicate.id())) {
                throw wrong(into, ProblemWords.EXPECTED_OTHER_TICKET).asException();
            }
            if (onwards.isEmpty()) {
                return sameOrganization(duplicate.ticket(), next.get(), into);
            }
            next = tickets.visible(onwards.get(), duplicate.caller());
        }
        throw wrong(into, ProblemWords.EXPECTED_TICKET.with(duplicate.id())).asException();
    }

    /** Whoever is on the one would read the other: never across two organizations. */
    private static Visible sameOrganization(Ticket duplicate, Visible survivor, String into) {
        var one = duplicate.organization();
        var other = survivor.ticket().organization();
        if (one.isPresent() && other.isPresent() && !one.equals(other)) {
            throw wrong(into, ProblemWords.EXPECTED_SAME_ORGANIZATION).asException();
        }
        return survivor;
    }

    private static Problem wrong(String into, LocalizedText expected) {
        return Problem.expected("into", into, expected);
    }
}
