package guichet.core.access;

import guichet.core.ticket.Person;
import guichet.core.ticket.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who will see a ticket in the portal after a correction, and who no longer, besides the staff: what an agent is told
 * before they correct it ({@link TicketAccess} decides). People in copy get the public answers by mail all the same.
 *
 * @param sees who sees it then
 * @param gains those of them who did not before
 * @param loses who did before
 */
public record SightChange(List<Seer> sees, List<Seer> gains, List<Seer> loses) {
    /** Somebody who sees a ticket: its requester, or everybody of an organization. */
    public sealed interface Seer {
        record One(Person person) implements Seer {}

        /** @param organization its id in the directory */
        record Everybody(String organization) implements Seer {}
    }

    /** @param organizationOf what organization the directory says that somebody is of, whatever a ticket says */
    public static SightChange between(Ticket before, Ticket after, Function<Person, Optional<String>> organizationOf) {
        var then = seers(after, organizationOf);
        var now = seers(before, organizationOf);
        return new SightChange(then, missing(then, before, organizationOf), missing(now, after, organizationOf));
    }

    /** The requester by name only where they are not of the organization. */
    private static List<Seer> seers(Ticket ticket, Function<Person, Optional<String>> organizationOf) {
        var seers = new ArrayList<Seer>();
        ticket.organization().map(Seer.Everybody::new).ifPresent(seers::add);
        if (ticket.organization().isEmpty()
                || !organizationOf.apply(ticket.requester()).equals(ticket.organization())) {
            seers.add(new Seer.One(ticket.requester()));
        }
        return List.copyOf(seers);
    }

    private static List<Seer> missing(
            List<Seer> seers, Ticket ticket, Function<Person, Optional<String>> organizationOf) {
        return seers.stream()
                .filter(seer -> switch (seer) {
                    case Seer.Everybody all -> !ticket.organization().equals(Optional.of(all.organization()));
                    case Seer.One one ->
                        !ticket.requester().address().equals(one.person().address())
                                && (ticket.organization().isEmpty()
                                        || !organizationOf.apply(one.person()).equals(ticket.organization()));
                })
                .toList();
    }
}
