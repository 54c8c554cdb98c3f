package guichet.core.secrets;

import guichet.core.secrets.Label.Kind;
import guichet.core.text.Literals;
import guichet.core.text.Literals.Literal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The words behind which a secret may stand: in French, English, German, Spanish, Italian, Dutch, Portuguese, as people
 * mistype them, and in configuration. All as {@link Folding} writes them.
 */
final class SecretLabels {
    private static final int LONGEST_PREFIX = 20;
    /** How far from another label "the new one" is a secret. */
    private static final int NEAR = 200;

    private static final List<String> NETWORKS =
            Words.of("wifi, wi-fi, wlan, wpa, ssid, hotspot, reseau, network, box ");

    private static final Pattern PUBLIC = Pattern.compile("public|primar|foreign|etrangere|registry|registre|ssh-");

    private static final List<String> PASSWORDS = Words.of("""
            mdp, mdps, m.d.p, m.d.p., mpd, mdpasse, pwd, pw, p/w, psw, pswd, psswd, pswrd, pswd, pass word,
            pass words, passw, passcode, pass code, passkey, pass key, pasword, passord, passwrd, passwrod, passowrd,
            passwod, motdpasse, pssword,
            paswword, passw0rd, passsword, passwort, passworter, contrasena, contrasenas, clave de acceso, senha,
            palavra-passe,
            palavra passe, wachtwoord, parola d'ordine, zugangscode, code word, sesame""");

    private static final List<String> PHRASES = Words.of("""
            passphrase, pass phrase, passephrase, passe phrase, phrase secrete, phrase de passe, seed phrase,
            recovery phrase, phrase de recuperation""");

    private static final List<String> KEYS = Words.of("""
            jeton, jetons, cle api, cles api, clef api, cle d'api, cles d'api, clef d'api, cle secrete,
            cle privee, cle d'acces, clef secrete, cle de chiffrement, cle de recuperation, accountkey,
            account key, sharedaccesskey, deploy key, auth key, authkey, signing key, encryption key,
            recovery key, subscription key, app key, phpsessid, jsessionid, cle de licence, clef de licence,
            cle de produit, cle d'activation, license key, licence key, product key, activation key""");

    private static final List<String> ANY_KEYS = Words.of("""
            cle, clef, cles, key, keys, schlussel, chiave""");

    private static final List<String> REFERENCES = Words.of("""
            new one, old one, previous one, the previous, le precedent, the one, other one, le nouveau, l'ancien,
            l'autre, celui, celle, changed it,
            change it, set it, reset it, changed to, reset to, le bon, ancien, nouveau, old, new""");

    private static final List<String> ACCESS = Words.of("""
            identifiant, identifiants, ident, acces, login, logins, credentials, creds, compte, comptes,
            account, accounts, utilisateur, utilisateurs, user, users, username, connexion, wifi, wi-fi,
            connecter, connecte, log in, sign in, logging in, benutzer, usuario, zugangsdaten, codes d'acces""");

    /** A key of a network by whatever name. */
    private static final List<String> NETWORK_KEYS =
            Words.of("psk, pre-shared key, preshared key, community string, network key, cle partagee");

    /** "Mot de passe", and how else that is typed. */
    private static List<String> passwords() {
        var all = new ArrayList<>(PASSWORDS);
        for (var mot : List.of("mot", "mots")) {
            for (var de : List.of(" de ", " d ", " 2 ", " du ", " ", "")) {
                for (var passe : List.of("passe", "passes", "pass", "pase", "passse")) {
                    all.add(mot + de + passe);
                }
            }
        }
        return all;
    }

    /** Each a word of its own, or begun with a capital within a name ("dbPwd"). */
    private static final Map<Kind, List<String>> WORDS = Map.of(
            Kind.PASSWORD,
            passwords(),
            Kind.NETWORK,
            NETWORK_KEYS,
            Kind.PHRASE,
            PHRASES,
            Kind.PASS,
            List.of("pass", "passe", "clave"),
            Kind.KEY,
            KEYS,
            Kind.ANY_KEY,
            ANY_KEYS,
            Kind.REFERENCE,
            REFERENCES,
            Kind.ACCESS,
            ACCESS);

    private static final List<String> ENDING_PASSWORDS = Words.of("""
            password, passwords, passwd, passwort, kennwort, motdepasse, mot_de_passe, mot-de-passe, motdepass""");

    /** A name that ends with one is a label as well: up to {@value #LONGEST_PREFIX} characters stand before it. */
    private static final Map<Kind, List<String>> ENDINGS =
            Map.of(Kind.PASSWORD, ENDING_PASSWORDS, Kind.PHRASE, List.of("passphrase"), Kind.KEY, madeKeys());

    private static final Map<String, Kind> KINDS = new HashMap<>();
    private static final Literals AT_WORDS = literals(WORDS, CodeLabels.WORDS);
    private static final Literals ANYWHERE = literals(ENDINGS, List.of());

    private SecretLabels() {}

    private static List<String> madeKeys() {
        var keys = new ArrayList<>(List.of("token", "secret"));
        for (var what : List.of("api", "secret", "access")) {
            for (var gap : List.of("", " ", "_", "-")) {
                for (var access : List.of("", "access_", "access-")) {
                    keys.add(what + gap + access + "key");
                    keys.add(what + gap + access + "keys");
                }
            }
        }
        return keys;
    }

    private static Literals literals(Map<Kind, List<String>> labels, List<String> codes) {
        var all = new ArrayList<Literal>();
        labels.forEach((kind, words) -> words.forEach(word -> KINDS.putIfAbsent(word, kind)));
        codes.forEach(word -> KINDS.put(word, Kind.CODE));
        labels.values().forEach(words -> words.forEach(word -> all.add(new Literal(word, SecretLabels::ends))));
        codes.forEach(word -> all.add(new Literal(word, SecretLabels::ends)));
        return new Literals(all);
    }

    /** A number may stand behind it: "password2". */
    private static boolean ends(String folded, int start, int end) {
        int at = end;
        while (at < folded.length() && at < end + 2 && Character.isDigit(folded.charAt(at))) {
            at++;
        }
        return !Literals.isPartOfWord(folded, at);
    }

    /** All that stand in a text, one behind the other. */
    static List<Label> in(String text, String folded) {
        var labels = new ArrayList<Label>();
        boolean references = false;
        for (int at = 0; at < folded.length(); at++) {
            var label = at(text, folded, at);
            if (label != null) {
                labels.add(label);
                references |= label.kind() == Kind.REFERENCE;
                at = label.end() - 1;
            }
        }
        return references ? withoutStrayReferences(labels) : labels;
    }

    private static List<Label> withoutStrayReferences(List<Label> labels) {
        var kept = new ArrayList<Label>();
        int last = -NEAR - 1; // where the last that is no reference stood
        for (int i = 0; i < labels.size(); i++) {
            var label = labels.get(i);
            if (label.kind().isNamed()) {
                last = label.end();
            } else if (label.kind() == Kind.REFERENCE && label.start() - last > NEAR && !followed(labels, i)) {
                continue;
            }
            kept.add(label);
        }
        return kept;
    }

    private static boolean followed(List<Label> labels, int reference) {
        int from = labels.get(reference).start();
        for (int i = reference + 1; i < labels.size() && labels.get(i).start() - from <= NEAR; i++) {
            if (labels.get(i).kind().isNamed()) {
                return true;
            }
        }
        return false;
    }

    private static Label at(String text, String folded, int start) {
        var found = begins(text, folded, start) ? AT_WORDS.at(folded, start) : null;
        if (found == null) {
            found = ANYWHERE.at(folded, start);
            if (found == null || !isEnding(folded, start)) {
                return null;
            }
        }
        int end = start + found.text().length();
        return switch (KINDS.get(found.text())) {
            case CODE -> CodeLabels.label(folded, start, end);
            case ANY_KEY ->
                isPublic(folded, start, end)
                        ? null
                        : new Label(isOfNetwork(folded, start, end) ? Kind.NETWORK : Kind.ANY_KEY, start, end);
            case Kind kind -> new Label(kind, start, end);
        };
    }

    private static boolean begins(String text, String folded, int start) {
        return !Literals.isPartOfWord(folded, start - 1)
                || Character.isUpperCase(text.charAt(start)) && Character.isLowerCase(text.charAt(start - 1));
    }

    /** What stands before it in the name: ASCII letters and digits, not too many. */
    private static boolean isEnding(String folded, int start) {
        int at = start;
        while (at > 0 && start - at <= LONGEST_PREFIX && isName(folded.charAt(at - 1))) {
            at--;
        }
        return start - at <= LONGEST_PREFIX && !Literals.isPartOfWord(folded, at - 1);
    }

    private static boolean isName(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }

    /** A key that anybody may know, or one of a table. */
    private static boolean isPublic(String folded, int start, int end) {
        return PUBLIC.matcher(folded)
                .region(Math.max(0, start - 10), Math.min(folded.length(), end + 12))
                .find();
    }

    private static boolean isOfNetwork(String folded, int start, int end) {
        var around = folded.substring(Math.max(0, start - 70), Math.min(folded.length(), end + 25));
        return NETWORKS.stream().anyMatch(around::contains);
    }
}
