package guichet.store;

import guichet.store.TicketSource.Chunk;
import java.util.ArrayList;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Lists of tickets, a page at a time. They come from indexes and may be a moment old: they list, and never decide. */
public final class TicketQueries {
    public static final int LONGEST_PAGE = 100;
    /** A filter that finds nothing reads so far and no further in one request; its reader may go on from there. */
    private static final int READS = 4;

    private static final int FILTERED = 100;

    private final TicketSource source;
    private final SignedCursors cursors;

    public TicketQueries(DynamoDbClient db, String table, SignedCursors cursors) {
        this.source = new TicketSource(db, table);
        this.cursors = cursors;
    }

    /**
     * @param caller whom a cursor is given to
     * @param cursor of the page before; empty for the first
     * @return empty when the cursor is none that this caller was given for this list
     */
    public Optional<TicketPage> list(
            TicketQuery query, TicketFilter filter, int size, String caller, Optional<String> cursor) {
        var name = query + "?" + filter;
        var from = cursor.flatMap(text -> cursors.open(caller, name, text));
        if (cursor.isPresent() && from.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(read(
                query,
                filter,
                Math.clamp(size, 1, LONGEST_PAGE),
                from,
                position -> cursors.seal(caller, name, position)));
    }

    private TicketPage read(
            TicketQuery query,
            TicketFilter filter,
            int size,
            Optional<String> from,
            java.util.function.UnaryOperator<String> seal) {
        var rows = new ArrayList<TicketRow>();
        var position = from;
        for (var reads = 0; reads < READS; reads++) {
            Chunk chunk = source.read(query, position, filter.isNone() ? size + 1 : FILTERED);
            for (var found : chunk.rows()) {
                if (rows.size() == size) {
                    return new TicketPage(rows, position.map(seal));
                }
                position = Optional.of(found.position());
                if (filter.matches(found.row())) {
                    rows.add(found.row());
                }
            }
            position = chunk.more();
            if (position.isEmpty() || rows.size() == size) {
                break;
            }
        }
        return new TicketPage(rows, position.map(seal));
    }
}
