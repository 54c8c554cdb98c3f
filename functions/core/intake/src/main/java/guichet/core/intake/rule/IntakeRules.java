package guichet.core.intake.rule;

import guichet.core.desk.Desk;
import guichet.core.intake.Author;
import guichet.core.intake.IntakePolicy;
import guichet.core.intake.IntakePolicy.Admission;
import guichet.core.intake.IntakePolicy.Answering;
import guichet.core.intake.IntakePolicy.Belief;
import guichet.core.intake.IntakePolicy.Filing;
import guichet.core.intake.IntakePolicy.Placement;
import guichet.core.intake.IntakeRule;
import guichet.core.mail.ForwardedMail;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How mail is taken in: the rules, in their order. In each list the first that fires answers. */
public final class IntakeRules {
    /** Whose mail is it? */
    private static final List<IntakeRule<Author>> AUTHORSHIP = List.of(
            new RewrittenFrom(), // of whom a group of ours names, or nobody's
            new NamedByReplyTo(), // of whom a form or a list names
            new WhoeverFromNames());

    /** Who is believed? (decision 3) */
    private static final List<IntakeRule<Belief>> BELIEF = List.of(
            new AuthenticatedSender(), // believed
            new VouchedSender(), // believed, this once
            new UnprovenSender()); // not believed

    /** Does it come in? (S0-01, S0-02) */
    private static final List<IntakeRule<Admission>> ADMISSION = List.of(
            new KnownMail(), // ignored
            new VouchedMail(), // comes in
            new ReportOfOurMail(), // comes in
            new SenderlessMail(), // comes in
            new UnprovenStaff(), // held
            new RefusedStranger(), // kept out
            new KeptOutSender(), // kept out
            new UndecidedSender(), // held
            new AnyOtherMail()); // comes in

    /** Is anybody outside answered, and a closed ticket reopened? */
    private static final List<IntakeRule<Answering>> ANSWERING = List.of(
            new AutomaticMail(), // kept, and no more
            new SuspectMail(), // kept, and no more
            new NoAnswerWanted(), // taken, and its sender not answered
            new PersonalMail()); // answered

    /** Which ticket does it join? (S1-05) */
    private static final List<IntakeRule<Placement>> PLACEMENT = List.of(
            new SameMessageId(),
            new ReturnedMail(),
            new SignedReplyAddress(),
            new AnsweredMail(),
            new ReplyAddressOfAnother(),
            new SubjectTag(),
            new NewTicket()); // opens one

    /** Whose request is a ticket that it opens? */
    private static final List<IntakeRule<Optional<ForwardedMail>>> BEHALF = List.of(
            new ForwardedByStaff(), // of whom an agent passes on
            new OwnRequest());

    public static final IntakePolicy POLICY =
            new IntakePolicy(AUTHORSHIP, BELIEF, ADMISSION, ANSWERING, PLACEMENT, BEHALF, IntakeRules::filing);

    private IntakeRules() {}

    /** Where does a new ticket stand? As the desk file says, rule by rule (S1-12). */
    private static List<IntakeRule<Filing>> filing(Desk desk) {
        Stream<IntakeRule<Filing>> ofDesk = desk.filings().stream().map(DeskFiling::new);
        return Stream.concat(ofDesk, Stream.of(new FirstQueue())).toList();
    }
}
