package guichet.core.intake.rule;

import guichet.core.command.TicketStore.KnownMail;
import guichet.core.intake.IntakeFacts;
import guichet.core.intake.IntakePolicy.Placement;
import guichet.core.intake.IntakeRule;
import guichet.core.intake.Verdict;
import guichet.core.mail.Bounce;

/** A delivery report names the mail that came back (RFC 3464). */
final class ReturnedMail implements IntakeRule<Placement> {
    @Override
    public String name() {
        return "returned-mail";
    }

    @Override
    public Verdict<Placement> verdict(IntakeFacts facts) {
        var named = facts.mail()
                .incoming()
                .bounce()
                .map(Bounce::originalMessageId)
                .filter(id -> !id.isBlank())
                .flatMap(facts.lookup()::mail)
                .map(KnownMail::ticket);
        return NamedTickets.place(facts, named.stream().toList(), "the mail that came back");
    }
}
