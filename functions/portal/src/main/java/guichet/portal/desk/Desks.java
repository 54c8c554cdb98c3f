package guichet.portal.desk;

import guichet.core.desk.Desk;
import java.util.List;
import java.util.Optional;

/** The desks that this deployment serves, in the order of their names: a port. */
public interface Desks {
    List<Desk> all();

    default Optional<Desk> find(String id) {
        return all().stream().filter(desk -> desk.id().equals(id)).findFirst();
    }
}
