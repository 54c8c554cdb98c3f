package guichet.core.secrets;

import guichet.core.secrets.Label.Kind;
import java.util.regex.Pattern;

/** Whether a value is a secret, by what it is called, how it stands there, and how it looks. */
final class Verdict {
    private static final int LONG = 16;
    private static final Pattern DIGITS = Pattern.compile("\\d{4,12}");
    private static final Pattern CODE =
            Pattern.compile("(?!0\\d{9}$)[#*]?[A-Z]{0,2}\\d{3,12}[A-Z]{0,2}\\d{0,4}[#*]?|[A-Z]-\\d{4,8}|"
                    + "\\d{3,4}[- ]\\d{3,4}(?:[- ]\\d{3,4})?|\\d{1,2}-\\d{1,2}-\\d{1,2}|\\d(?:-\\d){3,7}");
    private static final Pattern UNIT = Pattern.compile(
            " ?(?:chiffres?|digits?|caracteres|characters|zeichen|fois|times|jours?|days?|min(?:utes)?|h|"
                    + "heures?|hours?|%|€|euros?|ms|secondes?|seconds?)(?![a-z])");
    /** "…, all lower case". */
    private static final Pattern SPELT = Pattern.compile(
            "[,;(\\s-]{1,4}(?:(?:all|tout|en|ecrit|with|avec|sans|no|in|written) )*(?:lower|upper|minuscule|"
                    + "majuscule|small letters|"
                    + "capital|caps|one word|un (?:seul )?mot|attache|space|espace|accent)");

    /** "… login: ". */
    private static final Pattern NEXT_NAME = Pattern.compile(" {1,3}[a-z_-]{1,14}(?: [a-z]{1,10})? ?[:=]");

    /** "login alice, ": who it is stands right before. */
    private static final Pattern NAMED_BEFORE =
            Pattern.compile("(?:login|user|username|utilisateur|identifiant|id|compte|"
                    + "account) ?[:=]? [\\w.@-]{2,30}[,;/]? (?:et |and |avec |with )?"
                    + "(?:le |the |son |mon |my )?$");

    /** In one case, but for the first letter. */
    private static final Pattern LONE = Pattern.compile("\\p{L}[\\p{Ll}-]{4,}|\\p{Lu}{5,}");

    private static final Pattern MADE =
            Pattern.compile("(?:[a-z]{1,3}\\d{1,3}){3,}[a-z]{0,3}|(?:\\d{1,3}[a-z]{1,3}){3,}\\d{0,3}");

    /** "is too short": said of it, where its value would stand. */
    private static final Pattern STATED = Pattern.compile(
            "(?:is|must|may|can|cannot|can't|has|should|does|doesn't|est|doit|peut|ne|n'est|n'a|contient|requis|"
                    + "required) ");

    private static final Pattern GOES_ON = Pattern.compile(" (?:and|et|but|mais) ");
    private static final Pattern JUDGED = Pattern.compile(
            ", (?:ne |n'|est |is |isn't |does|was |marche|fonctionne|passe|a ete|has |keeps|no longer)");

    private static final Pattern TOPIC = Pattern.compile(
            "(?:changement|gestionnaire|manager|coffre|probleme|soucis?|oubli|reinitialisation|renouvellement|"
                    + "modification|perte|reset|change|issue|problem|"
                    + "trouble|question|demande|rappel|gestion|objet|subject)s?(?: (?:de|du|des|of|with|avec|"
                    + "sur|concernant|mon|mes|le|les|la|my|the|votre|your)){0,3} $");

    private final String text;
    private final String folded;
    private final Label label;

    Verdict(String text, String folded, Label label) {
        this.text = text;
        this.folded = folded;
        this.label = label;
    }

    boolean accepts(Value value, Place place) {
        if (value.text().isEmpty() || value.hasBlank() && isStatement(value)) {
            return false;
        }
        var looks = Looks.of(value.text());
        if (looks == Looks.NONE
                || isAside(value) && (value.hasBlank() || value.quote() != ')' && !looks.atLeast(Looks.MIXED))) {
            return false;
        }
        return switch (label.kind()) {
            case PASSWORD, PHRASE, NETWORK, PASS -> typed(value, place, looks);
            case CODE -> code(value, place, looks);
            case KEY -> key(value, place, looks);
            case ANY_KEY ->
                looks.atLeast(Looks.FIRM)
                        && value.text().length() >= LONG
                        && !value.hasBlank()
                        && place.ordinal() <= Place.BESIDE.ordinal();
            case REFERENCE ->
                !value.hasBlank()
                        && switch (place) {
                            case ASSIGNED, SAID, ASIDE -> looks.atLeast(Looks.MIXED);
                            case LED_TO -> looks.atLeast(Looks.FIRM);
                            default -> false;
                        };
            case ACCESS -> false;
        };
    }

    /** Whether a problem, a change or a loss of it is spoken of. */
    private boolean isTopic() {
        return TOPIC.matcher(folded)
                .region(Math.max(0, label.start() - 50), label.start())
                .find();
    }

    private static boolean isAside(Value value) {
        return value.quote() == ')' || value.quote() == ']' || value.quote() == '>' || value.quote() == '}';
    }

    private boolean typed(Value value, Place place, Looks looks) {
        boolean pass = label.kind() == Kind.PASS;
        return switch (place) {
            case ASSIGNED, NAMED ->
                quoted(value)
                        || looks.atLeast(
                                looks == Looks.ODD && isTopic() || pass && place == Place.NAMED
                                        ? Looks.MIXED
                                        : Looks.ODD)
                        || word(value, place);
            case SAID ->
                isStated(value, looks) || quoted(value) || isSpelt(value) || isFavourite(value) || isLone(value);
            case LED_TO ->
                looks.atLeast(Looks.FIRM) && !pass && !value.hasBlank()
                        || value.isQuoted()
                                && (label.kind() == Kind.PHRASE || looks.atLeast(Looks.MIXED) && !value.hasBlank());
            case ASIDE -> looks.atLeast(Looks.FIRM) && !value.hasBlank() || isLone(value) && isJudged(value);
            case BESIDE ->
                !value.hasBlank() && looks.atLeast(Looks.MIXED)
                        || isLone(value) && isBehindName()
                        || !pass
                                && (quoted(value)
                                        || isFavourite(value)
                                        || DIGITS.matcher(value.text()).matches() && closes(value) && !isYear(value));
            case AT_THE_END -> looks.atLeast(Looks.MIXED) && !pass;
            case BELOW -> looks.atLeast(Looks.MIXED) && Value.closesLine(text, value.after(text));
        };
    }

    private static boolean quoted(Value value) {
        return value.isQuoted() && value.text().length() >= 3;
    }

    private static boolean isStatement(Value value) {
        return STATED.matcher(Folding.of(value.text())).lookingAt();
    }

    private static boolean isYear(Value value) {
        return value.text().length() == 4
                && (value.text().startsWith("19") || value.text().startsWith("20"));
    }

    /** An ordinary word where a value is due, and nothing else is said. */
    private boolean word(Value value, Place place) {
        if (value.text().length() < 3 || value.hasBlank() || isTopic()) {
            return false;
        }
        if (Value.closesLine(text, value.after(text))) {
            return place == Place.ASSIGNED || label.kind() != Kind.PASS;
        }
        return place == Place.ASSIGNED
                && label.kind().isPassword()
                && !NoValues.OPENINGS.contains(Folding.of(value.text()))
                && closes(value);
    }

    /** Whether the sentence does not go on with it. */
    private boolean closes(Value value) {
        int at = value.after(text);
        if (Value.closesLine(text, at)) {
            return true;
        }
        if (".,;)|<&\"".indexOf(text.charAt(at)) >= 0) {
            return true;
        }
        if (NEXT_NAME
                .matcher(folded)
                .region(at, Math.min(folded.length(), at + 30))
                .lookingAt()) {
            return true;
        }
        int next = Value.skipBlanks(text, at);
        return next < text.length() && (",;|/(–—".indexOf(text.charAt(next)) >= 0 || text.startsWith("- ", next));
    }

    private boolean isFavourite(Value value) {
        return NoValues.FAVOURITES.contains(Folding.of(value.text())) && closes(value);
    }

    /** "the password is Paris75": what may be the name of a machine as well must close its clause. */
    private boolean isStated(Value value, Looks looks) {
        return !value.hasBlank()
                && !isUnit(value)
                && (looks.atLeast(Looks.MIXED)
                        || looks == Looks.ODD && closesClause(value)
                        || DIGITS.matcher(value.text()).matches() && !isYear(value));
    }

    /** "the password is bumblebee": closes its clause, and says nothing of it that we know. */
    private boolean isLone(Value value) {
        return label.kind().isTyped()
                && LONE.matcher(value.text()).matches()
                && closesClause(value)
                && !SaidOfIt.describes(Folding.of(value.text()));
    }

    private boolean closesClause(Value value) {
        return closes(value)
                || GOES_ON.matcher(folded)
                        .region(value.end(), Math.min(folded.length(), value.end() + 6))
                        .lookingAt();
    }

    private boolean isBehindName() {
        return NAMED_BEFORE
                .matcher(folded)
                .region(Math.max(0, label.start() - 50), label.start())
                .find();
    }

    /** "my password, sunflower, is rejected". */
    private boolean isJudged(Value value) {
        return JUDGED.matcher(folded)
                .region(value.end(), Math.min(folded.length(), value.end() + 15))
                .lookingAt();
    }

    private boolean isSpelt(Value value) {
        return SPELT.matcher(folded)
                .region(value.end(), Math.min(folded.length(), value.end() + 60))
                .lookingAt();
    }

    private boolean isUnit(Value value) {
        return UNIT.matcher(folded)
                .region(value.end(), Math.min(folded.length(), value.end() + 15))
                .lookingAt();
    }

    private boolean code(Value value, Place place, Looks looks) {
        var said = value.text();
        if (isUnit(value)) {
            return false;
        }
        if (CODE.matcher(said).matches()) {
            return said.length() > 3 || place == Place.ASSIGNED;
        }
        return switch (place) {
            case ASSIGNED, NAMED, SAID ->
                !value.hasBlank()
                        && (looks.atLeast(Looks.MIXED) || place == Place.ASSIGNED && Character.isDigit(said.charAt(0)));
            case BESIDE -> looks.atLeast(Looks.FIRM) && !value.hasBlank();
            default -> false;
        };
    }

    static boolean isCode(String said) {
        return said.length() > 3 && CODE.matcher(said).matches();
    }

    private boolean key(Value value, Place place, Looks looks) {
        if (value.hasBlank()) {
            return false;
        }
        int length = value.text().length();
        return switch (place) {
            case ASSIGNED ->
                looks.atLeast(Looks.ODD)
                        && (looks.atLeast(Looks.MIXED) || Looks.hasDigit(value.text()) && !isUnit(value));
            case SAID -> looks.atLeast(Looks.MIXED) && length >= 8;
            case NAMED -> looks.atLeast(Looks.MIXED) && length >= 12;
            case AT_THE_END -> looks == Looks.RANDOM && length >= LONG;
            case BESIDE ->
                looks.atLeast(Looks.MIXED)
                        && (length >= LONG
                                || length >= 10 && MADE.matcher(value.text()).matches());
            default -> looks.atLeast(Looks.MIXED) && length >= LONG;
        };
    }
}
