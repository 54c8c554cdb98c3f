package guichet.portal.people;

import guichet.core.desk.Desk;
import guichet.core.desk.Language;
import guichet.core.people.Directory;
import guichet.core.people.Organization;
import guichet.core.ticket.Person;
import guichet.core.ticket.Requester;
import guichet.portal.http.Problem;
import guichet.portal.http.ProblemWords;
import guichet.portal.http.Request;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Finds out who calls. Staff stand in the desk file, customers in the directory: by address, or by their domain if an
 * organization lists it.
 */
@ApplicationScoped
public class CallerResolver {
    private final Identities identities;
    private final Directory directory;
    private final ServedDesks desks;

    public CallerResolver(Identities identities, Directory directory, ServedDesks desks) {
        this.identities = identities;
        this.directory = directory;
        this.desks = desks;
    }

    /**
     * The caller's address; empty for somebody whose token is good, but whom we do not know.
     *
     * @throws guichet.portal.http.ProblemException 401 where the authorizer vouched for nobody
     */
    public Optional<String> address(Request request) {
        var claims = request.claims();
        if (claims.isEmpty()) {
            throw Problem.of(401, "unauthenticated", ProblemWords.UNAUTHENTICATED, ProblemWords.UNAUTHENTICATED_DETAIL)
                    .asException();
        }
        return Optional.ofNullable(claims.get("sub"))
                .filter(sub -> !sub.isBlank())
                .flatMap(identities::address);
    }

    /** @throws guichet.portal.http.ProblemException 404 for a desk that is not there, or not for this caller */
    public Caller at(String desk, Request request) {
        var address = address(request);
        return desks.find(desk)
                .flatMap(found -> address.flatMap(known -> at(found, known, request)))
                .orElseThrow(() -> Problem.notFound().asException());
    }

    /** Somebody at a desk; empty for someone who is neither of its staff nor in its directory. */
    public Optional<Caller> at(Desk desk, String address, Request request) {
        var found = known(desk, Person.of(address));
        var theirs = found.requester().language().flatMap(Language::of);
        return Optional.of(found)
                .filter(guichet.core.access.Callers.Caller::known)
                .map(caller -> new Caller(
                        desk,
                        caller.actor(),
                        request.language().or(() -> theirs).orElse(desk.language())));
    }

    /** A person as the requester of a new ticket, with what the directory says of them. */
    public Requester requester(Desk desk, Person person) {
        return known(desk, person).requester();
    }

    public Optional<Organization> organization(Desk desk, String id) {
        return directory.organization(desk.id(), id);
    }

    private guichet.core.access.Callers.Caller known(Desk desk, Person person) {
        return new guichet.core.access.Callers(desk, directory).of(person);
    }
}
