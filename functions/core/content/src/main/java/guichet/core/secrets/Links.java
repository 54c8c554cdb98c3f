package guichet.core.secrets;

import java.util.Set;

/** The words that lead from a label to its value. */
final class Links {
    /** "is": what follows is the value, or says something of it. */
    private static final Set<String> SAYING = Set.copyOf(Words.of("""
                    est, etait, etant, sera, serait, soit, is, was, be, being, are, were, ist, war, lautet,
                    lautete, es, era, e, c'est, cest, c, c'etait, it's, its, reads, says, devient, becomes, became,
                    sont, son, been, egal, vaut"""));

    /** "to": what follows may be the value, or anything else. */
    private static final Set<String> LEADING = Set.copyOf(Words.of("""
                    to, into, en, par, pour, comme, as, by, auf, zu, from, a, typed, tried, entered, enter, type,
                    use, used, using, try, saisi, saisis, tape, essaye, essayes, mets, mis, utilise, utilisez,
                    utilisons, entrer, entrez, saisir, avec, with, both, que, named, called, like, said, sent,
                    gave, donne, envoye, recu, got, received, mit, con"""));

    /** Which may stand between one of those and the value. */
    private static final Set<String> FILLING = Set.copyOf(Words.of("""
                    le, la, les, bien, toujours, now, still, currently, actuellement, the, just, donc,
                    maintenant, desormais, only, simplement, normalement, suivant, following, this, celui-ci,
                    ceci, changed, set, reset, reinitialise, change, modifie, back, probably, jetzt, either,
                    soit, either:, encore, aussi, also, really, about, and, et"""));

    /** Behind which rules, errors and machines are spoken of. */
    private static final Set<String> ENDING = Set.copyOf(Words.of("""
                    doit, doivent, must, muss, mussen, debe, should, shall, needs, need, require, requires,
                    caracteres, characters, chars, zeichen, min, max, minimum, longueur, length, rules, policy,
                    regles, error, erreur, code:, fehler, version, contenir, contain, least, failed, fails,
                    echoue, expires, expire, expirera, ticket, dossier"""));

    /** Which speak of where it is wanted or since when, so that a name in the end is that of a machine. */
    private static final Set<String> DESCRIBING = Set.copyOf(Words.of("""
            sur, on, depuis, since, after, apres, avant, before, ne, pas, n', not, marche, fonctionne, works,
            during, via, demande, asks, asked, has, have, had, a, ete, mais, but, car, because, when, quand, if,
            si, reset, under, chez, dans, in, at"""));

    /** Which say what kind of a secret or whose it is: what stands behind them stands beside the label. */
    private static final Set<String> QUALIFYING = Set.copyOf(Words.of("""
            provisoire, temporaire, actuel, initial, nouveau, ancien, perso, personnel, pro, wifi, wi-fi, vpn,
            mail, gmail, outlook, windows, facebook, google, apple, icloud, admin, root, administrateur, session,
            messagerie, bancaire, sim, temporary, temp, current, new, old, initial, default, habituel, unique,
            commun, partage, shared, general"""));

    private Links() {}

    static boolean say(String word) {
        return SAYING.contains(word);
    }

    static boolean lead(String word) {
        return LEADING.contains(word);
    }

    static boolean fill(String word) {
        return FILLING.contains(word);
    }

    static boolean describe(String word) {
        return DESCRIBING.contains(word);
    }

    static boolean qualify(String word) {
        return QUALIFYING.contains(word);
    }

    static boolean end(String word) {
        return ENDING.contains(word);
    }
}
