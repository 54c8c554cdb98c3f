package guichet.core.mail;

import guichet.core.mail.mime.Headers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells mail of people from that of machines; each rule in its order, the first that fires gives the reason. */
final class Classifier {
    private final Headers headers;
    private final String subject;
    private final String text;
    private final Set<String> ownAddresses;

    Classifier(Headers headers, String subject, String text, Set<String> ownAddresses) {
        this.headers = headers;
        this.subject = subject;
        this.text = text;
        this.ownAddresses = ownAddresses;
    }

    Classification classify(Optional<Bounce> bounce, Mailbox from) {
        if (bounce.isPresent()) {
            return new Classification(MailKind.BOUNCE, bounceReason(bounce.get()));
        }
        return ourOwn().or(this::autoSubmitted)
                .or(this::otherAutomaticHeader)
                .or(this::list)
                .or(this::precedence)
                .or(this::nullReturnPath)
                .or(() -> robotSender(from))
                .or(this::absenceInSubject)
                .orElse(new Classification(MailKind.NORMAL, "Nothing marks it as automatic."));
    }

    private String bounceReason(Bounce bounce) {
        String whom = bounce.recipients().isEmpty() ? "" : " to " + String.join(", ", bounce.recipients());
        return "A delivery report: not delivered" + whom
                + (bounce.status().isEmpty() ? "." : " (" + bounce.status() + ").");
    }

    private Optional<Classification> ourOwn() {
        return headers.hasPrefix("X-Guichet-") && !headers.has("X-Guichet-Verdict") || headers.has("X-Guichet-Notice")
                ? automatic("It is a mail of a helpdesk like this one (X-Guichet headers).")
                : Optional.empty();
    }

    /** RFC 3834, section 5. */
    private Optional<Classification> autoSubmitted() {
        String value = keyword(headers.raw("Auto-Submitted"));
        return value.isEmpty() || value.equals("no")
                ? Optional.empty()
                : automatic("Auto-Submitted: " + value + " (RFC 3834).");
    }

    private Optional<Classification> otherAutomaticHeader() {
        for (String name : List.of(
                "X-Autoreply",
                "X-Autorespond",
                "X-Autoresponder",
                "X-Auto-Response",
                "X-Mail-Autoreply",
                "X-AutoReply-From",
                "X-Loop",
                "X-Vacation",
                "X-FC-Machinegenerated")) {
            String value = keyword(headers.raw(name));
            if (headers.has(name) && !value.equals("no") && !value.equals("false")) {
                return automatic("The header " + name + " marks it as automatic.");
            }
        }
        String suppress = headers.raw("X-Auto-Response-Suppress").toLowerCase(Locale.ROOT);
        boolean noAnswers = suppress.contains("all") || suppress.contains("autoreply") || suppress.contains("oof");
        return noAnswers
                ? automatic("X-Auto-Response-Suppress: its sender wants no automatic answer.")
                : Optional.empty();
    }

    /** RFC 2369, RFC 2919; the list through which a company passes its own support address on is none. */
    private Optional<Classification> list() {
        String id = headers.raw("List-Id").toLowerCase(Locale.ROOT);
        for (String own : ownAddresses) {
            String asListId = "<" + own.toLowerCase(Locale.ROOT).replace('@', '.') + ">";
            if (id.contains(asListId)) {
                return Optional.of(new Classification(
                        MailKind.NORMAL, "It came through the list of our own address " + own + "."));
            }
        }
        for (String name : List.of(
                "List-Id",
                "List-Unsubscribe",
                "List-Post",
                "List-Help",
                "List-Archive",
                "List-Subscribe",
                "List-Owner",
                "X-Campaign",
                "X-Mailman-Version",
                "X-Mailing-List",
                "X-CampaignId",
                "X-List-Id",
                "X-MC-User")) {
            if (headers.has(name)) {
                return mailing("The header " + name + " marks it as a mailing.");
            }
        }
        return Optional.empty();
    }

    private Optional<Classification> precedence() {
        return switch (keyword(headers.raw("Precedence"))) {
            case "bulk", "junk" -> mailing("Precedence: " + keyword(headers.raw("Precedence")) + ".");
            case "list" -> mailing("Precedence: list.");
            case "auto_reply", "auto-reply" -> automatic("Precedence: auto_reply.");
            default -> Optional.empty();
        };
    }

    /** RFC 5321, section 4.5.5: what must not be answered has the null reverse-path. */
    private Optional<Classification> nullReturnPath() {
        return headers.has("Return-Path")
                        && headers.raw("Return-Path").replace(" ", "").equals("<>")
                ? automatic("Its return path is null (RFC 5321).")
                : Optional.empty();
    }

    private Optional<Classification> robotSender(Mailbox from) {
        String local = from.address().toLowerCase(Locale.ROOT);
        return local.startsWith("mailer-daemon@") ? automatic("Its sender is a mail server.") : Optional.empty();
    }

    private Optional<Classification> absenceInSubject() {
        boolean answers = headers.has("In-Reply-To") || headers.has("References");
        return AbsenceNote.inSubject(subject, text, answers)
                .map(phrase -> new Classification(
                        MailKind.AUTOMATIC, "Its subject is that of an absence note (\"" + phrase + "\")."));
    }

    private static Optional<Classification> automatic(String reason) {
        return Optional.of(new Classification(MailKind.AUTOMATIC, reason));
    }

    private static Optional<Classification> mailing(String reason) {
        return Optional.of(new Classification(MailKind.MAILING, reason));
    }

    /** The value without parameters and comments, lower case. */
    private static String keyword(String value) {
        String s = value.length() > 500 ? "" : value.replaceAll("\\([^()]*\\)", " ");
        if (s.indexOf(';') >= 0) {
            s = s.substring(0, s.indexOf(';'));
        }
        return Headers.oneLine(s).toLowerCase(Locale.ROOT);
    }
}
