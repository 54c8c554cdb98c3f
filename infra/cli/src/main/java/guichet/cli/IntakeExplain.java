package guichet.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import guichet.core.desk.Desk;
import guichet.core.intake.AssumedLookup;
import guichet.core.intake.InboundMail;
import guichet.core.intake.IntakeDecision;
import guichet.core.intake.IntakeTrace.Step;
import guichet.core.intake.rule.IntakeRules;
import guichet.core.people.InMemoryDirectory;
import guichet.store.desks.Desks;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which rules would take a mail in, as far as this can be said without a table. */
final class IntakeExplain {
    private IntakeExplain() {}

    /** @param recipients of its envelope; where none is the desk's, it is as if its first address were */
    static InboundMail read(Desk desk, List<String> recipients, byte[] raw) {
        var recipient = recipients.stream().filter(desk::isOurs).findFirst().orElse(desk.address());
        // When it came counts only for closed tickets, and without a table there are none.
        return InboundMail.read(desk, recipient, Instant.EPOCH, "", raw);
    }

    /**
     * Adds {@code desk}, {@code outcome}, {@code rules} and {@code refused}. @param mail empty where no desk is named
     */
    static void explain(Optional<InboundMail> mail, Desks desks, ObjectNode row) {
        row.put("desk", mail.map(inbound -> inbound.desk().id()).orElse(null));
        if (mail.isEmpty()) {
            row.put("outcome", "unrouted");
            add(
                    row,
                    new Step(
                            "addressed-to-a-desk",
                            false,
                            "none of its recipients is an address of a desk; --desk shows by which rules one takes it",
                            List.of()));
            return;
        }
        var decision = decide(mail.get(), desks);
        row.put("outcome", outcome(decision));
        decision.trace().steps().forEach(step -> add(row, step));
        var refused = row.putArray("refused");
        mail.get()
                .files()
                .refused()
                .forEach(file -> refused.addObject().put("name", file.name()).put("why", lower(file.why())));
    }

    private static IntakeDecision decide(InboundMail mail, Desks desks) {
        var people = desks.people(mail.desk());
        var directory = new InMemoryDirectory();
        people.organizations().forEach(directory::add);
        people.contacts().forEach(directory::add);
        var lookup = new AssumedLookup(
                mail.desk(),
                directory,
                "the sample people of desks/" + mail.desk().id());
        return IntakeRules.POLICY.decide(mail, lookup);
    }

    private static String outcome(IntakeDecision decision) {
        return switch (decision) {
            case IntakeDecision.TurnedAway away -> lower(away.admission());
            case IntakeDecision.Refuse _ -> "refused";
            case IntakeDecision.Join _ -> "joined";
            case IntakeDecision.Open _ -> "opened";
        };
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void add(ObjectNode row, Step step) {
        var rule = row.withArray("rules")
                .addObject()
                .put("rule", step.rule())
                .put("fired", step.fired())
                .put("why", step.why());
        if (!step.assumed().isEmpty()) {
            step.assumed().forEach(rule.withArray("assumed")::add);
        }
    }
}
