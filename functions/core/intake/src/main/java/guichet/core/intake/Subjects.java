package guichet.core.intake;

import guichet.core.desk.Language;
import guichet.core.text.Visible;

/** A ticket's subject from a mail's: one line, not empty, not endless. */
final class Subjects {
    private static final int LONGEST = 250;

    private Subjects() {}

    static String clean(String subject, Language language) {
        var line = subject.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        if (Visible.nothing(line)) {
            return IntakeWords.NO_SUBJECT.in(language);
        }
        int end = Math.min(line.length(), LONGEST);
        return end == line.length()
                ? line
                : line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
