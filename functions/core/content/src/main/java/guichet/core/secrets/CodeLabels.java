package guichet.core.secrets;

import guichet.core.secrets.Label.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Codes that people type. Most that is called a code is none of those (of a post, an error, a product), so what it
 * opens must be said.
 */
final class CodeLabels {
    static final List<String> WORDS = Words.of("""
                    pin, puk, pins, digicode, pincode, otp, cvv, cvc, cryptogramme, geheimzahl, code, codes,
                    combinaison, combination, portail, portillon, alarme, alarm, gate, door, cadenas, coffre""");

    /** What is opened, and nothing but a code behind it: "portail : B4471". */
    private static final Set<String> ALONE =
            Set.of("portail", "portillon", "alarme", "alarm", "gate", "door", "cadenas", "coffre");

    private static final Pattern ITS_CODE =
            Pattern.compile(" ?: ?[a-z#*]?\\d{4,6}[a-z#*]?(?=[.,;)]?(?:\\s*$|\\s*\n| then| puis| pour | to | \\())");

    private static final Set<String> OPENED = Set.copyOf(Words.of("""
                    pin, puk, alarme, alarm, alarma, porte, door, portail, portillon, gate, coffre, coffre-fort,
                    safe, vault, acces, access, entry, entree, immeuble, building, deverrouillage, unlock,
                    unlocking, verrouillage, lock, locker, cadenas, padlock, wifi, wi-fi, securite, security,
                    secret, secrets, confidentiel, confidentiels, sms, verification, validation, confirmation,
                    messagerie, repondeur, voicemail, boite, garage, barriere, parking, interphone, sim, carte,
                    card, badge, activation, secours, backup, recovery, recuperation, invite, guest, local, cle,
                    cles, key, keybox, tablette, tablet, phone, telephone, personnel, one-time, 2fa, mfa,
                    authentification, authentication, login, connexion, passe, pass, provisoire, temporaire,
                    temporary, grille, cave, bureau, office, entrance, lobby, lift, ascenseur, appairage,
                    pairing, parental, caisse, visio, reunion, meeting, usage, single-use, carte bleue, cb"""));

    /** "… de la porte", "… for the safe"; what it is of, in group 1. */
    private static final Pattern OF = Pattern.compile(
            "[ -](?:(?:de|du|des|for|of|to|pour|la|le|les|the|my|our|mon|ma|votre|your|notre|a) |de l'|d'|l'|a l'){0,4}"
                    + "([a-z0-9-]{2,20})(?![a-z0-9])");

    private static final Pattern BEFORE = Pattern.compile("(?<![a-z0-9])([a-z0-9-]{2,20})[ -]$");

    private static final Pattern ASSIGNED = Pattern.compile(" ?[:=]");
    /** "code 0914", and what it opens stands a few words off. */
    private static final Pattern VALUED =
            Pattern.compile(" (?:c'est |est |is |was )?(?:le |the )?[a-z]?\\d{4,8}(?![\\w/])");

    private static final int NEAR = 30;
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]+");

    private static final Set<String> OTHERWISE = Set.of("mais", "but", "erreur", "error", "postal");

    private static final Pattern YOURS = Pattern.compile("(?:votre|your|ton) $");
    private static final Pattern ACCOUNT =
            Pattern.compile("(?:identifiant|ident|login|user|username|utilisateur|id|compte)(?![a-z])[^.!?]{0,50}$");

    private CodeLabels() {}

    /** Null if it opens nothing. */
    static Label label(String folded, int start, int end) {
        if (ALONE.contains(folded.substring(start, end))) {
            return ITS_CODE.matcher(folded)
                            .region(end, Math.min(folded.length(), end + 30))
                            .lookingAt()
                    ? new Label(Kind.CODE, start, end)
                    : null;
        }
        if (!folded.startsWith("cod", start) && !folded.startsWith("comb", start)) {
            return new Label(Kind.CODE, start, end);
        }
        Matcher of = OF.matcher(folded).region(end, Math.min(folded.length(), end + 45));
        if (of.lookingAt() && OPENED.contains(of.group(1))) {
            return new Label(Kind.CODE, start, of.end());
        }
        Matcher before = BEFORE.matcher(folded).region(Math.max(0, start - 22), start);
        Matcher valued = VALUED.matcher(folded).region(end, Math.min(folded.length(), end + 25));
        if (valued.lookingAt() && (isYours(folded, start) || opensNear(folded, start, valued.end()))) {
            return new Label(Kind.CODE, start, end);
        }
        if (ASSIGNED.matcher(folded)
                        .region(end, Math.min(folded.length(), end + 4))
                        .lookingAt()
                && ACCOUNT.matcher(folded)
                        .region(Math.max(0, start - 60), start)
                        .find()) {
            return new Label(Kind.CODE, start, end);
        }
        return before.find() && OPENED.contains(before.group(1)) ? new Label(Kind.CODE, start, end) : null;
    }

    private static boolean isYours(String folded, int start) {
        return YOURS.matcher(folded).region(Math.max(0, start - 6), start).find();
    }

    /** In its own line: "accès caisse code 0914", "code A1593 (portail)". */
    private static boolean opensNear(String folded, int start, int end) {
        return names(folded, start - NEAR, start)
                || folded.startsWith(" (", end) && names(folded, end, end + NEAR)
                || folded.startsWith(" pour ", end) && names(folded, end, end + NEAR);
    }

    private static boolean names(String folded, int from, int to) {
        var words = new ArrayList<String>();
        Matcher word = WORD.matcher(folded).region(Math.max(0, from), Math.min(folded.length(), to));
        while (word.find()) {
            words.add(word.group());
        }
        return Collections.disjoint(words, OTHERWISE) && !Collections.disjoint(words, OPENED);
    }
}
