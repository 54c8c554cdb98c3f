package guichet.core.mail.reply;

import java.util.List;
import java.util.Locale;

/** "-----Original Message-----" and its like: words between dashes, or the known sentence that stands without them. */
final class Separators {
    private static final int LONGEST = 120;
    private static final List<String> BETWEEN_DASHES = List.of(
            "original message", "original appointment", "forwarded message", "forwarded by", "reply message", "reply to message",
            "message d'origine", "message original", "message initial", "mail original", "message transféré", "message réexpédié", "courriel original", "message de ",
            "ursprüngliche nachricht", "originalnachricht", "original-nachricht", "weitergeleitete nachricht", "originalmail", "ursprüngliche mail",
            "mensaje original", "mensaje reenviado", "mensagem original", "mensagem encaminhada", "mensagem reencaminhada",
            "messaggio originale", "messaggio inoltrato", "messaggio ricevuto",
            "oorspronkelijk bericht", "oorspronkelijke bericht", "doorgestuurd bericht",
            "ursprungligt meddelande", "originalmeddelande", "vidarebefordrat meddelande", "originalmelding", "opprinnelig melding", "videresendt melding",
            "oprindelig meddelelse", "original meddelelse", "videresendt meddelelse", "alkuperäinen viesti", "välitetty viesti",
            "wiadomość oryginalna", "oryginalna wiadomość", "wiadomość przekazana", "přeposlaná zpráva", "původní zpráva", "pôvodná správa",
            "исходное сообщение", "пересылаемое сообщение", "пересланное сообщение", "оригинальное сообщение", "конец пересылаемого",
            "original-meddelande", "eredeti üzenet", "továbbított üzenet", "mesaj original", "orijinal mesaj", "özgün ileti",
            "原始邮件", "原始郵件", "转发邮件", "轉寄的郵件", "转发的邮件", "邮件原件", "元のメッセージ", "転送メッセージ", "original message", "원본 메시지");
    private static final List<String> SENTENCES = List.of(
            "begin forwarded message", "début du message réexpédié", "début du message transféré", "anfang der weitergeleiteten nachricht",
            "anfang der weitergeleiteten e-mail", "inicio del mensaje reenviado", "comienzo del mensaje reenviado", "inizio messaggio inoltrato",
            "inizio del messaggio inoltrato", "begin doorgestuurd bericht", "início da mensagem reencaminhada", "início da mensagem encaminhada",
            "vidarebefordrat brev", "videresendt besked", "påbegynt videresendt melding", "początek przekazywanej wiadomości", "начало переадресованного сообщения",
            "下面是被转发的邮件", "転送されたメール", "---- forwarded by");

    private Separators() {
    }

    static boolean isSeparator(String line) {
        String s = line.strip();
        if (s.length() < 6 || s.length() > LONGEST) return false;
        String lower = s.toLowerCase(Locale.ROOT).replace('’', '\'').replace('\u00A0', ' ');
        String bare = stripRule(lower);
        int rule = lower.length() - bare.length();
        if (rule >= 4 && isRuleStart(lower)) {
            String words = bare.strip();
            for (String known : BETWEEN_DASHES) if (words.startsWith(known)) return true;
        }
        for (String known : SENTENCES) if (lower.startsWith(known) && lower.length() < known.length() + 8) return true;
        return false;
    }

    private static boolean isRuleStart(String s) {
        return isRuleChar(s.charAt(0)) && isRuleChar(s.charAt(1));
    }

    private static String stripRule(String s) {
        int start = 0;
        int end = s.length();
        while (start < end && (isRuleChar(s.charAt(start)) || s.charAt(start) == ' ')) start++;
        while (end > start && (isRuleChar(s.charAt(end - 1)) || s.charAt(end - 1) == ' ' || s.charAt(end - 1) == ':')) end--;
        return s.substring(start, end);
    }

    /** A line of nothing but dashes, underscores or the like. */
    static boolean isRule(String line) {
        String s = line.strip();
        if (s.length() < 3) return false;
        for (int i = 0; i < s.length(); i++) if (!isRuleChar(s.charAt(i))) return false;
        return true;
    }

    private static boolean isRuleChar(char c) {
        return c == '-' || c == '_' || c == '=' || c == '*' || c == '—' || c == '–' || c == '─' || c == '~' || c == '#' || c == '+';
    }
}
