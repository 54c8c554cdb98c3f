package guichet.portal.people;

import guichet.core.desk.Desk;
import java.util.List;
import java.util.Optional;

/** The desks that this deployment serves, a port: each is read when it is first asked for. */
public interface ServedDesks {
    List<Desk> all();

    Optional<Desk> find(String id);
}
