package guichet.core.mail.reply;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "From: … Sent: … To: … Subject: …", as Outlook, Zimbra and web mailers write above what they quote. */
final class HeaderBlock {
    private enum Label {
        FROM,
        DATE,
        TO,
        COPY,
        SUBJECT,
        OTHER
    }

    private static final int LONGEST_LABEL = 30;
    private static final int LONGEST_LINE = 500;
    private static final Set<Label> SENDER_DATE_AND_RECIPIENT = EnumSet.of(Label.FROM, Label.DATE, Label.TO);
    private static final Set<Label> SENDER = EnumSet.of(Label.FROM);
    private static final Set<Label> WHOLE = EnumSet.of(Label.FROM, Label.DATE, Label.TO, Label.SUBJECT);
    private static final Map<String, Label> LABELS = new HashMap<>();
    private static final Pattern TIME = Pattern.compile("\\d{1,2}\\s?[:.hH時]\\s?\\d{2}");
    /** Not the beginning of "04.03.2026". */
    private static final Pattern TIME_OF_DAY =
            Pattern.compile("(?<![\\d.])\\d{1,2}\\s?[:.hH時]\\s?\\d{2}(?!\\d|\\.\\d)");

    private static final Pattern MONTH =
            Pattern.compile("^\\d{1,2}\\.?\\s(?:de\\s)?\\p{L}{3,}\\.?,?\\s(?:de\\s)?(?:19|20)\\d{2}");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,2}[:.]\\d{2}[:.]\\d{2}(?!\\d)");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(19|20)\\d{2}(?!\\d)");
    private static final Pattern LABELLED =
            Pattern.compile("[\\p{L}][\\p{L}\\d '’-]{0,29}[\\s\u00A0\u202F]?[:：](?!//)\\s*\\S.*");
    /** One word or two before a colon; the group is the last. */
    private static final Pattern LABEL_WITHIN =
            Pattern.compile("(?<![\\p{L}\\d])(?:\\p{L}+\\s)?(\\p{L}+)(?=[\\s\u00A0\u202F]?[:：]\\s)");

    private static final List<String> CONTACTS = List.of(
            "tel",
            "tél",
            "mob",
            "fax",
            "mail",
            "e-mail",
            "email",
            "courriel",
            "web",
            "site",
            "phone",
            "portable",
            "skype",
            "direct",
            "office");

    static {
        put(
                Label.FROM,
                "from",
                "de",
                "von",
                "da",
                "van",
                "från",
                "fra",
                "od",
                "от",
                "发件人",
                "寄件者",
                "寄件人",
                "差出人",
                "보낸 사람",
                "lähettäjä",
                "kimden",
                "feladó",
                "από",
                "de la",
                "expéditeur",
                "avsändare",
                "afsender",
                "mittente",
                "remitente",
                "remetente",
                "nadawca",
                "odesílatel",
                "від",
                "emetteur",
                "émetteur",
                "absender",
                "afzender");
        put(
                Label.DATE,
                "sent",
                "date",
                "envoyé",
                "envoyé le",
                "envoye",
                "date d'envoi",
                "expédié",
                "gesendet",
                "gesendet am",
                "datum",
                "enviado",
                "enviado el",
                "enviada em",
                "enviado em",
                "enviada",
                "fecha",
                "data",
                "inviato",
                "data invio",
                "verzonden",
                "skickat",
                "sendt",
                "dato",
                "lähetetty",
                "päivämäärä",
                "päiväys",
                "wysłano",
                "wysłane",
                "отправлено",
                "дата",
                "发送时间",
                "发送日期",
                "日期",
                "送信日時",
                "日時",
                "傳送時間",
                "寄件日期",
                "寄出",
                "gönderildi",
                "tarih",
                "odesláno",
                "elküldve",
                "dátum",
                "trimis",
                "дата отправки",
                "보낸 날짜",
                "skickad",
                "στάλθηκε",
                "изпратено",
                "надіслано",
                "poslano",
                "poslato",
                "odoslané",
                "enviat",
                "am",
                "le",
                "heure",
                "message du");
        put(
                Label.TO,
                "to",
                "à",
                "a",
                "pour",
                "destinataire",
                "destinataires",
                "an",
                "para",
                "per",
                "aan",
                "till",
                "til",
                "vastaanottaja",
                "do",
                "кому",
                "收件人",
                "收件者",
                "宛先",
                "받는 사람",
                "kime",
                "komu",
                "címzett",
                "către",
                "προς",
                "destinatario",
                "destinatário",
                "empfänger",
                "ontvanger",
                "mottagare",
                "modtager",
                "до",
                "prima",
                "za");
        put(
                Label.COPY,
                "cc",
                "cci",
                "bcc",
                "copie",
                "copie à",
                "copie a",
                "copie carbone",
                "kopie",
                "kopia",
                "копия",
                "抄送",
                "副本",
                "kopi",
                "kopio",
                "con copia",
                "másolat",
                "bilgi",
                "cc:",
                "dw",
                "udw",
                "do wiadomości");
        put(
                Label.SUBJECT,
                "subject",
                "objet",
                "sujet",
                "betreff",
                "asunto",
                "oggetto",
                "onderwerp",
                "ämne",
                "emne",
                "aihe",
                "temat",
                "тема",
                "主题",
                "主旨",
                "主題",
                "件名",
                "předmět",
                "predmet",
                "konu",
                "tárgy",
                "assunto",
                "θέμα",
                "subiect",
                "제목",
                "re",
                "betr",
                "betrifft",
                "относно",
                "zadeva",
                "assumpte");
        put(
                Label.OTHER,
                "reply-to",
                "répondre à",
                "importance",
                "priorité",
                "priority",
                "attachments",
                "pièces jointes",
                "pièce jointe",
                "anlagen",
                "organization",
                "organisation",
                "newsgroups",
                "antwort an",
                "mailed-by",
                "signed-by",
                "responder a",
                "message-id",
                "wichtigkeit",
                "priorität",
                "adjuntos",
                "resent-from",
                "organisatie",
                "sensitivity",
                "vertraulichkeit",
                "critère de diffusion",
                "categories",
                "catégories",
                "security",
                "bijlagen",
                "allegati",
                "anexos",
                "vedlegg",
                "bilagor",
                "liitteet",
                "załączniki",
                "вложения",
                "附件",
                "添付ファイル",
                "archivos adjuntos",
                "datos adjuntos",
                "anhänge",
                "priorità",
                "importanza",
                "urgentie",
                "prioriteit",
                "prioritet",
                "importancia",
                "prioridad",
                "importância",
                "prioridade",
                "ważność",
                "priorytet",
                "vigtighed",
                "viktighet",
                "betydelse",
                "tärkeys",
                "důležitost",
                "priorita",
                "dôležitosť",
                "fontosság",
                "önem",
                "importanță",
                "важность",
                "重要性",
                "重要度");
    }

    private HeaderBlock() {}

    private static void put(Label label, String... names) {
        for (String name : names) {
            LABELS.put(name, label);
        }
    }

    static void mark(String[] lines, Kind[] kinds) {
        for (int i = 0; i < lines.length; i++) {
            if (kinds[i] != Kind.TEXT || labelOf(lines[i]) == null) {
                continue;
            }
            int end = isOnOneLine(lines[i]) ? i + 1 : endOf(lines, kinds, i);
            if (end < 0) {
                continue;
            }
            int start = i;
            while (start > 0
                    && (Separators.isRule(lines[start - 1])
                            || kinds[start - 1] == Kind.EMPTY && start > 1 && Separators.isRule(lines[start - 2]))) {
                start--;
            }
            for (int j = start; j < end; j++) {
                kinds[j] = Kind.HEADER;
            }
            i = end - 1;
        }
    }

    /** As some clients flatten what they quote: "From: … Sent: … To: … Subject: …" */
    private static boolean isOnOneLine(String line) {
        if (line.length() > LONGEST_LINE || labelOf(line) != Label.FROM || line.indexOf('@') < 0 || !hasMoment(line)) {
            return false;
        }
        var seen = EnumSet.noneOf(Label.class);
        Matcher words = LABEL_WITHIN.matcher(line);
        while (words.find()) {
            Label label = LABELS.get(words.group().toLowerCase(Locale.ROOT));
            if (label == null) {
                label = LABELS.get(words.group(1).toLowerCase(Locale.ROOT));
            }
            if (label != null) {
                seen.add(label);
            }
        }
        return seen.containsAll(WHOLE);
    }

    /**
     * The line after the block, or -1 if these lines are none: forms and pasted headers have other labels around, or no
     * moment.
     */
    private static int endOf(String[] lines, Kind[] kinds, int start) {
        var seen = EnumSet.noneOf(Label.class);
        boolean address = false;
        boolean moment = false;
        boolean sent = false;
        boolean timed = false;
        boolean clients = false;
        boolean toNext = false;
        boolean foreign = start > 0 && isForeign(lines, kinds, start - 1);
        int end = start;
        for (int i = start; i < lines.length && i - start < 30; i++) {
            if (kinds[i] != Kind.TEXT && kinds[i] != Kind.EMPTY) {
                break;
            }
            Label label = kinds[i] == Kind.EMPTY ? null : labelOf(lines[i]);
            if (label == null && isDateOfUnknownName(lines, kinds, i) && i > start && !seen.contains(Label.DATE)) {
                label = Label.DATE;
            }
            if (label == null) {
                foreign |= isForeign(lines, kinds, i) && !(sent && address && isUnknownHeader(lines, kinds, i, seen));
                if (!headerFollows(lines, kinds, i)) {
                    break;
                }
            } else {
                if (label == Label.FROM && seen.contains(Label.FROM)) {
                    break;
                }
                toNext |= seen.equals(SENDER) && label == Label.TO;
                seen.add(label);
                moment |= label == Label.DATE && hasMoment(lines[i]);
                sent |= label == Label.DATE && isSentLabel(lines[i]);
                timed |= label == Label.DATE && TIME_OF_DAY.matcher(lines[i]).find();
                clients |= label == Label.DATE && isClientsDate(lines[i]);
                end = i + 1;
            }
            address |= lines[i].indexOf('@') >= 0;
        }
        if (!seen.contains(Label.FROM)) {
            return -1;
        }
        int above = above(kinds, start);
        boolean block;
        if (above >= 0 && kinds[above] == Kind.ATTRIBUTION) {
            block = seen.size() >= 3 || seen.size() >= 2 && (address || moment);
        } else if (foreign || seen.size() < 3) {
            block = false;
        } else if (above >= 0 && Separators.isRule(lines[above])) {
            block = address || sent && timed;
        } else {
            block = moment && address
                    || sent && (timed || clients) && seen.contains(Label.SUBJECT)
                    || clients && timed && !toNext && labelOf(lines[start]) == Label.FROM && seen.containsAll(WHOLE);
        }
        if (!block) {
            return -1;
        }
        return isContinuedRecipients(lines, kinds, end) ? end + 1 : end;
    }

    /** "Passengers: 3": a label that no client writes; a signature above the block may have a telephone's. */
    private static boolean isForeign(String[] lines, Kind[] kinds, int at) {
        if (kinds[at] != Kind.TEXT || !LABELLED.matcher(lines[at]).matches() || labelOf(lines[at]) != null) {
            return false;
        }
        String name = nameOf(lines[at]);
        return name.length() > 1 && CONTACTS.stream().noneMatch(name::startsWith); // "T: 01 02 03 04 05"
    }

    /**
     * No list of languages is complete: "Importance: High" below all that Outlook writes, or a copy's recipients above
     * the subject. Forms have no such headers above, and what a mail's source has there is written with hyphens.
     */
    private static boolean isUnknownHeader(String[] lines, Kind[] kinds, int at, Set<Label> seen) {
        if (nameOf(lines[at]).indexOf('-') >= 0 || !seen.containsAll(SENDER_DATE_AND_RECIPIENT)) {
            return false;
        }
        if (seen.contains(Label.SUBJECT)) {
            return true;
        }
        return labelOf(lines[at - 1]) == Label.TO
                && at + 1 < lines.length
                && kinds[at + 1] == Kind.TEXT
                && labelOf(lines[at + 1]) == Label.SUBJECT;
    }

    /** No list of languages is complete: a day with its time between two known headers. */
    private static boolean isDateOfUnknownName(String[] lines, Kind[] kinds, int at) {
        return isForeign(lines, kinds, at)
                && TIME.matcher(lines[at]).find()
                && YEAR.matcher(lines[at]).find()
                && headerFollows(lines, kinds, at);
    }

    private static boolean hasMoment(String line) {
        return TIME.matcher(line).find() || YEAR.matcher(line).find();
    }

    /**
     * A day of the week or a month by its name, or seconds. Forms of travellers may have the first, and then ask where
     * to right behind where from, which no client writes.
     */
    private static boolean isClientsDate(String line) {
        String value =
                line.substring(line.indexOf(':') + 1).replace("*", "").strip().toLowerCase(Locale.ROOT);
        return YEAR.matcher(value).find()
                && (AttributionSentence.startsWithDayOfWeek(value)
                        || MONTH.matcher(value).find()
                        || SECONDS.matcher(value).find());
    }

    private static int above(Kind[] kinds, int start) {
        int above = start - 1;
        while (above > 0 && kinds[above] == Kind.EMPTY && start - above < 4) {
            above--;
        }
        return above;
    }

    /** A header wrapped onto another line, or a blank line between headers. */
    private static boolean headerFollows(String[] lines, Kind[] kinds, int at) {
        for (int i = at + 1; i <= at + 2 && i < lines.length; i++) {
            if (kinds[i] == Kind.TEXT && labelOf(lines[i]) != null) {
                return true;
            }
            if (kinds[at] == Kind.EMPTY) {
                return false;
            }
        }
        return false;
    }

    private static boolean isContinuedRecipients(String[] lines, Kind[] kinds, int at) {
        return at < lines.length && kinds[at] == Kind.TEXT && lines[at].startsWith(" ") && lines[at].indexOf('@') > 0;
    }

    private static boolean isSentLabel(String line) {
        String label = nameOf(line);
        return !label.equals("date")
                && !label.equals("data")
                && !label.equals("datum")
                && !label.equals("le")
                && !label.equals("am")
                && !label.equals("fecha");
    }

    static boolean isFrom(String line) {
        return labelOf(line) == Label.FROM;
    }

    static boolean isSubject(String line) {
        return labelOf(line) == Label.SUBJECT;
    }

    /** What stands behind the label. */
    static String valueOf(String line) {
        int colon = line.indexOf(':');
        int wide = line.indexOf('：');
        int end = colon < 0 || wide >= 0 && wide < colon ? wide : colon;
        return line.substring(end + 1).replace("*", "").strip();
    }

    private static Label labelOf(String line) {
        String name = nameOf(line);
        return name.isEmpty() ? null : LABELS.get(name);
    }

    private static String nameOf(String line) {
        int colon = -1;
        int limit = Math.min(line.length(), LONGEST_LABEL + 6);
        for (int i = 0; i < limit && colon < 0; i++) {
            if (line.charAt(i) == ':' || line.charAt(i) == '：') {
                colon = i;
            }
        }
        if (colon < 1) {
            return "";
        }
        var name = new StringBuilder();
        for (int i = 0; i < colon; i++) {
            char c = line.charAt(i);
            if (c != '*' && c != '_' && c != '\u200B') {
                name.append(c == '\u00A0' || c == '\u202F' ? ' ' : c == '’' ? '\'' : c);
            }
        }
        return name.toString().strip().toLowerCase(Locale.ROOT);
    }
}
