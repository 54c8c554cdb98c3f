package guichet.core.mail.mime;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Bytes to text when the declared charset is missing, unknown or a lie.
 *
 * <p>Names are mapped to the superset that mail clients really mean (WHATWG Encoding, "names and labels").
 * A declared single-byte charset never fails to decode, so bytes that are strictly valid UTF-8 win over it.
 */
public final class Charsets {
    private static final Charset WESTERN = Charset.forName("windows-1252");

    /** Declared name to the charset that its senders use in practice. */
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("iso-8859-1", "windows-1252"), Map.entry("iso8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"), Map.entry("latin-1", "windows-1252"), Map.entry("ansi", "windows-1252"),
            Map.entry("us-ascii", "windows-1252"), Map.entry("ascii", "windows-1252"),
            Map.entry("ansi_x3.4-1968", "windows-1252"), Map.entry("ansi_x3.110-1983", "windows-1252"),
            Map.entry("iso-8859-8-i", "iso-8859-8"), Map.entry("iso-8859-8-e", "iso-8859-8"),
            Map.entry("iso-8859-9", "windows-1254"), Map.entry("iso-8859-11", "windows-874"), Map.entry("tis-620", "windows-874"),
            Map.entry("windows-874", "x-windows-874"),
            Map.entry("gb2312", "gb18030"), Map.entry("gbk", "gb18030"), Map.entry("gb_2312-80", "gb18030"),
            Map.entry("x-gbk", "gb18030"), Map.entry("cp936", "gb18030"), Map.entry("chinesesimplif", "gb18030"),
            Map.entry("big5", "big5-hkscs"), Map.entry("x-big5", "big5-hkscs"),
            Map.entry("shift_jis", "windows-31j"), Map.entry("shift-jis", "windows-31j"), Map.entry("sjis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"), Map.entry("ms_kanji", "windows-31j"),
            Map.entry("iso-2022-jp", "x-windows-iso2022jp"), Map.entry("iso-2022-jp-ms", "x-windows-iso2022jp"),
            Map.entry("ks_c_5601-1987", "x-windows-949"), Map.entry("ks_c_5601", "x-windows-949"),
            Map.entry("euc-kr", "x-windows-949"), Map.entry("korean", "x-windows-949"),
            Map.entry("macintosh", "x-macroman"), Map.entry("mac", "x-macroman"),
            Map.entry("utf8", "utf-8"), Map.entry("utf8mb4", "utf-8"), Map.entry("utf", "utf-8"), Map.entry("unicode", "utf-8"),
            Map.entry("unicode-1-1-utf-8", "utf-8"));

    private Charsets() {
    }

    /** The charset that this name stands for, if the runtime knows one. */
    public static Optional<Charset> named(String name) {
        if (name == null || name.isBlank() || name.length() > 60) return Optional.empty();
        String key = name.strip().toLowerCase(Locale.ROOT).replaceAll("^[\"'=]+|[\"';,]+$", "");
        if (key.startsWith("cp-")) key = "cp" + key.substring(3);
        if (key.startsWith("windows") && key.length() > 7 && Character.isDigit(key.charAt(7))) key = "windows-" + key.substring(7);
        try {
            return Optional.of(Charset.forName(ALIASES.getOrDefault(key, key)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    /** Decodes with the declared charset as a hint; never fails, at worst with U+FFFD in place of a byte. */
    public static String decode(byte[] bytes, String declared) {
        return decode(bytes, declared, null);
    }

    /** As {@link #decode(byte[], String)}, with the charset to try when none is declared. */
    public static String decode(byte[] bytes, String declared, Charset fallback) {
        Charset marked = byteOrderMark(bytes);
        if (marked != null) {
            int skip = marked == StandardCharsets.UTF_8 ? 3 : 2;
            return new String(bytes, skip, bytes.length - skip, marked);
        }
        if (isUtf7(declared)) return Utf7.decode(bytes);
        Charset charset = named(declared).orElse(fallback);
        boolean ascii = isAscii(bytes);
        if (ascii && !shiftsToJapanese(bytes) && (charset == null || isAsciiSuperset(charset))) {
            return new String(bytes, StandardCharsets.US_ASCII);
        }
        if (ascii && shiftsToJapanese(bytes)) return new String(bytes, Charset.forName("x-windows-iso2022jp"));
        if (charset != null && isMultibyte(charset)) return decodeMultibyte(bytes, charset);
        String utf8 = strictly(bytes, StandardCharsets.UTF_8);
        if (utf8 != null) return utf8;
        if (charset == null || charset == StandardCharsets.UTF_8) return decodeBroken(bytes, charset, fallback);
        return new String(bytes, charset);
    }

    /** RFC 1468 text has only 7-bit bytes, so a declared ISO-2022-JP with high bytes is Shift_JIS. */
    private static String decodeMultibyte(byte[] bytes, Charset charset) {
        if (charset.name().toLowerCase(Locale.ROOT).contains("2022") && !isAscii(bytes)) {
            String sjis = strictly(bytes, Charset.forName("windows-31j"));
            if (sjis != null) return sjis;
        }
        String asDeclared = strictly(bytes, charset);
        if (asDeclared != null) return asDeclared;
        String utf8 = strictly(bytes, StandardCharsets.UTF_8);
        return utf8 != null ? utf8 : new String(bytes, charset);
    }

    /**
     * Not valid UTF-8, and nothing else declared. Mostly UTF-8 with a few broken bytes (a cut character) stays UTF-8;
     * otherwise the fallback, then Western European.
     */
    private static String decodeBroken(byte[] bytes, Charset declared, Charset fallback) {
        if (fallback != null && fallback != StandardCharsets.UTF_8 && declared == null) return new String(bytes, fallback);
        String lenient = new String(bytes, StandardCharsets.UTF_8);
        long broken = lenient.chars().filter(c -> c == '\uFFFD').count();
        long decoded = lenient.chars().filter(c -> c > 127 && c != '\uFFFD').count();
        if (decoded > 0 && broken * 4 <= decoded) return lenient;
        return new String(bytes, WESTERN);
    }

    static String strictly(byte[] bytes, Charset charset) {
        try {
            CharBuffer chars = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes));
            return chars.toString();
        } catch (CharacterCodingException notThisCharset) {
            return null;
        }
    }

    private static boolean isUtf7(String declared) {
        return declared != null && declared.toLowerCase(Locale.ROOT).replace("-", "").endsWith("utf7");
    }

    private static Charset byteOrderMark(byte[] b) {
        if (b.length >= 3 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF) return StandardCharsets.UTF_8;
        if (b.length >= 2 && b[0] == (byte) 0xFE && b[1] == (byte) 0xFF) return StandardCharsets.UTF_16BE;
        if (b.length >= 2 && b[0] == (byte) 0xFF && b[1] == (byte) 0xFE) return StandardCharsets.UTF_16LE;
        return null;
    }

    static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) if (b < 0) return false;
        return true;
    }

    /** ESC $ @, ESC $ B or ESC ( J: Japanese sent without a word about it. */
    private static boolean shiftsToJapanese(byte[] b) {
        for (int i = 0; i + 2 < b.length; i++) {
            if (b[i] != 0x1B) continue;
            if (b[i + 1] == '$' && (b[i + 2] == '@' || b[i + 2] == 'B')) return true;
            if (b[i + 1] == '(' && b[i + 2] == 'J') return true;
        }
        return false;
    }

    private static boolean isMultibyte(Charset charset) {
        return charset != StandardCharsets.UTF_8 && charset.canEncode() && charset.newEncoder().maxBytesPerChar() > 1.0f;
    }

    private static boolean isAsciiSuperset(Charset charset) {
        String name = charset.name().toLowerCase(Locale.ROOT);
        return !(name.contains("2022") || name.startsWith("utf-16") || name.startsWith("utf-32") || name.startsWith("hz"));
    }
}
