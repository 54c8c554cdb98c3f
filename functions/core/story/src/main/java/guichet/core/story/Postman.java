package guichet.core.story;

import guichet.core.command.TicketStore;
import guichet.core.desk.Desk;
import guichet.core.intake.HoldMail;
import guichet.core.intake.InboundMail;
import guichet.core.intake.Intake;
import guichet.core.intake.IntakeResult;
import guichet.core.intake.PlainMail;
import guichet.core.intake.UnreachableInMemory;
import guichet.core.intake.rule.IntakeRules;
import guichet.core.notice.ReplyAddress;
import guichet.core.people.Directory;
import guichet.core.signing.SigningKeys;
import guichet.core.story.World.Outcome;
import guichet.core.ticket.Person;
import guichet.core.ticket.TicketId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Carries mail between a story's people and the desk, and remembers what each of them could reply to. */
final class Postman {
    private static final SigningKeys KEYS = new SigningKeys("k1", Map.of("k1", new byte[32]));
    private final Desk desk;
    private final TicketStore store;
    private final Intake intake;
    private final Map<Reader, Delivered> delivered = new HashMap<>();
    private int mails;

    private record Reader(String address, TicketId ticket) {}

    /** A mail of ours, as its reader's client answers it. */
    private record Delivered(String messageId, String subject, String replyTo) {}

    Postman(Desk desk, TicketStore store, Directory directory) {
        this.desk = desk;
        this.store = store;
        this.intake =
                new Intake(IntakeRules.POLICY, store, directory, new NothingHeld(), new UnreachableInMemory(), KEYS);
    }

    /** A mail of ours arrives. */
    void deliver(TicketId ticket, String subject, String to) {
        var messageId = "sent-" + ++mails + "@mail.example";
        store.rememberSent(ticket, messageId, to);
        delivered.put(
                new Reader(to, ticket),
                new Delivered(
                        messageId, "[" + ticket + "] " + subject, ReplyAddress.of(KEYS, desk.address(), ticket, to)));
    }

    Outcome take(Instant at, Act.Mails mail) {
        var written = written(mail.who()).copiedTo(mail.copies()).says(mail.subject(), mail.text());
        return take(written.to(desk, desk.address(), at));
    }

    Outcome take(Instant at, TicketId ticket, Act.Replies reply) {
        var answered = delivered.get(new Reader(reply.who(), ticket));
        if (answered == null) {
            return new Outcome.Refused(reply.who() + " has got no mail about " + ticket + " to reply to");
        }
        var written = written(reply.who())
                .copiedTo(reply.copies())
                .answering(answered.messageId())
                .says("Re: " + answered.subject(), reply.text());
        if (reply.automatic()) {
            written.automatic("Auto-Submitted: auto-replied");
        }
        return take(written.to(desk, answered.replyTo(), at));
    }

    private PlainMail written(String from) {
        return new PlainMail("mail-" + ++mails + "@client.example", from);
    }

    private Outcome take(InboundMail mail) {
        return switch (intake.receive(mail).result()) {
            case IntakeResult.Opened opened -> new Outcome.Done(opened.ticket());
            case IntakeResult.Refused refused -> new Outcome.Done(refused.ticket());
            case IntakeResult.Joined joined -> new Outcome.Done(joined.ticket());
            case IntakeResult.Ignored ignored -> new Outcome.Refused("ignored: " + ignored.why());
            case IntakeResult.Held held -> new Outcome.Refused("held: " + held.why());
            case IntakeResult.KeptOut kept -> new Outcome.Refused("kept out: " + kept.why());
        };
    }

    /** The world's mail waits where {@link Outcome.Refused} says so; no story decides on it yet. */
    private static final class NothingHeld implements HoldMail {
        @Override
        public void hold(InboundMail mail, Person sender, String why) {
            // Said by the outcome.
        }

        @Override
        public Standing standing(String desk, String address) {
            return Standing.UNDECIDED;
        }
    }
}
