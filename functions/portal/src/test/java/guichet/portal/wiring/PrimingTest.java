package guichet.portal.wiring;

import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.desk.Desk;
import guichet.portal.people.ServedDesks;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PrimingTest {
    @Test
    void every_bundled_desk_is_rehearsed_without_a_store_or_a_connection() {
        var priming = new Priming();
        var bundled = guichet.store.desks.Desks.bundled();
        priming.desks = new ServedDesks() {
            @Override
            public List<Desk> all() {
                return bundled.all();
            }

            @Override
            public Optional<Desk> find(String id) {
                return bundled.desk(id);
            }
        };
        assertTrue(priming.prime() > 500 * bundled.ids().size());
    }
}
