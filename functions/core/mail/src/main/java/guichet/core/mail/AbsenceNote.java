package guichet.core.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Out-of-office notes that say so only in their subject. A subject alone decides nothing: it must begin with the
 * phrase, not with a reply prefix ("RE: Absence du bureau" is a person's), and the mail must also answer one, or say in
 * its first lines that somebody is away.
 */
final class AbsenceNote {
    private static final List<String> PHRASES = List.of(
            "réponse automatique",
            "reponse automatique",
            "absence du bureau",
            "absent du bureau",
            "message d'absence",
            "notification d'absence",
            "absence :",
            "en congés",
            "absent(e)",
            "je suis absent",
            "automatic reply",
            "auto reply",
            "autoreply",
            "auto-reply",
            "automatic response",
            "auto response",
            "out of office",
            "out of the office",
            "out-of-office",
            "away from my mail",
            "i am out of",
            "automatische antwort",
            "abwesenheitsnotiz",
            "abwesenheitsbenachrichtigung",
            "abwesenheitsmeldung",
            "abwesend",
            "nicht im büro",
            "autom. antwort",
            "abwesenheit:",
            "automatische rückantwort",
            "respuesta automática",
            "respuesta automatica",
            "fuera de la oficina",
            "ausencia temporal",
            "aviso de ausencia",
            "fuera de oficina",
            "risposta automatica",
            "fuori sede",
            "fuori ufficio",
            "assente dall'ufficio",
            "resposta automática",
            "ausência temporária",
            "automatisch antwoord",
            "afwezigheidsbericht",
            "niet aanwezig",
            "autosvar",
            "automatiskt svar",
            "frånvaro",
            "automatisk svar",
            "automaattinen vastaus",
            "poissa",
            "autoodpowiedź",
            "odpowiedź automatyczna",
            "автоответ",
            "自動返信",
            "自动回复",
            "自動回覆");
    private static final List<String> IN_TEXT = List.of(
            "absent",
            "en congé",
            "de retour le",
            "je serai de retour",
            "absente",
            "out of the office",
            "out of office",
            "on leave",
            "on vacation",
            "on holiday",
            "limited access to",
            "be back on",
            "i will return",
            "annual leave",
            "nicht im büro",
            "nicht im hause",
            "abwesend",
            "im urlaub",
            "außer haus",
            "wieder erreichbar",
            "zurück am",
            "wieder im büro",
            "fuera de la oficina",
            "de vacaciones",
            "ausente",
            "estaré de vuelta",
            "fuera de oficina",
            "fuori ufficio",
            "in ferie",
            "assente",
            "sarò di ritorno",
            "ausente",
            "de férias",
            "afwezig",
            "met vakantie",
            "semester",
            "urlop",
            "nieobecn",
            "в отпуске",
            "отсутств",
            "automatically generated",
            "message automatique",
            "réponse automatique");

    private AbsenceNote() {}

    /** The phrase that the subject begins with, if the mail is an absence note. */
    static Optional<String> inSubject(String subject, String text, boolean answers) {
        String s = subject.toLowerCase(Locale.ROOT).replace('’', '\'').strip();
        while (s.startsWith("[") && s.indexOf(']') > 0) { // "[External]"
            s = s.substring(s.indexOf(']') + 1).strip();
        }
        for (String phrase : PHRASES) {
            if (!s.startsWith(phrase)) {
                continue;
            }
            if (answers || awayInText(text)) {
                return Optional.of(phrase);
            }
        }
        return Optional.empty();
    }

    private static boolean awayInText(String text) {
        String start = text.substring(0, Math.min(text.length(), 1_000))
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'');
        return IN_TEXT.stream().anyMatch(start::contains);
    }
}
