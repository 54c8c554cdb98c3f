package guichet.core.mail.mime;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The part that an opaque S/MIME signature holds (RFC 8551, section 3.5.2): the content of a CMS SignedData (RFC 5652,
 * section 5), in BER of definite or indefinite lengths. The signature is not checked. Of what is cut off, the beginning
 * is read.
 */
public final class SignedData {
    private static final Set<String> TYPES = Set.of("application/pkcs7-mime", "application/x-pkcs7-mime");
    /** 1.2.840.113549.1.7.2; data that is encrypted or compressed has another. */
    private static final byte[] SIGNED_DATA = {0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 0x01, 0x07, 0x02
    };

    private static final int DEEPEST = 20;
    private static final int OBJECT_IDENTIFIER = 0x06;
    private static final int OCTETS = 0x04;
    private static final int OCTETS_IN_PIECES = 0x24;
    private static final int SEQUENCE = 0x30;
    private static final int EXPLICIT = 0xA0;
    private static final int INDEFINITE = -1;

    private final byte[] bytes;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private int at;

    private SignedData(byte[] bytes) {
        this.bytes = bytes;
    }

    /** What was signed, if it is a part: other documents are signed in the same way. */
    public static Optional<MimeMessage> open(Part part) {
        return part.isMultipart() ? Optional.empty() : open(part.type().value(), part.name(), part.content());
    }

    /** By what it is called. */
    public static boolean mayBe(Part part) {
        return !part.isMultipart() && mayBe(part.type().value(), part.name());
    }

    private static boolean mayBe(String type, String name) {
        return TYPES.contains(type) || name.toLowerCase(Locale.ROOT).endsWith(".p7m");
    }

    public static Optional<MimeMessage> open(String type, String name, byte[] content) {
        if (!mayBe(type, name)) {
            return Optional.empty();
        }
        byte[] inner = new SignedData(content).read();
        return MimeMessage.startsHeader(inner, 0)
                ? Optional.of(MimeMessage.parse(inner))
                        .filter(m -> !m.headers().raw("Content-Type").isBlank())
                : Optional.empty();
    }

    private byte[] read() {
        if (!enter(SEQUENCE) || !isSignedData() || !enter(EXPLICIT) || !enter(SEQUENCE)) {
            return Part.NONE;
        }
        skip(0); // version
        skip(0); // digestAlgorithms
        if (!enter(SEQUENCE)) {
            return Part.NONE;
        }
        skip(0); // eContentType
        if (enter(EXPLICIT)) {
            octets(0);
        }
        return content.toByteArray();
    }

    private boolean isSignedData() {
        if (tag() != OBJECT_IDENTIFIER) {
            return false;
        }
        int length = length();
        boolean same = length == SIGNED_DATA.length && Arrays.equals(bytes, at, at + length, SIGNED_DATA, 0, length);
        at += Math.max(length, 0);
        return same;
    }

    /** Where an element ends is of no matter, as all that is wanted stands in front. */
    private boolean enter(int tag) {
        if (tag() != tag) {
            return false;
        }
        length();
        return at < bytes.length;
    }

    private void octets(int depth) {
        int tag = tag();
        int length = length();
        int end = length == INDEFINITE ? bytes.length : at + length;
        if (tag == OCTETS && length != INDEFINITE) {
            content.write(bytes, at, length);
            at = end;
        } else if (tag == OCTETS_IN_PIECES && depth < DEEPEST) {
            while (at < end && !(length == INDEFINITE && isEnd())) {
                octets(depth + 1);
            }
        } else {
            at = bytes.length;
        }
    }

    private void skip(int depth) {
        tag();
        int length = length();
        if (length != INDEFINITE) {
            at += length;
        } else if (depth == DEEPEST) {
            at = bytes.length;
        } else {
            while (at < bytes.length && !isEnd()) {
                skip(depth + 1);
            }
        }
    }

    /** Two zero bytes end what has no length; they are passed. */
    private boolean isEnd() {
        boolean end = at + 1 < bytes.length && bytes[at] == 0 && bytes[at + 1] == 0;
        if (end) {
            at += 2;
        }
        return end;
    }

    private int tag() {
        return at < bytes.length ? bytes[at++] & 0xFF : -1;
    }

    /** At most what is left. */
    private int length() {
        int first = tag();
        if (first < 0x80) {
            return Math.clamp(first, 0, bytes.length - at);
        }
        if (first == 0x80) {
            return INDEFINITE;
        }
        long length = 0;
        for (int i = first & 0x7F; i > 0 && at < bytes.length; i--) {
            length = Math.min(length << 8 | tag(), Integer.MAX_VALUE);
        }
        return (int) Math.min(length, bytes.length - at);
    }
}
