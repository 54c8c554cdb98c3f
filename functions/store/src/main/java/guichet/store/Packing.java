package guichet.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * JSON, packed: deflated with a preset dictionary of the words that our JSON is full of. The table bills by the
 * kilobyte, and twice in a transaction: packed, a ticket's head and an ordinary commit take one each.
 *
 * <p>The first byte says which dictionary. A dictionary never changes: a better one gets the next number, and the old
 * one stays for reading.
 */
final class Packing {
    private static final byte FIRST = 1;
    private static final byte[] DICTIONARY_1 = dictionary("packing-1.txt");

    private Packing() {}

    static byte[] pack(byte[] json) {
        var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setDictionary(DICTIONARY_1);
            deflater.setInput(json);
            deflater.finish();
            var out = new ByteArrayOutputStream(Math.max(64, json.length / 2));
            out.write(FIRST);
            var buffer = new byte[4096];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    static byte[] unpack(byte[] packed) {
        if (packed.length == 0 || packed[0] < FIRST) {
            throw new IllegalArgumentException("not packed bytes");
        }
        if (packed[0] > FIRST) {
            throw new NewerFormatException("packed with dictionary " + packed[0] + "; this version has " + FIRST);
        }
        var inflater = new Inflater(true);
        try {
            inflater.setDictionary(DICTIONARY_1);
            inflater.setInput(packed, 1, packed.length - 1);
            var out = new ByteArrayOutputStream(packed.length * 4);
            var buffer = new byte[4096];
            while (!inflater.finished()) {
                var count = inflater.inflate(buffer);
                if (count == 0 && !inflater.finished()) {
                    throw new IllegalArgumentException("packed bytes that end too soon");
                }
                out.write(buffer, 0, count);
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("not packed bytes", e);
        } finally {
            inflater.end();
        }
    }

    private static byte[] dictionary(String name) {
        try (var in = Packing.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
