package guichet.core.mail;

import guichet.core.mail.mime.Headers;
import guichet.core.mail.mime.MimeMessage;
import guichet.core.mail.mime.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Delivery failures: RFC 3464 reports, and the plain-text ones of older servers. */
final class BounceReader {
    private static final int LONGEST_HEAD = 50_000;
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

    /** The report within, if the mail is one. What the parts say of each recipient counts for more than any words. */
    static Optional<Bounce> read(Headers headers, Reports reports, Mailbox from, String subject, String text) {
        var statuses = reports.statuses();
        var messageId = reports.original().map(BounceReader::messageId).orElse("");
        if (!statuses.isEmpty()) {
            var unwell = statuses.stream().filter(status -> !status.isWell()).toList();
            return unwell.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Bounce(
                            unwell.stream()
                                    .flatMap(status -> status.failure().stream())
                                    .toList(),
                            messageId));
        }
        boolean machine =
                isRobot(from) || headers.raw("Return-Path").replace(" ", "").equals("<>");
        boolean says =
                SUBJECTS.stream().anyMatch(subject.toLowerCase(Locale.ROOT).replace('’', '\'')::contains);
        var named = headers.raw("X-Failed-Recipients");
        if (!machine || !says && !headers.has("X-Failed-Recipients")) {
            return Optional.empty();
        }
        return Optional.of(PlainReport.read(
                text,
                from,
                AddressList.parse(named).stream()
                        .filter(Mailbox::valid)
                        .map(Mailbox::address)
                        .toList(),
                messageId));
    }

    static boolean isRobot(Mailbox from) {
        var address = from.address().toLowerCase(Locale.ROOT);
        return SENDERS.stream().anyMatch(address::startsWith);
    }

    private static String messageId(Part original) {
        var content = original.content();
        var head = content.length <= LONGEST_HEAD ? content : Arrays.copyOf(content, LONGEST_HEAD);
        return MessageIds.one(MimeMessage.parse(head).headers().raw("Message-ID"));
    }
}
