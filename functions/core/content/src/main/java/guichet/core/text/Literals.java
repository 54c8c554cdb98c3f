package guichet.core.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Many literals looked for at once: a text is gone through a single time however many they are, and in time that grows
 * with the text alone even if whoever wrote the literals wrote the text as well.
 */
public final class Literals {
    /** Of a longer literal only its beginning tells whether it stands there. */
    private static final int HEAD = 200;

    private static final int SLOTS = 4096;

    /** Where in a text a literal counts as found. */
    @FunctionalInterface
    public interface Bounds {
        Bounds ANYWHERE = (text, start, end) -> true;
        /** Not within a longer word: neither a letter nor a digit stands beside it. */
        Bounds WORD = (text, start, end) -> !isPartOfWord(text, start - 1) && !isPartOfWord(text, end);

        boolean hold(String text, int start, int end);
    }

    /** @param text two characters at least */
    public record Literal(String text, Bounds bounds) {
        public Literal {
            if (text.length() < 2) {
                throw new IllegalArgumentException("too short to be looked for: " + text.length());
            }
        }

        private String head() {
            return text.substring(0, Math.min(HEAD, text.length()));
        }
    }

    /** With each head, the longest first. */
    private final List<List<Literal>> literals;

    private final String[] heads;
    /** For each head the longest other that it begins with, or -1. */
    private final int[] within;
    /** Of the first two characters: most places of a text need no more to be passed over. */
    private final BitSet slots = new BitSet(SLOTS);

    public Literals(Collection<Literal> all) {
        var byHead = new TreeMap<String, List<Literal>>();
        var longestFirst = all.stream()
                .sorted(Comparator.comparingInt((Literal l) -> l.text().length())
                        .reversed())
                .toList();
        for (var literal : longestFirst) {
            byHead.computeIfAbsent(literal.head(), _ -> new ArrayList<>()).add(literal);
        }
        literals = List.copyOf(byHead.values());
        heads = byHead.keySet().toArray(String[]::new);
        within = new int[heads.length];
        Arrays.setAll(within, i -> -1);
        for (int i = 0; i < heads.length; i++) {
            slots.set(slot(heads[i], 0));
            int shorter = i - 1;
            while (shorter >= 0 && !heads[i].startsWith(heads[shorter])) {
                shorter = within[shorter];
            }
            within[i] = shorter;
        }
    }

    public static boolean isPartOfWord(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }

    private static int slot(String text, int at) {
        return text.charAt(at) * 31 + text.charAt(at + 1) & SLOTS - 1;
    }

    /**
     * The longest that stands there, within its bounds; of those with one head, that with which the text agrees
     * furthest. Null if there is none.
     */
    public Literal at(String text, int start) {
        if (start + 1 >= text.length() || !slots.get(slot(text, start))) {
            return null;
        }
        for (int at = lastNotAfter(text, start); at >= 0; at = within[at]) {
            if (!text.startsWith(heads[at], start)) {
                continue;
            }
            int end = start + heads[at].length();
            var found = furthest(literals.get(at), text, start, start + heads[at].length());
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static Literal furthest(List<Literal> sameHead, String text, int start, int end) {
        Literal found = null;
        for (var literal : sameHead) {
            if (!literal.bounds().hold(text, start, end)) {
                continue;
            }
            if (found == null || agree(text, start, literal.text(), 0) > agree(text, start, found.text(), 0)) {
                found = literal;
            }
        }
        return found;
    }

    /**
     * In the order of the heads: whatever begins the rest of the text begins this one as well. What both ends of the
     * search agree in is not compared again.
     */
    private int lastNotAfter(String text, int start) {
        int low = -1;
        int high = heads.length;
        int agreeLow = 0;
        int agreeHigh = 0;
        while (high - low > 1) {
            int middle = low + high >>> 1;
            int agree = agree(text, start, heads[middle], Math.min(agreeLow, agreeHigh));
            boolean after = agree < heads[middle].length()
                    && (start + agree >= text.length() || heads[middle].charAt(agree) > text.charAt(start + agree));
            if (after) {
                high = middle;
                agreeHigh = agree;
            } else {
                low = middle;
                agreeLow = agree;
            }
        }
        return low;
    }

    /** How many characters of the text from there on are the literal's. */
    private static int agree(String text, int start, String literal, int known) {
        int longest = Math.min(literal.length(), text.length() - start);
        int at = known;
        while (at < longest && text.charAt(start + at) == literal.charAt(at)) {
            at++;
        }
        return at;
    }

    public boolean anyIn(String text) {
        for (int i = 0; i < text.length() - 1; i++) {
            if (at(text, i) != null) {
                return true;
            }
        }
        return false;
    }

    /** The very same text where none of them stands in it. A long one goes as far as the text agrees with it. */
    public String replace(String text, String with) {
        StringBuilder out = null;
        int copied = 0;
        for (int i = 0; i < text.length() - 1; ) {
            var found = at(text, i);
            if (found == null) {
                i++;
                continue;
            }
            if (out == null) {
                out = new StringBuilder(text.length());
            }
            out.append(text, copied, i).append(with);
            i += agree(text, i, found.text(), 0);
            copied = i;
        }
        return out == null ? text : out.append(text, copied, text.length()).toString();
    }
}
