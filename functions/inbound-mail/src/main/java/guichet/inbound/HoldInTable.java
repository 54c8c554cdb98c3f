package guichet.inbound;

import guichet.core.intake.HoldMail;
import guichet.core.intake.InboundMail;
import guichet.core.text.Cut;
import guichet.core.ticket.Person;
import guichet.store.HeldMail;
import guichet.store.Senders;
import guichet.store.desks.Desks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** Held mail waits in the table; its raw form where all raw mail is kept. */
@ApplicationScoped
class HoldInTable implements HoldMail {
    /** After that an alarm says that nobody has decided. */
    private static final Duration PATIENCE = Duration.ofDays(2);

    /** Code points of the text that whoever decides sees. */
    private static final int EXCERPT = 500;

    @Inject
    guichet.store.HeldMailTable mails;

    @Inject
    Senders senders;

    @Inject
    Desks desks;

    @Override
    public void hold(InboundMail mail, Person sender, String why) {
        var held = new HeldMail(
                mail.desk().id(),
                HeldMail.id(mail.at(), mail.messageId()),
                sender.address(),
                sender.name(),
                mail.subject(),
                mail.at(),
                why,
                mail.rawKey(),
                Optional.empty(),
                Cut.to(EXCERPT, mail.body().text()));
        mails.hold(held, mail.at().plus(PATIENCE));
    }

    /** The same message twice changes nothing the second time: the desk knows the mail by then. */
    void letIn(InboundMessage.LetIn message, Inbox inbox) {
        var mail = mails.find(message.desk(), message.id()).orElse(null);
        var decision = mail == null ? Optional.<HeldMail.Decision>empty() : mail.decision();
        var desk = desks.desk(message.desk()).orElse(null);
        if (desk == null || decision.isEmpty() || !decision.get().verdict().letsIn()) {
            throw new IllegalArgumentException(
                    "nobody let in the mail " + message.id() + " that desk " + message.desk() + " held");
        }
        inbox.letIn(desk, mail.rawKey(), decision.get());
        mails.forget(mail, decision.get().at());
    }

    @Override
    public Standing standing(String desk, String address) {
        return senders.standing(desk, address)
                .map(found -> found.allowed() ? Standing.LET_IN : Standing.KEPT_OUT)
                .orElse(Standing.UNDECIDED);
    }
}
