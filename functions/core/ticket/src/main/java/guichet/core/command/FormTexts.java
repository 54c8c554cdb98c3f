package guichet.core.command;

import guichet.core.desk.RequestType;
import guichet.core.desk.State;
import guichet.core.text.Visible;
import guichet.core.ticket.Ticket;
import java.util.Optional;

/**
 * What a request's form says of its subject and its description (S2-14). It binds whoever fills the form in, wherever
 * they do; a mail could not know it, so there it is asked for before work begins.
 */
final class FormTexts {
    /** Characters. */
    static final int LONGEST_SUBJECT = 500;

    private FormTexts() {}

    static Optional<Refusal> refuse(RequestType form, String subject, Optional<String> description) {
        return refuseSubject(subject, form.subject().atMost())
                .or(() -> refuseDescription(form, description.orElse("")));
    }

    /** @param atMost characters, as the form says; empty where it says nothing */
    static Optional<Refusal> refuseSubject(String subject, Optional<Integer> atMost) {
        if (Visible.nothing(subject)) {
            return Optional.of(Refusal.missing("subject"));
        }
        int most = Math.min(LONGEST_SUBJECT, atMost.orElse(LONGEST_SUBJECT));
        return CommandRules.characters(subject) > most
                ? Optional.of(Refusal.tooLong("subject", most))
                : Optional.empty();
    }

    private static Optional<Refusal> refuseDescription(RequestType form, String description) {
        if (form.description().required() && Visible.nothing(description)) {
            return Optional.of(Refusal.missing("description"));
        }
        return form.description()
                .atMost()
                .filter(most -> CommandRules.characters(description) > most)
                .map(most -> Refusal.tooLong("description", most));
    }

    /**
     * Before a ticket leaves its initial state for work: not on the way to a closed state, as what breaks the rules may
     * well be closed for it (S2-09). Its description is whatever its customer has said so far.
     */
    static Optional<Refusal> refuseWork(RequestType form, Ticket ticket, State target) {
        if (target.closed()) {
            return Optional.empty();
        }
        var described = !form.description().required()
                || ticket.lastWords().filter(words -> !Visible.nothing(words)).isPresent();
        return refuseSubject(ticket.subject(), form.subject().atMost())
                .or(() -> described ? Optional.empty() : Optional.of(Refusal.missing("description")));
    }
}
