package guichet.core.mail.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;

/**
 * What RTF says: the HTML or the text that it was made from (MS-OXRTFEX), or its own words. In one pass, and without
 * any formatting. Letters are read in the code page of the document; that of a font is not looked at, as Outlook writes
 * what that lacks as Unicode.
 */
public final class RtfText {
    private static final Set<String> SILENT =
            Set.of("fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "footer", "footnote");
    private static final Map<String, String> SPOKEN = Map.ofEntries(
            Map.entry("par", "\n"),
            Map.entry("line", "\n"),
            Map.entry("row", "\n"),
            Map.entry("sect", "\n"),
            Map.entry("page", "\n"),
            Map.entry("tab", "\t"),
            Map.entry("cell", "\t"),
            Map.entry("lquote", "‘"),
            Map.entry("rquote", "’"),
            Map.entry("ldblquote", "“"),
            Map.entry("rdblquote", "”"),
            Map.entry("bullet", "•"),
            Map.entry("endash", "–"),
            Map.entry("emdash", "—"));
    private static final int DEEPEST = 200;
    private static final int LONGEST_WORD = 32;

    private final byte[] rtf;
    private final StringBuilder out = new StringBuilder();
    private final ByteArrayOutputStream letters = new ByteArrayOutputStream();
    private final Deque<Group> outer = new ArrayDeque<>();
    private Charset charset = Charset.forName("windows-1252");
    private Group group = new Group(false, false, 1);
    private boolean html;
    private int deeper;
    private int passOver;

    /** @param substitutes how many letters stand behind one of Unicode for readers that know none */
    private record Group(boolean silent, boolean formatting, int substitutes) {}

    private RtfText(byte[] rtf) {
        this.rtf = rtf;
    }

    /** @param html whether that is what the text is */
    public record Read(String text, boolean html) {}

    public static Read of(byte[] rtf) {
        var reader = new RtfText(rtf);
        if (!new String(rtf, 0, Math.min(5, rtf.length), StandardCharsets.US_ASCII).equals("{\\rtf")) {
            return new Read("", false);
        }
        for (int at = 0; at < rtf.length; ) {
            at = reader.token(at);
        }
        reader.flush();
        return new Read(reader.out.toString(), reader.html);
    }

    private int token(int at) {
        switch (rtf[at]) {
            case '{' -> open();
            case '}' -> close();
            case '\\' -> {
                return at + 1 < rtf.length ? control(at + 1) : rtf.length;
            }
            case '\r', '\n' -> {}
            default -> letter(rtf[at]);
        }
        return at + 1;
    }

    private void open() {
        passOver = 0;
        if (outer.size() < DEEPEST) {
            outer.push(group);
        } else {
            deeper++;
        }
    }

    private void close() {
        passOver = 0;
        if (deeper > 0) {
            deeper--;
        } else if (!outer.isEmpty()) {
            group = outer.pop();
        }
    }

    private void letter(int b) {
        if (passOver > 0) {
            passOver--;
        } else if (!group.silent && !group.formatting) {
            letters.write(b);
        }
    }

    /** A backslash and a word with a number, or a sign. Answers where the next token begins. */
    private int control(int at) {
        int end = at;
        while (end < rtf.length && end - at < LONGEST_WORD && Character.isLetter(rtf[end] & 0x7F) && rtf[end] > 0) {
            end++;
        }
        if (end == at) {
            return sign(at);
        }
        String word = new String(rtf, at, end - at, StandardCharsets.US_ASCII);
        int digits = end;
        if (digits < rtf.length && rtf[digits] == '-') {
            digits++;
        }
        while (digits < rtf.length && digits - end < 8 && rtf[digits] >= '0' && rtf[digits] <= '9') {
            digits++;
        }
        String number = new String(rtf, end, digits - end, StandardCharsets.US_ASCII);
        word(word, number.isEmpty() || number.equals("-") ? -1 : Integer.parseInt(number), !number.isEmpty());
        return digits < rtf.length && rtf[digits] == ' ' ? digits + 1 : digits;
    }

    private int sign(int at) {
        switch (rtf[at]) {
            case '\'' -> {
                int high = at + 2 < rtf.length ? Character.digit(rtf[at + 1], 16) : -1;
                int low = at + 2 < rtf.length ? Character.digit(rtf[at + 2], 16) : -1;
                if (high < 0 || low < 0) {
                    return at + 1;
                }
                letter(high << 4 | low);
                return at + 3;
            }
            case '*' -> group = new Group(!isHtmlTag(at + 1), group.formatting, group.substitutes);
            case '~' -> say(html ? "&nbsp;" : "\u00A0");
            case '_' -> say("-");
            case '\r', '\n' -> say("\n");
            case '\\', '{', '}' -> letter(rtf[at]);
            default -> {}
        }
        return at + 1;
    }

    private boolean isHtmlTag(int at) {
        return html && new String(rtf, at, Math.min(8, rtf.length - at), StandardCharsets.US_ASCII).equals("\\htmltag");
    }

    private void word(String word, int number, boolean numbered) {
        if (SILENT.contains(word)) {
            group = new Group(true, group.formatting, group.substitutes);
        }
        String spoken = SPOKEN.get(word);
        if (spoken != null) {
            say(spoken);
        }
        switch (word) {
            case "fromhtml" -> html = true;
            case "ansicpg" ->
                Charsets.named("windows-" + number)
                        .or(() -> Charsets.named("cp" + number))
                        .ifPresent(named -> charset = named);
            case "htmlrtf" -> group = new Group(group.silent, html && (!numbered || number != 0), group.substitutes);
            case "uc" -> group = new Group(group.silent, group.formatting, Math.max(0, number));
            case "u" -> {
                if (numbered) {
                    say(String.valueOf((char) number));
                }
                passOver = group.substitutes;
            }
            default -> {}
        }
    }

    private void say(String text) {
        if (group.silent || group.formatting) {
            return;
        }
        flush();
        out.append(text);
    }

    private void flush() {
        if (letters.size() > 0) {
            out.append(letters.toString(charset));
        }
        letters.reset();
    }
}
