package guichet.core.intake.rule;

import guichet.core.desk.FilingRule;
import guichet.core.desk.FilingRule.Fact;
import guichet.core.intake.InboundMail;
import guichet.core.intake.IntakeFacts;
import guichet.core.intake.IntakePolicy.Filing;
import guichet.core.intake.IntakeRule;
import guichet.core.intake.Verdict;
import guichet.core.mail.MailKind;
import guichet.core.mail.Verdicts;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One of the desk file's rules by which a new mail files itself (S1-12): all that it says must fit. */
record DeskFiling(FilingRule rule) implements IntakeRule<Filing> {
    @Override
    public String name() {
        return "filing: " + rule.name();
    }

    @Override
    public Verdict<Filing> verdict(IntakeFacts facts) {
        return misfit(facts.mail())
                .map(Verdict::<Filing>passes)
                .orElseGet(() -> Verdict.fires(new Filing(rule.queue(), rule.type()), "all that it says fits"));
    }

    private Optional<String> misfit(InboundMail mail) {
        var missing =
                rule.facts().stream().sorted().filter(fact -> !is(mail, fact)).findFirst();
        if (missing.isPresent()) {
            return missing.map(fact -> "it is not " + fact.name().toLowerCase(Locale.ROOT));
        }
        var from = mail.from().address();
        if (rule.from().filter(wanted -> !like(wanted).matcher(from).matches()).isPresent()) {
            return Optional.of("its sender is not " + rule.from().get());
        }
        return rule.subject()
                .filter(words -> !like(words).matcher(mail.subject()).find())
                .map(words -> "its subject does not say \"" + words + "\"");
    }

    private static boolean is(InboundMail mail, Fact fact) {
        return switch (fact) {
            case SPAM -> mail.incoming().verdicts().spam() == Verdicts.Verdict.FAIL;
            case VIRUS -> mail.incoming().verdicts().virus() == Verdicts.Verdict.FAIL;
            case MAILING -> mail.incoming().kind() == MailKind.MAILING;
            case AUTOMATIC -> mail.incoming().kind() == MailKind.AUTOMATIC;
        };
    }

    /** {@code *} stands for anything; case is none of it. */
    private static Pattern like(String written) {
        var parts = Stream.of(written.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(parts, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
