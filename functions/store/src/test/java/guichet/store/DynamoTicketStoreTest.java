package guichet.store;

import guichet.core.command.TicketStore;
import org.junit.jupiter.api.Tag;

@Tag("aws")
class DynamoTicketStoreTest extends TicketStoreContract {
    @Override
    TicketStore newStore() {
        var aws = TestAws.get();
        return new DynamoTicketStore(aws.dynamoDb(), aws.table(), new BlobsInMemory(), () -> "");
    }
}
