package guichet.core.secrets;

import guichet.core.secrets.Label.Kind;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The way from a label over the words behind it to a value, no further than a few. */
final class Sentence {
    private static final int MOST_WORDS = 14;
    private static final int MOST_AT_THE_END = 5;
    /** Two blanks and a word that is no "of" or "for". */
    private static final int LONGER_THAN_OF = 6;

    /** From there on a line was broken to wrap it, rather than ended. */
    private static final int WRAPPED = 40;

    private static final Pattern ASSIGNS = Pattern.compile("=>|<-|[:=：]{1,2}=?|[-–—]{0,2}>{1,3}|[-–—]?[→⇒➔➜]");

    /** What may part a label from its value, and more often ends a sentence. */
    private static final Pattern WEAK = Pattern.compile("\\s?(?:\\.{2,5}|…|[;?])\\s{1,2}(?=\\S)");

    /** "Password" and a line below it, drawn by hand. */
    private static final Pattern UNDERLINE = Pattern.compile("\\s{1,3}[-=_~]{3,40}(?=\\s)");

    private static final Pattern TANGLED = Pattern.compile("[a-z]*\\d+[a-z]+\\w*");

    private static final Pattern BLANKS = Pattern.compile("\\s{1,4}");
    private static final Set<String> OWNERS = Set.of("mon", "my", "le", "son", "the");
    private static final Pattern ACCOUNT = Pattern.compile(
            "\\b(?:login|user|username|utilisateur|compte|account|identifiant|id|usr|usuario|admin)\\b");

    private final Source source;
    private final String text;
    private final String folded;
    private final Label label;
    private final Verdict verdict;
    private final int limit;
    private final boolean quoted;
    private int words;
    private Place led = Place.BESIDE;
    private boolean ended;
    /** Whether something was said of it that leaves no place for it. */
    private boolean described;
    /** Whether all words so far said no more than what kind it is. */
    private boolean qualified = true;

    /** @param quoted whether the label itself stands in quotes or in brackets */
    Sentence(Source source, Label label, Verdict verdict, int limit, boolean quoted) {
        this.source = source;
        this.text = source.text();
        this.folded = source.folded();
        this.label = label;
        this.verdict = verdict;
        this.limit = limit;
        this.quoted = quoted;
    }

    /** Null if it leads to none. */
    Value from(int start) {
        int at = start;
        if (folded.startsWith("s ", start) && source.isOneOf("'’", start - 1)) { // "the password's x"
            led = Place.SAID;
            at++;
        }
        Matcher weak = source.matcher(WEAK, start, 8);
        if (label.kind().isTyped() && weak.lookingAt()) {
            var value = firm(weak.end(), Looks.MIXED);
            if (value != null) {
                return value;
            }
        }
        Matcher underline = source.matcher(UNDERLINE, start, 50);
        if (underline.lookingAt()) {
            at = underline.end();
        }
        while (!ended && at < text.length() && at < limit && words < MOST_WORDS) {
            int next = at;
            boolean line = false;
            while (next < text.length() && next < at + 6 && Folding.isBlank(text.charAt(next))) {
                line |= text.charAt(next) == '\n';
                next++;
            }
            if (next >= text.length() || Folding.isBlank(text.charAt(next))) {
                return null;
            }
            if (line && !goesOn(at)) {
                return words == 0 && isLine(at) ? taken(next, Place.BELOW) : null;
            }
            Matcher assigns = source.matcher(ASSIGNS, next, 4);
            if (isCompared(next)) {
                return null;
            }
            if (source.isOneOf("=<>:：→⇒➔➜-–—", next) && assigns.lookingAt()) {
                var value = assigned(assigns.end());
                if (value != null || words > 0 || Value.closesLine(text, assigns.end())) {
                    return value;
                }
                at = assigns.end(); // "password = the name of my cat: x"
                qualified = false;
                continue;
            }
            if (next >= limit || text.charAt(next) == '|') { // a column: AccountTables
                return null;
            }
            if (led != Place.SAID && isPlainWord(next)) { // nothing else takes a word for a value
                var beside =
                        words == 0 && qualified && led == Place.BESIDE && !quoted ? taken(next, Place.BESIDE) : null;
                if (beside != null) {
                    return beside;
                }
                at = word(next);
                if (at < 0) {
                    return assigned(-at);
                }
                if (isAsked(at)) {
                    return firm(Value.skipBlanks(text, at), Looks.FIRM);
                }
                continue;
            }
            var place = next == start && words == 0 && led == Place.BESIDE ? null : place(next);
            var value = place == null ? null : taken(next, place);
            if (value != null) {
                return value;
            }
            int end = word(next);
            if (end < 0) {
                return assigned(-end);
            }
            at = end;
        }
        return null;
    }

    /** "password == null", "password !== other": code, which looks at it. */
    private boolean isCompared(int at) {
        return folded.startsWith("==", at) || folded.startsWith("!=", at);
    }

    /** "the password of the share? x, I think". */
    private boolean isAsked(int end) {
        return ended
                && label.kind().isPassword()
                && (source.isOneOf("?", end - 1) || source.isOneOf("?", Value.skipBlanks(text, end)));
    }

    private Value firm(int at, Looks least) {
        var value = Value.at(text, source.isOneOf("?", at) ? at + 1 : at);
        return !value.hasBlank() && Looks.of(value.text()).atLeast(least) && Looks.hasDigit(value.text())
                ? value
                : null;
    }

    private Place place(int at) {
        if (led != Place.BESIDE) {
            return led;
        }
        if (text.charAt(at) == '(') {
            return words == 0 ? Place.BESIDE : Place.ASIDE;
        }
        if (isBetweenCommas(at) || isChanged(at)) {
            return Place.ASIDE;
        }
        if (words == 0) {
            return quoted || label.kind() == Kind.PASS && !isPassOfSomeone() ? null : Place.BESIDE;
        }
        if (label.kind() == Kind.KEY) {
            return Place.AT_THE_END;
        }
        if (isQualified(at)) {
            return Place.BESIDE;
        }
        if (words <= 2 && label.kind().isPassword() && isTangled(at)) {
            return Place.AT_THE_END;
        }
        boolean last = !described
                && (label.kind().isTyped() || label.kind() == Kind.CODE)
                && words <= MOST_AT_THE_END
                && isFirst();
        return last && Value.closesLine(text, Value.at(text, at).after(text)) ? Place.AT_THE_END : null;
    }

    /** "Gmail password x": of the name of a service no more is known than that it is one word. */
    private boolean isQualified(int at) {
        if (qualified) {
            return true;
        }
        var value = Value.at(text, at).text();
        return !described
                && words == 1
                && at - label.end() >= LONGER_THAN_OF
                && label.kind().isPassword()
                && Looks.hasSymbol(value)
                && Looks.of(value).atLeast(Looks.FIRM);
    }

    /** "password of the session k7wzp2": names and machines have their digits at the end. */
    private boolean isTangled(int at) {
        return TANGLED.matcher(Value.at(text, at).text()).matches();
    }

    /** "the password that you gave me, x, is refused". */
    private boolean isBetweenCommas(int at) {
        return source.isOneOf(",", at - 2)
                && source.isOneOf(",", Value.at(text, at).after(text));
    }

    /** "from x to y". */
    private boolean isChanged(int at) {
        if (!folded.startsWith("de ", at - 3)) {
            return false;
        }
        int end = Value.at(text, at).after(text);
        return folded.startsWith(" a ", end) || folded.startsWith(" en ", end);
    }

    private boolean isPlainWord(int start) {
        int at = start;
        while (at < text.length() && at < start + 30 && Character.isLetter(text.charAt(at))) {
            at++;
        }
        if (source.isOneOf(",", start - 2) && source.isOneOf(",", at)) {
            return false;
        }
        return at > start && (source.isBlank(at) || source.isOneOf(",.:;?", at) && source.isBlank(at + 1));
    }

    /** Over one word. Minus where it ends if it ends with a colon. */
    private int word(int start) {
        int end = start;
        while (end < text.length() && end < start + 60 && !Folding.isBlank(text.charAt(end))) {
            end++;
        }
        char last = text.charAt(end - 1);
        var word = bare(folded.substring(start, end));
        if (last == ':' || last == '：' || last == '=') {
            return -end;
        }
        if (folded.substring(start, end).contains(SecretMasker.MASK)
                || Links.end(word)
                || word.indexOf('=') >= 0
                || (last == '.' || last == '!' || last == '?' || last == ';')
                        && !Looks.of(word).atLeast(Looks.MIXED)) {
            ended = true;
        }
        ended |= source.isOneOf("?", Value.skipBlanks(text, end));
        if (Links.say(word)) {
            led = Place.SAID;
        } else if (Links.lead(word)) {
            led = Place.LED_TO;
        } else if (!(Links.fill(word) && led != Place.BESIDE)) {
            led = Place.BESIDE;
        }
        described |= NoValues.contain(word, word) || Links.describe(word);
        qualified &= Links.qualify(word);
        words++;
        return end;
    }

    private static String bare(String word) {
        int start = 0;
        int end = word.length();
        while (start < end && "\"'«“(*`".indexOf(word.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && "\"'»”),*`:".indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return word.substring(start, end);
    }

    private Value assigned(int end) {
        int at = Value.skipBlanks(text, end);
        boolean below = source.isOneOf("\n\r", at);
        Matcher underline = source.matcher(UNDERLINE, at, 50);
        if (below && underline.lookingAt()) {
            at = underline.end();
        }
        Matcher blanks = source.matcher(BLANKS, at, 12);
        if (below && blanks.lookingAt()) {
            at = Value.skipBlanks(text, blanks.end());
        }
        var place = below ? Place.BELOW : words == 0 ? Place.ASSIGNED : Place.NAMED;
        var value = taken(at, place);
        if (value == null
                && (place == Place.ASSIGNED || place == Place.NAMED && label.kind() == Kind.PHRASE)
                && label.kind().isPassword()) {
            value = SpacedValues.line(source, label, at);
        }
        return !below && Pairs.isSecond(source, label) ? Pairs.second(source, at, value) : value;
    }

    private Value taken(int at, Place place) {
        if (place == Place.ASSIGNED || place == Place.NAMED || place == Place.SAID) {
            var grouped = SpacedValues.grouped(source, label, at);
            if (grouped != null && Value.closesLine(text, grouped.end()) | label.kind() == Kind.CODE) {
                return grouped;
            }
        }
        var value = Value.at(text, at);
        return verdict.accepts(value, place) ? value : null;
    }

    /** Whether a line that ends there was wrapped. */
    private boolean goesOn(int end) {
        return led != Place.BESIDE || words > 0 && source.lineStart(end) <= end - WRAPPED;
    }

    private boolean isLine(int end) {
        return source.isFirstInLine(label.start())
                || end - source.lineStart(label.start()) < 30 && label.kind().isPassword();
    }

    private boolean isFirst() {
        return label.start() - source.lineStart(label.start()) < 8 && source.isFirstInLine(label.start());
    }

    /** Where an account is spoken of, or nothing is. */
    private boolean isPassOfSomeone() {
        var said =
                folded.substring(Math.max(0, label.start() - 50), label.start()).stripTrailing();
        return isFirst()
                || said.endsWith("/")
                || said.endsWith(",")
                || said.endsWith(";")
                || said.endsWith("-")
                || OWNERS.contains(said.substring(said.lastIndexOf(' ') + 1))
                || ACCOUNT.matcher(said).find();
    }
}
