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
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes to text when the declared charset is missing, unknown or a lie.
 *
 * <p>Names are mapped to the superset that mail clients really mean (WHATWG Encoding, "names and labels"). A declared
 * single-byte charset never fails to decode, so bytes that are strictly valid UTF-8 win over it.
 */
public final class Charsets {
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private static final Set<String> ASCII_NAMES = Set.of("us-ascii", "ascii", "ansi_x3.4-1968");
    private static final Pattern CODE_PAGE = Pattern.compile("(windows|win|cp|dos|ibm)[-_]?([0-9]{3,5})");

    /** Declared name to the charset that its senders use in practice. */
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("iso8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("latin-1", "windows-1252"),
            Map.entry("ansi", "windows-1252"),
            Map.entry("us-ascii", "windows-1252"),
            Map.entry("ascii", "windows-1252"),
            Map.entry("ansi_x3.4-1968", "windows-1252"),
            Map.entry("ansi_x3.110-1983", "windows-1252"),
            Map.entry("iso-8859-8-i", "iso-8859-8"),
            Map.entry("iso-8859-8-e", "iso-8859-8"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-11", "windows-874"),
            Map.entry("tis-620", "windows-874"),
            Map.entry("windows-874", "x-windows-874"),
            Map.entry("gb2312", "gb18030"),
            Map.entry("gbk", "gb18030"),
            Map.entry("gb_2312-80", "gb18030"),
            Map.entry("cp936", "gb18030"),
            Map.entry("chinesesimplif", "gb18030"),
            Map.entry("gb_2312", "gb18030"),
            Map.entry("euc-cn", "gb18030"),
            Map.entry("big5", "big5-hkscs"),
            Map.entry("big5-eten", "big5-hkscs"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("shift-jis", "windows-31j"),
            Map.entry("sjis", "windows-31j"),
            Map.entry("ms_kanji", "windows-31j"),
            Map.entry("iso-2022-jp", "x-windows-iso2022jp"),
            Map.entry("iso-2022-jp-ms", "x-windows-iso2022jp"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("ks_c_5601", "x-windows-949"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("korean", "x-windows-949"),
            Map.entry("macintosh", "x-macroman"),
            Map.entry("mac", "x-macroman"),
            Map.entry("x-mac-roman", "x-macroman"),
            Map.entry("x-mac-cyrillic", "x-maccyrillic"),
            Map.entry("johab", "x-johab"),
            Map.entry("utf8", "utf-8"),
            Map.entry("cp65001", "utf-8"),
            Map.entry("utf8mb4", "utf-8"),
            Map.entry("utf", "utf-8"),
            Map.entry("unicode", "utf-8"),
            Map.entry("unicode-1-1-utf-8", "utf-8"));

    private Charsets() {}

    /** The charset that this name stands for, if the runtime knows one. */
    public static Optional<Charset> named(String name) {
        if (name == null || name.isBlank() || name.length() > 60) {
            return Optional.empty();
        }
        String key = name.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("^[\"'=]+|[\"';,]+$", "")
                .replaceFirst("^charset *= *", "");
        Optional<Charset> found = known(numbered(key));
        for (; found.isEmpty() && key.startsWith("x-"); found = known(numbered(key))) {
            key = key.substring(2);
        }
        return found;
    }

    /** Code pages have many spellings of one number; 125x and 874 are Microsoft's. */
    private static String numbered(String key) {
        Matcher page = CODE_PAGE.matcher(key);
        if (!page.matches()) {
            return key;
        }
        String number = page.group(2);
        if (page.group(1).startsWith("win") || number.startsWith("125") || number.equals("874")) {
            return "windows-" + number;
        }
        return (page.group(1).equals("cp") ? "cp" : "ibm") + number;
    }

    private static Optional<Charset> known(String key) {
        try {
            return Optional.of(Charset.forName(ALIASES.getOrDefault(key, key)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    /** Whether that name stands for a charset in which the bytes mean something, all of them. */
    static boolean fits(byte[] bytes, String name) {
        if (isAsciiName(name)) {
            return isAscii(bytes);
        }
        return named(name).filter(charset -> strictly(bytes, charset) != null).isPresent();
    }

    /** Decodes with the declared charset as a hint; never fails, at worst with U+FFFD in place of a byte. */
    public static String decode(byte[] bytes, String declared) {
        return decode(bytes, declared, null);
    }

    /** As {@link #decode(byte[], String)}, of a few words: in UTF-16 they need no blank, and so no NUL. */
    static String decodeWords(byte[] bytes, String declared) {
        String wide = byteOrderMark(bytes) != null || hasNul(bytes)
                ? null
                : named(declared)
                        .filter(Charsets::isWide)
                        .map(charset -> strictly(bytes, charset))
                        .orElse(null);
        return wide != null ? wide : decode(bytes, declared);
    }

    /** As {@link #decode(byte[], String)}, with the charset to try when none is declared. */
    public static String decode(byte[] bytes, String declared, Charset fallback) {
        Charset marked = byteOrderMark(bytes);
        if (marked != null) {
            int skip = marked == StandardCharsets.UTF_8 ? 3 : 2;
            return new String(bytes, skip, bytes.length - skip, marked);
        }
        if (isUtf7(declared)) {
            return Utf7.decode(bytes);
        }
        boolean ascii = isAscii(bytes);
        if (ascii && isHz(declared)) {
            return Hz.decode(bytes);
        }
        Charset charset = named(declared)
                .or(() -> Optional.ofNullable(fallback))
                .map(named -> inWideUnits(bytes, named))
                .orElse(null);
        if (ascii && !shiftsToJapanese(bytes) && (charset == null || isAsciiSuperset(charset))) {
            return new String(bytes, StandardCharsets.US_ASCII);
        }
        if (ascii && shiftsToJapanese(bytes)) {
            return new String(bytes, Charset.forName("x-windows-iso2022jp"));
        }
        if (charset != null && isMultibyte(charset)) {
            return decodeMultibyte(bytes, charset);
        }
        String utf8 = strictly(bytes, StandardCharsets.UTF_8);
        if (utf8 != null) {
            return utf8;
        }
        if (charset == null || charset == StandardCharsets.UTF_8 || isAsciiName(declared)) {
            return decodeBroken(bytes, false);
        }
        return charset.equals(WESTERN) ? decodeBroken(bytes, true) : new String(bytes, charset);
    }

    /**
     * A charset of two or four bytes a letter, in the order of the bytes; null for what cannot be in it, as every line
     * end and every blank of it has a NUL.
     */
    private static Charset inWideUnits(byte[] bytes, Charset named) {
        if (!isWide(named)) {
            return named;
        }
        int even = 0;
        int odd = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != 0) {
                continue;
            }
            if (i % 2 == 0) {
                even++;
            } else {
                odd++;
            }
        }
        if (even + odd == 0) {
            return null;
        }
        return named.equals(StandardCharsets.UTF_16) && odd > even ? StandardCharsets.UTF_16LE : named;
    }

    private static boolean isWide(Charset charset) {
        return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
    }

    private static boolean hasNul(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    /** RFC 1468 text has only 7-bit bytes, so a declared ISO-2022-JP with high bytes is Shift_JIS. */
    private static String decodeMultibyte(byte[] bytes, Charset charset) {
        if (charset.name().toLowerCase(Locale.ROOT).contains("2022") && !isAscii(bytes)) {
            String sjis = strictly(bytes, Charset.forName("windows-31j"));
            if (sjis != null) {
                return sjis;
            }
        }
        String asDeclared = strictly(bytes, charset);
        if (asDeclared != null) {
            return asDeclared;
        }
        String utf8 = strictly(bytes, StandardCharsets.UTF_8);
        return utf8 != null ? utf8 : new String(bytes, charset);
    }

    /**
     * Neither valid UTF-8 nor declared as anything but that or Western European; where the latter is, most must speak
     * against it.
     */
    private static String decodeBroken(byte[] bytes, boolean western) {
        return Utf8.mended(bytes, western ? 1 : 0).orElseGet(() -> new String(bytes, WESTERN));
    }

    static String strictly(byte[] bytes, Charset charset) {
        if (charset == StandardCharsets.UTF_8) {
            return Utf8.isValid(bytes) ? new String(bytes, charset) : null;
        }
        try {
            CharBuffer chars = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return chars.toString();
        } catch (CharacterCodingException notThisCharset) {
            return null;
        }
    }

    private static boolean isUtf7(String declared) {
        return declared != null
                && declared.toLowerCase(Locale.ROOT).replace("-", "").endsWith("utf7");
    }

    private static boolean isHz(String declared) {
        return declared != null && declared.strip().toLowerCase(Locale.ROOT).startsWith("hz");
    }

    /** Names of seven bits, which a high byte belies. */
    private static boolean isAsciiName(String declared) {
        return declared != null && ASCII_NAMES.contains(declared.strip().toLowerCase(Locale.ROOT));
    }

    private static Charset byteOrderMark(byte[] b) {
        if (b.length >= 3 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF) {
            return StandardCharsets.UTF_8;
        }
        if (b.length >= 2 && b[0] == (byte) 0xFE && b[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        if (b.length >= 2 && b[0] == (byte) 0xFF && b[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        return null;
    }

    static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    /** ESC $ @, ESC $ B or ESC ( J: Japanese sent without a word about it. */
    private static boolean shiftsToJapanese(byte[] b) {
        for (int i = 0; i + 2 < b.length; i++) {
            if (b[i] != 0x1B) {
                continue;
            }
            if (b[i + 1] == '$' && (b[i + 2] == '@' || b[i + 2] == 'B')) {
                return true;
            }
            if (b[i + 1] == '(' && b[i + 2] == 'J') {
                return true;
            }
        }
        return false;
    }

    private static boolean isMultibyte(Charset charset) {
        return charset != StandardCharsets.UTF_8
                && charset.canEncode()
                && charset.newEncoder().maxBytesPerChar() > 1.0f;
    }

    private static boolean isAsciiSuperset(Charset charset) {
        String name = charset.name().toLowerCase(Locale.ROOT);
        return !(name.contains("2022")
                || name.startsWith("utf-16")
                || name.startsWith("utf-32")
                || name.startsWith("hz"));
    }
}
