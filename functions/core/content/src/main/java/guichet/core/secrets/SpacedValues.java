package guichet.core.secrets;

import guichet.core.secrets.Label.Kind;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values with blanks in them and no quotes around them. */
final class SpacedValues {
    private static final int LONGEST = 120;
    private static final Pattern PHRASE = Pattern.compile("\\p{Ll}{2,15}(?:[ -]\\p{Ll}{1,15}){3,12}");
    /** "Summer 2024", "Chat Noir 12!". */
    private static final Pattern WORDS_AND_NUMBER =
            Pattern.compile("\\p{Lu}\\p{L}{2,15} \\d{2,4} ?[!?.*]?|\\p{L}{2,15}(?: \\p{L}{2,15}){1,3} \\d{1,4}[!?*]?");

    /** "884 221", "12-34-56". */
    private static final Pattern DIGITS =
            Pattern.compile("\\d{2,4}(?:[ -]\\d{2,4}){1,3}(?![\\w,.:/-]\\w|\\w| \\d|[ -]?[€%])");
    /** As the label of a box prints it: "AB12 CD34 EF56 AB78". */
    private static final Pattern BLOCKS =
            Pattern.compile("[0-9A-Fa-f]{4}(?: [0-9A-Fa-f]{4}){2,7}(?!\\w)|[0-9A-Z]{4}(?: [0-9A-Z]{4}){2,7}(?!\\w)");

    private SpacedValues() {}

    /** In groups. Null if there is none. */
    static Value grouped(Source source, Label label, int at) {
        var pattern = switch (label.kind()) {
            case CODE, PASSWORD -> DIGITS;
            case NETWORK -> BLOCKS;
            default -> null;
        };
        if (pattern == null) {
            return null;
        }
        Matcher found = source.matcher(pattern, at, 60);
        return found.lookingAt() ? new Value(found.group(), at, found.end(), (char) 0) : null;
    }

    /** All that its line says: of a phrase, or "Summer 2024". Null if there is none. */
    static Value line(Source source, Label label, int at) {
        var line = source.text().substring(at, source.lineEnd(at)).stripTrailing();
        boolean phrase = label.kind() == Kind.PHRASE;
        if (line.length() >= LONGEST
                || !(phrase ? PHRASE : WORDS_AND_NUMBER).matcher(line).matches()) {
            return null;
        }
        var words = line.split(" ");
        boolean said = phrase
                ? isSaid(words[0]) && !words[0].equals("correct")
                : Arrays.stream(words).anyMatch(SpacedValues::isSaid);
        return said || Looks.of(line.replace(" ", "")) == Looks.ODD
                ? null
                : new Value(line, at, at + line.length(), (char) 0);
    }

    /** Whether the word says something of the secret, or begins a sentence. */
    private static boolean isSaid(String word) {
        var folded = Folding.of(word);
        return NoValues.contain(word, folded) || NoValues.OPENINGS.contains(folded);
    }
}
