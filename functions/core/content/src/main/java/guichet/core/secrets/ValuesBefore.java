package guichet.core.secrets;

import guichet.core.secrets.Label.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "x as my password", "x (mot de passe)", "when I type x in the password box". */
final class ValuesBefore {
    private static final int FARTHEST = 90;
    private static final int LONGEST_LINK = 60;

    /** Between the value and its label, at the end of what was read: whose it is, and where it is typed. */
    private static final Pattern LINK = Pattern.compile("[»”\"'`*]{0,2}(?:[,;)]? ?\\(|[,;:–-]? )(?:(?:"
            + "c'est|that is|that's|which is|est|is|as|comme|en|for|pour|als|being|=|dans|in|into|"
            + "(?<=\\()(?:that|this|which|"
            + "it))(?: is)? )?"
            + "(?:(?:the|my|your|our|its|a|le|la|mon|ma|votre|notre|son|new|old|nouveau|ancien|un|mein|das|"
            + "neues|de) ){0,2}"
            + "(?:(?:temporary|initial|current|admin|root|wifi|windows|first|second|one-time|premier|provisoire|google|"
            + "microsoft|login|case|champ|case du|champ du|de) ){0,2}$");

    /** One of those words must be in it: of a mere blank nothing is known. */
    private static final Pattern LINKED = Pattern.compile(
            "[(=]|\\b(?:c'est|that|that's|which|est|is|as|comme|en|for|pour|" + "als|being|dans|in|into)\\b");

    private static final Pattern OWNED = Pattern.compile("\\b(?:the|my|your|le|mon|votre|ma|la|mein|das)\\b");

    /** "it's x, the password". */
    private static final Pattern IT_IS =
            Pattern.compile("(?:(?:c'est|c'etait|it's|est|is|was|use|utilise|utilisez|mis|tape|typed) |[:«\"'] ?)$");

    private static final int LONGEST_WORD = 14;

    /** Quotes, a comma and a blank before the first of its words. */
    private static final int LONGEST_MARK = 5;

    /** With which one of those links ends. */
    private static final Set<String> LAST_WORDS = Set.copyOf(Words.of("""
            c'est, is, that's, est, as, comme, en, for, pour, als, being, =, dans, in, into, that, this, which, it, the,
            my, your, our, its, a, le, la, mon, ma, votre, notre, son, new, old, nouveau, ancien, un, mein, das, neues,
            de, temporary, initial, current, admin, root, wifi, windows, first, second, one-time, premier, provisoire,
            google, microsoft, login, case, champ, du"""));

    private static final Pattern TYPED = Pattern.compile(
            "\\b(?:tape|saisi|saisis|entre|typed|entered|enter|type|tried|essaye|mis|utilise|used|use)\\s(?=\\S{6})");

    private static final Pattern CODE = Pattern.compile("(?:[A-Z]-)?\\d{4,8}");
    /** "from x to": what was before it is one as well. */
    private static final Pattern CHANGED =
            Pattern.compile("(\\S{4,60}) (?:par|by|with|to|en|a|into|->|→|puis|then|et|and|or|ou) $");

    private final Source source;
    private final String text;
    private final String folded;

    ValuesBefore(Source source) {
        this.source = source;
        this.text = source.text();
        this.folded = source.folded();
    }

    /** The labels that have no value before them. */
    List<Label> find(List<Label> labels, List<Span> spans) {
        var left = new ArrayList<Label>();
        for (var label : labels) {
            boolean sought = label.kind().isPassword() || label.kind() == Kind.CODE;
            if (!sought || !find(label, spans)) {
                left.add(label);
            }
        }
        return left;
    }

    private boolean find(Label label, List<Span> spans) {
        int from = Math.max(source.lineStart(label.start()), label.start() - LONGEST_LINK);
        if (from == label.start() || !source.isOneOf(" (=", label.start() - 1)) {
            return false;
        }
        typed(label, from, spans);
        int begin = linkBegin(from, label.start());
        if (begin == label.start()) {
            return false;
        }
        Matcher link = LINK.matcher(folded).region(Math.max(from, begin - LONGEST_MARK), label.start());
        if (!link.find()) {
            return false;
        }
        int start = link.start();
        while (start > 0 && link.start() - start < FARTHEST && !Folding.isBlank(text.charAt(start - 1))) {
            start--;
        }
        while (source.isOneOf("«“\"'`*([", start)) {
            start++;
        }
        int end = link.start();
        while (end > start && source.isOneOf(",;:»”\"'`*", end - 1)) {
            end--;
        }
        if (end <= start) {
            return false;
        }
        var value = text.substring(start, end);
        if (value.startsWith(SecretMasker.MASK)) {
            return true;
        }
        boolean linked = LINKED.matcher(link.group()).find();
        if (!linked && !(OWNED.matcher(link.group()).find() && source.endsWith(IT_IS, start, 12))) {
            return false;
        }
        if (!isSecret(value, label)) {
            return false;
        }
        spans.add(new Span(start, end));
        changed(start, spans);
        return true;
    }

    /** Wherever the sentence goes on to the label, which may have a value of its own. */
    private void typed(Label label, int from, List<Span> spans) {
        if (!label.kind().isPassword() || !hasDigit(from, label.start())) {
            return;
        }
        Matcher m = TYPED.matcher(folded).region(from, label.start());
        if (m.find()) {
            var value = Value.at(text, m.end());
            if (Looks.hasSymbol(value.text())
                    && Looks.hasDigit(value.text())
                    && Looks.of(value.text()).atLeast(Looks.FIRM)) {
                spans.add(new Span(value.start(), value.end()));
            }
        }
    }

    /**
     * Where the words begin that a link to that label may be made of; the label's own start where there are none: most
     * labels stand behind another word, and cost no more than this look.
     */
    private int linkBegin(int from, int label) {
        int begin = label;
        while (true) {
            int end = begin;
            while (end > from && Folding.isBlank(text.charAt(end - 1))) {
                end--;
            }
            int start = end;
            while (start > from && end - start < LONGEST_WORD && !Folding.isBlank(text.charAt(start - 1))) {
                start--;
            }
            var word = folded.substring(start, end);
            if (!isOfLink(word)) {
                return begin;
            }
            begin = start;
        }
    }

    private static boolean isOfLink(String word) {
        return LAST_WORDS.contains(word)
                || word.endsWith("(")
                || word.endsWith("=")
                || LAST_WORDS.contains(word.substring(word.lastIndexOf('(') + 1));
    }

    private boolean hasDigit(int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSecret(String value, Label label) {
        return label.kind() == Kind.CODE
                ? CODE.matcher(value).matches() || Looks.of(value).atLeast(Looks.FIRM)
                : Looks.of(value).atLeast(Looks.MIXED);
    }

    private void changed(int start, List<Span> spans) {
        Matcher m = CHANGED.matcher(folded).region(Math.max(0, start - 70), start);
        if (m.find() && Looks.of(text.substring(m.start(1), m.end(1))).atLeast(Looks.FIRM)) {
            spans.add(new Span(m.start(1), m.end(1)));
        }
    }
}
