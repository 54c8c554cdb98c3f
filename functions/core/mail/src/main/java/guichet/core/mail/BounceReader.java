package guichet.core.mail;

import guichet.core.mail.mime.Headers;
import guichet.core.mail.mime.MimeMessage;
import guichet.core.mail.mime.Part;
import guichet.core.text.MailAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Delivery failures: RFC 3464 reports, and the plain-text ones of older servers. */
final class BounceReader {
    private static final int MOST_RECIPIENTS = 100;
    private static final int LONGEST_TEXT = 50_000;
    private static final List<String> SENDERS =
            List.of("mailer-daemon", "mailerdaemon", "postmaster", "mail-daemon", "mdaemon");
    private static final List<String> SUBJECTS = List.of(
            "undeliver",
            "returned mail",
            "delivery status notification",
            "delivery failure",
            "delivery failed",
            "delivery has failed",
            "failure notice",
            "mail delivery failed",
            "mail delivery failure",
            "mail system error",
            "delivery notification",
            "undelivered mail",
            "could not be delivered",
            "message you sent blocked",
            "échec de la remise",
            "échec de remise",
            "non remis",
            "non distribu",
            "remise échouée",
            "notification d'état de remise",
            "impossible de remettre",
            "retour à l'expéditeur",
            "unzustellbar",
            "zustellung fehlgeschlagen",
            "nicht zugestellt",
            "zustellungsfehler",
            "fehlgeschlagene zustellung",
            "no se puede entregar",
            "no entregado",
            "correo devuelto",
            "error de entrega",
            "mancata consegna",
            "impossibile recapitare",
            "onbestelbaar",
            "niet bezorgd",
            "não entregue",
            "não é possível entregar",
            "kan inte levereras",
            "kunne ikke leveres",
            "niedostarczon");

    private BounceReader() {}

    /** The report within, if the mail is one. */
    static Optional<Bounce> read(MimeMessage message, Mailbox from, String subject, String text) {
        var report = new Report();
        collect(message.root(), report);
        boolean machine = isRobot(from)
                || message.headers().raw("Return-Path").replace(" ", "").equals("<>");
        boolean says =
                SUBJECTS.stream().anyMatch(subject.toLowerCase(Locale.ROOT).replace('’', '\'')::contains);
        if (report.fields && !report.relayedOrDelivered()) {
            return Optional.of(report.bounce());
        }
        boolean failedRecipients = message.headers().has("X-Failed-Recipients");
        if (!(machine && (says || failedRecipients))) {
            return Optional.empty();
        }
        for (Mailbox m : AddressList.parse(message.headers().raw("X-Failed-Recipients"))) {
            if (m.valid()) {
                report.recipients.add(m.address());
            }
        }
        report.fromText(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text, from);
        return Optional.of(report.bounce());
    }

    private static boolean isRobot(Mailbox from) {
        String address = from.address().toLowerCase(Locale.ROOT);
        return SENDERS.stream().anyMatch(address::startsWith);
    }

    private static void collect(Part part, Report report) {
        switch (part.type().value()) {
            case "message/delivery-status", "message/global-delivery-status" -> report.fromStatus(part.text());
            case "message/rfc822",
                    "text/rfc822-headers",
                    "message/rfc822-headers",
                    "message/global",
                    "message/global-headers" -> report.fromOriginal(part.content());
            default -> part.children().forEach(child -> collect(child, report));
        }
    }

    private static final class Report {
        private final Set<String> recipients = new LinkedHashSet<>();
        private final Set<String> actions = new LinkedHashSet<>();
        private boolean fields;
        private String messageId = "";
        private String status = "";
        private String diagnostic = "";

        void fromStatus(String text) {
            String field = "";
            for (String line :
                    text.substring(0, Math.min(text.length(), LONGEST_TEXT)).split("\r?\n")) {
                if (line.startsWith(" ") || line.startsWith("\t")) {
                    if (field.equals("diagnostic-code") && diagnostic.length() < 500) {
                        diagnostic = Headers.oneLine(diagnostic + " " + line);
                    }
                    continue;
                }
                int colon = line.indexOf(':');
                if (colon < 1) {
                    continue;
                }
                field = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                String value = line.substring(colon + 1).strip();
                String typed = value.substring(value.indexOf(';') + 1).strip(); // "rfc822; a@b"
                switch (field) {
                    case "final-recipient", "original-recipient" -> {
                        fields = true;
                        String address = typed.replace("<", "").replace(">", "");
                        if (recipients.size() < MOST_RECIPIENTS
                                && MailAddress.isWellFormed(address)
                                && field.startsWith("final")) {
                            recipients.add(address);
                        }
                    }
                    case "action" -> actions.add(value.toLowerCase(Locale.ROOT));
                    case "status" -> status = status.isEmpty() ? firstWord(value) : status;
                    case "diagnostic-code" -> diagnostic = diagnostic.isEmpty() ? Headers.oneLine(typed) : diagnostic;
                    default -> {}
                }
            }
        }

        void fromOriginal(byte[] content) {
            if (messageId.isEmpty()) {
                messageId = MessageIds.one(
                        MimeMessage.parse(head(content)).headers().raw("Message-ID"));
            }
        }

        private static byte[] head(byte[] content) {
            return content.length <= LONGEST_TEXT ? content : java.util.Arrays.copyOf(content, LONGEST_TEXT);
        }

        /** Sendmail, qmail and Exim name the recipient in a sentence and append the original's header. */
        void fromText(String text, Mailbox robot) {
            boolean original = false;
            for (String line : text.split("\n")) {
                String s = line.strip();
                String lower = s.toLowerCase(Locale.ROOT);
                if (lower.startsWith("message-id:") && messageId.isEmpty()) {
                    messageId = MessageIds.one(s.substring(11).strip());
                }
                original |= lower.startsWith("return-path:")
                        || lower.startsWith("received:")
                        || lower.contains("original message")
                        || lower.contains("copy of the message");
                if (original || recipients.size() >= 10) {
                    continue;
                }
                String address = new Mailbox(s, "", false).reachable().replaceAll("[:.]+$", "");
                if (MailAddress.isWellFormed(address)
                        && !address.equalsIgnoreCase(robot.address())
                        && !isRobot(new Mailbox(address, "", true))) {
                    recipients.add(address);
                }
                if (status.isEmpty()) {
                    status = enhancedStatus(s);
                }
                if (diagnostic.isEmpty()
                        && (lower.startsWith("550")
                                || lower.startsWith("554")
                                || lower.contains("said:")
                                || lower.startsWith("552")
                                || lower.startsWith("553"))) {
                    diagnostic = Headers.oneLine(s);
                }
            }
        }

        private static String enhancedStatus(String line) {
            for (String word : line.split("[\\s()<>#,]+")) {
                if (word.matches("[245]\\.\\d{1,3}\\.\\d{1,3}")) {
                    return word;
                }
            }
            return "";
        }

        /** A report may also say that all went well, or that a server is still trying. */
        boolean relayedOrDelivered() {
            return !actions.isEmpty()
                    && actions.stream().noneMatch(a -> a.startsWith("failed") || a.startsWith("delayed"));
        }

        Bounce bounce() {
            boolean trying = !actions.isEmpty() && actions.stream().noneMatch(a -> a.startsWith("failed"));
            boolean permanent = !trying && !status.startsWith("4");
            return new Bounce(new ArrayList<>(recipients), messageId, permanent, status, diagnostic);
        }

        private static String firstWord(String s) {
            int blank = s.indexOf(' ');
            return blank < 0 ? s : s.substring(0, blank);
        }
    }
}
