package guichet.core.secrets;

import guichet.core.secrets.Label.Kind;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Labels that are part of a name in configuration, code or a page: "db_password_prod = x", "&lt;password&gt;x&lt;/…".
 */
final class Names {
    /** How a name goes on behind a label, "password_prod"; group 1. */
    private static final Pattern GOES_ON =
            Pattern.compile("[\\d]{0,2}([_.-][A-Za-z0-9_.\\[\\]-]{1,40})[\"']?\\s{0,3}[:=]\\s{0,3}");

    private static final Pattern BEFORE = Pattern.compile("[a-z0-9_.-]{1,40}[_.-]$");

    /** Which say that the value is of something else: how long, where, since when. */
    private static final Pattern ABOUT_IT = Pattern.compile(
            "min|max|len|long|taille|policy|ttl|expir|age|reset|enable|change|toggle|hash|encod|rotat|count|"
                    + "field|file|path|"
                    + "type|url|sync|strict|show|valid|require|rule|regex|attempt|history|hint|label|name|id$|"
                    + "length|timeout|"
                    + "uri|size");

    private static final Set<String> ABOUT_IT_BEFORE =
            Set.of("min", "max", "minimum", "maximum", "taille", "longueur", "nb", "len", "length", "size", "count");

    private static final Pattern MEMBER =
            Pattern.compile("[\"']?\\s{0,2},?\\s{0,20}[\"']?(?i:value|content|text|val|valeur|"
                    + "default)[\"']?\\s{0,3}[:=>]{1,2}\\s{0,3}");

    /** "define('DB_PASSWORD', 'x')". */
    private static final Pattern ARGUMENT = Pattern.compile("[\"'],\\s{0,2}(?=[\"'])");

    private static final Pattern ATTRIBUTES =
            Pattern.compile("\\s[\\w:.-]{1,30}=[\"'][^\"'<>\\n]{0,120}[\"'][^<>\\n]{0,80}>");

    /** A tag that is closed again, or one that stands for what is to be filled in. */
    private static final Pattern ELEMENT = Pattern.compile(">[^<>\\n]{0,120}</");

    private final Source source;
    private final Label label;
    private final Verdict verdict;

    /** Whether the label is part of a name, so that no sentence leads on from it. */
    private boolean part;

    Names(Source source, Label label, Verdict verdict) {
        this.source = source;
        this.label = label;
        this.verdict = verdict;
    }

    boolean isPart() {
        return part;
    }

    /** Null if there is none. */
    Value value() {
        int end = label.end();
        Matcher name = source.matcher(GOES_ON, end, 60);
        if (!source.isBlank(end) && name.lookingAt()) {
            part = true;
            return ABOUT_IT.matcher(Folding.of(name.group(1))).find()
                    ? null
                    : accepted(name.end(), Place.NAMED, Looks.MIXED);
        }
        part = isMeasured() || isPlaceholder();
        Matcher member = source.matcher(MEMBER, end, 60);
        if (source.isOneOf("\"',\n\r", end) && member.lookingAt()) {
            part = true;
            return accepted(member.end(), Place.ASSIGNED, Looks.WORD);
        }
        Matcher argument = source.matcher(ARGUMENT, end, 5);
        if (source.isOneOf("\"'", end) && argument.lookingAt()) {
            part = true;
            return accepted(argument.end(), Place.ASSIGNED, Looks.MIXED);
        }
        Matcher tag = source.matcher(ATTRIBUTES, end, 240);
        if (source.isOneOf("<:", label.start() - 1) && tag.lookingAt()) {
            part = true;
            return accepted(tag.end(), Place.ASSIGNED, Looks.WORD);
        }
        return null;
    }

    /** "taille_max_mdp". */
    private boolean isMeasured() {
        if (!source.isOneOf("_.-", label.start() - 1)) {
            return false;
        }
        Matcher before = BEFORE.matcher(source.folded()).region(Math.max(0, label.start() - 40), label.start());
        return label.kind() != Kind.KEY
                && before.find()
                && Arrays.stream(before.group().split("[_.-]")).anyMatch(ABOUT_IT_BEFORE::contains);
    }

    /** "&lt;user&gt;:&lt;password&gt;@host". */
    private boolean isPlaceholder() {
        return source.isOneOf("<", label.start() - 1)
                && source.isOneOf(">", label.end())
                && !source.isOneOf("\n\r", label.end() + 1)
                && !source.matcher(ELEMENT, label.end(), 130).lookingAt();
    }

    private Value accepted(int at, Place place, Looks least) {
        var value = Value.at(source.text(), at);
        return Looks.of(value.text()).atLeast(least) && verdict.accepts(value, place) ? value : null;
    }
}
