package guichet.portal.ticket;

import guichet.core.command.Command;
import guichet.core.people.Organization;
import guichet.core.ticket.Person;
import guichet.portal.http.Problem;
import guichet.portal.http.ProblemWords;
import guichet.portal.people.Caller;
import guichet.portal.people.CallerResolver;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;

/** Corrections of whose a ticket is, with what the directory says of who or what is named. */
@ApplicationScoped
public class Whose {
    private final CallerResolver callers;

    public Whose(CallerResolver callers) {
        this.callers = callers;
    }

    Command.SetRequester requester(Caller caller, String email, String name, String reason) {
        agentsOnly(caller, "requester");
        var address =
                TicketRequests.address("email", email == null ? "" : email).toLowerCase(Locale.ROOT);
        var called = TicketRequests.optional("name", name).orElse("");
        return new Command.SetRequester(
                caller.actor(), callers.requester(caller.desk(), new Person(address, called)), reason);
    }

    /** @param id empty for none */
    Command.SetOrganization organization(Caller caller, Optional<String> id, String reason) {
        agentsOnly(caller, "organization");
        var known = id.map(given -> callers.organization(caller.desk(), given)
                .orElseThrow(() -> Problem.expected("organization", given, ProblemWords.EXPECTED_ORGANIZATION)
                        .asException()));
        return new Command.SetOrganization(
                caller.actor(), known.map(Organization::id), known.map(Organization::contract), reason);
    }

    private static void agentsOnly(Caller caller, String what) {
        if (!caller.isStaff()) {
            throw TicketRequests.agentsOnly(what).asException();
        }
    }
}
