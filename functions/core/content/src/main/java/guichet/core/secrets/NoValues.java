package guichet.core.secrets;

import java.util.Set;
import java.util.regex.Pattern;

/** Words that say something of a secret where it could stand itself: that it is lost, refused, elsewhere, the same. */
final class NoValues {
    private static final Set<String> WORDS = Set.copyOf(Words.of("""
                    perdu, perdue, perdus, incorrect, incorrecte, invalide, inconnu, inconnue, requis, requise,
                    vide, aucun, aucune, non, oui, aide, urgent, urgence, reinitialisation, idem, pareil,
                    identique, erreur, merci, obligatoire, faux, fausse, bon, bonne, correct, correcte, valide,
                    ok, impossible, probleme, voir, celui, celle, mauvais, mauvaise, expire, oublie, change,
                    refuse, bloque, champ, secret, confidentiel, personnel, disponible, absent, ici, question,
                    besoin, svp, stp, rien, attention, toujours, jamais, compris, recu, introuvable, manquant,
                    manquante, inconnus, introuvables, facultatif, optionnel, connu, su, illisible, indisponible,
                    temporaire, provisoire, habituel, ci-dessous, ci-joint, ci-dessus, demande, nouveau, ancien,
                    actuel, suivant, suite, fin, session, utilisateur, administrateur, sans, forgotten, forgot,
                    lost, wrong, invalid, missing, reset, unknown, null, none, n/a, na, empty, no, yes, true,
                    false, nil, hidden, help, same, error, see, sent, above, below, here, separately, tbd, tbc,
                    todo, later, unset, undefined, default, optional, string, text, hash, good, right, fine,
                    strong, weak, secure, valid, new, old, not, enabled, disabled, on, off, auto, prompt, vault,
                    file, strict, issue, problem, private, known, unavailable, blank, broken, stolen, given,
                    hello, hi, thanks, please, both, still, the, your, policy, rules, inherit, env, username,
                    user, login, email, token, bytes, bool, boolean, int, integer, varchar, object, any, yes/no,
                    oui/non, on/off, true/false, vergessen, abgelaufen, falsch, ungultig, unbekannt, leer,
                    gesperrt, verloren, geandert, siehe, nein, ja, fehler, hilfe, danke, olvidada, perdida,
                    incorrecta, misma, igual, ninguna, si, vacia, caducada, errata, dimenticata, scaduta, persa"""));

    /** Participles, which say what was done to it. */
    private static final Pattern DONE = Pattern.compile(
            "\\p{L}{3,}(?:é|ée|és|ées)|\\p{Lower}{3,}(?:ed)|\\p{Lower}{4,}(?:ada|ato|ata)|[Gg]e\\p{Lower}{3,}[nt]");

    /** Which begin a sentence about it, or greet: values only where nothing else stands in the line. */
    static final Set<String> OPENINGS = Set.copyOf(Words.of("""
                    bonjour, bonsoir, salut, bjr, coucou, je, il, on, les, mon, ma, mes, votre, vos, this, that,
                    how, why, when, where, what, comment, pourquoi, quand, quel, quelle, can, could, peut, peux,
                    faut, depuis, since, plus"""));

    /** Words that so many take for a password that "the password is" does not describe one by them. */
    static final Set<String> FAVOURITES = Set.copyOf(Words.of("""
            azerty, qwerty, qwertz, letmein, welcome, bienvenue, password, motdepasse, sunshine, soleil,
            iloveyou, jetaime, dragon, monkey, football, princess, princesse, doudou, loulou, chouchou,
            marseille, admin, root, administrator, administrateur, toto, titi, tata, test, azertyuiop,
            qwertyuiop, shadow, superman, batman, chocolat, coucou, bonjour, nounours, hello, master, guest,
            invite, demo, camille, nicolas, changeme, hallo, passwort, schatz, sommer, hola, estrella, baseball,
            summer, winter, spring, autumn, printemps, automne, hiver, lovely, orange, banana, cheese, cookie,
            pepper, ginger, internet, starwars, pokemon"""));

    private NoValues() {}

    private static boolean mayBeDone(String value) {
        if (value.isEmpty()) {
            return false;
        }
        char last = value.charAt(value.length() - 1);
        return last == 'é'
                || last == 'e'
                || last == 's'
                || last == 'd'
                || last == 'a'
                || last == 'o'
                || last == 'n'
                || last == 't';
    }

    static boolean contain(String value, String folded) {
        return WORDS.contains(folded)
                || value.length() < 30
                        && mayBeDone(value)
                        && DONE.matcher(value).matches();
    }
}
