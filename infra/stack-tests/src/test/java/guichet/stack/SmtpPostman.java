package guichet.stack;

import guichet.core.desk.Desk;
import guichet.core.story.Act;
import guichet.core.story.World.Outcome;
import guichet.core.ticket.TicketId;
import guichet.local.mail.MailView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Carries mail between a story's people and the running desk, as their mail clients would. */
final class SmtpPostman {
    private final Helpdesk helpdesk;
    private final Desk desk;
    private int mails;

    SmtpPostman(Helpdesk helpdesk, Desk desk) {
        this.helpdesk = helpdesk;
        this.desk = desk;
    }

    Outcome take(Instant at, Act.Mails mail) {
        return send(
                desk.address(),
                mail.who(),
                Mail.from(mail.who(), mail.subject())
                        .to(desk.address())
                        .copies(mail.copies())
                        .at(at)
                        .says(mail.text()));
    }

    /** To the last mail that this one got about the ticket. */
    Outcome take(Instant at, TicketId ticket, Act.Replies reply) {
        return last(ticket, reply.who())
                .map(answered -> send(
                        Mail.address(answered.headers().get("Reply-To")), reply.who(), written(at, answered, reply)))
                .orElseGet(
                        () -> new Outcome.Refused(reply.who() + " has got no mail about " + ticket + " to reply to"));
    }

    private Optional<MailView> last(TicketId ticket, String who) {
        return Optional.of(helpdesk.sent(ticket.toString(), who))
                .filter(mails -> !mails.isEmpty())
                .map(List::getLast);
    }

    private static Mail written(Instant at, MailView answered, Act.Replies reply) {
        var mail = Mail.replyTo(answered, reply.who())
                .copies(reply.copies())
                .at(at)
                .says(reply.text());
        return reply.automatic() ? mail.with("Auto-Submitted", "auto-replied") : mail;
    }

    private Outcome send(String recipient, String who, Mail mail) {
        var id = "mail-" + ++mails + "@client.example";
        helpdesk.mail(who, recipient, mail.id(id).raw());
        helpdesk.settle();
        return helpdesk.store()
                .mail(desk.id(), id)
                .<Outcome>map(known -> new Outcome.Done(known.ticket()))
                .orElseGet(() -> new Outcome.Refused("it is in no ticket: ignored, or held"));
    }
}
