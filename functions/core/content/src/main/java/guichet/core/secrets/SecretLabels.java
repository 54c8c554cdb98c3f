package guichet.core.secrets;

import guichet.core.text.Literals;
import guichet.core.text.Literals.Bounds;
import guichet.core.text.Literals.Literal;
import java.util.ArrayList;
import java.util.List;

/**
 * The words behind which a secret may stand: in French, English, German, Spanish, Italian, Dutch, Portuguese, and in
 * configuration.
 */
final class SecretLabels {
    private static final int LONGEST_PREFIX = 20;
    /** Of prose; a name such as "db_password" ends with one as well. */
    private static final List<String> WORDS = List.of(
            "mot de passe",
            "mots de passe",
            "mdp",
            "passphrase",
            "pass phrase",
            "passephrase",
            "passe phrase",
            "phrase secrète",
            "phrase secrete",
            "password",
            "passwords",
            "pass word",
            "pass words",
            "passwd",
            "passcode",
            "pwd",
            "passwort",
            "kennwort",
            "zugangscode",
            "contraseña",
            "contrasena",
            "clave de acceso",
            "senha",
            "wachtwoord",
            "parola d'ordine",
            "code d'accès",
            "code d’accès",
            "code d'acces",
            "code d’acces",
            "codes d'accès",
            "codes d’accès",
            "codes d'acces",
            "codes d’acces",
            "code secret",
            "codes secret",
            "code pin",
            "codes pin",
            "code confidentiel",
            "codes confidentiel",
            "access code",
            "pin code",
            "clé api",
            "cle api",
            "clés api",
            "cles api",
            "clé d'api",
            "clé d’api",
            "cle d'api",
            "cle d’api",
            "clés d'api",
            "clés d’api",
            "cles d'api",
            "cles d’api",
            "clé secrète",
            "clé secrete",
            "cle secrète",
            "cle secrete",
            "clé privée",
            "clé privee",
            "cle privée",
            "cle privee");
    /**
     * A name that ends with one, "stripeToken" or "AWS_SECRET_ACCESS_KEY", is a label as well: up to
     * {@value #LONGEST_PREFIX} characters stand before it.
     */
    private static final Bounds KEY =
            (lower, start, end) -> !Literals.isPartOfWord(lower, end) && prefix(lower, start) >= 0;

    private static final Bounds PASS =
            (lower, start, end) -> !Literals.isPartOfWord(lower, end) && prefix(lower, start) > 0;
    private static final Literals ALL = new Literals(all());

    private SecretLabels() {}

    private static List<Literal> all() {
        var all = new ArrayList<Literal>();
        WORDS.forEach(word -> all.add(new Literal(word, Bounds.WORD)));
        for (var pass : List.of("_pass", "-pass")) {
            all.add(new Literal(pass, PASS));
        }
        for (var key : List.of("token", "secret")) {
            all.add(new Literal(key, KEY));
        }
        for (var what : List.of("api", "secret", "access")) {
            for (var gap : List.of("", " ", "_", "-")) {
                for (var access : List.of("", "access_", "access-")) {
                    for (var key : List.of("key", "keys")) {
                        all.add(new Literal(what + gap + access + key, KEY));
                    }
                }
            }
        }
        return all;
    }

    /**
     * The length of the name's beginning: ASCII letters and digits. Less than 0 if it is too long, or part of a word of
     * another script.
     */
    private static int prefix(String lower, int start) {
        int at = start;
        while (at > 0 && start - at <= LONGEST_PREFIX && isName(lower.charAt(at - 1))) {
            at--;
        }
        return start - at > LONGEST_PREFIX || Literals.isPartOfWord(lower, at - 1) ? -1 : start - at;
    }

    private static boolean isName(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }

    /** The label that begins there, or null. */
    static Literal at(String lower, int start) {
        return ALL.at(lower, start);
    }

    /** Whether it names a key or a token, not a password of prose. */
    static boolean isKey(Literal label) {
        return label.bounds() == KEY;
    }
}
