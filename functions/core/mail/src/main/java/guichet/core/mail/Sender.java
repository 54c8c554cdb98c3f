package guichet.core.mail;

import guichet.core.mail.mime.Headers;
import guichet.core.text.MailAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Who a mail says it is from.
 *
 * @param from the first address in a From header, or in the headers that stand in for a missing one, or one that only
 *     encoded words name
 * @param claimed every address that the From headers hold
 */
record Sender(Mailbox from, List<Mailbox> claimed) {
    private static final List<String> LIST_ROBOTS =
            List.of("-bounces@", "-bounces+", "-owner@", "-request@", "-admin@");
    private static final List<String> INSTEAD = List.of("Reply-To", "Sender", "Return-Path");

    static Sender of(Headers headers) {
        var claimed = new ArrayList<Mailbox>();
        for (String from : headers.all("From")) {
            claimed.addAll(AddressList.parse(from));
        }
        Mailbox from = firstValid(claimed);
        if (from == null && !claimed.isEmpty()) {
            from = better(claimed.getFirst(), headers);
        }
        for (int i = 0; from == null && i < INSTEAD.size(); i++) {
            from = firstValid(AddressList.parse(headers.raw(INSTEAD.get(i))));
        }
        return new Sender(from == null ? Mailbox.NOBODY : from, claimed);
    }

    /**
     * An address that had to be guessed gives way to the one that asks for the answer; a header that holds none is kept
     * as it stands.
     */
    private static Mailbox better(Mailbox malformed, Headers headers) {
        Mailbox asked = MailAddress.isWellFormed(malformed.address())
                ? firstValid(AddressList.parse(headers.raw("Reply-To")))
                : null;
        return asked == null ? malformed : asked;
    }

    /**
     * What groups and lists that rewrite From keep of it: Google's {@code X-Original-From} and
     * {@code X-Original-Sender}, Reply-To, Mailman's {@code X-MailFrom}; and {@code Sender}, of whoever writes in a
     * group's name, but for what lists are run by.
     */
    static List<Mailbox> beforeRewriting(Headers headers) {
        var people = Stream.of("X-Original-From", "X-Original-Sender", "Reply-To")
                .flatMap(name -> AddressList.parse(headers.raw(name)).stream());
        var senders = Stream.of("X-MailFrom", "Sender")
                .flatMap(name -> AddressList.parse(headers.raw(name)).stream())
                .filter(mailbox ->
                        LIST_ROBOTS.stream().noneMatch(mailbox.address().toLowerCase(Locale.ROOT)::contains));
        return Stream.concat(people, senders).filter(Mailbox::valid).toList();
    }

    private static Mailbox firstValid(List<Mailbox> mailboxes) {
        for (Mailbox mailbox : mailboxes) {
            if (mailbox.valid()) {
                return mailbox;
            }
        }
        return null;
    }
}
