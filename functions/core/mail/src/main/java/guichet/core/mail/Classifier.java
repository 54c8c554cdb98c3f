package guichet.core.mail;

import guichet.core.mail.mime.Headers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** @param report why its parts are a machine's report on another mail, see {@link Reports} */
    Classification classify(Optional<Bounce> bounce, Optional<String> report, Mailbox from) {
        if (bounce.isPresent()) {
            return new Classification(MailKind.BOUNCE, bounceReason(bounce.get()));
        }
        return report.flatMap(Classifier::automatic)
                .or(this::ourOwn)
                .or(this::autoSubmitted)
                .or(this::otherAutomaticHeader)
                .or(this::list)
                .or(this::precedence)
                .or(this::nullReturnPath)
                .or(() -> robotSender(from))
                .or(this::absenceInSubject)
                .or(this::wantsNoAnswer)
                .orElse(new Classification(MailKind.NORMAL, "Nothing marks it as automatic."));
    }

    private static String bounceReason(Bounce bounce) {
        var whom = bounce.failures().stream()
                .map(failure -> failure.address() + (failure.status().isEmpty() ? "" : " (" + failure.status() + ")"))
                .collect(Collectors.joining(", "));
        return "A delivery report: not delivered" + (whom.isEmpty() ? "." : " to " + whom + ".");
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
        return Optional.empty();
    }

    /**
     * That no machine is to answer says nothing of who wrote it: Exchange sets the header on what people write
     * (MS-OXCMAIL), and mail gateways set the precedence of all that passes them.
     */
    private Optional<Classification> wantsNoAnswer() {
        if (suppressesAnswers()) {
            return Optional.of(personal("X-Auto-Response-Suppress"));
        }
        return lowPrecedence().isPresent() ? Optional.of(personal("Precedence")) : Optional.empty();
    }

    private static Classification personal(String header) {
        return new Classification(
                MailKind.NORMAL,
                "A person's, as far as can be told; its sender wants no automatic answer (" + header + ").",
                false);
    }

    private boolean suppressesAnswers() {
        var suppress = headers.raw("X-Auto-Response-Suppress").toLowerCase(Locale.ROOT);
        return suppress.contains("all") || suppress.contains("autoreply") || suppress.contains("oof");
    }

    private Optional<String> lowPrecedence() {
        return Optional.of(keyword(headers.raw("Precedence")))
                .filter(word -> word.equals("bulk") || word.equals("junk") || word.equals("list"));
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

    /** Of a mail that answers none; whoever answers one of ours is a person, unless something else tells. */
    private Optional<Classification> precedence() {
        var word = keyword(headers.raw("Precedence"));
        if (word.equals("auto_reply") || word.equals("auto-reply")) {
            return automatic("Precedence: auto_reply.");
        }
        return answers() ? Optional.empty() : lowPrecedence().flatMap(low -> mailing("Precedence: " + low + "."));
    }

    private boolean answers() {
        return headers.has("In-Reply-To")
                || headers.has("References")
                || !ThreadingHints.tags(subject).isEmpty();
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
        return AbsenceNote.inSubject(subject, text, answers() || suppressesAnswers())
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
