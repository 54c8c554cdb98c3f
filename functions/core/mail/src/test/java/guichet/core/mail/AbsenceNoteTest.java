package guichet.core.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An absence note without any header that says so: what only clients write, and one more sign. */
class AbsenceNoteTest {
    private static MailKind kind(String headers, String text) {
        return Mails.withHeaders(headers, text).kind();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Automatic reply: Imprimante",
                "Réponse automatique : Imprimante",
                "Réponse automatique\u00a0: RE: Imprimante",
                "Out of Office: Re: Imprimante",
                "Out of Office AutoReply: Imprimante",
                "Respuesta automática: Imprimante",
                "Abwesenheitsnotiz: Imprimante",
                "Automatische Antwort: Imprimante",
                "Risposta automatica: Imprimante",
                "Resposta automática: Imprimante",
                "Automatisch antwoord: Imprimante",
                "Automatiskt svar: Imprimante",
                "Automatická odpověď: Imprimante",
                "Automatikus válasz: Imprimante",
                "Автоматический ответ: Imprimante",
                "자동 회신: Imprimante",
                "自动答复：Imprimante",
                "Absente du bureau : Imprimante",
                "Absent(e) : Imprimante",
                "Abwesend: Imprimante",
                "Assente dall'ufficio: Imprimante",
                "AUTO: Alice Martin est absente (retour 09/03/2026)",
                "AUTO: Alice Martin is out of the office (returning 09/03/2026)",
            })
    void what_only_clients_write_and_one_more_sign_make_an_absence_note(String subject) {
        var line = "Subject: " + subject + "\n";
        assertEquals(MailKind.AUTOMATIC, kind(line + "In-Reply-To: <n1@cloud.example>\n", "…"), "an ancestor");
        assertEquals(MailKind.AUTOMATIC, kind(line + "References: <n1@cloud.example>\n", "…"), "an ancestor");
        assertEquals(MailKind.AUTOMATIC, kind("Subject: " + subject + " [cloud-8]\n", "…"), "a ticket's tag");
        assertEquals(MailKind.AUTOMATIC, kind(line + "X-Auto-Response-Suppress: All\n", "…"), "a suppress header");
        assertEquals(MailKind.AUTOMATIC, kind(line, "Je suis absente."), "words of absence");
        assertEquals(MailKind.NORMAL, kind(line, "Elle n'imprime plus."), "and not its subject alone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bonjour, actuellement absente, je vous répondrai lundi.",
                "Merci. Je serai de retour mercredi.",
                "I'm currently on annual leave.",
                "Thank you. I will be back on Monday.",
                "Out of office until 9 March.",
                "Ich bin ab dem 9. März wieder im Büro.",
                "In meiner Abwesenheit wenden Sie sich bitte an Frau Klein.",
                "Estaré fuera de la oficina hasta el lunes.",
                "Sono assente fino a lunedì.",
                "Estou de férias até segunda.",
                "Ik ben tot maandag afwezig.",
                "Jag är på semester.",
                "Jeg er på ferie.",
                "Olen lomalla maanantaihin asti.",
                "Jestem nieobecna do poniedziałku.",
                "Jsem mimo kancelář.",
                "Szabadságon vagyok.",
                "Я нахожусь в отпуске до понедельника.",
                "9日まで不在です。",
            })
    void words_of_absence_are_known_in_many_languages_and_of_women_as_of_men(String text) {
        assertEquals(MailKind.AUTOMATIC, kind("Subject: Automatic reply: Imprimante\n", text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Automatic reply: not working|Since Monday nobody gets it.",
                "Automatic reply: not working|When I am out of the office nothing is sent.",
                "Réponse automatique : ne part plus|La réponse automatique ne part plus, le bouton est absent.",
                "Réponse automatique : ne part plus|Quand je suis absente, rien ne part.",
                "Abwesenheitsnotiz: geht nicht|Die Abwesenheitsnotiz wird nicht gesendet.",
                "Auto: en panne au dépôt|Le moteur ne démarre plus.",
                "Absente demain|Je serai absente demain, venez plutôt jeudi.",
                "Urlaubsplanung: Tabelle leer|Die Tabelle ist leer.",
                "Absences : export impossible|L'export échoue.",
            })
    void a_person_may_write_about_it(String subject, String text) {
        assertEquals(MailKind.NORMAL, kind("Subject: " + subject + "\n", text));
    }

    @Test
    void a_phrase_within_a_sentence_asks_for_both_signs() {
        var subject = "Subject: Absente jusqu'au 9 mars\n";
        var answer = subject + "In-Reply-To: <n1@cloud.example>\n";
        assertEquals(MailKind.AUTOMATIC, kind(answer, "Je suis absente jusqu'au 9 mars."));
        assertEquals(MailKind.NORMAL, kind(answer, "Merci de passer après."));
        assertEquals(MailKind.NORMAL, kind(subject, "Je suis absente jusqu'au 9 mars."));
        assertEquals(
                MailKind.NORMAL,
                kind("Subject: Automatic reply does not work\nIn-Reply-To: <n1@cloud.example>\n", "It still fails."));
    }
}
