package guichet.core.secrets;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "login/password: alice / x": the second of two is the secret. */
final class Pairs {
    private static final Pattern NAME = Pattern.compile(
            "(?:login|logins|user|users|username|identifiant|identifiants|id|ident|utilisateur|compte|account|"
                    + "acces|mail|email|usr|nom) ?"
                    + "(?:[/+&|,:-]|et|and|ou) ?(?:le |la |the )?$");

    /** With which one of those ends, so that most labels cost no more than a look. */
    private static final String ENDS = "/+&|,:-tudea";

    private static final Pattern PARTS = Pattern.compile("\\s{0,3}(?:[/|,;:+-]|et|and|puis)\\s{1,3}|\\s{1,3}|/(?=\\S)");

    private Pairs() {}

    /** Whether what stands before the label is that of a name. */
    static boolean isSecond(Source source, Label label) {
        int last = label.start() - (source.isOneOf(" ", label.start() - 1) ? 2 : 1);
        return label.kind().isTyped()
                && last >= 0
                && ENDS.indexOf(source.folded().charAt(last)) >= 0
                && source.endsWith(NAME, label.start(), 20);
    }

    /** @return null if there is none, as where it was masked before */
    static Value second(Source source, int at, Value first) {
        var name = Value.at(source.text(), at);
        int slash = name.text().indexOf('/');
        int end = slash > 0 ? name.start() + slash : name.after(source.text());
        Matcher parted = source.matcher(PARTS, end, 8);
        if (!parted.lookingAt()) {
            return first;
        }
        var value = Value.at(source.text(), parted.end());
        if (value.text().startsWith(SecretMasker.MASK)) {
            return null;
        }
        var least = parted.group().isBlank() ? Looks.MIXED : Looks.WORD;
        return Looks.of(value.text()).atLeast(least) && value.text().length() > 2 ? value : first;
    }
}
