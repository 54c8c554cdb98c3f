package guichet.core.secrets;

import java.util.Set;
import java.util.regex.Pattern;

/** What stands where a secret would, and is none: dots, variables, code that fetches it, "your password". */
final class Placeholders {
    private static final int LONGEST = 100;

    private static final Pattern VARIABLE = Pattern.compile(
            "\\$\\(?\\{?\\{?[A-Za-z_][A-Za-z_.]*\\}?\\}?\\)?|\\$\\{.*|\\$\\(.*|%[A-Za-z_]+%|%\\([a-z_]+\\)s|%s|"
                    + ":[a-z_]+|@[a-z][a-z._-]*@"
                    + "|\\{\\{.*|\\{[^}]{0,60}\\}|\\[[^\\]]{0,60}\\]|<.*|\\(.*\\)|#\\{.*|__[A-Z_]+__|![A-Za-z]+|"
                    + "\\?+");

    private static final Pattern CODE =
            Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]{2,30}(?:(?:\\.|->|::)[A-Za-z_$][A-Za-z0-9_$]{0,40}){0,6}[(\\[].*"
                    + "|(?i:sha-?\\d{1,3}|md5)[:-].*" // a fingerprint, which anybody may see
                    + "|(?:process|os|System|config|settings|self|this|env|ENV|secrets|vault|ssm|data|var|local|"
                    + "ref|props)[.:].*");

    private static final Pattern YOURS = Pattern.compile("(?:your|votre|vos|ta|ton) .*|(?:your|votre)[A-Z].*"
            + "|(?:.*[_.-])?(?:your|votre|vos|dein|ihr|my|mon)[_.-].*|[A-Z]+(?:_[A-Z]+)+");

    /** "a_remplacer", "set-me", "change this": made of nothing else. */
    private static final Set<String> FILLED_IN = Set.copyOf(Words.of("""
            a, to, be, me, moi, it, this, that, the, le, la, de, du, mot, passe, key, cle, here, ici, in, by, par,
            remplacer, remplace, remplacez, completer, complete, definir, renseigner, changer, change, changez,
            changeme,
            changed, modifier, saisir, mettre, mets, mettez, indiquer, demander, replace, replaced, insert, enter, put,
            fill, filled, set, define, defined, provide, provided, add, type, some, your, votre, my, mon, un, une, an,
            example, exemple, sample, placeholder, dummy, todo, tbd, xxx, value, valeur, password, passwd, pwd, pass,
            mdp,
            secret, token, api, user, new, db, client, access, redacted, masked, masque, masquee, hidden, cache,
            motdepasse,
            apikey, su, tu, dein, ihr"""));

    private static final Pattern JOINS = Pattern.compile("[_. -]+");

    private static final Set<String> NAMES = Set.copyOf(Words.of("""
            redacted, masqué, masque, masquée, masked, hidden, exemple, example, placeholder, motdepasse, mdp,
            password, passwd, pwd, pass, secret, token, apikey, changeme, changezmoi"""));

    private static final Set<String> ITSELF =
            Set.of("password", "passwd", "pass", "pw", "pwd", "secret", "mdp", "motdepasse", "mot_de_passe", "token");

    private static final Pattern ANY_USER = Pattern.compile("(?i)(?:user|username|usr|utilisateur|login|name|id):$");

    private Placeholders() {}

    static boolean isOne(String value) {
        if (isMasked(value)) {
            return true;
        }
        return value.length() <= LONGEST
                && (!Character.isLetterOrDigit(value.charAt(0))
                                && VARIABLE.matcher(value).matches()
                        || has(value, "([.:") && CODE.matcher(value).matches()
                        || (has(value, "_-. ") || !Looks.hasDigit(value))
                                && (YOURS.matcher(value).matches() || isFilledIn(value))
                        || value.startsWith("http://")
                        || value.startsWith("https://"));
    }

    private static boolean isFilledIn(String value) {
        return JOINS.splitAsStream(Folding.of(value)).allMatch(FILLED_IN::contains);
    }

    /** What it is called, in place of it. */
    static boolean isName(String word) {
        return isMasked(word) || NAMES.contains(word.toLowerCase(java.util.Locale.ROOT));
    }

    /** "user:password@host", in a manual. */
    static boolean standsForItself(String text, int start, String value) {
        return ITSELF.contains(Folding.of(value))
                && ANY_USER.matcher(text.substring(Math.max(0, start - 20), start))
                        .find();
    }

    private static boolean has(String value, String marks) {
        for (int i = 0; i < value.length(); i++) {
            if (marks.indexOf(value.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    static boolean isMasked(String value) {
        for (int i = 0; i < value.length(); i++) {
            if ("*•●∙·xX.…#-_?–—".indexOf(value.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
