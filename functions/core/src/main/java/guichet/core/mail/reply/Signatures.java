package guichet.core.mail.reply;

import guichet.core.mail.html.Marks;
import java.util.List;
import java.util.Locale;

/** Signatures behind "-- " (RFC 3676, section 4.3), those that the HTML marks, and what phones append. */
final class Signatures {
    private static final int LONGEST_ADVERTISEMENT = 120;
    /** A bare "--" also parts paragraphs: it starts a signature only if little follows. */
    private static final int MOST_LINES_AFTER_BARE_DASHES = 15;
    private static final int MOST_LINES = 60;
    private static final int MOST_LINES_AFTER_RULE = 6;
    private static final int MOST_LINES_OF_FOOTER = 15;
    private static final List<String> FOOTERS = List.of("unsubscribe", "désabonner", "désinscri", "mailing list", "liste de diffusion", "listinfo", "abbestellen", "avast", "virus", "confidential", "confidentiel", "disclaimer",
            "vertraulich", "confidencial", "riservat", "you received this message because", "vous recevez ce message", "reply to this email directly", "view it on github", "to post to this group");
    private static final List<String> ADVERTISEMENTS = List.of(
            "sent from my ", "sent from outlook", "sent from yahoo", "sent from mail for", "sent from proton", "sent from gmail", "sent via ", "sent with ", "sent by ", "sent from a mobile", "sent from samsung",
            "get outlook for", "sent using ", "get bluemail", "sent from blue", "sent from aol", "sent from the all new", "sent from my iphone", "sent from airmail", "sent from mailbox", "sent on the go",
            "envoyé de mon ", "envoyé depuis ", "envoyé à partir de ", "envoyé avec ", "envoyé via ", "envoye de mon ", "envoyé du mobile", "envoyé de outlook", "envoyé d'un ", "envoyé de l'application", "télécharger outlook", "téléchargez outlook", "obtenir outlook", "obtenez outlook",
            "envoyé de ma ", "envoyé par ", "provenance : courrier", "provenance : ",
            "von meinem ", "gesendet von ", "gesendet mit ", "gesendet via ", "gesendet aus ", "diese nachricht wurde von meinem", "holen sie sich outlook", "outlook für ", "versendet mit ",
            "enviado desde ", "enviado do ", "enviado de mi", "enviado de ", "enviado via ", "enviado por ", "obtener outlook", "obter o outlook", "enviado a partir do", "descargar outlook",
            "inviato da ", "inviato dal ", "inviato con ", "inviato tramite ", "ottieni outlook", "scarica outlook",
            "verzonden vanaf ", "verzonden met ", "verstuurd vanaf ", "verzonden via ", "verstuurd met ", "outlook voor ", "download outlook",
            "skickat från ", "skickades från ", "skickat med ", "sendt fra ", "sendt via ", "sendt med ", "lähetetty ", "hanki outlook", "hämta outlook", "hent outlook", "få outlook", "skaff deg outlook",
            "wysłane z ", "wysłano z ", "pobierz outlook", "отправлено с ", "отправлено из ", "отправлено от ", "odesláno z", "odoslané z", "poslano z", "trimis de pe", "iphone'umdan gönderildi", "ipad'imden gönderildi", "elküldve ",
            "发自我的", "發自我的", "从我的", "從我的", "我的iphone", "iphoneから送信", "ipadから送信", "iphone から送信", "내 iphone에서");

    private Signatures() {
    }

    static void mark(String[] lines, Kind[] kinds) {
        for (int i = 0; i < lines.length; i++) {
            if (isMark(lines[i], Marks.SIGNATURE)) i = markBlock(lines, kinds, i);
            else if (kinds[i] == Kind.TEXT && isDelimiter(lines[i])) i = markBelow(lines, kinds, i);
            else if (kinds[i] == Kind.TEXT && Separators.isRule(lines[i]) && isFooter(lines, kinds, i)) i = markToHistory(kinds, i);
            else if (kinds[i] == Kind.TEXT && isPgp(lines[i])) i = markPgp(lines, kinds, i);
            else if (kinds[i] == Kind.TEXT && isAdvertisement(lines[i]) && closes(kinds, i + 1)) kinds[i] = Kind.SIGNATURE;
        }
        for (int i = lines.length - 2; i >= 0; i--) {   // several in a row: "Sent from my phone", then "Get Outlook for …"
            if (kinds[i] == Kind.TEXT && isAdvertisement(lines[i]) && closes(kinds, i + 1)) kinds[i] = Kind.SIGNATURE;
        }
    }

    private static int markBlock(String[] lines, Kind[] kinds, int start) {
        int end = start + 1;
        while (end < lines.length && !isMark(lines[end], Marks.SIGNATURE_END)) end++;
        if (end == lines.length) return start;
        for (int i = start; i <= end; i++) if (!kinds[i].startsHistory() && kinds[i] != Kind.QUOTE) kinds[i] = Kind.SIGNATURE;
        return end;
    }

    private static int markBelow(String[] lines, Kind[] kinds, int start) {
        int end = start + 1;
        int texts = 0;
        while (end < lines.length && !kinds[end].startsHistory() && kinds[end] != Kind.QUOTE) {
            if (kinds[end] == Kind.TEXT) texts++;
            end++;
        }
        boolean exact = lines[start].equals("-- ");
        int most = exact ? MOST_LINES : lines[start].strip().equals("--") ? MOST_LINES_AFTER_BARE_DASHES : MOST_LINES_AFTER_RULE;
        if (texts > most) return start;
        if (!exact && !hasTextAbove(kinds, start)) return start;
        for (int i = start; i < end; i++) if (kinds[i] != Kind.EMPTY) kinds[i] = Kind.SIGNATURE;
        return end - 1;
    }

    /** A rule, and below it only what a list, a virus scanner or a lawyer appends. */
    private static boolean isFooter(String[] lines, Kind[] kinds, int rule) {
        int texts = 0;
        boolean footer = false;
        for (int i = rule + 1; i < lines.length && !kinds[i].startsHistory() && kinds[i] != Kind.QUOTE; i++) {
            if (kinds[i] == Kind.TEXT && ++texts > MOST_LINES_OF_FOOTER) return false;
            String lower = lines[i].length() > 500 ? "" : lines[i].toLowerCase(Locale.ROOT);
            footer |= texts <= 4 && FOOTERS.stream().anyMatch(lower::contains);
        }
        return footer && hasTextAbove(kinds, rule);
    }

    private static int markToHistory(Kind[] kinds, int start) {
        int i = start;
        for (; i < kinds.length && !kinds[i].startsHistory() && kinds[i] != Kind.QUOTE; i++) if (kinds[i] == Kind.TEXT) kinds[i] = Kind.SIGNATURE;
        return i - 1;
    }

    private static boolean isPgp(String line) {
        return line.startsWith("-----BEGIN PGP SIGN");
    }

    /** RFC 9580: the armour's own lines; the signed text stays. */
    private static int markPgp(String[] lines, Kind[] kinds, int start) {
        boolean signature = lines[start].startsWith("-----BEGIN PGP SIGNATURE");
        int i = start;
        for (; i < lines.length; i++) {
            if (!signature && kinds[i] == Kind.EMPTY) return i;
            if (kinds[i] == Kind.TEXT) kinds[i] = Kind.SIGNATURE;
            if (lines[i].startsWith("-----END PGP SIGNATURE")) return i;
        }
        return i;
    }

    private static boolean hasTextAbove(Kind[] kinds, int at) {
        for (int i = 0; i < at; i++) if (kinds[i] == Kind.TEXT) return true;
        return false;
    }

    private static boolean isDelimiter(String line) {
        String s = line.strip();
        return s.equals("--") || s.equals("—") || s.equals("__") || s.equals("___") || s.equals("---") || s.equals("- --") || s.equals("ᐧ");
    }

    private static boolean isAdvertisement(String line) {
        String s = line.strip();
        if (s.length() > 2 * LONGEST_ADVERTISEMENT) return false;
        int start = 0;
        while (start < s.length() && !Character.isLetterOrDigit(s.charAt(start))) start++;
        String lower = s.substring(start).toLowerCase(Locale.ROOT).replace('’', '\'').replace('\u00A0', ' ');
        int link = lower.indexOf('<');
        if (link > 0) lower = lower.substring(0, link);
        if (lower.length() > LONGEST_ADVERTISEMENT) return false;
        if (lower.startsWith("get [outlook") || lower.startsWith("[outlook")) return true;
        for (String known : ADVERTISEMENTS) if (lower.startsWith(known)) return true;
        return false;
    }

    /** Nothing of the author's follows before history, another signature or the end. */
    private static boolean closes(Kind[] kinds, int from) {
        int i = from;
        while (i < kinds.length && kinds[i] == Kind.EMPTY) i++;
        return i == kinds.length || kinds[i] != Kind.TEXT;
    }

    private static boolean isMark(String line, char mark) {
        return line.length() == 1 && line.charAt(0) == mark;
    }
}
