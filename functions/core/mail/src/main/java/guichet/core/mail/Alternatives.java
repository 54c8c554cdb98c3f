package guichet.core.mail;

import guichet.core.html.LinkTargets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Compares the forms of multipart/alternative: some plain forms are a stub ("please use an HTML reader"), or another
 * text.
 */
final class Alternatives {
    static final int LONGEST_SAMPLE = 20_000;

    private Alternatives() {}

    /** Whether most words of the HTML, which is what its sender saw, are in the plain form. */
    static boolean sayTheSame(String plain, String html) {
        Set<String> wanted = words(LinkTargets.without(html));
        if (wanted.isEmpty()) {
            return true;
        }
        Set<String> found = words(plain);
        long missing = wanted.stream().filter(w -> !found.contains(w)).count();
        return missing * 5 <= wanted.size() * 2L;
    }

    private static Set<String> words(String text) {
        var words = new HashSet<String>();
        int end = Math.min(text.length(), LONGEST_SAMPLE);
        for (int i = 0; i < end; i++) {
            int start = i;
            while (i < end && Character.isLetterOrDigit(text.charAt(i))) {
                i++;
            }
            if (i - start > 2) {
                words.add(text.substring(start, i).toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }
}
