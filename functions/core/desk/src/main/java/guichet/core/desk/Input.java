package guichet.core.desk;

import java.util.Map;
import java.util.Optional;

/**
 * Something a transition or a request form asks for.
 *
 * @param choices the allowed values by id, in the file's order; empty when free
 * @param required when it must be there; see {@link Required}
 * @param when only asked for when another field has this value (S0-05)
 */
public record Input(
        String name,
        LocalizedText label,
        Kind kind,
        Map<String, LocalizedText> choices,
        Required required,
        Optional<When> when) {
    public enum Kind {
        TEXT,
        LONG_TEXT,
        INSTANT,
        DATE,
        NUMBER,
        /** Of money, to two places. */
        AMOUNT,
        CHOICE,
        DAYS,
        /** A priority of the desk, which becomes the ticket's. */
        PRIORITY,
        /** An agent's address, who becomes the owner. */
        OWNER
    }

    /**
     * NO: optional. CREATION: without it the ticket is not opened. CHARGE: it can be opened, but not leave its initial
     * state.
     */
    public enum Required {
        NO,
        CREATION,
        CHARGE
    }

    public record When(String field, String value) {}
}
