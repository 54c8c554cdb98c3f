package guichet.inbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import guichet.frozen.Frozen;
import guichet.inbound.InboundMessage.Delivery;
import guichet.store.NewerFormatException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InboundMessageTest {
    private static final String RAW_MAIL = "inbox/8b121hh9k58perhekpbmt05rf0s61ntuj7tl4b8i";
    private static final Instant STORED = Instant.parse("2026-11-27T13:40:00Z");

    private static InboundMessage frozen(String message) {
        return InboundMessage.parse(Frozen.OF_2026_11.message(message));
    }

    @Test
    void messages_that_an_earlier_version_or_ses_queued_are_read() {
        assertEquals(
                new Delivery("guichet-inbox", RAW_MAIL, List.of("support@cloud.example"), STORED),
                frozen("received-gilles"));
        assertEquals(new Delivery("guichet-inbox", RAW_MAIL, List.of(), STORED), frozen("again-1"));
        assertEquals(
                new InboundMessage.LetIn("daj", "20261126T143000000000000Z-nMUUSPtB19DySAoTJwPkiw"), frozen("let-in"));
    }

    @Test
    void what_is_of_a_newer_form_is_not_read_as_something_else() {
        for (var newer : List.of(
                "{\"format\":2,\"letIn\":{\"desk\":\"daj\",\"id\":{\"at\":1}}}",
                "{\"format\":2,\"again\":{\"bucket\":\"guichet-inbox\",\"key\":\"x\"}}")) {
            assertThrows(NewerFormatException.class, () -> InboundMessage.parse(newer));
        }
    }

    @Test
    void what_is_none_of_these_is_refused() {
        for (var other : List.of("{}", "{\"receipt\":{}}", "{\"letIn\":null}", "{\"format\":1}")) {
            assertThrows(IllegalArgumentException.class, () -> InboundMessage.parse(other));
        }
    }
}
