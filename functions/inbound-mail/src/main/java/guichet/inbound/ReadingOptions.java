package guichet.inbound;

import guichet.core.desk.Desk;
import guichet.core.mail.ReadOptions;
import java.util.List;
import java.util.Set;

/** How a desk has its mail read. */
final class ReadingOptions {
    private ReadingOptions() {
    }

    static ReadOptions of(Desk desk) {
        return new ReadOptions(desk.mail().maskSecrets(), Set.copyOf(desk.addresses()), List.of());
    }
}
