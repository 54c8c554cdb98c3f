package guichet.store;

import java.util.List;
import java.util.Optional;

/** @param next where the list goes on; a page that a filter left short, or empty, may have one. Empty at the end */
public record TicketPage(List<TicketRow> rows, Optional<String> next) {}
