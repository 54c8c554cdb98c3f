package guichet.core.intake;

import guichet.core.desk.Desk;
import guichet.core.desk.FilingRule;
import guichet.core.desk.FilingRule.Fact;
import guichet.core.intake.InboundMail.Kind;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

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
                        .map(part -> contains(mail.from().address(), part))
                        .orElse(true)
                && rule.subject().map(part -> contains(mail.subject(), part)).orElse(true);
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

    private static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }
}
