package guichet.core.mail;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How clients head an absence note, and how people say in one that they are away. Compared folded, see {@link #fold}.
 */
final class AbsenceWords {
    /** What a client puts before the subject that it answers; nobody else writes it so. */
    static final List<String> OF_CLIENTS = folded(
            "réponse automatique",
            "réponse auto",
            "message d'absence",
            "notification d'absence",
            "avis d'absence",
            "automatic reply",
            "auto reply",
            "autoreply",
            "auto-reply",
            "automatic response",
            "auto response",
            "autoresponse",
            "out of office autoreply",
            "out of office reply",
            "out of office message",
            "automatische antwort",
            "autom. antwort",
            "automatische rückantwort",
            "abwesenheitsnotiz",
            "abwesenheitsbenachrichtigung",
            "abwesenheitsmeldung",
            "abwesenheitsnachricht",
            "abwesenheitsassistent",
            "respuesta automática",
            "aviso de ausencia",
            "notificación de ausencia",
            "resposta automàtica",
            "risposta automatica",
            "avviso di assenza",
            "resposta automática",
            "automatisch antwoord",
            "afwezigheidsbericht",
            "autosvar",
            "automatiskt svar",
            "automatisk svar",
            "frånvaromeddelande",
            "fraværsmelding",
            "fraværsbesked",
            "automaattinen vastaus",
            "autoodpowiedź",
            "odpowiedź automatyczna",
            "automatyczna odpowiedź",
            "automatická odpověď",
            "automatická odpoveď",
            "automatikus válasz",
            "răspuns automat",
            "otomatik yanıt",
            "automatski odgovor",
            "samodejni odgovor",
            "automaatvastus",
            "automātiska atbilde",
            "automatinis atsakymas",
            "αυτόματη απάντηση",
            "автоответ",
            "автоматический ответ",
            "автоматична відповідь",
            "自動返信",
            "自動応答",
            "自动回复",
            "自动答复",
            "自動回覆",
            "자동 회신",
            "자동 응답");

    /** What people head their notes with, and older clients a subject. */
    static final List<String> OF_PEOPLE = folded(
            "absence",
            "absent",
            "absente",
            "absent(e)",
            "je suis absent",
            "je suis absente",
            "je suis absent(e)",
            "en congé",
            "en congés",
            "en vacances",
            "out of office",
            "out of the office",
            "out-of-office",
            "ooo",
            "away from my mail",
            "away from the office",
            "i am out of",
            "i'm out of",
            "on leave",
            "on vacation",
            "on holiday",
            "annual leave",
            "maternity leave",
            "parental leave",
            "abwesend",
            "abwesenheit",
            "nicht im büro",
            "nicht im hause",
            "außer haus",
            "im urlaub",
            "in elternzeit",
            "fuera de la oficina",
            "fuera de oficina",
            "ausencia",
            "ausente",
            "de vacaciones",
            "fuori sede",
            "fuori ufficio",
            "assente",
            "assenza",
            "in ferie",
            "ausência",
            "fora do escritório",
            "de férias",
            "afwezig",
            "afwezigheid",
            "niet aanwezig",
            "met vakantie",
            "op vakantie",
            "frånvaro",
            "frånvarande",
            "på semester",
            "fravær",
            "på ferie",
            "ute av kontoret",
            "poissa",
            "lomalla",
            "nieobecność",
            "nieobecny",
            "nieobecna",
            "poza biurem",
            "urlop",
            "nepřítomnost",
            "mimo kancelář",
            "irodán kívül",
            "în concediu",
            "ofis dışında",
            "εκτός γραφείου",
            "отсутствие",
            "отсутствую",
            "в отпуске",
            "у відпустці",
            "不在",
            "休暇",
            "休假",
            "부재중");

    /** "AUTO: Jean Dupont is out of the office (returning 03/09/2026)", of Lotus Notes. */
    static final Pattern OF_NOTES =
            pattern("^auto ?: .*(?:out of (?:the )?office|est absente?(?:\\(e\\))?|ist außer haus"
                    + "|ist abwesend|fuera de la oficina|fuori (?:ufficio|sede)|fora do escritório|niet aanwezig).*");

    private AbsenceWords() {}

    /** In small letters, without accents, with one apostrophe and one blank. */
    static String fold(String words) {
        return Normalizer.normalize(words.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{Mn}+", "")
                .replace('’', '\'')
                .replaceAll("[\\s\\u00A0\\u202F]+", " ")
                .strip();
    }

    private static List<String> folded(String... words) {
        return Stream.of(words).map(AbsenceWords::fold).toList();
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(
                Normalizer.normalize(regex, Normalizer.Form.NFD).replaceAll("\\p{Mn}+", ""),
                Pattern.UNICODE_CHARACTER_CLASS);
    }

    /** Whether a folded text says that somebody is away. */
    static boolean tellOfAbsence(String folded) {
        return Away.ALL.stream().anyMatch(words -> words.matcher(folded).find());
    }

    /** Made when they are first asked for: of most mails nobody asks. */
    private static final class Away {
        private static final String FEW = "(?:[\\p{L}'-]+ ){0,4}";

        /** Not "when I am out of the office": that tells of a note. */
        private static final String SAYS =
                "(?<!\\b(?:when|whenever|if|while|quand|lorsque|lorsqu'|si|wenn|falls|sobald|cuando"
                        + "|quando|se|als|wanneer) ?)\\b";

        /** One of these stands in its first lines. */
        private static final List<Pattern> ALL = Stream.of(
                        SAYS + "(?:je|nous) (?:suis|serai|sommes|serons) " + FEW
                                + "(?:absente?s?|indisponibles?|injoignables?|(?:en|de) (?:conges?"
                                + "|vacances|déplacement|formation"
                                + "|arrêt|repos)|hors du bureau|de retour)",
                        "\\b(?:actuellement|temporairement) (?:absente?s?|en congés?|en déplacement)",
                        "\\babsente?s?(?:\\(e\\))? (?:du bureau|jusqu|du \\d|le \\d|du lundi|à partir"
                                + "|depuis le|ce jour)",
                        "\\ben congés? (?:jusqu|du|à partir|maternité|paternité|parental|annuels)",
                        "\\b(?:en|pendant|durant) mon absence\\b",
                        "\\bde retour (?:le|à partir|au bureau|lundi|mardi|mercredi|jeudi|vendredi)\\b",
                        "\\babsence du bureau\\b",
                        "\\b(?:ceci|ce message|ce mail) est (?:une réponse|un message) automatique",
                        SAYS + "(?:i am|i'm|i will be|i'll be|we are|we will be|i am now|is) " + FEW
                                + "(?:out of (?:the )?office|away|on (?:[a-z]+ )?(?:leave|vacation"
                                + "|holidays?)|travell?ing|"
                                + "unavailable|back (?:on|in))",
                        "^\\W*(?:currently )?out of (?:the )?office\\b",
                        "\\bout of (?:the )?office (?:until|till|from|through|and will|with)",
                        "\\b(?:currently|presently) (?:out of (?:the )?office|on (?:[a-z]+ )?leave|away)",
                        "\\bon (?:annual|maternity|paternity|parental|sick|medical) leave\\b",
                        "\\b(?:limited|no|intermittent) access to (?:my |the )?e?-?mails?\\b",
                        "\\bi(?:'ll| will| shall) (?:return|be back)\\b",
                        "\\b(?:be )?back (?:on|in the office)\\b",
                        "\\b(?:in|during) my absence\\b",
                        "\\bthis is an automat(?:ed|ic) (?:reply|response|message)|automatically generated",
                        SAYS + "(?:ich bin|bin ich|wir sind|ich befinde mich|ich werde) " + FEW
                                + "(?:abwesend|im urlaub|außer haus|nicht im (?:büro|hause?)"
                                + "|nicht (?:erreichbar|da)|in elternzeit"
                                + "|auf dienstreise|wieder)",
                        "\\b(?:bis|vom|ab|am|derzeit|zurzeit) .{0,40}(?:abwesend|im urlaub|außer haus"
                                + "|nicht im büro)\\b",
                        "\\bnicht im (?:büro|hause)\\b",
                        "\\bwieder (?:erreichbar|im büro|im hause?|für sie da)\\b",
                        "\\bzurück am\\b",
                        "\\b(?:in|während) meiner abwesenheit\\b",
                        SAYS + "(?:estoy|estaré|me encuentro|me encontraré|estamos) " + FEW
                                + "(?:fuera de (?:la )?oficina|de vacaciones|ausente|de baja|de permiso"
                                + "|de viaje|de vuelta)",
                        "\\bausente (?:hasta|del|desde|até|de \\d)",
                        "\\b(?:en|durante) mi ausencia\\b",
                        SAYS + "(?:sono|sarò|siamo) " + FEW
                                + "(?:assente|fuori (?:ufficio|sede)|in ferie|in trasferta|di ritorno)",
                        "\\bassente (?:fino|dal|da|per)\\b",
                        "\\b(?:in|durante la) mia assenza\\b",
                        SAYS + "(?:estou|estarei|encontro-me) " + FEW
                                + "(?:ausente|de férias|fora do escritório|de licença|de volta)",
                        "\\b(?:na|durante a) minha ausência\\b",
                        SAYS + "(?:ik ben|ben ik|wij zijn) " + FEW
                                + "(?:afwezig|met vakantie|op vakantie|niet aanwezig|niet op kantoor"
                                + "|met (?:\\p{L}*)verlof|weer)",
                        "\\bafwezig (?:tot|van|t/m)\\b",
                        "\\b(?:tijdens|bij) mijn afwezigheid\\b",
                        "\\bjag är " + FEW + "(?:på semester|inte på kontoret|föräldraledig|tjänstledig"
                                + "|ledig|bortrest"
                                + "|frånvarande|tillbaka)",
                        "\\bpå semester\\b",
                        "\\bjeg er " + FEW
                                + "(?:på ferie|ikke på kontoret|fraværende|på kursus|ute av kontoret|bortreist"
                                + "|tilbage|tilbake)",
                        "\\bolen " + FEW + "(?:lomalla|poissa|vapaalla|estynyt|matkoilla)|\\bpalaan\\b",
                        "\\b(?:jestem|będę|przebywam) " + FEW + "(?:nieobecn\\p{L}+|na urlopie|poza biurem)",
                        "\\bpodczas mojej nieobecności\\b|\\bw biurze będę\\b",
                        "\\b(?:jsem|budu|som|budem) " + FEW
                                + "(?:mimo kancel\\p{L}+|na dovolen\\p{L}+|nepřítom\\p{L}+)",
                        "\\b(?:szabadságon|irodán kívül) (?:vagyok|leszek)",
                        "\\bsunt " + FEW + "(?:plecată?|în concediu|absentă?)",
                        "ofis dışında|izindeyim|izinde olaca",
                        "(?:είμαι|βρίσκομαι|απουσιάζω) ?" + FEW + "(?:εκτός γραφείου|σε άδεια|έως|μέχρι)",
                        "(?:нахожусь|буду|сейчас|я) " + FEW + "(?:в отпуске|в командировке|отсутств\\p{L}+)",
                        "отсутствую|в отпуске (?:до|с)|в мо[её] отсутствие|у відпустці",
                        "不在|休暇|休業|休假|度假|부재중|휴가 중")
                .map(AbsenceWords::pattern)
                .toList();
    }
}
