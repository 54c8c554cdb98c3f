package guichet.core.intake;

import guichet.core.desk.Desk;
import guichet.core.mail.ReadOptions;
import java.util.Set;

/** How a desk has its mail read. */
public final class ReadingOptions {
    private ReadingOptions() {}

    public static ReadOptions of(Desk desk) {
        return new ReadOptions(desk.mail().maskSecrets(), Set.copyOf(desk.addresses()));
    }
}
