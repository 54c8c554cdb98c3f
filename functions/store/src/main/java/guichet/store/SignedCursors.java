package guichet.store;

import guichet.core.signing.SigningKeys;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where a list goes on, as its reader carries it: a position in the list (a number, an instant; never a key of the
 * table), signed together with who asked and what was asked. In other hands, or for another list, it is worth nothing.
 */
public final class SignedCursors {
    private static final int LONGEST = 512;
    private static final int MAC_BYTES = 16;
    private static final String PURPOSE = "cursor";

    private final Supplier<SigningKeys> keys;

    public SignedCursors(SigningKeys keys) {
        this(() -> keys);
    }

    /** @param keys asked for with the first cursor: a list that ends on its first page needs none */
    public SignedCursors(Supplier<SigningKeys> keys) {
        this.keys = keys;
    }

    public String seal(String caller, String query, String position) {
        var known = keys.get();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8)) + "."
                + known.current() + "."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(known.sign(MAC_BYTES, PURPOSE, caller, query, position));
    }

    /** The position; empty for anything but a cursor that was given to this caller for this query. */
    public Optional<String> open(String caller, String query, String cursor) {
        var parts = cursor.split("\\.", 4);
        if (parts.length != 3 || cursor.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var position = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
            var signature = Base64.getUrlDecoder().decode(parts[2]);
            return signature.length == MAC_BYTES
                            && keys.get().verify(parts[1], signature, PURPOSE, caller, query, position)
                    ? Optional.of(position)
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
