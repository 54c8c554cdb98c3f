package guichet.inbound;

import guichet.core.intake.HeldMails;
import guichet.core.intake.Received;
import guichet.store.HeldMail;
import guichet.store.Senders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** Held mail waits in the table; its raw form where all raw mail is kept. */
@ApplicationScoped
class HeldInTable implements HeldMails {
    /** After that an alarm says that nobody has decided. */
    private static final Duration PATIENCE = Duration.ofDays(2);

    @Inject
    guichet.store.HeldMails mails;

    @Inject
    Senders senders;

    @Override
    public void hold(String desk, Received mail, String why) {
        var held = new HeldMail(desk, HeldMail.id(mail.at(), mail.messageId()), mail.from().address(), mail.from().name(), mail.subject(), mail.at(),
                why, mail.rawKey(), Optional.empty());
        mails.hold(held, mail.at().plus(PATIENCE));
    }

    @Override
    public boolean isAllowed(String desk, String address) {
        return senders.standing(desk, address).filter(Senders.Standing::allowed).isPresent();
    }
}
