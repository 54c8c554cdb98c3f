package guichet.core.mail.reply;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The line of our own notices above which an answer is written. It stands alone: customers write about it too. */
final class Markers {
    private static final List<String> KNOWN = List.of(
            "reply above this line",
            "répondez au-dessus de cette ligne",
            "répondre au-dessus de cette ligne",
            "antworten sie oberhalb dieser linie",
            "response above this line");
    private static final Set<String> POLITE =
            Set.of("", "please", "type", "write", "your", "veuillez", "merci", "de", "bitte");
    private static final int LONGEST = 200;
    private static final Pattern SPEECH = Pattern.compile("^\\s*>|[\"'“”«»?]");
    private static final Pattern NO_LETTERS = Pattern.compile("\\P{L}+");

    private Markers() {}

    static boolean isMarker(String line) {
        if (line.length() > LONGEST) {
            return false;
        }
        String lower = line.toLowerCase(Locale.ROOT).replace('’', '\'').replace('\u00A0', ' ');
        String rest = lower;
        for (String marker : KNOWN) { // a notice may say it in two languages
            rest = rest.replace(marker, " ");
        }
        return rest.length() < lower.length()
                && !SPEECH.matcher(rest).find()
                && NO_LETTERS.splitAsStream(rest).allMatch(POLITE::contains);
    }
}
