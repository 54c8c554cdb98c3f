package guichet.core.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import guichet.core.secrets.SecretMasker;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/** What a text file says, and the same file with other words: in a charset that gives back each byte of the rest. */
final class MaskedFile {
    /** Which old charset a file is in nobody knows; most are in this one. */
    private static final String MASK_IN_WINDOWS_1252 = SecretMasker.MASK.replace('\u2022', '\u0095');

    private MaskedFile() {}

    static String text(MailAttachment file) {
        var text = new String(file.content(), charset(file.content()));
        return Masking.isCalendar(file.type()) ? Masking.unfolded(text) : text;
    }

    static MailAttachment with(MailAttachment file, String masked) {
        var charset = charset(file.content());
        String words = charset == ISO_8859_1 ? masked.replace(SecretMasker.MASK, MASK_IN_WINDOWS_1252) : masked;
        return file.with(words.getBytes(charset));
    }

    /** Of two bytes a letter as Windows saves it, with a mark in front that tells. */
    private static Charset charset(byte[] content) {
        int mark = content.length < 2 ? 0 : (content[0] & 0xFF) << 8 | content[1] & 0xFF;
        return switch (mark) {
            case 0xFFFE -> UTF_16LE;
            case 0xFEFF -> UTF_16BE;
            default -> isUtf8(content) ? UTF_8 : ISO_8859_1;
        };
    }

    private static boolean isUtf8(byte[] content) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }
}
