package guichet.core.text;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Domains of any script (RFC 5890): kept and compared in A-labels ({@code xn--bcher-kva}), shown in U-labels
 * ({@code bücher}). Letters are mapped as UTS #46 does without its transition, so that "ß" is no "ss", which is another
 * domain; {@link java.net.IDN} would take them for one.
 */
public final class DomainName {
    private static final String PREFIX = "xn--";
    private static final int LONGEST = 253;
    private static final int LONGEST_LABEL = 63;
    private static final Pattern DOTS = Pattern.compile("[.\u3002\uFF0E\uFF61]");
    private static final Pattern IGNORED = Pattern.compile("[\u00AD\u200B\u2060\uFEFF\uFE00-\uFE0F]");
    /** Between letters of Catalan, Katakana and Hebrew. */
    private static final String OTHERS = "-\u00B7\u30FB\u05F3\u05F4";
    /** Scripts that one word is written in, besides any alone. */
    private static final List<Set<UnicodeScript>> TOGETHER = List.of(
            EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA),
            EnumSet.of(UnicodeScript.HAN, UnicodeScript.HANGUL),
            EnumSet.of(UnicodeScript.HAN, UnicodeScript.BOPOMOFO));
    /** Their marks have letters of their own: one beside a letter makes it look like another. */
    private static final Set<UnicodeScript> WITHOUT_MARKS =
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.CYRILLIC, UnicodeScript.GREEK);
    /** A word of nothing but these looks like Latin. */
    private static final String LATIN_LOOKALIKES = "асԁеһіјӏорԛѕԝхуѵ-0123456789";

    private DomainName() {}

    /** In lower case and A-labels; what is no domain only in lower case. */
    public static String kept(String written) {
        String lower = written.toLowerCase(Locale.ROOT);
        if (isAscii(lower)) {
            return lower;
        }
        String[] labels = DOTS.split(lower, -1);
        var kept = Arrays.stream(labels)
                .map(label -> isAscii(label) ? Optional.of(label) : encoded(label))
                .toList();
        return kept.stream().allMatch(Optional::isPresent)
                ? kept.stream()
                        .map(Optional::get)
                        .collect(Collectors.collectingAndThen(
                                Collectors.joining("."), domain -> domain.length() > LONGEST ? lower : domain))
                : lower;
    }

    private static Optional<String> encoded(String label) {
        if (label.length() > LONGEST_LABEL) {
            return Optional.empty();
        }
        String mapped = mapped(label);
        if (isAscii(mapped)) { // a dot, a comma, an @ may have come of it
            return Optional.of(mapped).filter(ascii -> ascii.matches("[a-z0-9-]+"));
        }
        return Optional.of(mapped)
                .filter(DomainName::isWord)
                .flatMap(Punycode::encode)
                .map(PREFIX::concat)
                .filter(whole -> whole.length() <= LONGEST_LABEL);
    }

    private static String mapped(String label) {
        String shown = IGNORED.matcher(label).replaceAll("");
        String folded = Normalizer.normalize(shown, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFKC);
    }

    private static boolean isWord(String label) {
        return label.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || isMark(c) || OTHERS.indexOf(c) >= 0)
                && !isMark(label.codePointAt(0));
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /**
     * As people read it: in U-labels, but for those that may be made to look like another domain. Those are of several
     * scripts, of letters under marks that are no letters of the script, or of Cyrillic letters that all look Latin.
     */
    public static String shown(String kept) {
        if (!kept.contains(PREFIX)) {
            return kept;
        }
        String[] labels = kept.split("\\.", -1);
        boolean latin = !labels[labels.length - 1].startsWith(PREFIX);
        return Arrays.stream(labels)
                .map(label -> decoded(label)
                        .filter(word -> !(latin && looksLatin(word)))
                        .orElse(label))
                .collect(Collectors.joining("."));
    }

    private static Optional<String> decoded(String label) {
        if (!label.startsWith(PREFIX) || label.length() > LONGEST_LABEL) {
            return Optional.empty();
        }
        return Punycode.decode(label.substring(PREFIX.length()))
                .filter(word -> !isAscii(word) && isWord(word) && isOfOneScript(word))
                .filter(word -> encoded(word).filter(label::equals).isPresent());
    }

    private static boolean isOfOneScript(String word) {
        var scripts = EnumSet.noneOf(UnicodeScript.class);
        word.codePoints().mapToObj(UnicodeScript::of).forEach(scripts::add);
        scripts.removeAll(EnumSet.of(UnicodeScript.COMMON, UnicodeScript.INHERITED));
        if (scripts.size() > 1) {
            return TOGETHER.stream().anyMatch(together -> together.containsAll(scripts));
        }
        return word.codePoints().noneMatch(DomainName::isMark)
                || scripts.stream().noneMatch(WITHOUT_MARKS::contains);
    }

    private static boolean looksLatin(String word) {
        return word.codePoints().allMatch(c -> LATIN_LOOKALIKES.indexOf(c) >= 0);
    }

    private static boolean isAscii(String s) {
        return s.chars().allMatch(c -> c < 128);
    }
}
