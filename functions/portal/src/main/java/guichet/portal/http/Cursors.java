package guichet.portal.http;

import guichet.core.signing.SigningKeys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Supplier;

/**
 * Where a list goes on: signed, and good only for the caller and the question that it was given for. Old keys verify as long as they are
 * there; a cursor is no secret and opens nothing, since every page asks anew who may see what.
 *
 * @param keys loaded when first needed, never before a snapshot
 */
public record Cursors(Supplier<SigningKeys> keys) {
    private static final int SIGNATURE = 10;
    private static final int LONGEST = 2_000;

    /** @param scope who asks what, all that the cursor is bound to; @param position where to go on */
    public String give(String scope, String position) {
        var keys = this.keys.get();
        var signature = keys.sign(SIGNATURE, "cursor", scope, position);
        var id = keys.current().getBytes(StandardCharsets.UTF_8);
        var where = position.getBytes(StandardCharsets.UTF_8);
        var bytes = ByteBuffer.allocate(1 + id.length + SIGNATURE + where.length).put((byte) id.length).put(id).put(signature).put(where).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @throws ProblemException 400 for a cursor that we did not give for this question by this caller */
    public String take(String scope, String cursor) {
        try {
            if (cursor.length() <= LONGEST) {
                var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
                var id = text(bytes, Byte.toUnsignedInt(bytes.get()));
                var signature = new byte[SIGNATURE];
                bytes.get(signature);
                var position = text(bytes, bytes.remaining());
                if (keys.get().verify(id, signature, "cursor", scope, position)) {
                    return position;
                }
            }
        } catch (IllegalArgumentException | java.nio.BufferUnderflowException notOurs) {
            // falls through: whatever is wrong with it, it is not one that we gave
        }
        throw Problem.expected("cursor", cursor, "le « next » d'une page de cette même liste", "the “next” of a page of this same list").asException();
    }

    private static String text(ByteBuffer bytes, int length) {
        if (length > bytes.remaining()) {
            throw new IllegalArgumentException("cut short");
        }
        var text = new byte[length];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }
}
