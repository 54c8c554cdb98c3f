package guichet.store;

import guichet.core.ticket.InMemoryTicketStore;
import guichet.core.ticket.TicketStore;

class InMemoryTicketStoreTest extends TicketStoreContract {
    @Override
    TicketStore newStore() {
        return new InMemoryTicketStore();
    }
}
