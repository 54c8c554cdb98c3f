package guichet.store;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a list goes on, as its reader carries it: a position in the list (a number, an instant; never a key of the table), signed together
 * with who asked and what was asked. In other hands, or for another list, it is worth nothing.
 */
public final class Cursors {
    private static final int LONGEST = 512;
    private static final String PURPOSE = "cursor";

    private final SigningKeys keys;

    public Cursors(SigningKeys keys) {
        this.keys = keys;
    }

    public String seal(String caller, String query, String position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8)) + "."
                + keys.sign(PURPOSE, caller, query, position);
    }

    /** The position; empty for anything but a cursor that was given to this caller for this query. */
    public Optional<String> open(String caller, String query, String cursor) {
        var dot = cursor.indexOf('.');
        if (dot < 0 || cursor.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var position = new String(Base64.getUrlDecoder().decode(cursor.substring(0, dot)), StandardCharsets.UTF_8);
            return keys.verify(cursor.substring(dot + 1), PURPOSE, caller, query, position) ? Optional.of(position) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
