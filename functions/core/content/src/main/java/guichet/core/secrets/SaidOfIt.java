package guichet.core.secrets;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What "the password is" goes on with where no value follows. A lone word that closes its clause and is none of these
 * is taken for the value.
 */
final class SaidOfIt {
    private static final Set<String> WORDS = Set.copyOf(Words.of("""
            perime, perimee, verrouille, verrouillee, court, courte, long, longue, faible, faibles, fort, forte, forts,
            complexe, complexes, simple, simples, facile, faciles, difficile, different, differente, differents, meme,
            memes, necessaire, necessaires, sensible, definitif, definitive, unique, commun, commune, prive, privee,
            public, publique, actif, active, inactif, inactive, obsolete, caduc, caduque, exact, exacte, inexact,
            inexacte, juste, errone, erronee, sauf, sain, sur, sure, secrete, confidentielle, personnelle, standard,
            classique, normal, normale, bizarre, etrange, strict, stricte, robuste, solide, cache, cachee, masque,
            pret, prete, partout, dehors, dedans, dessous, dessus, derriere, devant, ailleurs, dessus, la-bas, celle-ci,
            celui-ci, celui-la, ceux-ci, quoi, comment, pourquoi, lequel, laquelle, tout, tous, toute, mien, tien,
            sien, notre, votre, nulle, partage, gere, geree, impose, imposee, trouve, compromis, compromise,
            hors-service,
            introuvable, inutile, utile, encore, deja, parfois, souvent, aussi, seulement, ainsi, alors, donc,
            plus, moins, trop, assez, tres, bien, mal, pas, fait, faite, refait, mis, remis, pris, perdus, inclus,
            admis, permis, requis, acquis, transmis, compris, interdit, interdite, ecrit, ecrite, inscrit, inscrite,
            ouvert, couvert, offert, detruit, produit, reduit, construit, connue, retenu, tenu, venu, revenu, prevu,
            recue, perdues, valables, repute, nouvel, nouvelle, ancienne, autre, autres, mauvaises, dernier, derniere,
            premier, premiere, second, seconde, suivante, precedent, precedente, actuelle, habituelle, initial,
            initiale, provisoires, temporaires, existant, inexistant, manquants, en-cours, urgente, important,
            importante, essentiel, essentielle, possible, visible, lisible,
            short, weaker, stronger, longer, shorter, easy, hard, difficult, complex, basic, unique, shared, managed,
            locked, blocked, stuck, stale, dead, gone, live, ready, active, inactive, obsolete, outdated, expired,
            safe, unsafe, insecure, compromised, leaked, public, visible, invisible, encrypted, plain, personal,
            mandatory, necessary, temporary, permanent, standard, normal, weird, strange, odd, random, fake, real,
            different, identical, similar, exact, accurate, inaccurate, okay, alright, useless, useful, bad, worse,
            better, best, great, perfect, incorrect, mine, yours, ours, theirs, his, hers, mistyped, misspelt,
            misspelled, unchanged, unreadable, unrecognised, unrecognized, set, sent, known, shown, kept, held, left,
            hit, put, read, written, bound, built, bought, found, made, done, due, over, under, out, down, up, back,
            away, there, nowhere, everywhere, somewhere, elsewhere, inside, outside, again, already, always, never,
            often, now, soon, today, tomorrow, yesterday, too, very, quite, also, only, just, what, which, who, whose,
            how, why, when, where, this, that, these, those, it, its, my, our, their, one, two, case-sensitive,
            however, though, helas, pourtant, madame, monsieur, sorry, please, indeed, lui, elle, too, toutefois,
            cependant,
            nothing, something, anything, everything, important, urgent, unusual, legacy, local, global, remote"""));

    /** Participles, adverbs and adjectives, by how they end. */
    private static final Pattern ENDING = Pattern.compile(
            ".+(?:able|ables|ible|ibles|ing|ment|ly|ful|less|ous|euse|euses|ique|iques|ant|ants|ante|antes|ent|ents|ed|"
                    + "ive|ives|elle|elles|eux|ue|ues|us|is|ise|ises|idden|oken|olen|iven|osen|itten|aken|otten)");

    private SaidOfIt() {}

    /** @param folded one word, as {@link Folding} writes it */
    static boolean describes(String folded) {
        return WORDS.contains(folded)
                || Links.describe(folded)
                || ENDING.matcher(folded).matches();
    }
}
