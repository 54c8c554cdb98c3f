package guichet.store;

import guichet.core.command.InMemoryTicketStore;
import guichet.core.command.TicketStore;

class InMemoryTicketStoreTest extends TicketStoreContract {
    @Override
    TicketStore newStore() {
        return new InMemoryTicketStore();
    }
}
