package guichet.core.mail.reply;

import java.util.List;
import java.util.Locale;

/** "-----Original Message-----" and its like: words between dashes, or the known sentence that stands without them. */
final class Separators {
    private static final int LONGEST = 120;
    private static final List<String> ORIGINAL = List.of(
            "original message",
            "original appointment",
            "reply message",
            "reply to message",
            "message d'origine",
            "message original",
            "message initial",
            "mail original",
            "courriel original",
            "ursprüngliche nachricht",
            "originalnachricht",
            "original-nachricht",
            "originalmail",
            "ursprüngliche mail",
            "mensaje original",
            "mensagem original",
            "messaggio originale",
            "messaggio ricevuto",
            "oorspronkelijk bericht",
            "oorspronkelijke bericht",
            "ursprungligt meddelande",
            "originalmeddelande",
            "originalmelding",
            "opprinnelig melding",
            "oprindelig meddelelse",
            "original meddelelse",
            "alkuperäinen viesti",
            "wiadomość oryginalna",
            "oryginalna wiadomość",
            "původní zpráva",
            "pôvodná správa",
            "исходное сообщение",
            "оригинальное сообщение",
            "original-meddelande",
            "eredeti üzenet",
            "mesaj original",
            "orijinal mesaj",
            "özgün ileti",
            "原始邮件",
            "原始郵件",
            "邮件原件",
            "元のメッセージ",
            "원본 메시지");
    /** "----- Message de Ana <ana@x.example> -----", of Horde. */
    private static final List<String> ORIGINAL_OF_SENDER = List.of("message de ", "message from ", "nachricht von ");

    private static final List<String> FORWARDED = List.of(
            "forwarded message",
            "forwarded by",
            "message transféré",
            "message réexpédié",
            "weitergeleitete nachricht",
            "mensaje reenviado",
            "mensagem encaminhada",
            "mensagem reencaminhada",
            "messaggio inoltrato",
            "doorgestuurd bericht",
            "vidarebefordrat meddelande",
            "videresendt melding",
            "videresendt meddelelse",
            "välitetty viesti",
            "wiadomość przekazana",
            "přeposlaná zpráva",
            "пересылаемое сообщение",
            "пересланное сообщение",
            "конец пересылаемого",
            "továbbított üzenet",
            "转发邮件",
            "轉寄的郵件",
            "转发的邮件",
            "転送メッセージ");
    private static final List<String> FORWARDED_WITHOUT_DASHES = List.of(
            "begin forwarded message",
            "début du message réexpédié",
            "début du message transféré",
            "anfang der weitergeleiteten nachricht",
            "anfang der weitergeleiteten e-mail",
            "inicio del mensaje reenviado",
            "comienzo del mensaje reenviado",
            "inizio messaggio inoltrato",
            "inizio del messaggio inoltrato",
            "begin doorgestuurd bericht",
            "início da mensagem reencaminhada",
            "início da mensagem encaminhada",
            "vidarebefordrat brev",
            "videresendt besked",
            "påbegynt videresendt melding",
            "początek przekazywanej wiadomości",
            "начало переадресованного сообщения",
            "下面是被转发的邮件",
            "転送されたメール",
            "---- forwarded by");

    private Separators() {}

    static boolean isSeparator(String line) {
        return isBetweenDashes(line, ORIGINAL)
                || line.indexOf('@') > 0 && isBetweenDashes(line, ORIGINAL_OF_SENDER)
                || isForward(line);
    }

    /** Another mail is passed on below, which need not be one of ours. */
    static boolean isForward(String line) {
        if (isBetweenDashes(line, FORWARDED)) {
            return true;
        }
        String lower = lower(line);
        return lower.length() <= LONGEST
                && FORWARDED_WITHOUT_DASHES.stream()
                        .anyMatch(known -> lower.startsWith(known) && lower.length() < known.length() + 8);
    }

    private static boolean isBetweenDashes(String line, List<String> known) {
        String lower = lower(line);
        if (lower.length() < 6 || lower.length() > LONGEST) {
            return false;
        }
        String words = stripRule(lower);
        return lower.length() - words.length() >= 4
                && isRuleStart(lower)
                && known.stream().anyMatch(words.strip()::startsWith);
    }

    /** As known words are compared with it: one apostrophe, one blank. */
    static String lower(String line) {
        return line.strip().toLowerCase(Locale.ROOT).replace('’', '\'').replace('\u00A0', ' ');
    }

    private static boolean isRuleStart(String s) {
        return isRuleChar(s.charAt(0)) && isRuleChar(s.charAt(1));
    }

    private static String stripRule(String s) {
        int start = 0;
        int end = s.length();
        while (start < end && (isRuleChar(s.charAt(start)) || s.charAt(start) == ' ')) {
            start++;
        }
        while (end > start && (isRuleChar(s.charAt(end - 1)) || s.charAt(end - 1) == ' ' || s.charAt(end - 1) == ':')) {
            end--;
        }
        return s.substring(start, end);
    }

    /** A line of nothing but dashes, underscores or the like. */
    static boolean isRule(String line) {
        String s = line.strip();
        if (s.length() < 3) {
            return false;
        }
        for (int i = 0; i < s.length(); i++) {
            if (!isRuleChar(s.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRuleChar(char c) {
        return c == '-' || c == '_' || c == '=' || c == '*' || c == '—' || c == '–' || c == '─' || c == '~' || c == '#'
                || c == '+';
    }
}
