package guichet.core.mail.reply;

import java.util.Locale;
import java.util.regex.Pattern;

/** "My answers are in red below": what stands there holds the author's words, and nothing tells them from the quotation. */
final class InlineAnswers {
    private static final int LONGEST = 5_000;
    private static final int LONGEST_LINE = 1_000;
    private static final String ANSWER = "(?<!\\b(?:your|votre|vos|ihre|ihrer|deine|su|sus|sua|suas|uw) )"
            + "\\b(?:réponses?|commentaires?|"
            + "remarques?|annotations?|answers?|reply|replies|responses?|comments?|remarks|antworten?|kommentare?|anmerkungen|respuestas?|comentarios?|"
            + "risposte|commenti|respostas?|antwoorden|opmerkingen)\\b";
    private static final String COLOUR = "\\b(?:en (?:rouge|bleu|vert|gras|couleur|italique|rojo|azul|verde|negrita|vermelho)|"
            + "in (?:red|blue|green|bold|colou?r|rot|blau|grün|rosso|blu|het rood|het blauw))\\b";
    private static final String BELOW = "\\b(?:ci-dessous|ci-après|below|unten|abajo|abaixo|sotto|hieronder)\\b";
    private static final String WITHIN = "(?:\\bin-?line\\b|\\bin line\\b|\\bdans (?:le|votre|ton) (?:texte|corps|message|mail|courriel)\\b|\\bentre les lignes\\b"
            + "|\\bin the (?:text|body)\\b|\\bin your (?:e-?mail|message|text)\\b|\\bim text\\b"
            + "|\\bin ihrer (?:e-?mail|nachricht)\\b|\\ben el texto\\b|\\bnel testo\\b|\\bno texto\\b|\\bin de tekst\\b)";
    private static final String PLACE = "(?:" + COLOUR + "|" + BELOW + "|" + WITHIN + ")";
    private static final Pattern ANNOUNCEMENT = Pattern.compile(ANSWER + "[^.!?]{0,60}?" + PLACE + "|" + PLACE + "[^.!?]{0,60}?" + ANSWER
            + "|" + COLOUR + "[^.!?]{0,20}?" + BELOW + "|" + BELOW + "[^.!?]{0,20}?" + COLOUR,
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern WHOLE_LINE = Pattern.compile(
            "(?:please |merci de )?(?:see|cf\\.?|voir|siehe|ver|véase|vedi|zie) (?:" + BELOW + "|" + WITHIN + ")(?: please| svp| merci| bitte)?\\W*",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern POINTER = Pattern.compile(BELOW, Pattern.UNICODE_CHARACTER_CLASS);

    private InlineAnswers() {
    }

    /** Whether the lines above this one announce them. */
    static boolean areAnnounced(String[] lines, Kind[] kinds, int before) {
        for (int i = 0; i < before; i++) if (kinds[i] == Kind.TEXT && WHOLE_LINE.matcher(lower(lines[i])).matches()) return true;
        return ANNOUNCEMENT.matcher(ownWords(lines, kinds, before)).find();
    }

    /** "Please look at the message below": what stands there is to be read. */
    static boolean pointBelow(String[] lines, Kind[] kinds, int before) {
        return POINTER.matcher(ownWords(lines, kinds, before)).find();
    }

    private static String ownWords(String[] lines, Kind[] kinds, int before) {
        var own = new StringBuilder();
        for (int i = 0; i < before && own.length() < LONGEST; i++) if (kinds[i] == Kind.TEXT) own.append(lower(lines[i])).append(' ');
        return own.toString();
    }

    private static String lower(String line) {
        return line.substring(0, Math.min(line.length(), LONGEST_LINE)).strip().toLowerCase(Locale.ROOT).replace('\u00A0', ' ');
    }
}
