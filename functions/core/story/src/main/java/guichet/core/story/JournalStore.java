package guichet.core.story;

import guichet.core.command.InMemoryTicketStore;
import guichet.core.command.TicketCommit;
import guichet.core.command.WriteResult;
import java.util.ArrayList;
import java.util.List;

/** Tickets in memory that tell what was written, as the table's stream does. */
final class JournalStore extends InMemoryTicketStore {
    private final List<TicketCommit> written = new ArrayList<>();

    /** What was written since this was last asked. */
    List<TicketCommit> drain() {
        var all = List.copyOf(written);
        written.clear();
        return all;
    }

    @Override
    public synchronized WriteResult write(List<TicketCommit> commits) {
        var outcome = super.write(commits);
        if (outcome instanceof WriteResult.Done) {
            written.addAll(commits);
        }
        return outcome;
    }
}
