package guichet.core.intake;

import guichet.core.intake.IntakeTrace.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks rules one after the other, and keeps what each said. */
final class Questions {
    private final Lookup lookup;
    private final List<Step> steps = new ArrayList<>();
    private String answered = "";

    /** @param note the first that a rule left, whether it fired or not */
    record Answer<A>(A value, String why, Optional<String> note) {}

    Questions(Lookup lookup) {
        this.lookup = lookup;
    }

    <A> Answer<A> ask(List<IntakeRule<A>> rules, IntakeFacts facts) {
        Optional<String> note = Optional.empty();
        for (int i = 0; i < rules.size(); i++) {
            var rule = rules.get(i);
            var verdict = rule.verdict(facts);
            steps.add(new Step(rule.name(), verdict.isFired(), verdict.why(), lookup.assumed()));
            note = note.or(verdict::note);
            if (verdict.isFired()) {
                answered = rule.name();
                skip(rules.subList(i + 1, rules.size()));
                return new Answer<>(verdict.answer().orElseThrow(), verdict.why(), note);
            }
        }
        throw new IllegalStateException("no rule answers, not even the last of them: " + steps);
    }

    /** Those that need not be asked any more. */
    @SafeVarargs
    final void skip(List<? extends IntakeRule<?>>... unasked) {
        Stream.of(unasked)
                .flatMap(List::stream)
                .forEach(rule -> steps.add(new Step(rule.name(), false, "not asked after " + answered, List.of())));
    }

    IntakeTrace trace() {
        return new IntakeTrace(List.copyOf(steps));
    }
}
