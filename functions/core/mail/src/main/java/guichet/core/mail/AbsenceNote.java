package guichet.core.mail;

import java.util.Optional;

/**
 * Out-of-office notes that say so only in their subject. A subject alone decides nothing, as people write about them:
 * it must stand there as clients write it, not behind a reply prefix ("RE: Absence du bureau" is a person's), and there
 * must be another sign. What clients write is a phrase with the subject that it answers behind a colon ("Automatic
 * reply: …"), or nothing but a phrase; of a phrase in a sentence ("Absente jusqu'au 9 mars") both signs are asked for.
 */
final class AbsenceNote {
    private static final int FIRST_LINES = 1_000;

    private AbsenceNote() {}

    /**
     * The phrase that the subject begins with, if the mail is an absence note.
     *
     * @param sign whether it answers a mail, names a ticket, or asks that no machine answers
     */
    static Optional<String> inSubject(String subject, String text, boolean sign) {
        String s = withoutTags(AbsenceWords.fold(subject));
        if (AbsenceWords.OF_NOTES.matcher(s).matches()) {
            return Optional.of("auto").filter(_ -> sign || isAway(text));
        }
        var ofClient = AbsenceWords.OF_CLIENTS.stream()
                .filter(phrase -> isHead(s, phrase))
                .findFirst();
        var head = ofClient.or(() -> AbsenceWords.OF_PEOPLE.stream()
                .filter(phrase -> isHead(s, phrase))
                .findFirst());
        if (head.isPresent()) {
            return head.filter(_ -> sign || isAway(text));
        }
        return AbsenceWords.OF_PEOPLE.stream()
                .filter(phrase -> begins(s, phrase) && !s.endsWith("?"))
                .findFirst()
                .filter(_ -> sign && isAway(text));
    }

    /** "[External]" */
    private static String withoutTags(String subject) {
        String s = subject;
        while (s.startsWith("[") && s.indexOf(']') > 0) {
            s = s.substring(s.indexOf(']') + 1).strip();
        }
        return s;
    }

    /** All of the subject, or what stands before its colon, with where one is away from. */
    private static boolean isHead(String subject, String phrase) {
        if (!begins(subject, phrase)) {
            return false;
        }
        String rest = subject.substring(phrase.length())
                .replaceFirst("^ (?:du bureau|dall'ufficio|from (?:the )?office|de la oficina)", "")
                .stripLeading();
        return rest.replaceAll("[.! ]", "").isEmpty() || rest.startsWith(":") || rest.startsWith("：");
    }

    private static boolean begins(String subject, String phrase) {
        return subject.startsWith(phrase)
                && (subject.length() == phrase.length()
                        || !Character.isLetter(subject.charAt(phrase.length()))
                        || Character.isIdeographic(subject.charAt(phrase.length())));
    }

    private static boolean isAway(String text) {
        return AbsenceWords.tellOfAbsence(AbsenceWords.fold(text.substring(0, Math.min(text.length(), FIRST_LINES))));
    }
}
