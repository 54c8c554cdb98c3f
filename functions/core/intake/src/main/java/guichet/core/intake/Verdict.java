package guichet.core.intake;

import java.util.Optional;

/**
 * What a rule says of a mail.
 *
 * @param answer to the rule's question; empty where the rule does not fire, and the next one is asked
 * @param why it fires, or does not: a sentence or the beginning of one, in English, for logs and {@code mail --explain}
 * @param note what agents are to read on a ticket that the mail opens, in the desk's language
 */
public record Verdict<A>(Optional<A> answer, String why, Optional<String> note) {
    public static <A> Verdict<A> fires(A answer, String why) {
        return new Verdict<>(Optional.of(answer), why, Optional.empty());
    }

    public static <A> Verdict<A> passes(String why) {
        return new Verdict<>(Optional.empty(), why, Optional.empty());
    }

    public Verdict<A> noting(String words) {
        return new Verdict<>(answer, why, Optional.of(words));
    }

    boolean isFired() {
        return answer.isPresent();
    }
}
