package guichet.core.mail.reply;

import guichet.core.text.Literals;
import guichet.core.text.Literals.Bounds;
import guichet.core.text.Literals.Literal;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * "My answers are in red below": what stands there holds the author's words, and nothing tells them from the quotation.
 */
final class InlineAnswers {
    private static final int LONGEST = 5_000;
    private static final int LONGEST_LINE = 1_000;
    private static final String ANSWER = "(?<!\\b(?:your|votre|vos|ihre|ihrer|deine|su|sus|sua|suas|uw) )"
            + "\\b(?:réponses?|commentaires?|"
            + "remarques?|annotations?|answers?|reply|replies|responses?|comments?|remarks|"
            + "antworten?|kommentare?|anmerkungen|respuestas?|comentarios?|"
            + "risposte|commenti|respostas?|antwoorden|opmerkingen)\\b";
    private static final String COLOUR =
            "\\b(?:en (?:rouge|bleu|vert|gras|couleur|italique|rojo|azul|verde|negrita|vermelho)|"
                    + "in (?:red|blue|green|bold|colou?r|rot|blau|grün|rosso|blu|het rood|het blauw))\\b";
    private static final String BELOW = "\\b(?:ci-dessous|ci-après|below|unten|abajo|abaixo|sotto|hieronder)\\b";
    private static final String WITHIN = "(?:\\bin-?line\\b|\\bin line\\b|\\bdans (?:le|votre|ton)"
            + " (?:texte|corps|message|mail|courriel)\\b|\\bentre les lignes\\b|\\bin the (?:text|body)\\b|\\bin"
            + " your (?:e-?mail|message|text)\\b|\\bim text\\b|\\bin ihrer (?:e-?mail|nachricht)\\b|\\ben el"
            + " texto\\b|\\bnel testo\\b|\\bno texto\\b|\\bin de tekst\\b)";
    private static final String PLACE = "(?:" + COLOUR + "|" + BELOW + "|" + WITHIN + ")";
    private static final Pattern ANNOUNCEMENT = Pattern.compile(
            ANSWER + "[^.!?]{0,60}?" + PLACE + "|" + PLACE + "[^.!?]{0,60}?" + ANSWER + "|" + COLOUR + "[^.!?]{0,20}?"
                    + BELOW + "|" + BELOW + "[^.!?]{0,20}?" + COLOUR,
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern WHOLE_LINE = Pattern.compile(
            "(?:please |merci de )?(?:see|cf\\.?|voir|siehe|ver|véase|vedi|zie) (?:" + BELOW + "|" + WITHIN
                    + ")(?: please| svp| merci| bitte)?\\W*",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern POINTER = Pattern.compile(BELOW, Pattern.UNICODE_CHARACTER_CLASS);

    /**
     * One of these stands in each announcement: most texts hold none, and are not looked at with the patterns, which
     * are dear.
     */
    private static final Literals PLACES = new Literals(Stream.of(
                    "ci-dessous",
                    "ci-après",
                    "below",
                    "unten",
                    "abajo",
                    "abaixo",
                    "sotto",
                    "hieronder",
                    "en rouge",
                    "en bleu",
                    "en vert",
                    "en gras",
                    "en couleur",
                    "en italique",
                    "en rojo",
                    "en azul",
                    "en verde",
                    "en negrita",
                    "en vermelho",
                    "in red",
                    "in blue",
                    "in green",
                    "in bold",
                    "in color",
                    "in colour",
                    "in rot",
                    "in blau",
                    "in grün",
                    "in rosso",
                    "in blu",
                    "in het",
                    "in-line",
                    "inline",
                    "in line",
                    "dans le",
                    "dans votre",
                    "dans ton",
                    "entre les lignes",
                    "in the text",
                    "in the body",
                    "in your",
                    "im text",
                    "in ihrer",
                    "en el texto",
                    "nel testo",
                    "no texto",
                    "in de tekst")
            .map(place -> new Literal(place, Bounds.WORD))
            .toList());

    private InlineAnswers() {}

    /** Whether the lines above this one announce them. */
    static boolean areAnnounced(String[] lines, Kind[] kinds, int before) {
        String own = ownWords(lines, kinds, before);
        if (!PLACES.anyIn(own)) {
            return false;
        }
        for (int i = 0; i < before; i++) {
            if (kinds[i] == Kind.TEXT && WHOLE_LINE.matcher(lower(lines[i])).matches()) {
                return true;
            }
        }
        return ANNOUNCEMENT.matcher(own).find();
    }

    /** "Please look at the message below": what stands there is to be read. */
    static boolean pointBelow(String[] lines, Kind[] kinds, int before) {
        return POINTER.matcher(ownWords(lines, kinds, before)).find();
    }

    private static String ownWords(String[] lines, Kind[] kinds, int before) {
        var own = new StringBuilder();
        for (int i = 0; i < before && own.length() < LONGEST; i++) {
            if (kinds[i] == Kind.TEXT) {
                own.append(lower(lines[i])).append(' ');
            }
        }
        return own.toString();
    }

    private static String lower(String line) {
        return line.substring(0, Math.min(line.length(), LONGEST_LINE))
                .strip()
                .toLowerCase(Locale.ROOT)
                .replace('\u00A0', ' ');
    }
}
