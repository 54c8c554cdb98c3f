package guichet.core.intake;

import guichet.core.desk.Desk;
import guichet.core.desk.FilingRule;
import guichet.core.desk.FilingRule.Fact;
import guichet.core.intake.InboundMail.Kind;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a new mail files itself (S1-12): the desk's first rule that fits. */
final class Filings {
    record Place(Optional<String> queue, Optional<String> type) {}

    private Filings() {}

    static Place of(Desk desk, InboundMail mail) {
        var facts = facts(mail);
        return desk.filings().stream()
                .filter(rule -> fits(rule, mail, facts))
                .findFirst()
                .map(rule -> new Place(rule.queue(), rule.type()))
                .orElse(new Place(Optional.empty(), Optional.empty()));
    }

    private static boolean fits(FilingRule rule, InboundMail mail, Set<Fact> facts) {
        return facts.containsAll(rule.facts())
                && rule.from()
                        .map(from -> like(from).matcher(mail.from().address()).matches())
                        .orElse(true)
                && rule.subject()
                        .map(words -> like(words).matcher(mail.subject()).find())
                        .orElse(true);
    }

    private static Set<Fact> facts(InboundMail mail) {
        var facts = EnumSet.noneOf(Fact.class);
        if (mail.spam()) {
            facts.add(Fact.SPAM);
        }
        if (mail.virus()) {
            facts.add(Fact.VIRUS);
        }
        if (mail.kind() == Kind.MAILING) {
            facts.add(Fact.MAILING);
        }
        if (mail.kind() == Kind.AUTOMATIC) {
            facts.add(Fact.AUTOMATIC);
        }
        return facts;
    }

    /** {@code *} stands for anything; case is none of it. */
    private static Pattern like(String written) {
        var parts = Stream.of(written.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(parts, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
