package guichet.core.mail.reply;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What lists, virus scanners and lawyers append below a rule. Their sentences are known whole: customers write of
 * viruses too.
 */
final class Footers {
    private static final int MOST_LINES = 15;
    /** Within so many lines the footer has to say what it is. */
    private static final int FIRST_LINES = 4;

    private static final int LONGEST = 500;
    private static final int MOST_SENTENCES = 8;
    private static final List<String> LINKS =
            List.of("/listinfo/", "/unsubscribe", "avast.com", "avg.com", "view it on github");
    private static final List<String> SENTENCES = List.of(
            "to unsubscribe",
            "click here to unsubscribe",
            "unsubscribe:",
            "list-unsubscribe",
            "pour vous désabonner",
            "pour vous désinscrire",
            "pour se désabonner",
            "pour se désinscrire",
            "se désinscrire de cette liste",
            "um sich abzumelden",
            "zum abbestellen",
            "para darse de baja",
            "para cancelar",
            "per cancellarsi",
            "to post to this group",
            "you received this message because",
            "you are receiving this because",
            "vous recevez ce message",
            "vous recevez cet e-mail",
            "vous avez reçu ce message car",
            "sie erhalten diese nachricht",
            "reply to this email directly",
            "this e-mail has been checked for viruses",
            "this email has been checked for viruses",
            "this e-mail has been scanned",
            "this email has been scanned",
            "this message has been scanned",
            "no virus found in this message",
            "virus-free",
            "l'absence de virus dans ce courrier",
            "garanti sans virus",
            "cet e-mail a été vérifié",
            "ce courrier électronique ne contient aucun virus",
            "ce message a été analysé",
            "diese e-mail wurde von avast",
            "virenfrei",
            "este correo electrónico ha sido comprobado",
            "este mensaje ha sido analizado",
            "deze e-mail is gecontroleerd op virussen",
            "questa e-mail è stata controllata",
            "confidentiality notice",
            "avis de confidentialité",
            "this e-mail and any",
            "this email and any",
            "this message and any",
            "this e-mail is confidential",
            "this communication is confidential",
            "the information contained in this",
            "if you are not the intended recipient",
            "if you have received this",
            "ce message et ",
            "ce message (",
            "cet e-mail et ",
            "ce courriel et ",
            "si vous n'êtes pas le destinataire",
            "si vous n'en êtes pas le destinataire",
            "si vous avez reçu ce message par erreur",
            "diese e-mail enthält",
            "diese nachricht enthält",
            "wenn sie nicht der richtige adressat",
            "este mensaje y ",
            "este correo y ",
            "esta mensagem e ",
            "questo messaggio e ",
            "dit bericht en ",
            "dit e-mailbericht en ",
            "please consider the environment",
            "pensez à l'environnement");
    private static final Pattern SENTENCE_START = Pattern.compile("(?<=^|[.!] )\\P{L}{0,9}(?=\\p{L})");
    /** Mailman: the list's name, and no more. */
    private static final Pattern NAME_OF_LIST = Pattern.compile(
            "\\S{1,60} (?:mailing list|liste de diffusion)|disclaimer:?|\\S{1,60}@\\S{1,60} - (?:mailing"
                    + " list|liste).{0,60}");

    private static final int LONGEST_ON_PRINTING = 140;
    /** "P" is a tree in a font of symbols. */
    private static final Pattern ON_PRINTING = Pattern.compile(
            "(?:p )?\\P{L}{0,9}(?:(?:please |kindly )?(?:consider|think of) the environment before (?:you"
                    + " )?print|(?:merci de )?pense[rz] à l'environnement avant d'imprimer|avant d'imprimer, pensez à"
                    + " l'environnement)[^.?]*[.!]?");

    private Footers() {}

    /** Below the rule at this line stands nothing but a footer. */
    static boolean follows(String[] lines, Kind[] kinds, int rule) {
        int texts = 0;
        boolean footer = false;
        for (int i = rule + 1; i < lines.length && !kinds[i].startsHistory() && kinds[i] != Kind.QUOTE; i++) {
            if (kinds[i] == Kind.TEXT && ++texts > MOST_LINES
                    || lines[i].strip().endsWith("?")) {
                return false;
            }
            footer |= texts <= FIRST_LINES && lines[i].length() <= LONGEST && says(lines[i]);
        }
        return footer;
    }

    /** A line that asks not to be printed, and nothing else. */
    static boolean isOnPrinting(String line) {
        return line.length() <= LONGEST_ON_PRINTING
                && ON_PRINTING.matcher(Separators.lower(line)).matches();
    }

    private static boolean says(String line) {
        String lower = Separators.lower(line);
        if (NAME_OF_LIST.matcher(lower).matches() || LINKS.stream().anyMatch(lower::contains)) {
            return true;
        }
        return SENTENCE_START
                .matcher(lower)
                .results()
                .limit(MOST_SENTENCES)
                .anyMatch(start -> SENTENCES.stream().anyMatch(known -> lower.startsWith(known, start.end())));
    }
}
