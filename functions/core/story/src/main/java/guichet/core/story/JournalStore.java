package guichet.core.story;

import guichet.core.command.Commit;
import guichet.core.command.InMemoryTicketStore;
import guichet.core.command.Written;
import java.util.ArrayList;
import java.util.List;

/** Tickets in memory that tell what was written, as the table's stream does. */
final class JournalStore extends InMemoryTicketStore {
    private final List<Commit> written = new ArrayList<>();

    /** What was written since this was last asked. */
    List<Commit> drain() {
        var all = List.copyOf(written);
        written.clear();
        return all;
    }

    @Override
    public synchronized Written write(List<Commit> commits) {
        var outcome = super.write(commits);
        if (outcome instanceof Written.Done) {
            written.addAll(commits);
        }
        return outcome;
    }
}
